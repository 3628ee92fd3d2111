package org.entente.analysis.forecast.question;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Questions of the past with their features and how they ended, to learn from and to test on. */
final class Rows {
  private static final double RIDGE = 30;

  private float[][] features = new float[1024][];
  private boolean[] happened = new boolean[1024];
  private int[] cluster = new int[1024];
  private int[] day = new int[1024];
  private float[] frequency = new float[1024];
  private int size;

  static Rows[] ofQuads() {
    Rows[] rows = new Rows[DyadState.QUADS];
    Arrays.setAll(rows, q -> new Rows());
    return rows;
  }

  /**
   * Adds a question.
   *
   * @param of number of the cluster that it belongs to
   * @param on number of its first day
   * @param often past frequency, the forecast to beat
   */
  void add(float[] row, boolean happens, int of, int on, double often) {
    if (size == features.length) {
      features = Arrays.copyOf(features, 2 * size);
      happened = Arrays.copyOf(happened, 2 * size);
      cluster = Arrays.copyOf(cluster, 2 * size);
      day = Arrays.copyOf(day, 2 * size);
      frequency = Arrays.copyOf(frequency, 2 * size);
    }
    features[size] = row.clone();
    happened[size] = happens;
    cluster[size] = of;
    day[size] = on;
    frequency[size++] = (float) often;
  }

  int size() {
    return size;
  }

  float[] features(int at) {
    return features[at];
  }

  boolean happened(int at) {
    return happened[at];
  }

  int cluster(int at) {
    return cluster[at];
  }

  int day(int at) {
    return day[at];
  }

  double frequency(int at) {
    return frequency[at];
  }

  /** Those that are wanted, by their index; the rows themselves are shared. */
  Rows only(IntPredicate wanted) {
    Rows some = new Rows();
    int n = (int) java.util.stream.IntStream.range(0, size).filter(wanted).count();
    some.features = new float[n][];
    some.happened = new boolean[n];
    some.cluster = new int[n];
    some.day = new int[n];
    some.frequency = new float[n];
    for (int i = 0; i < size; i++) {
      if (wanted.test(i)) {
        some.features[some.size] = features[i];
        some.happened[some.size] = happened[i];
        some.cluster[some.size] = cluster[i];
        some.day[some.size] = day[i];
        some.frequency[some.size++] = frequency[i];
      }
    }
    return some;
  }

  /**
   * Fits a regression.
   *
   * @param start one of like rows to begin from, or null
   */
  Logistic fit(Logistic start) {
    return Logistic.fit(
        Arrays.copyOf(features, size),
        Arrays.copyOf(happened, size),
        Arrays.copyOf(cluster, size),
        RIDGE,
        start);
  }

  double rate() {
    int yes = 0;
    for (int i = 0; i < size; i++) {
      yes += happened[i] ? 1 : 0;
    }
    return yes / (double) Math.max(1, size);
  }

  /**
   * Variance of the log odds of clusters about what their features say, by moments; windows that
   * overlap count as one.
   */
  double spread(Logistic fitted, int window) {
    Map<Integer, double[]> sums = new HashMap<>();
    for (int i = 0; i < size; i++) {
      double p = Logistic.sigmoid(fitted.logit(features[i]));
      double[] sum = sums.computeIfAbsent(cluster[i], key -> new double[2]);
      sum[0] += (happened[i] ? 1 : 0) - p;
      sum[1] += p * (1 - p);
    }
    double over = 0;
    double information = 0;
    for (double[] sum : sums.values()) {
      over += sum[0] * sum[0] - window * sum[1];
      information += sum[1] * sum[1];
    }
    return information == 0 ? 0 : Math.max(0, over / information);
  }
}
