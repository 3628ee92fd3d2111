package org.entente.knowledge.petrarch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A verb of one or several words.
 *
 * @param words small letters
 * @param inflected index of the word that has forms
 * @param forms those that are written out, small letters, parted by blanks
 * @param code its own, or null
 */
record Verb(Line line, List<String> words, int inflected, List<String> forms, EventCode code) {

  /** What the lexicon has as trigger: the verb, and what must stand by it. */
  Set<String> triggers() {
    Set<String> triggers = new LinkedHashSet<>();
    if (inflected == 1 && words.get(0).matches("re|de|un|over|out|pre|mis")) {
      triggers.add(words.get(0) + words.get(1));
      triggers.add(words.get(0) + "-" + words.get(1));
      return triggers;
    }
    String verb = words.get(inflected);
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      others.append(i == inflected ? "" : " " + words.get(i));
    }
    triggers.add(verb + others);
    for (String form : forms) {
      List<String> parts = List.of(form.split(" "));
      String inner = parts.size() == words.size() ? parts.get(inflected) : "";
      if (!inner.isEmpty() && !Words.isRegular(verb, inner)) {
        triggers.add(inner + others);
      }
    }
    return triggers;
  }

  boolean isPhrase() {
    return triggers().iterator().next().indexOf(' ') >= 0;
  }
}
