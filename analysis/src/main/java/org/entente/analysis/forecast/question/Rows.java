package org.entente.analysis.forecast.question;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/** Questions of the past with their features and how they ended, to learn from and to test on. */
final class Rows {
  private float[][] features = new float[1024][];
  private boolean[] happened = new boolean[1024];
  private int[] cluster = new int[1024];
  private int[] source = new int[1024];
  private int[] target = new int[1024];
  private int[] day = new int[1024];
  private float[] frequency = new float[1024];
  private float[] weight = new float[1024];
  private int size;

  static Rows[] ofQuads() {
    Rows[] rows = new Rows[DyadState.QUADS];
    Arrays.setAll(rows, q -> new Rows());
    return rows;
  }

  /**
   * Adds a question.
   *
   * @param by number of the source
   * @param to number of the target
   * @param of number of the cluster that it belongs to
   * @param on number of its first day
   * @param often past frequency, the forecast to beat
   * @param like how many questions it stands for
   */
  void add(
      float[] row, boolean happens, int by, int to, int of, int on, double often, double like) {
    if (size == features.length) {
      features = Arrays.copyOf(features, 2 * size);
      happened = Arrays.copyOf(happened, 2 * size);
      cluster = Arrays.copyOf(cluster, 2 * size);
      source = Arrays.copyOf(source, 2 * size);
      target = Arrays.copyOf(target, 2 * size);
      day = Arrays.copyOf(day, 2 * size);
      frequency = Arrays.copyOf(frequency, 2 * size);
      weight = Arrays.copyOf(weight, 2 * size);
    }
    features[size] = row.clone();
    happened[size] = happens;
    cluster[size] = of;
    source[size] = by;
    target[size] = to;
    day[size] = on;
    frequency[size] = (float) often;
    weight[size++] = (float) like;
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

  int source(int at) {
    return source[at];
  }

  int target(int at) {
    return target[at];
  }

  int day(int at) {
    return day[at];
  }

  /** How many questions they stand for. */
  double weight() {
    double all = 0;
    for (int i = 0; i < size; i++) {
      all += weight[i];
    }
    return all;
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
    some.source = new int[n];
    some.target = new int[n];
    some.day = new int[n];
    some.frequency = new float[n];
    some.weight = new float[n];
    for (int i = 0; i < size; i++) {
      if (wanted.test(i)) {
        some.features[some.size] = features[i];
        some.happened[some.size] = happened[i];
        some.cluster[some.size] = cluster[i];
        some.source[some.size] = source[i];
        some.target[some.size] = target[i];
        some.day[some.size] = day[i];
        some.frequency[some.size] = frequency[i];
        some.weight[some.size++] = weight[i];
      }
    }
    return some;
  }

  /**
   * Fits a regression.
   *
   * @param ridge what holds the weights near to 0
   * @param start one of like rows to begin from, or null
   */
  Logistic fit(double ridge, Logistic start) {
    return Logistic.fit(
        Arrays.copyOf(features, size),
        Arrays.copyOf(happened, size),
        Arrays.copyOf(cluster, size),
        Arrays.copyOf(weight, size),
        ridge,
        start);
  }

  double rate() {
    double yes = 0;
    double all = 1e-9;
    for (int i = 0; i < size; i++) {
      yes += happened[i] ? weight[i] : 0;
      all += weight[i];
    }
    return yes / all;
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
      sum[0] += weight[i] * ((happened[i] ? 1 : 0) - p);
      sum[1] += weight[i] * p * (1 - p);
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
