package org.entente.coding.syntax;

import org.entente.model.Span;

/**
 * A word of a sentence.
 *
 * @param index its place in the sentence, from 0
 * @param text as it stands in the document
 * @param lemma dictionary form, in lower case
 * @param tag Penn Treebank part of speech
 * @param head index of its head, −1 for the root
 * @param label ClearNLP dependency label
 * @param span offsets into the document's text
 */
public record Token(
    int index, String text, String lemma, String tag, int head, String label, Span span) {
  public boolean isVerb() {
    return tag.startsWith("VB");
  }

  public boolean isNoun() {
    return tag.startsWith("NN");
  }

  public boolean isProper() {
    return tag.startsWith("NNP");
  }

  public boolean isAdjective() {
    return tag.startsWith("JJ");
  }

  public boolean is(String... lemmas) {
    for (String wanted : lemmas) {
      if (lemma.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it hangs on its head under one of the labels. */
  public boolean labelled(String... labels) {
    for (String wanted : labels) {
      if (label.equals(wanted)) {
        return true;
      }
    }
    return false;
  }
}
