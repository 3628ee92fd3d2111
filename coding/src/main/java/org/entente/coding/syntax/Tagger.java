package org.entente.coding.syntax;

import org.entente.coding.syntax.model.KeyHash;
import org.entente.coding.syntax.model.Sums;
import org.entente.coding.syntax.model.WordTable;

/** Gives each word its part of speech, from left to right. One thread's own. */
final class Tagger {
  private static final int[] NOTHING = {};

  private final TagFeatures features;
  private final Sums sums = new Sums();
  private final Lookups lookups;
  private final long allowed;

  Tagger(TagFeatures features) {
    this.features = features;
    this.lookups = new Lookups(features.weights);
    int tags = features.tagHash.length;
    this.allowed = tags == 64 ? -1 : (1L << tags) - 1;
  }

  /** Numbers of the tags of the forms from index 1 up to {@code size}. */
  void tag(Form[] forms, int size, int[] tags) {
    for (int i = 1; i < size; i++) {
      sums.set(ofForm(forms[i]));
      lookups.clear();
      for (int distance = -2; distance <= 3; distance++) {
        int at = i + distance;
        if (distance != 0 && at >= 1 && at < size) {
          lookups.rows(rows(forms[at], distance));
        }
      }
      if (i > 1 && TagFeatures.capital(forms[i])) {
        lookups.rows(features.firstUpper);
      }
      lookups.rows(i == 1 ? features.first : i == size - 1 ? features.last : NOTHING);
      for (int distance = 3; distance >= 1; distance--) {
        if (i > distance) {
          lookups.row(features.before[3 - distance][tags[i - distance]]);
        }
      }
      pairs(forms, size, i);
      sequences(forms, size, tags, i);
      lookups.addTo(sums);
      tags[i] = sums.best(allowed);
    }
  }

  private Sums ofForm(Form form) {
    if (form.tagSums == null) {
      form.tagSums = new Sums();
      lookups.clear();
      lookups.rows(features.rows(form, 0));
      lookups.addTo(form.tagSums);
    }
    return form.tagSums;
  }

  private int[] rows(Form form, int distance) {
    int[] rows = form.tagRows[distance + 2];
    if (rows == null) {
      rows = features.rows(form, distance);
      form.tagRows[distance + 2] = rows;
    }
    return rows;
  }

  private void pairs(Form[] forms, int size, int i) {
    for (int pair = 0; pair < 5; pair++) {
      int first = pair == 4 ? i - 1 : i - 2 + pair;
      int second = pair == 4 ? i + 1 : first + 1;
      if (first >= 1 && second < size) {
        lookups.key(
            TagFeatures.PAIR + pair,
            KeyHash.join(
                forms[first].lowerHash, forms[second].lowerHash, forms[second].lowerPower));
      }
    }
  }

  private void sequences(Form[] forms, int size, int[] tags, int i) {
    long[] tagHash = features.tagHash;
    long[] classHash = features.classHash;
    long[] classPower = features.classPower;
    int here = WordTable.tagClass(forms[i].known);
    int next = i + 1 < size ? WordTable.tagClass(forms[i + 1].known) : -1;
    int second = i + 2 < size ? WordTable.tagClass(forms[i + 2].known) : -1;
    if (next >= 0 && second >= 0) {
      long classes = KeyHash.join(classHash[next], classHash[second], classPower[second]);
      lookups.key(TagFeatures.CLASS1_CLASS2, classes);
    }
    if (i > 1) {
      long before = tagHash[tags[i - 1]];
      if (next >= 0) {
        long beforeNext = KeyHash.join(before, classHash[next], classPower[next]);
        lookups.key(TagFeatures.TAG_1_CLASS1, beforeNext);
        if (second >= 0) {
          lookups.key(
              TagFeatures.TAG_1_CLASS1_CLASS2,
              KeyHash.join(beforeNext, classHash[second], classPower[second]));
        }
        if (here >= 0) {
          lookups.key(
              TagFeatures.TAG_1_CLASS_CLASS1,
              KeyHash.join(
                  KeyHash.join(before, classHash[here], classPower[here]),
                  classHash[next],
                  classPower[next]));
        }
      }
    }
    if (i > 2) {
      long before =
          KeyHash.join(tagHash[tags[i - 2]], tagHash[tags[i - 1]], features.tagPower[tags[i - 1]]);
      lookups.key(TagFeatures.TAG_2_TAG_1, before);
      if (here >= 0) {
        lookups.key(
            TagFeatures.TAG_2_TAG_1_CLASS, KeyHash.join(before, classHash[here], classPower[here]));
      }
      if (next >= 0) {
        lookups.key(
            TagFeatures.TAG_2_TAG_1_CLASS1,
            KeyHash.join(before, classHash[next], classPower[next]));
      }
    }
  }
}
