package org.entente.sway.vote;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A member of a body.
 *
 * @param id as an actor's code: ISO 3166 alpha-3 for states
 * @param veto whether its "no" defeats a proposal where the rule says {@code no veto}
 * @param weights what it weighs, by name, such as votes or population; each at least 0. The weight
 *     {@value #COUNT} is 1 for each member and is not listed
 */
public record Member(String id, boolean veto, Map<String, BigDecimal> weights) {
  static final String COUNT = "members";

  public Member {
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    if (id.isBlank()) {
      throw new IllegalArgumentException("a member has no name");
    }
    weights.forEach(
        (name, weight) -> {
          if (weight.signum() < 0) {
            throw new IllegalArgumentException(
                "weight %s of member %s is %s; it must be at least 0"
                    .formatted(name, id, weight.toPlainString()));
          }
          if (name.equals(COUNT)) {
            throw new IllegalArgumentException(
                "a weight of member %s is called %s, which counts heads; call it votes"
                    .formatted(id, COUNT));
          }
        });
  }

  /** A member that only counts as one. */
  public Member(String id, boolean veto) {
    this(id, veto, Map.of());
  }

  /** A member with one weight. */
  public static Member of(String id, String weight, long value) {
    return new Member(id, false, Map.of(weight, BigDecimal.valueOf(value)));
  }
}
