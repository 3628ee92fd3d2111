package org.entente.analysis.forecast.ranking;

/**
 * How often a relation p in the past of two actors, so many days ago, was followed by relation r
 * between them when r was asked for. Confidence is drawn to that of p's group (the same relation as
 * r, its inverse, of the same direction, other) and to the group's over all r.
 */
final class Rules {
  /** Last days of the buckets; one more for the rest. */
  private static final int[] LAGS = {1, 2, 4, 7, 14, 30, 60, 120};

  static final int BUCKETS = LAGS.length + 1;
  static final int SAME = 0;
  static final int INVERSE = 1;
  static final int DIRECTION = 2;
  static final int OTHER = 3;
  private static final int GROUPS = 4;
  private static final double PRIOR = 10;
  private static final double GROUP_PRIOR = 20;

  private static final byte[] BUCKET = new byte[LAGS[LAGS.length - 1] + 1];

  static {
    for (int lag = 0, b = 0; lag < BUCKET.length; lag++) {
      if (lag > LAGS[b]) {
        b++;
      }
      BUCKET[lag] = (byte) b;
    }
  }

  private final int types;
  private final int relations;
  private final int[] asked;
  private final int[] hits;
  private final int[] groupAsked;
  private final int[] groupHits;
  private final long[] allAsked = new long[GROUPS * BUCKETS];
  private final long[] allHits = new long[GROUPS * BUCKETS];

  Rules(int types) {
    this.types = types;
    relations = 2 * types;
    asked = new int[relations * relations * BUCKETS];
    hits = new int[relations * relations * BUCKETS];
    groupAsked = new int[relations * GROUPS * BUCKETS];
    groupHits = new int[relations * GROUPS * BUCKETS];
  }

  static int bucket(int lag) {
    return lag < BUCKET.length ? BUCKET[lag] : BUCKETS - 1;
  }

  private int group(int r, int p) {
    if (r == p) {
      return SAME;
    }
    if (p == (r < types ? r + types : r - types)) {
      return INVERSE;
    }
    return r < types == p < types ? DIRECTION : OTHER;
  }

  private int at(int r, int p, int bucket) {
    return (r * relations + p) * BUCKETS + bucket;
  }

  /**
   * r was asked for, and p happened before between the source and a partner that answers or not.
   */
  void learn(int r, int p, int lag, boolean hit) {
    int bucket = bucket(lag);
    int group = group(r, p);
    int one = at(r, p, bucket);
    int some = (r * GROUPS + group) * BUCKETS + bucket;
    int all = group * BUCKETS + bucket;
    asked[one]++;
    groupAsked[some]++;
    allAsked[all]++;
    if (hit) {
      hits[one]++;
      groupHits[some]++;
      allHits[all]++;
    }
  }

  /** Chance that r follows p after such a lag; 0 to 1. */
  double confidence(int r, int p, int lag) {
    int bucket = bucket(lag);
    int group = group(r, p);
    int all = group * BUCKETS + bucket;
    int some = (r * GROUPS + group) * BUCKETS + bucket;
    int one = at(r, p, bucket);
    double p0 = (allHits[all] + 1.0) / (allAsked[all] + 100.0);
    double base = (groupHits[some] + GROUP_PRIOR * p0) / (groupAsked[some] + GROUP_PRIOR);
    return (hits[one] + PRIOR * base) / (asked[one] + PRIOR);
  }
}
