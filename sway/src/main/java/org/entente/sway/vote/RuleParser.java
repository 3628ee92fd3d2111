package org.entente.sway.vote;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/** The words of a {@link Rule}. */
final class RuleParser {
  private static final Pattern WORD =
      Pattern.compile("\\s*(>=|>|≥|[()%/-]|\\d+(?:\\.\\d+)?|[\\p{L}_][\\p{L}\\d_]*|\\S)");

  private record Word(String text, int column) {}

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private int at;

  RuleParser(String text) {
    this.text = text;
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(new Word(matcher.group(1), matcher.start(1) + 1));
    }
    words.add(new Word("", text.length() + 1));
  }

  Rule rule() {
    Rule rule = some();
    if (!is("")) {
      throw unexpected("\"and\", \"or\" or the end");
    }
    return rule;
  }

  private Rule some() {
    List<Rule> parts = new ArrayList<>(List.of(every()));
    while (take("or")) {
      parts.add(every());
    }
    return parts.size() == 1 ? parts.get(0) : new Rule.Some(parts);
  }

  private Rule every() {
    List<Rule> parts = new ArrayList<>(List.of(one()));
    while (take("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new Rule.Every(parts);
  }

  private Rule one() {
    if (take("(")) {
      Rule rule = some();
      if (!take(")")) {
        throw unexpected("\")\"");
      }
      return rule;
    }
    if (take("no")) {
      if (take("veto")) {
        return new Rule.NoVeto();
      }
      if (take("objection")) {
        return new Rule.NoObjection();
      }
      throw unexpected("\"veto\" or \"objection\"");
    }
    return enough();
  }

  private Rule enough() {
    String weight = words.get(at).text();
    if (weight.isEmpty() || !Character.isLetter(weight.charAt(0))) {
      throw unexpected("the name of a weight, such as members or votes");
    }
    at++;
    boolean above = is(">");
    if (!take(">") && !take(">=") && !take("≥")) {
      throw unexpected("\">=\" or \">\"");
    }
    int start = at;
    Rule.Base base = Rule.Base.ALL;
    BigFraction share;
    if (take("all")) {
      share = BigFraction.ONE;
    } else {
      share = number();
      if (take("%")) {
        share = share.divide(100);
      } else if (take("/")) {
        int below = at;
        BigFraction part = number();
        if (part.signum() == 0) {
          at = below;
          throw unexpected("a number above 0");
        }
        share = share.divide(part);
      } else {
        base = Rule.Base.ABSOLUTE;
      }
    }
    if (take("of")) {
      if (!take("voting") && !take("all")) {
        throw unexpected("\"voting\" or \"all\"");
      }
      if (base == Rule.Base.ABSOLUTE) {
        at = start;
        throw unexpected("a share such as 2/3 or 55% before \"of\"");
      }
      if (words.get(at - 1).text().equals("voting")) {
        base = Rule.Base.VOTING;
      }
    }
    if (base != Rule.Base.ABSOLUTE && share.compareTo(BigFraction.ONE) > 0) {
      at = start;
      throw unexpected("a share of at most 100%");
    }
    return new Rule.Enough(weight, share, take("-") ? number() : BigFraction.ZERO, base, above);
  }

  private BigFraction number() {
    String word = words.get(at).text();
    if (word.isEmpty() || !Character.isDigit(word.charAt(0))) {
      throw unexpected("a number");
    }
    at++;
    BigDecimal value = new BigDecimal(word);
    return BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  private boolean is(String word) {
    return words.get(at).text().equals(word);
  }

  private boolean take(String word) {
    if (!is(word)) {
      return false;
    }
    at++;
    return true;
  }

  private IllegalArgumentException unexpected(String wanted) {
    Word word = words.get(at);
    return new IllegalArgumentException(
        "rule \"%s\", column %d: %s where %s should be"
            .formatted(
                text,
                word.column(),
                word.text().isEmpty() ? "the end" : '"' + word.text() + '"',
                wanted));
  }
}
