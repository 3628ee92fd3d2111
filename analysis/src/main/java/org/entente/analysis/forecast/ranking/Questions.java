package org.entente.analysis.forecast.ranking;

import java.util.Arrays;
import org.entente.analysis.forecast.history.History;

/**
 * What is asked of a day: for each source and relation, inverses included, to whom; with the
 * answers. By source, then relation.
 */
final class Questions {
  private final int[] source;
  private final int[] relation;
  private final int[][] answers;

  private Questions(int[] source, int[] relation, int[][] answers) {
    this.source = source;
    this.relation = relation;
    this.answers = answers;
  }

  static Questions of(History history, int day, Memory memory) {
    int from = history.from(day);
    int to = history.from(day + 1);
    long[] keys = new long[2 * (to - from)];
    for (int e = from; e < to; e++) {
      int s = history.source(e);
      int r = history.type(e);
      int o = history.target(e);
      keys[2 * (e - from)] = memory.tripleKey(s, r, o);
      keys[2 * (e - from) + 1] = memory.tripleKey(o, memory.inverse(r), s);
    }
    Arrays.sort(keys);
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] / memory.actors != keys[i - 1] / memory.actors) {
        count++;
      }
    }
    int[] source = new int[count];
    int[] relation = new int[count];
    int[][] answers = new int[count][];
    int q = 0;
    for (int i = 0; i < keys.length; ) {
      long group = keys[i] / memory.actors;
      int end = i;
      while (end < keys.length && keys[end] / memory.actors == group) {
        end++;
      }
      int[] found = new int[end - i];
      int distinct = 0;
      for (int k = i; k < end; k++) {
        if (k == i || keys[k] != keys[k - 1]) {
          found[distinct++] = (int) (keys[k] % memory.actors);
        }
      }
      source[q] = (int) (group / memory.relations);
      relation[q] = (int) (group % memory.relations);
      answers[q++] = Arrays.copyOf(found, distinct);
      i = end;
    }
    return new Questions(source, relation, answers);
  }

  int size() {
    return source.length;
  }

  int source(int q) {
    return source[q];
  }

  int relation(int q) {
    return relation[q];
  }

  /** Ascending. */
  int[] answers(int q) {
    return answers[q];
  }
}
