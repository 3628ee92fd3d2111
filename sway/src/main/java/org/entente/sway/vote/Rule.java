package org.entente.sway.vote;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * When a proposal passes. Written as text, see {@link #parse}:
 *
 * <ul>
 *   <li>{@code members >= 9 and no veto}: the Security Council;
 *   <li>{@code members >= 2/3 of voting}: two thirds of those who vote yes or no;
 *   <li>{@code (members >= 55% and population >= 65%) or members >= all - 3}: the Council of the
 *       EU;
 *   <li>{@code no objection}: consensus.
 * </ul>
 */
public sealed interface Rule {
  /**
   * Enough weight of "yes".
   *
   * @param weight name of a weight of the members; {@code members} counts heads
   * @param share of {@code base}; for {@link Base#ABSOLUTE} the amount itself
   * @param less what is taken off the share of the base, as in {@code all - 3}
   * @param above whether more than the share is needed, else the share is enough
   */
  record Enough(String weight, BigFraction share, BigFraction less, Base base, boolean above)
      implements Rule {
    @Override
    public String toString() {
      String text = weight + (above ? " > " : " >= ");
      if (base == Base.ABSOLUTE) {
        return text + number(share);
      }
      text += share.compareTo(BigFraction.ONE) == 0 && base == Base.ALL ? "all" : percent(share);
      if (base == Base.VOTING) {
        text += " of voting";
      }
      return less.signum() == 0 ? text : text + " - " + number(less);
    }

    private static String number(BigFraction value) {
      return value.getDenominator().bitLength() == 1
          ? value.getNumerator().toString()
          : value.bigDecimalValue().toPlainString();
    }

    private static String percent(BigFraction share) {
      BigFraction hundred = share.multiply(100);
      return hundred.getDenominator().bitLength() == 1
          ? hundred.getNumerator() + "%"
          : share.getNumerator() + "/" + share.getDenominator();
    }
  }

  /** Of what a share is taken. */
  enum Base {
    /** The amount is the weight itself. */
    ABSOLUTE,
    /** All members, present or not: abstention works as "no". */
    ALL,
    /** Members that vote yes or no: abstention does not count. */
    VOTING
  }

  /** No member with a veto votes no. */
  record NoVeto() implements Rule {
    @Override
    public String toString() {
      return "no veto";
    }
  }

  /** No member votes no. */
  record NoObjection() implements Rule {
    @Override
    public String toString() {
      return "no objection";
    }
  }

  /** All of several. */
  record Every(List<Rule> parts) implements Rule {
    public Every {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> part instanceof Some ? "(" + part + ")" : part.toString())
          .collect(Collectors.joining(" and "));
    }
  }

  /** At least one of several. */
  record Some(List<Rule> parts) implements Rule {
    public Some {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return parts.stream()
          .map(part -> part instanceof Every ? "(" + part + ")" : part.toString())
          .collect(Collectors.joining(" or "));
    }
  }

  /**
   * Reads a rule. A rule is criteria joined by {@code and}, {@code or} and parentheses ({@code and}
   * binds more tightly); a criterion is {@code no veto}, {@code no objection}, or the name of a
   * weight, {@code >=} or {@code >}, and an amount: {@code 255}; {@code 62%}, {@code 2/3} or {@code
   * all}, each of all members' weight, or, with {@code of voting} behind, of those that vote yes or
   * no; less a number, as in {@code all - 3}.
   *
   * @throws IllegalArgumentException which names the column of what is not understood
   */
  static Rule parse(String text) {
    return new RuleParser(text).rule();
  }
}
