package org.entente.knowledge.petrarch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.knowledge.agents.Agents;

/**
 * Writes the names of a dictionary, which are all in capitals, as news does. A small letter fits
 * both in a text, a capital only a capital: so what is in doubt is written small.
 */
final class Spelling {
  private static final Set<String> SMALL =
      Set.of(
          "of",
          "the",
          "and",
          "for",
          "in",
          "on",
          "to",
          "at",
          "by",
          "from",
          "with",
          "a",
          "an",
          "al",
          "el",
          "bin",
          "ibn",
          "de",
          "da",
          "do",
          "dos",
          "del",
          "della",
          "der",
          "den",
          "des",
          "di",
          "du",
          "e",
          "la",
          "le",
          "les",
          "los",
          "van",
          "von",
          "y",
          "et",
          "ul",
          "ur",
          "foreign",
          "prime",
          "defense",
          "defence",
          "interior",
          "finance",
          "deputy",
          "vice",
          "former",
          "acting",
          "general",
          "secretary",
          "chief",
          "head",
          "led");
  private static final int LONGEST_SHORT_NAME = 3;

  private final Agents agents;

  /**
   * @param agents whose words are roles, not names
   */
  Spelling(Agents agents) {
    this.agents = agents;
  }

  /** The name, or null if there is no word in it. */
  String name(String phrase) {
    List<String> words = new ArrayList<>(Words.of(phrase));
    if (words.size() > 1 && words.get(0).equalsIgnoreCase("THE")) {
      words.remove(0);
    }
    if (words.stream().noneMatch(word -> word.chars().anyMatch(Character::isLetterOrDigit))) {
      return null;
    }
    boolean named = words.stream().anyMatch(word -> !isSmall(word));
    List<String> written = new ArrayList<>();
    for (String word : words) {
      written.add(
          words.size() > 1 && named && isSmall(word)
              ? Words.lower(word)
              : word(word, words.size() == 1));
    }
    return String.join(" ", written);
  }

  /** A name as it is shown: only small words of grammar begin small. */
  static String title(String name) {
    StringBuilder title = new StringBuilder();
    for (String word : name.split(" ")) {
      boolean small = word.matches("of|the|and|for|in|on|to|at|by|from|with|a|an|de|da|la|al-.*");
      title.append(title.isEmpty() ? "" : " ").append(small ? word : capital(word));
    }
    return title.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private boolean isSmall(String word) {
    String lower = Words.lower(word);
    return SMALL.contains(lower) || agents.find(lower) != null;
  }

  private static String word(String word, boolean only) {
    boolean mixed = word.chars().anyMatch(Character::isLowerCase);
    boolean brief = only && word.length() <= LONGEST_SHORT_NAME;
    if (mixed
        || brief
        || word.matches("(\\p{L}\\.)+\\p{L}?")
        || word.matches("(?!(MR|MRS|MS|DR|ST|LT|JR|SR)$)[B-DF-HJ-NP-TV-XZ]{2,5}")) {
      return word;
    }
    StringBuilder written = new StringBuilder();
    for (String part : word.split("(?<=-)")) {
      String plain = part.endsWith("-") ? part.substring(0, part.length() - 1) : part;
      boolean small = SMALL.contains(Words.lower(plain)) && !plain.equals(word);
      written.append(small ? Words.lower(part) : capitalised(part));
    }
    return written.toString();
  }

  private static String capitalised(String word) {
    int first = 0;
    while (first < word.length() && !Character.isLetter(word.charAt(first))) {
      first++;
    }
    return first == word.length()
        ? word
        : word.substring(0, first + 1) + word.substring(first + 1).toLowerCase(Locale.ROOT);
  }
}
