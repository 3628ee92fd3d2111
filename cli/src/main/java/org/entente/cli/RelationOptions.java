package org.entente.cli;

import java.util.Locale;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.Tier;

/** Values that {@code relate} and {@code evaluate} take. */
final class RelationOptions {
  private RelationOptions() {}

  /**
   * @param choices to name in the message
   */
  static Tier tier(String name, String choices) {
    try {
      return Tier.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--model: no model '" + name + "'; choose " + choices, e);
    }
  }

  static Convention convention(String name) {
    try {
      return Convention.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--convention: no convention '" + name + "'; choose plover or plv", e);
    }
  }
}
