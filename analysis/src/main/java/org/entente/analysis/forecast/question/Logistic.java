package org.entente.analysis.forecast.question;

/**
 * Logistic regression with a ridge, by Newton's method, and the covariance of its weights, robust
 * to the likeness of cases of one cluster (Liang and Zeger, 1986).
 *
 * @param mean of each feature in training
 * @param deviation of each feature in training
 * @param weights of the scaled features, the constant last
 * @param covariance of the weights
 */
record Logistic(double[] mean, double[] deviation, double[] weights, double[][] covariance) {
  private static final int STEPS = 60;
  private static final double LONGEST = .3;

  /**
   * Fits.
   *
   * @param x features of each case
   * @param y whether it happened
   * @param clusters number of the cluster of each case
   * @param like how many cases each stands for
   * @param start a fit of like cases to begin from, or null
   */
  static Logistic fit(
      float[][] x, boolean[] y, int[] clusters, float[] like, double ridge, Logistic start) {
    int n = x.length;
    int k = n == 0 ? 0 : x[0].length;
    double[] mean = new double[k];
    double[] deviation = new double[k];
    for (float[] row : x) {
      for (int f = 0; f < k; f++) {
        mean[f] += row[f] / n;
      }
    }
    for (float[] row : x) {
      for (int f = 0; f < k; f++) {
        deviation[f] += (row[f] - mean[f]) * (row[f] - mean[f]) / n;
      }
    }
    for (int f = 0; f < k; f++) {
      deviation[f] = deviation[f] > 1e-9 ? Math.sqrt(deviation[f]) : 1;
    }
    double[] w = start == null ? level(y, like, k) : start.weights(mean, deviation);
    Logistic fitted = new Logistic(mean, deviation, w, null);
    double[][] hessian = null;
    double[] z = new double[k + 1];
    for (int step = 0; step < STEPS; step++) {
      hessian = new double[k + 1][k + 1];
      double[] gradient = new double[k + 1];
      for (int i = 0; i < n; i++) {
        fitted.scale(x[i], z);
        double p = sigmoid(dot(w, z));
        double v = like[i] * Math.max(1e-9, p * (1 - p));
        double off = like[i] * (p - (y[i] ? 1 : 0));
        for (int a = 0; a <= k; a++) {
          gradient[a] += off * z[a];
          double va = v * z[a];
          double[] row = hessian[a];
          for (int b = 0; b <= a; b++) {
            row[b] += va * z[b];
          }
        }
      }
      for (int a = 0; a <= k; a++) {
        for (int b = 0; b < a; b++) {
          hessian[b][a] = hessian[a][b];
        }
        if (a < k) {
          gradient[a] += ridge * w[a];
          hessian[a][a] += ridge;
        }
        hessian[a][a] += 1e-9;
      }
      double[] move = Cholesky.of(hessian).solve(gradient);
      double most = 0;
      for (double one : move) {
        most = Math.max(most, Math.abs(one));
      }
      // a full step from afar may overshoot to where nothing has a slope
      double part = Math.min(1, LONGEST / Math.max(LONGEST, most));
      for (int a = 0; a <= k; a++) {
        w[a] -= part * move[a];
      }
      if (most < 1e-6) {
        break;
      }
    }
    return new Logistic(mean, deviation, w, fitted.sandwich(x, y, clusters, like, hessian));
  }

  /** Weights that say how often it happens, and nothing else. */
  private static double[] level(boolean[] y, float[] like, int k) {
    double[] w = new double[k + 1];
    double yes = .5;
    double all = 1;
    for (int i = 0; i < y.length; i++) {
      yes += y[i] ? like[i] : 0;
      all += like[i];
    }
    w[k] = Math.log(yes / (all - yes));
    return w;
  }

  /** The same regression for features that are scaled otherwise. */
  private double[] weights(double[] mean, double[] deviation) {
    double[] w = weights.clone();
    for (int f = 0; f < mean.length; f++) {
      w[f] = weights[f] / this.deviation[f] * deviation[f];
      w[mean.length] += weights[f] / this.deviation[f] * (mean[f] - this.mean[f]);
    }
    return w;
  }

  private double[][] sandwich(
      float[][] x, boolean[] y, int[] clusters, float[] like, double[][] hessian) {
    int k = weights.length;
    int most = 0;
    for (int c : clusters) {
      most = Math.max(most, c);
    }
    double[][] sums = new double[most + 1][];
    double[] z = new double[k];
    for (int i = 0; i < x.length; i++) {
      scale(x[i], z);
      double off = like[i] * (sigmoid(dot(weights, z)) - (y[i] ? 1 : 0));
      if (sums[clusters[i]] == null) {
        sums[clusters[i]] = new double[k];
      }
      for (int a = 0; a < k; a++) {
        sums[clusters[i]][a] += off * z[a];
      }
    }
    double[][] covariance = new double[k][k];
    Cholesky cholesky = Cholesky.of(hessian);
    for (double[] sum : sums) {
      if (sum != null) {
        double[] moved = cholesky.solve(sum);
        for (int a = 0; a < k; a++) {
          for (int b = 0; b < k; b++) {
            covariance[a][b] += moved[a] * moved[b];
          }
        }
      }
    }
    return covariance;
  }

  private void scale(float[] row, double[] z) {
    for (int f = 0; f < row.length; f++) {
      z[f] = (row[f] - mean[f]) / deviation[f];
    }
    z[row.length] = 1;
  }

  private double[] scaled(float[] row) {
    double[] z = new double[weights.length];
    for (int f = 0; f < row.length; f++) {
      z[f] = (row[f] - mean[f]) / deviation[f];
    }
    z[row.length] = 1;
    return z;
  }

  /** Log odds. */
  double logit(float[] row) {
    return dot(weights, scaled(row));
  }

  /** Standard error of the log odds, from the uncertainty of the weights. */
  double error(float[] row) {
    double[] z = scaled(row);
    double sum = 0;
    for (int a = 0; a < z.length; a++) {
      sum += z[a] * dot(covariance[a], z);
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /** What each feature adds to the log odds of an average case. */
  double[] terms(float[] row) {
    double[] terms = new double[row.length];
    for (int f = 0; f < row.length; f++) {
      terms[f] = weights[f] * (row[f] - mean[f]) / deviation[f];
    }
    return terms;
  }

  /** Log odds for one more of a feature. */
  double slope(int feature) {
    return weights[feature] / deviation[feature];
  }

  static double sigmoid(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < b.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
