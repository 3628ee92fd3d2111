package org.entente.sway.bargain;

/**
 * Loops over numbers of many settings side by side. A row holds, for each actor, one number a lane:
 * {@code row[actor * lanes + lane]}. The loops are kept so small, each writing one row and reading
 * from index 0, because that is what virtual machines from Java 17 on turn into vector
 * instructions.
 */
final class Lanes {
  /** So many actors in all lanes: enough for long loops, few enough for the processor's caches. */
  static final int SIDE_BY_SIDE = 288;

  private Lanes() {}

  /** Copies the numbers of one actor to the first so many. */
  static void repeat(double[] row, int actor, int lanes, double[] to, int actors) {
    int width = actors * lanes;
    System.arraycopy(row, actor * lanes, to, 0, lanes);
    for (int done = lanes; done < width; done *= 2) {
      System.arraycopy(to, 0, to, done, Math.min(done, width - done));
    }
  }

  /**
   * Turns a ring of actors: each finds the number of the one so many places after it, the first
   * coming after the last.
   *
   * @param places above 0, below the number of actors
   */
  static void turn(double[] row, int places, int lanes, double[] to, int actors) {
    int width = actors * lanes;
    int by = places * lanes;
    System.arraycopy(row, by, to, 0, width - by);
    System.arraycopy(row, 0, to, width - by, by);
  }

  static void times(double[] a, double[] b, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = a[t] * b[t];
    }
  }

  static void over(double[] a, double[] b, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = a[t] / b[t];
    }
  }

  static void times(double[] a, double factor, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = a[t] * factor;
    }
  }

  static void plus(double[] a, double more, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = a[t] + more;
    }
  }

  static void plus(double[] a, double[] b, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = a[t] + b[t];
    }
  }

  static void minus(double[] a, double[] b, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = a[t] - b[t];
    }
  }

  /** a − f b. */
  static void less(double[] a, double[] f, double[] b, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = a[t] - f[t] * b[t];
    }
  }

  static void apart(double[] a, double[] b, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = Math.abs(a[t] - b[t]);
    }
  }

  static void addApart(
      double[] sum, double[] a, double[] b, double[] c, double[] d, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = sum[t] + (Math.abs(a[t] - b[t]) + Math.abs(c[t] - d[t]));
    }
  }

  /** .5 (a + b). */
  static void middle(double[] a, double[] b, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = .5 * (a[t] + b[t]);
    }
  }

  /** .5 (a − b). */
  static void halfGap(double[] a, double[] b, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = .5 * (a[t] - b[t]);
    }
  }

  /** Adds (f (a − b))². */
  static void addSquares(double[] f, double[] a, double[] b, double[] sum, int width) {
    for (int t = 0; t < width; t++) {
      double part = f[t] * (a[t] - b[t]);
      sum[t] += part * part;
    }
  }

  static void root(double[] a, double[] by, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = Math.sqrt(a[t] / by[t]);
    }
  }

  static void add(double[] a, double[] sum, int width) {
    for (int t = 0; t < width; t++) {
      sum[t] += a[t];
    }
  }

  static void add(
      double[] sum, double[] a, double[] b, double[] c, double[] d, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = sum[t] + (a[t] + b[t] + (c[t] + d[t]));
    }
  }

  static void addSizes(double[] a, double[] sum, int width) {
    for (int t = 0; t < width; t++) {
      sum[t] += Math.abs(a[t]);
    }
  }

  static void addSizes(
      double[] sum, double[] a, double[] b, double[] c, double[] d, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = sum[t] + (Math.abs(a[t]) + Math.abs(b[t]) + (Math.abs(c[t]) + Math.abs(d[t])));
    }
  }

  /** d (1 − d). */
  static void bend(double[] d, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = d[t] * (1 - d[t]);
    }
  }

  /** f (a − (d − risk d (1 − d))): less what an outcome at that distance costs an actor. */
  static void lessLoss(double[] a, double[] d, double[] risk, double f, double[] out, int width) {
    for (int t = 0; t < width; t++) {
      out[t] = f * (a[t] - (d[t] - risk[t] * (d[t] * (1 - d[t]))));
    }
  }
}
