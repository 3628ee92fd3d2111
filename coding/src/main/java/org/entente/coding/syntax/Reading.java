package org.entente.coding.syntax;

import org.entente.coding.syntax.model.KeyHash;

/** A form with a tag: its lemma, and the parser's rows that hang on it alone, by place. */
final class Reading {
  final int tag;
  final String lemma;
  final long hash;
  final long power;

  /** {@link TreeFeatures#rows} at each of its places. */
  final int[][] rows = new int[TreeFeatures.PLACES][];

  /** Rows of a word with its valency on the stack and in the input, −1 where not asked yet. */
  final int[][] valency = new int[2][TreeFeatures.VALENCIES];

  final Form form;

  Reading(Form form, int tag, String lemma) {
    this.form = form;
    this.tag = tag;
    this.lemma = lemma;
    this.hash = KeyHash.of(lemma);
    this.power = KeyHash.power(lemma.length());
    java.util.Arrays.fill(valency[0], -1);
    java.util.Arrays.fill(valency[1], -1);
  }
}
