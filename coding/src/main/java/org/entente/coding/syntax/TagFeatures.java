package org.entente.coding.syntax;

import java.util.Arrays;
import java.util.List;
import org.entente.coding.syntax.model.KeyHash;
import org.entente.coding.syntax.model.SyntaxModel;
import org.entente.coding.syntax.model.Weights;
import org.entente.coding.syntax.model.WordTable;

/**
 * Which features the tagger looks at. Their numbers are those of NLP4J's template for the tagger,
 * whose weights these are: i is the word to tag, its neighbours are counted from it.
 */
final class TagFeatures {
  static final int ORTHOGRAPHIC = 4;
  static final int POSITIONAL = 5;

  /** Forms from two words before to two after. */
  static final int FORM = 9;

  /** Shapes from one word before to one after. */
  static final int SHAPE = 14;

  static final int TAG_3 = 17;
  static final int TAG_2 = 18;
  static final int TAG_1 = 19;

  /** Pairs of lower-case forms: (−2, −1), (−1, 0), (0, 1), (1, 2), (−1, 1). */
  static final int PAIR = 20;

  static final int TAG_2_TAG_1 = 25;
  static final int TAG_1_CLASS1 = 26;
  static final int CLASS1_CLASS2 = 27;
  static final int TAG_2_TAG_1_CLASS = 28;
  static final int TAG_1_CLASS_CLASS1 = 29;
  static final int TAG_2_TAG_1_CLASS1 = 30;
  static final int TAG_1_CLASS1_CLASS2 = 31;
  static final int PREFIX = 32;
  static final int SUFFIX = 34;

  /** Direct groups of the table: classes of tags at 0 to 3, clusters at −1 to 1. */
  private static final int CLASS_GROUP = 0;

  private static final int CLUSTER_GROUP = 5;

  final Weights weights;
  final long[] tagHash;
  final long[] tagPower;
  final long[] classHash;
  final long[] classPower;
  final int[] first;
  final int[] last;
  final int[] firstUpper;

  /** Rows of the tags three, two and one word before. */
  final int[][] before;

  TagFeatures(SyntaxModel model) {
    this.weights = model.tagger();
    this.tagHash = hashes(model.tags());
    this.tagPower = powers(model.tags());
    this.classHash = hashes(model.tagClasses());
    this.classPower = powers(model.tagClasses());
    this.first = new int[] {row(POSITIONAL, "0")};
    this.last = new int[] {row(POSITIONAL, "1")};
    this.firstUpper = new int[] {row(ORTHOGRAPHIC, "11")};
    this.before = new int[3][tagHash.length];
    for (int tag = 0; tag < tagHash.length; tag++) {
      before[0][tag] = row(TAG_3, tagHash[tag]);
      before[1][tag] = row(TAG_2, tagHash[tag]);
      before[2][tag] = row(TAG_1, tagHash[tag]);
    }
  }

  static long[] hashes(List<String> texts) {
    return texts.stream().mapToLong(KeyHash::of).toArray();
  }

  static long[] powers(List<String> texts) {
    return texts.stream().mapToLong(text -> KeyHash.power(text.length())).toArray();
  }

  private int row(int template, String value) {
    return row(template, KeyHash.of(value));
  }

  private int row(int template, long value) {
    return weights.find(KeyHash.key(template, value));
  }

  /** Rows of a form that stands {@code distance} words after the one to tag, from −2 to 3. */
  int[] rows(Form form, int distance) {
    int[] rows = new int[32];
    int size = 0;
    if (distance >= 0) {
      rows[size++] = weights.direct(CLASS_GROUP + distance, WordTable.tagClass(form.known));
    }
    if (distance >= -2 && distance <= 2) {
      rows[size++] = row(FORM + 2 + distance, form.simpleHash);
    }
    if (distance >= -1 && distance <= 1) {
      rows[size++] = row(SHAPE + 1 + distance, form.shapeHash);
      rows[size++] = weights.direct(CLUSTER_GROUP + distance, WordTable.cluster(form.known));
    }
    if (distance == 0) {
      String lower = form.lower;
      for (int length = 2; length <= 3 && length < lower.length(); length++) {
        rows[size++] = row(PREFIX + length - 2, KeyHash.of(lower, 0, length));
      }
      for (int length = 1; length <= 4 && length < lower.length(); length++) {
        rows[size++] =
            row(SUFFIX + length - 1, KeyHash.of(lower, lower.length() - length, lower.length()));
      }
      for (String kind : orthography(form)) {
        rows[size++] = row(ORTHOGRAPHIC, kind);
      }
    }
    return Arrays.stream(rows, 0, size).filter(row -> row != 0).toArray();
  }

  /** Whether a word not at the beginning has the feature of a capital letter. */
  static boolean capital(Form form) {
    return Chars.upper(form.simple.charAt(0)) && !allUpper(form.simple);
  }

  private static boolean allUpper(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Chars.upper(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> orthography(Form form) {
    if (form.isAddress()) {
      return List.of("0");
    }
    String text = form.simple;
    int upper = 0;
    int lower = 0;
    int digits = 0;
    int punctuation = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      upper += Chars.upper(c) ? 1 : 0;
      lower += Chars.lower(c) ? 1 : 0;
      digits += Chars.digit(c) ? 1 : 0;
      punctuation += Chars.punctuation(c) ? 1 : 0;
    }
    int all = text.length();
    List<String> kinds = new java.util.ArrayList<>();
    if (upper == all) {
      kinds.add("1");
    } else if (lower == all) {
      kinds.add("2");
    } else if (digits == all) {
      kinds.add("3");
    } else if (punctuation == all) {
      kinds.add("4");
    } else if (digits + punctuation == all) {
      kinds.add("5");
    } else if (lower == 0) {
      kinds.add("10");
    }
    int furtherUpper = upper - (Chars.upper(text.charAt(0)) ? 1 : 0);
    if (upper < all && furtherUpper > 0) {
      kinds.add(furtherUpper == 1 ? "12" : "13");
    }
    if (digits > 0 && digits < all) {
      kinds.add("6");
    }
    boolean period = text.indexOf('.') >= 0;
    boolean hyphen = text.indexOf('-') >= 0;
    if (period) {
      kinds.add("7");
    }
    if (hyphen) {
      kinds.add("8");
    }
    if (punctuation > 0 && punctuation < all && !period && !hyphen) {
      kinds.add("9");
    }
    return kinds;
  }
}
