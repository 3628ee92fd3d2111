package org.entente.analysis.affinity;

/**
 * How much a mean of few values is worth: means are drawn towards that of all groups, the more the
 * fewer their values. Empirical Bayes with one variance inside all groups and one between them
 * (Bühlmann and Straub 1970; Bühlmann and Gisler 2005, chapter 4; the same as Efron and Morris 1975
 * for means): a group of {@code n} values and mean {@code m} gets {@code Z m + (1 − Z) mean} with
 * the credibility {@code Z = n / (n + within / between)}.
 *
 * @param mean over all groups, each by its credibility
 * @param within variance of the values of a group
 * @param between variance of the true means of the groups, at least 0
 */
record Credibility(double mean, double within, double between) {
  /**
   * Estimates the variance between groups by the method of moments.
   *
   * @param means of the groups; those with a size of 0 do not count
   * @param sizes values in each group; need not be whole
   * @param within variance of the values of a group
   */
  static Credibility of(double[] means, double[] sizes, double within) {
    double all = 0;
    double squares = 0;
    double sum = 0;
    int groups = 0;
    for (int i = 0; i < means.length; i++) {
      if (sizes[i] > 0) {
        all += sizes[i];
        squares += sizes[i] * sizes[i];
        sum += sizes[i] * means[i];
        groups++;
      }
    }
    if (groups == 0) {
      return new Credibility(0, within, 0);
    }
    double centre = sum / all;
    double spread = 0;
    for (int i = 0; i < means.length; i++) {
      if (sizes[i] > 0) {
        spread += sizes[i] * (means[i] - centre) * (means[i] - centre);
      }
    }
    double denominator = all - squares / all;
    double between =
        groups < 2 || denominator <= 0
            ? 0
            : Math.max(0, (spread - (groups - 1) * within) / denominator);
    Credibility first = new Credibility(centre, within, between);
    double weights = 0;
    double weighted = 0;
    for (int i = 0; i < means.length; i++) {
      if (sizes[i] > 0) {
        double z = first.weight(sizes[i]);
        weights += z;
        weighted += z * means[i];
      }
    }
    return new Credibility(weights > 0 ? weighted / weights : centre, within, between);
  }

  /** The credibility of so many values, 0 to 1. */
  double weight(double size) {
    return between <= 0 || size <= 0 ? 0 : size / (size + within / between);
  }

  /** The mean of a group, drawn towards that of all. */
  double shrink(double groupMean, double size) {
    double z = weight(size);
    return z == 0 ? mean : z * groupMean + (1 - z) * mean;
  }
}
