package org.entente.sway.vote;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** A rule over the members of a body, as thresholds joined by "and" and "or". */
final class Formula {
  /** A threshold that is met whatever the members behind do. */
  static final long MET = Long.MIN_VALUE;

  /** A threshold that cannot be met any more. */
  static final long MISSED = Long.MAX_VALUE;

  private sealed interface Node {}

  private record Leaf(int threshold) implements Node {}

  private record Join(boolean every, List<Node> parts) implements Node {}

  private final List<Member> members;
  final List<Threshold> thresholds = new ArrayList<>();
  private Node root;

  Formula(List<Member> members, Rule rule) {
    this.members = members;
    root = compile(rule);
    if (passes(new Choice[members.size()], Choice.ABSTAIN)) { // somebody must want it
      root = new Join(true, List.of(root, leaf(ones(), new long[members.size()], 1)));
    }
  }

  private Node compile(Rule rule) {
    if (rule instanceof Rule.Every every) {
      return new Join(true, every.parts().stream().map(this::compile).toList());
    }
    if (rule instanceof Rule.Some some) {
      return new Join(false, some.parts().stream().map(this::compile).toList());
    }
    if (rule instanceof Rule.Enough enough) {
      return enough(enough);
    }
    long[] no = new long[members.size()];
    for (int i = 0; i < no.length; i++) {
      no[i] = rule instanceof Rule.NoObjection || members.get(i).veto() ? -1 : 0;
    }
    return leaf(new long[no.length], no, 0);
  }

  private Node enough(Rule.Enough rule) {
    BigDecimal[] weights = new BigDecimal[members.size()];
    int scale = 0;
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(members.get(i), rule.weight());
      scale = Math.max(scale, weights[i].stripTrailingZeros().scale());
      total = total.add(weights[i]);
    }
    boolean voting = rule.base() == Rule.Base.VOTING;
    BigInteger unit = BigInteger.TEN.pow(scale);
    BigInteger q = voting ? rule.share().getDenominator() : BigInteger.ONE;
    BigInteger p = voting ? rule.share().getNumerator() : BigInteger.ZERO;
    BigFraction amount =
        switch (rule.base()) {
          case ABSOLUTE -> rule.share();
          case ALL ->
              rule.share()
                  .multiply(BigFraction.of(total.movePointRight(scale).toBigIntegerExact(), unit));
          case VOTING -> BigFraction.ZERO;
        };
    BigFraction least = amount.subtract(rule.less()).multiply(unit.multiply(q));
    BigInteger[] floor = least.getNumerator().divideAndRemainder(least.getDenominator());
    boolean whole = floor[1].signum() == 0;
    BigInteger bound = floor[1].signum() < 0 ? floor[0].subtract(BigInteger.ONE) : floor[0];
    if (rule.above() || !whole) {
      bound = bound.add(BigInteger.ONE);
    }
    long[] yes = new long[weights.length];
    long[] no = new long[weights.length];
    try {
      BigInteger sum = BigInteger.ZERO;
      for (int i = 0; i < weights.length; i++) {
        BigInteger weight = weights[i].movePointRight(scale).toBigIntegerExact();
        yes[i] = weight.multiply(q.subtract(p)).longValueExact();
        no[i] = weight.multiply(p).negate().longValueExact();
        sum = sum.add(weight.multiply(q.add(p)));
      }
      if (sum.bitLength() > 61) {
        throw new ArithmeticException();
      }
      return leaf(yes, no, bound.longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the weights called %s have too many digits to be added up; round them"
              .formatted(rule.weight()),
          e);
    }
  }

  private Node leaf(long[] yes, long[] no, long least) {
    thresholds.add(new Threshold(yes, no, least));
    return new Leaf(thresholds.size() - 1);
  }

  private long[] ones() {
    long[] ones = new long[members.size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  static BigDecimal weight(Member member, String name) {
    if (name.equals(Member.COUNT)) {
      return BigDecimal.ONE;
    }
    BigDecimal weight = member.weights().get(name);
    if (weight == null) {
      throw new IllegalArgumentException(
          "the rule asks for %s, but member %s has no weight of this name%s"
              .formatted(
                  name,
                  member.id(),
                  member.weights().isEmpty()
                      ? ""
                      : ", only " + String.join(", ", member.weights().keySet())));
    }
    return weight;
  }

  /** Whether the votes pass it; what is null is {@code others}. */
  boolean passes(Choice[] votes, Choice others) {
    long[] sums = new long[thresholds.size()];
    for (int t = 0; t < sums.length; t++) {
      for (int i = 0; i < votes.length; i++) {
        sums[t] += thresholds.get(t).of(i, votes[i] == null ? others : votes[i]);
      }
    }
    return passes(sums);
  }

  /** Whether it passes if the votes add up to this, by threshold. */
  boolean passes(long[] sums) {
    return passes(root, sums);
  }

  private boolean passes(Node node, long[] sums) {
    if (node instanceof Leaf leaf) {
      return sums[leaf.threshold()] >= thresholds.get(leaf.threshold()).least();
    }
    Join join = (Join) node;
    for (Node part : join.parts()) {
      if (passes(part, sums) != join.every()) {
        return !join.every();
      }
    }
    return join.every();
  }

  /** Whether it passes; null if that is open. */
  Boolean decided(long[] state) {
    return decided(root, state);
  }

  private static Boolean decided(Node node, long[] state) {
    if (node instanceof Leaf leaf) {
      long at = state[leaf.threshold()];
      return at == MET ? Boolean.TRUE : at == MISSED ? Boolean.FALSE : null;
    }
    Join join = (Join) node;
    Boolean all = join.every();
    for (Node part : join.parts()) {
      Boolean value = decided(part, state);
      if (value == null) {
        all = null;
      } else if (value != join.every()) {
        return value;
      }
    }
    return all;
  }

  /** Sets the thresholds of decided parts of the rule to what the part came to. */
  void settle(long[] state) {
    settle(root, state);
  }

  private static void settle(Node node, long[] state) {
    if (node instanceof Leaf) {
      return;
    }
    for (Node part : ((Join) node).parts()) {
      if (part instanceof Join && decided(part, state) != null) {
        settle(part, state, decided(part, state) ? MET : MISSED);
      } else {
        settle(part, state);
      }
    }
  }

  /** Sets all of a part to what it came to, so that states that differ only inside are the same. */
  private static void settle(Node node, long[] state, long to) {
    if (node instanceof Leaf leaf) {
      state[leaf.threshold()] = to;
    } else {
      ((Join) node).parts().forEach(part -> settle(part, state, to));
    }
  }
}
