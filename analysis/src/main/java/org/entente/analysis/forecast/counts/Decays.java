package org.entente.analysis.forecast.counts;

/** What is left of a count after some days, at each of the half-lives. */
public final class Decays {
  /** In days; the last is never. */
  static final int[] HALF_LIVES = {2, 8, 32, 128, Integer.MAX_VALUE};

  public static final int COUNT = HALF_LIVES.length;
  public static final int H2 = 0;
  public static final int H8 = 1;
  public static final int H32 = 2;
  public static final int H128 = 3;
  public static final int EVER = 4;

  private static final int MOST = 4096;
  private static final float[][] LEFT = new float[COUNT][MOST];

  static {
    for (int h = 0; h < COUNT; h++) {
      for (int d = 0; d < MOST; d++) {
        LEFT[h][d] = h == EVER ? 1 : (float) Math.pow(2, -(double) d / HALF_LIVES[h]);
      }
    }
  }

  private Decays() {}

  /** The half-lives as a model's file has them. */
  public static String words() {
    return "2 8 32 128 ever";
  }

  /** What is left of 1 after some days. */
  public static float left(int half, int days) {
    return LEFT[half][Math.min(days, MOST - 1)];
  }
}
