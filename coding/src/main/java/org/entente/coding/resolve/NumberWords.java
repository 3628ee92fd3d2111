package org.entente.coding.resolve;

import java.util.HashMap;
import java.util.Map;

/** Numbers that news spells out. */
final class NumberWords {
  static final Map<String, Integer> VALUES = values();

  private NumberWords() {}

  private static Map<String, Integer> values() {
    Map<String, Integer> values = new HashMap<>();
    String[] small =
        ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
                + " eighteen nineteen")
            .split(" ");
    for (int i = 0; i < small.length; i++) {
      values.put(small[i], i + 1);
    }
    String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    for (int i = 0; i < tens.length; i++) {
      values.put(tens[i], 10 * (i + 2));
    }
    return Map.copyOf(values);
  }

  /** How many: digits, a number word, an article, "several", "a few", "a couple of". */
  static int count(String words) {
    return switch (words) {
      case "a", "an" -> 1;
      case "a couple of" -> 2;
      case "several", "a few" -> 3;
      default -> VALUES.containsKey(words) ? VALUES.get(words) : Integer.parseInt(words);
    };
  }
}
