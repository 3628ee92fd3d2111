package org.entente.evaluation.measure;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each class was answered where each was right. Precision, recall and F1 are those of
 * scikit-learn's {@code f1_score}: 0 where a denominator is 0, and the macro-F1 is the plain mean
 * over the classes that occur in gold or answers.
 */
public final class Confusion {
  /** Stands for a row without an answer: it is missed, and wrong for no class. */
  public static final int NONE = -1;

  private final List<String> labels;
  private final int[][] cells;
  private final int[] unanswered;
  private int total;

  /**
   * @param labels names of the classes; rows are added by their indices
   */
  public Confusion(List<String> labels) {
    this.labels = List.copyOf(labels);
    this.cells = new int[labels.size()][labels.size()];
    this.unanswered = new int[labels.size()];
  }

  public static Confusion of(List<String> labels, int[] gold, int[] answers) {
    Confusion confusion = new Confusion(labels);
    for (int i = 0; i < gold.length; i++) {
      confusion.add(gold[i], answers[i]);
    }
    return confusion;
  }

  /**
   * @param answer or {@link #NONE}
   */
  public void add(int gold, int answer) {
    total++;
    if (answer == NONE) {
      unanswered[gold]++;
    } else {
      cells[gold][answer]++;
    }
  }

  public List<String> labels() {
    return labels;
  }

  public int count(int gold, int answer) {
    return cells[gold][answer];
  }

  public int total() {
    return total;
  }

  /** Rows of which a class is right. */
  public int gold(int label) {
    return IntStream.of(cells[label]).sum() + unanswered[label];
  }

  /** Rows to which a class was answered. */
  public int answered(int label) {
    return IntStream.range(0, cells.length).map(g -> cells[g][label]).sum();
  }

  public int right() {
    return IntStream.range(0, cells.length).map(i -> cells[i][i]).sum();
  }

  /** Of all rows, 0 to 1; 0 without rows. */
  public double accuracy() {
    return share(right(), total);
  }

  public double precision(int label) {
    return share(cells[label][label], answered(label));
  }

  public double recall(int label) {
    return share(cells[label][label], gold(label));
  }

  /** The harmonic mean of precision and recall, as 2 TP / (2 TP + FP + FN). */
  public double f1(int label) {
    return share(2 * cells[label][label], gold(label) + answered(label));
  }

  public double macroF1() {
    double sum = 0;
    int occurring = 0;
    for (int label = 0; label < cells.length; label++) {
      if (gold(label) + answered(label) > 0) {
        sum += f1(label);
        occurring++;
      }
    }
    return occurring == 0 ? 0 : sum / occurring;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
