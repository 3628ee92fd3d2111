package org.entente.coding.syntax;

import java.util.Arrays;
import java.util.List;
import org.entente.coding.syntax.model.KeyHash;
import org.entente.coding.syntax.model.SyntaxModel;
import org.entente.coding.syntax.model.Weights;
import org.entente.coding.syntax.model.WordTable;

/**
 * Which features the parser looks at. Their numbers are those of NLP4J's template for the parser,
 * whose weights these are: i is the word on top of the stack, j the next of the input, k what is
 * further down the stack; lmd and rmd are a word's leftmost and rightmost dependents.
 */
final class TreeFeatures {
  /** The root above a sentence, as the weights know it. */
  static final String ROOT = "@#r$%";

  /** Places of a word in which some of its features hang on it alone. */
  static final int I = 0;

  static final int I_MINUS_1 = 1;
  static final int I_MINUS_2 = 2;
  static final int I_PLUS_1 = 3;
  static final int I_PLUS_2 = 4;
  static final int J = 5;
  static final int J_MINUS_1 = 6;
  static final int J_MINUS_2 = 7;
  static final int J_PLUS_1 = 8;
  static final int J_PLUS_2 = 9;
  static final int K_MINUS_1 = 10;
  static final int I_HEAD = 11;
  static final int I_LMD = 12;
  static final int I_RMD = 13;
  static final int J_LMD = 14;
  static final int I_HEAD_2 = 15;
  static final int I_LMD_2 = 16;
  static final int I_RMD_2 = 17;
  static final int J_LMD_2 = 18;
  static final int PLACES = 19;

  /** Templates of each place over the lemma, over the tag, and over tag and lemma; −1 is none. */
  private static final int[][] TEMPLATES = {
    {6, 8, 10}, {17, 24, -1}, {-1, 23, -1}, {18, 25, -1}, {-1, 26, -1},
    {7, 9, 11}, {20, 27, -1}, {19, -1, -1}, {21, 28, -1}, {22, -1, -1},
    {16, -1, -1}, {56, 60, -1}, {57, -1, -1}, {58, 61, -1}, {59, 62, -1},
    {76, -1, -1}, {-1, 78, -1}, {-1, 79, -1}, {77, 80, -1}
  };

  /** Direct groups of the table: clusters of i, j, i+1, j+1. */
  private static final int[] CLUSTER_GROUP = {0, -1, -1, 2, -1, 1, -1, -1, 3};

  /** Left and right dependents, each none, one, or more. */
  static final int VALENCIES = 9;

  private static final String[] VALENCY = {
    "-", "->", "->>", "<-", "<->", "<->>", "<<-", "<<->", "<<->>"
  };

  static final int POSITION_I = 4;
  static final int POSITION_J = 5;
  static final int VALENCY_I = 51;
  static final int VALENCY_J = 52;

  final Weights weights;
  final List<String> tags;
  final List<String> labels;
  final long[] tagHash;
  final long[] tagPower;
  final long[] labelHash;
  final long[] labelPower;
  final int rootTag;

  /** What each transition does: to the arc, to the lists, and under which label. */
  final byte[] arc;

  final byte[] list;
  final int[] label;

  static final byte NONE = 0;
  static final byte LEFT = 1;
  static final byte RIGHT = 2;
  static final byte SHIFT = 0;
  static final byte REDUCE = 1;
  static final byte PASS = 2;

  /** Transitions that may be taken in a situation, a bit each. */
  final long all;

  final long shifting;
  final long withoutArc;
  final long withoutArcOrReduce;
  final long allButReduce;
  final long leftArcs;
  final long rightArcs;

  final int firstI;
  final int firstJ;
  final int lastJ;

  TreeFeatures(SyntaxModel model) {
    this.weights = model.parser();
    this.tags = model.tags();
    List<String> all = new java.util.ArrayList<>(tags);
    all.add(ROOT);
    this.rootTag = tags.size();
    this.tagHash = TagFeatures.hashes(all);
    this.tagPower = TagFeatures.powers(all);
    List<String> transitions = model.transitions();
    this.labels =
        transitions.stream()
            .map(t -> t.substring(t.lastIndexOf('_') + 1))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    this.labelHash = TagFeatures.hashes(labels);
    this.labelPower = TagFeatures.powers(labels);
    this.arc = new byte[transitions.size()];
    this.list = new byte[transitions.size()];
    this.label = new int[transitions.size()];
    for (int i = 0; i < arc.length; i++) {
      String[] parts = transitions.get(i).split("_", -1);
      arc[i] = (byte) "NLR".indexOf(parts[0]);
      list[i] = (byte) "SRP".indexOf(parts[1]);
      label[i] = labels.indexOf(parts[2]);
    }
    this.all = where(arc.length, i -> true);
    this.shifting = where(arc.length, i -> list[i] == SHIFT);
    this.withoutArc = where(arc.length, i -> arc[i] == NONE);
    this.withoutArcOrReduce = where(arc.length, i -> arc[i] == NONE && list[i] != REDUCE);
    this.allButReduce = where(arc.length, i -> arc[i] != NONE || list[i] != REDUCE);
    this.leftArcs = where(arc.length, i -> arc[i] == LEFT);
    this.rightArcs = where(arc.length, i -> arc[i] == RIGHT);
    this.firstI = row(POSITION_I, KeyHash.of("0"));
    this.firstJ = row(POSITION_J, KeyHash.of("0"));
    this.lastJ = row(POSITION_J, KeyHash.of("1"));
  }

  private static long where(int size, java.util.function.IntPredicate condition) {
    long bits = 0;
    for (int i = 0; i < size; i++) {
      bits |= condition.test(i) ? 1L << i : 0;
    }
    return bits;
  }

  int row(int template, long value) {
    return weights.find(KeyHash.key(template, value));
  }

  /** Rows of a word in one of its places. */
  int[] rows(Reading word, int place) {
    int[] rows = word.rows[place];
    if (rows == null) {
      int[] found = new int[4];
      int size = 0;
      int[] templates = TEMPLATES[place];
      if (templates[0] >= 0) {
        found[size++] = row(templates[0], word.hash);
      }
      if (templates[1] >= 0) {
        found[size++] = row(templates[1], tagHash[word.tag]);
      }
      if (templates[2] >= 0) {
        found[size++] = row(templates[2], KeyHash.join(tagHash[word.tag], word.hash, word.power));
      }
      if (place < CLUSTER_GROUP.length && CLUSTER_GROUP[place] >= 0 && word.form != null) {
        found[size++] = weights.direct(CLUSTER_GROUP[place], WordTable.cluster(word.form.known));
      }
      rows = Arrays.stream(found, 0, size).filter(row -> row != 0).toArray();
      word.rows[place] = rows;
    }
    return rows;
  }

  /** The row of a word with its dependents so far: {@code which} is 0 for i, 1 for j. */
  int valencyRow(Reading word, int which, int valency) {
    int row = word.valency[which][valency];
    if (row < 0) {
      row =
          row(
              which == 0 ? VALENCY_I : VALENCY_J,
              KeyHash.join(KeyHash.of(VALENCY[valency]), word.hash, word.power));
      word.valency[which][valency] = row;
    }
    return row;
  }
}
