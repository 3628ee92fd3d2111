package org.entente.evaluation.show;

import java.util.List;
import org.entente.model.Span;

/**
 * An answer that was wrong, with what it takes to see why.
 *
 * @param id of the row
 * @param gold what is right
 * @param answer what was answered
 * @param confidence of the answer, 0 to 1; below 0 where there is none
 * @param text the sentence
 * @param source a place in the text, or null
 * @param target a place in the text, or null
 * @param because line by line
 */
public record Case(
    String id,
    String gold,
    String answer,
    double confidence,
    String text,
    Span source,
    Span target,
    List<String> because) {
  public Case {
    because = List.copyOf(because);
  }

  /** What is right without what is said of it: {@code AGREE} of {@code AGREE JOR → USA}. */
  String goldType() {
    return gold.split(" ", 2)[0];
  }
}
