package org.entente.coding.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.model.EventType;
import org.entente.model.Magnitude;
import org.entente.model.Magnitude.Kind;
import org.entente.model.Span;

/** How large an event was: counts of people near its trigger, and sums of money. */
public final class Numbers {
  private static final Map<String, double[]> VAGUE =
      Map.of(
          "dozens", new double[] {24, 99},
          "scores", new double[] {40, 199},
          "hundreds", new double[] {200, 999},
          "thousands", new double[] {2_000, 9_999},
          "millions", new double[] {2_000_000, 9_999_999},
          "dozen", new double[] {12, 12},
          "several", new double[] {3, 9});
  private static final Map<String, Double> SCALES =
      Map.of(
          "hundred",
          100.0,
          "thousand",
          1e3,
          "million",
          1e6,
          "billion",
          1e9,
          "trillion",
          1e12,
          "bn",
          1e9,
          "m",
          1e6);
  private static final Pattern MONEY =
      Pattern.compile(
          "(?:US)?([$€£¥])\\s?(\\d[\\d,.]*)\\s?(million|billion|trillion|bn|m|thousand)?\\b"
              + "|\\b(\\d[\\d,.]*)\\s(million|billion|trillion)?\\s?(dollars|euros|pounds|rubles|roubles|yuan|yen)\\b");
  private static final Pattern KILL =
      Pattern.compile(
          "^(kill|behead|slay|murder|execut|assassinate|massacre|slaughter|lynch|hang|die|dead|death|gun|decapitat|crucif|drown|immolat|burn)");
  private static final Pattern INJURE = Pattern.compile("wound|injur|hurt|maim");

  private Numbers() {}

  /** The magnitudes of an event by its trigger's lemma and type. */
  public static List<Magnitude> of(
      Sentence sentence,
      String text,
      Token trigger,
      EventType type,
      Token source,
      Token target,
      Span clause) {
    List<Magnitude> found = new ArrayList<>(1);
    Token counted = target != null ? numeral(sentence, target) : null;
    if (counted == null) {
      counted = nearObject(sentence, trigger);
    }
    Kind byType = kind(trigger.lemma(), type);
    boolean ofSource =
        byType == Kind.PERSONS || byType == Kind.PARTICIPANTS || byType == Kind.TROOPS;
    if (counted == null && ofSource) {
      counted = numeral(sentence, source);
    }
    if (counted != null) {
      Magnitude magnitude =
          isMoney(sentence, counted) ? null : read(sentence, text, counted, byType);
      boolean things = byType == Kind.PERSONS && THINGS.contains(counts(sentence, counted));
      boolean talks = type == EventType.CONSULT || type == EventType.AGREE;
      if (magnitude != null
          && !things
          && !(byType == Kind.PERSONS && (talks || magnitude.high() < 3))) {
        found.add(magnitude);
      }
    }
    Matcher money = MONEY.matcher(clause.in(text));
    if (money.find()
        && (type == EventType.AID
            || type == EventType.AGREE
            || type == EventType.COOPERATE
            || type == EventType.SANCTION)) {
      found.add(money(money));
    }
    return found;
  }

  /** What a numeral counts. */
  private static String counts(Sentence sentence, Token numeral) {
    Token above = sentence.head(numeral).orElse(numeral);
    if (numeral.tag().equals("CD") || above.isNoun()) {
      return above.lemma();
    }
    return numeral.lemma();
  }

  private static final Set<String> THINGS =
      Set.of(
          "camp",
          "position",
          "site",
          "target",
          "building",
          "village",
          "town",
          "city",
          "vehicle",
          "tank",
          "aircraft",
          "plane",
          "jet",
          "rocket",
          "missile",
          "shell",
          "bomb",
          "strike",
          "raid",
          "attack",
          "base",
          "house",
          "home",
          "ship",
          "vessel",
          "boat",
          "truck",
          "company",
          "bank",
          "country",
          "state",
          "school",
          "hospital",
          "church",
          "mosque",
          "checkpoint",
          "post",
          "day",
          "week",
          "month",
          "year",
          "hour",
          "minute",
          "percent",
          "kilometre",
          "kilometer",
          "mile",
          "tonne",
          "ton",
          "dollar",
          "euro",
          "round",
          "point",
          "area",
          "region",
          "province",
          "island",
          "helicopter",
          "drone",
          "gun",
          "weapon",
          "depot",
          "factory",
          "plant",
          "embassy",
          "consulate",
          "sanction");

  private static Kind kind(String lemma, EventType type) {
    if (INJURE.matcher(lemma).find()) {
      return Kind.INJURED;
    }
    if (KILL.matcher(lemma).find()) {
      return Kind.KILLED;
    }
    if (lemma.matches("abduct.*|kidnap.*|seiz.*") && type == EventType.ASSAULT) {
      return Kind.ABDUCTED;
    }
    if (lemma.matches("arrest.*|detain.*|detention|jail.*|imprison.*|round|capture")) {
      return Kind.DETAINED;
    }
    if (lemma.matches("release|free|liberate|repatriate|acquit|pardon")
        || type == EventType.RETREAT && lemma.matches("exchange|swap|hand")) {
      return Kind.RELEASED;
    }
    if (lemma.matches("displace.*|flee|evict|expel")) {
      return Kind.DISPLACED;
    }
    return switch (type) {
      case MOBILIZE -> Kind.TROOPS;
      case PROTEST -> Kind.PARTICIPANTS;
      default -> Kind.PERSONS;
    };
  }

  private static Token nearObject(Sentence sentence, Token trigger) {
    Token object = sentence.child(trigger, "dobj", "nsubjpass");
    if (object != null) {
      return isNumeral(object) ? object : numeral(sentence, object);
    }
    for (Token child : sentence.children(trigger)) {
      if (child.label().equals("prep") && child.is("of")) {
        Token inner = sentence.child(child, "pobj");
        if (inner != null) {
          return isNumeral(inner) ? inner : numeral(sentence, inner);
        }
      }
    }
    return null;
  }

  private static boolean isNumeral(Token token) {
    return token.tag().equals("CD") && !isDate(token)
        || VAGUE.containsKey(token.text().toLowerCase(Locale.ROOT)) && !token.is("several");
  }

  /** The numeral that counts a noun: before it, or as "dozens of" above it. */
  private static Token numeral(Sentence sentence, Token noun) {
    for (Token child : sentence.children(noun)) {
      if (child.index() < noun.index() && isNumeral(child) && !isDate(child)) {
        return child;
      }
    }
    Token above = sentence.head(noun).orElse(null);
    if (above != null && above.is("of")) {
      Token quantity = sentence.head(above).orElse(null);
      if (quantity != null && isNumeral(quantity)) {
        return quantity;
      }
    }
    return null;
  }

  /** "$5", and the "million" of "$5 million". */
  private static boolean isMoney(Sentence sentence, Token numeral) {
    Token before = numeral.index() > 0 ? sentence.token(numeral.index() - 1) : null;
    return isPriced(before, numeral)
        || before != null
            && before.tag().equals("CD")
            && isPriced(before.index() > 0 ? sentence.token(before.index() - 1) : null, before);
  }

  private static boolean isPriced(Token before, Token numeral) {
    return before != null && before.text().matches(".*[$€£¥]")
        || numeral.text().matches(".*[$€£¥].*");
  }

  private static boolean isDate(Token token) {
    return token.text().matches("(19|20)\\d\\d");
  }

  private static Magnitude read(Sentence sentence, String text, Token numeral, Kind kind) {
    int from = numeral.index();
    int to = numeral.index() + 1;
    while (from > 0 && isPartOfNumber(sentence.token(from - 1))) {
      from--;
    }
    while (to < sentence.size()
        && (SCALES.containsKey(sentence.token(to).lemma())
            || sentence.token(to).tag().equals("CD"))) {
      to++;
    }
    double[] value = value(sentence, from, to);
    if (value == null) {
      return null;
    }
    int first = from;
    while (first > 0
        && first > from - 4
        && sentence
            .token(first - 1)
            .text()
            .toLowerCase(Locale.ROOT)
            .matches(
                "nearly|almost|about|around|some|at|least|more|than|over|up|to|approximately|roughly|fewer|less|as|many|a")) {
      first--;
    }
    Span words = sentence.token(first).span().cover(sentence.token(to - 1).span());
    return new Magnitude(kind, value[0], value[1], null, words.in(text));
  }

  private static boolean isPartOfNumber(Token token) {
    return token.tag().equals("CD") || SCALES.containsKey(token.lemma()) && !token.is("m");
  }

  private static double[] value(Sentence sentence, int from, int to) {
    double total = 0;
    double current = 0;
    boolean any = false;
    for (int i = from; i < to; i++) {
      String word = sentence.token(i).text().toLowerCase(Locale.ROOT);
      if (VAGUE.containsKey(word)) {
        return any && word.equals("dozen")
            ? new double[] {12 * current, 12 * current}
            : VAGUE.get(word);
      }
      Double parsed = parse(word);
      if (SCALES.containsKey(word)) {
        current = (current == 0 ? 1 : current) * SCALES.get(word);
        if (!word.equals("hundred")) {
          total += current;
          current = 0;
        }
        any = true;
      } else if (parsed != null) {
        current += parsed;
        any = true;
      }
    }
    return any ? new double[] {total + current, total + current} : null;
  }

  private static Double parse(String word) {
    if (NumberWords.VALUES.containsKey(word)) {
      return (double) NumberWords.VALUES.get(word);
    }
    int dash = word.indexOf('-');
    if (dash > 0
        && NumberWords.VALUES.containsKey(word.substring(0, dash))
        && NumberWords.VALUES.containsKey(word.substring(dash + 1))) {
      return (double) NumberWords.VALUES.get(word.substring(0, dash))
          + NumberWords.VALUES.get(word.substring(dash + 1));
    }
    try {
      return word.matches("\\d[\\d,]*(\\.\\d+)?") ? Double.valueOf(word.replace(",", "")) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Magnitude money(Matcher match) {
    boolean symbol = match.group(1) != null;
    String digits =
        (symbol ? match.group(2) : match.group(4)).replace(",", "").replaceAll("\\.$", "");
    String scale = symbol ? match.group(3) : match.group(5);
    double value;
    try {
      value = Double.parseDouble(digits) * (scale == null ? 1 : SCALES.get(scale));
    } catch (NumberFormatException e) {
      value = 0;
    }
    String unit =
        symbol
            ? switch (match.group(1)) {
              case "€" -> "EUR";
              case "£" -> "GBP";
              case "¥" -> "JPY";
              default -> "USD";
            }
            : switch (match.group(6)) {
              case "euros" -> "EUR";
              case "pounds" -> "GBP";
              case "yuan" -> "CNY";
              case "yen" -> "JPY";
              case "rubles", "roubles" -> "RUB";
              default -> "USD";
            };
    return new Magnitude(Kind.MONEY, value, value, unit, match.group());
  }
}
