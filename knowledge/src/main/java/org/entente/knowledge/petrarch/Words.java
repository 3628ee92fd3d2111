package org.entente.knowledge.petrarch;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a phrase, and the forms that a lemma of theirs may have. */
final class Words {
  private Words() {}

  /** Parts a phrase at {@code _} and blanks. */
  static List<String> of(String phrase) {
    return Arrays.stream(phrase.split("[_\\s]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Whether it can stand in a knowledge file as a word. */
  static boolean isWord(String word) {
    return word.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}'.-]*");
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** What a lemmatizer may make of a noun, the word as it stands first. */
  static Set<String> nounLemmas(String word) {
    Set<String> lemmas = new LinkedHashSet<>();
    lemmas.add(word);
    int n = word.length();
    if (n > 4 && word.endsWith("ies")) {
      lemmas.add(word.substring(0, n - 3) + "y");
    } else if (n > 4 && word.matches(".*(ss|ch|sh|x|z)es")) {
      lemmas.add(word.substring(0, n - 2));
    } else if (n > 3 && word.endsWith("men")) {
      lemmas.add(word.substring(0, n - 2) + "an");
    } else if (n > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is)")) {
      lemmas.add(word.substring(0, n - 1));
    }
    return lemmas;
  }

  /** What a lemmatizer may make of a verb. */
  static Set<String> verbLemmas(String word) {
    Set<String> lemmas = new LinkedHashSet<>();
    lemmas.add(word);
    for (String ending : List.of("ing", "ed")) {
      if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
        String stem = word.substring(0, word.length() - ending.length());
        lemmas.add(stem);
        lemmas.add(stem + "e");
        if (stem.length() > 2 && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)) {
          lemmas.add(stem.substring(0, stem.length() - 1));
        }
      }
    }
    return lemmas;
  }

  /** Whether a form of a verb follows the rules, so that any lemmatizer knows it. */
  static boolean isRegular(String verb, String form) {
    String stem =
        verb.endsWith("e") || verb.endsWith("y") ? verb.substring(0, verb.length() - 1) : verb;
    String doubled = stem + stem.charAt(stem.length() - 1);
    return form.equals(verb)
        || form.startsWith(verb) && form.substring(verb.length()).matches("s|es|ed|d|ing")
        || form.startsWith(doubled) && form.substring(doubled.length()).matches("ed|ing")
        || form.startsWith(stem) && form.substring(stem.length()).matches("ies|ied|ing|ed");
  }

  /** The regular plural of a phrase's last word. */
  static String plural(String phrase) {
    if (phrase.matches(".*(s|x|z|ch|sh)")) {
      return phrase + "es";
    }
    return phrase.matches(".*[^aeiou]y")
        ? phrase.substring(0, phrase.length() - 1) + "ies"
        : phrase + "s";
  }
}
