package org.entente.coding.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.ontology.Ontology;

/** What an event is about: PLOVER's contexts, by their cues in the sentence. */
public final class Contexts {
  private static final int MOST = 3;

  private final Map<String, List<String>> byCue = new HashMap<>();
  private int longest = 1;

  public Contexts(Ontology ontology) {
    ontology
        .contexts()
        .forEach(
            (context, cues) -> {
              for (String cue : cues) {
                byCue.computeIfAbsent(cue, k -> new ArrayList<>(1)).add(context);
                longest = Math.max(longest, cue.split(" ").length);
              }
            });
  }

  /** Up to three contexts, those with most cues first. */
  public List<String> of(Sentence sentence) {
    Map<String, Integer> count = new HashMap<>();
    for (int i = 0; i < sentence.size(); i++) {
      StringBuilder lemmas = new StringBuilder();
      for (int n = 0; n < longest && i + n < sentence.size(); n++) {
        Token token = sentence.token(i + n);
        lemmas.append(n > 0 ? " " : "").append(token.lemma());
        for (String context : byCue.getOrDefault(lemmas.toString(), List.of())) {
          count.merge(context, 1, Integer::sum);
        }
      }
    }
    return count.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
