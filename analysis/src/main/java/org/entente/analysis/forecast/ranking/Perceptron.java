package org.entente.analysis.forecast.ranking;

import java.util.Arrays;
import java.util.Random;

/** A network of two hidden layers over the features: 57 → 48 → 16 → 1, leaky rectifiers. */
record Perceptron(Scale scale, float[] weights) implements Ranker {
  private static final int IN = Features.COUNT;
  private static final int ONE = 48;
  private static final int TWO = 16;
  private static final int BIAS1 = IN * ONE;
  private static final int LAYER2 = BIAS1 + ONE;
  private static final int BIAS2 = LAYER2 + ONE * TWO;
  private static final int LAYER3 = BIAS2 + TWO;
  static final int PARAMETERS = LAYER3 + TWO;
  private static final float LEAK = .05f;

  /** Slopes smaller than this teach nothing that would be seen. */
  private static final double NOTHING = 2e-4;

  static Perceptron fit(Sample scaled, Scale scale, long seed, Workers workers) {
    return new Perceptron(scale, Training.fit(scaled, new Layers(), 6, .004, 1e-3, seed, workers));
  }

  @Override
  public double score(float[] features, int at) {
    float[] scaled = new float[IN];
    for (int f = 0; f < IN; f++) {
      scaled[f] = (features[at + f] - scale.mean()[f]) / scale.deviation()[f];
    }
    return forward(weights, scaled, 0, new float[ONE], new float[TWO]);
  }

  /** How much the score falls when the feature is put to its average. */
  @Override
  public double[] terms(float[] features, int at) {
    double whole = score(features, at);
    double[] terms = new double[IN];
    float[] other = Arrays.copyOfRange(features, at, at + IN);
    for (int f = 0; f < IN; f++) {
      float kept = other[f];
      other[f] = scale.mean()[f];
      terms[f] = whole - score(other, 0);
      other[f] = kept;
    }
    return terms;
  }

  private static double forward(float[] p, float[] rows, int at, float[] one, float[] two) {
    System.arraycopy(p, BIAS1, one, 0, ONE);
    int f = 0;
    for (; f + 3 < IN; f += 4) {
      mix(one, p, f * ONE, rows[at + f], rows[at + f + 1], rows[at + f + 2], rows[at + f + 3]);
    }
    for (; f < IN; f++) {
      mix(one, p, f * ONE, rows[at + f], 0, 0, 0);
    }
    System.arraycopy(p, BIAS2, two, 0, TWO);
    for (int j = 0; j < ONE; j++) {
      float h = one[j] > 0 ? one[j] : LEAK * one[j];
      one[j] = h;
      int row = LAYER2 + j * TWO;
      for (int k = 0; k < TWO; k++) {
        two[k] += h * p[row + k];
      }
    }
    double score = 0;
    for (int k = 0; k < TWO; k++) {
      float h = two[k] > 0 ? two[k] : LEAK * two[k];
      two[k] = h;
      score += h * p[LAYER3 + k];
    }
    return score;
  }

  /** Four rows of weights at once, so that the compiler makes vectors of it. */
  private static void mix(float[] to, float[] p, int row, float a, float b, float c, float d) {
    for (int j = 0; j < ONE; j++) {
      to[j] +=
          a * p[row + j]
              + b * p[row + ONE + j]
              + c * p[row + 2 * ONE + j]
              + d * p[row + 3 * ONE + j];
    }
  }

  private static final class Layers implements Network {
    private float[] one = {};
    private float[] two = {};
    private float[] slopes1 = {};
    private int[] active = {};
    private final float[] hidden1 = new float[ONE];
    private final float[] hidden2 = new float[TWO];

    @Override
    public float[] start(long seed) {
      Random random = new Random(seed ^ 0x5DEECE66DL);
      float[] start = new float[PARAMETERS];
      fill(start, 0, BIAS1, Math.sqrt(2.0 / IN), random);
      fill(start, LAYER2, BIAS2, Math.sqrt(2.0 / ONE), random);
      fill(start, LAYER3, PARAMETERS, Math.sqrt(1.0 / TWO), random);
      return start;
    }

    private static void fill(float[] to, int from, int end, double deviation, Random random) {
      for (int i = from; i < end; i++) {
        to[i] = (float) (random.nextGaussian() * deviation);
      }
    }

    @Override
    public void scores(float[] parameters, float[] rows, int count, double[] scores) {
      if (one.length < count * ONE) {
        one = new float[count * ONE];
        two = new float[count * TWO];
      }
      for (int i = 0; i < count; i++) {
        scores[i] = forward(parameters, rows, i * IN, hidden1, hidden2);
        System.arraycopy(hidden1, 0, one, i * ONE, ONE);
        System.arraycopy(hidden2, 0, two, i * TWO, TWO);
      }
    }

    @Override
    public void back(
        float[] parameters, float[] rows, int count, double[] slopes, float[] gradient) {
      if (slopes1.length < (count + 3) * ONE) {
        slopes1 = new float[(count + 3) * ONE];
        active = new int[count + 3];
      }
      int used = 0;
      for (int i = 0; i < count; i++) {
        if (Math.abs(slopes[i]) >= NOTHING) {
          active[used] = i;
          backRow(parameters, i, (float) slopes[i], used++ * ONE, gradient);
        }
      }
      while (used % 4 != 0) {
        active[used] = 0;
        Arrays.fill(slopes1, used * ONE, (used + 1) * ONE, 0);
        used++;
      }
      for (int u = 0; u < used; u += 4) {
        for (int f = 0; f < IN; f++) {
          gather(
              gradient,
              f * ONE,
              slopes1,
              u * ONE,
              rows[active[u] * IN + f],
              rows[active[u + 1] * IN + f],
              rows[active[u + 2] * IN + f],
              rows[active[u + 3] * IN + f]);
        }
        gather(gradient, BIAS1, slopes1, u * ONE, 1, 1, 1, 1);
      }
    }

    private void backRow(float[] parameters, int i, float slope, int to, float[] gradient) {
      for (int k = 0; k < TWO; k++) {
        float h = two[i * TWO + k];
        gradient[LAYER3 + k] += slope * h;
        hidden2[k] = slope * parameters[LAYER3 + k] * (h > 0 ? 1 : LEAK);
        gradient[BIAS2 + k] += hidden2[k];
      }
      for (int j = 0; j < ONE; j++) {
        float h = one[i * ONE + j];
        int row = LAYER2 + j * TWO;
        float sum = 0;
        for (int k = 0; k < TWO; k++) {
          sum += hidden2[k] * parameters[row + k];
          gradient[row + k] += h * hidden2[k];
        }
        slopes1[to + j] = sum * (h > 0 ? 1 : LEAK);
      }
    }

    private static void gather(
        float[] to, int row, float[] from, int at, float a, float b, float c, float d) {
      for (int j = 0; j < ONE; j++) {
        to[row + j] +=
            a * from[at + j]
                + b * from[at + ONE + j]
                + c * from[at + 2 * ONE + j]
                + d * from[at + 3 * ONE + j];
      }
    }

    @Override
    public Network copy() {
      return new Layers();
    }
  }
}
