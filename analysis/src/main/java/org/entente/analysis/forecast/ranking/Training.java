package org.entente.analysis.forecast.ranking;

import java.util.Random;

/**
 * Fits a ranker: for each answer the softmax over it and the actors that are no answer, with Adam
 * (Kingma and Ba, 2015). Gradients are summed in shards and the shards in order, so that the result
 * is the same on any number of threads.
 */
final class Training {
  private static final int SHARDS = 8;
  private static final int BATCH = 256;
  private static final double BETA1 = .9;
  private static final double BETA2 = .999;

  private Training() {}

  /**
   * Trains.
   *
   * @param sample scaled
   * @param rate first step size; it falls to nothing along a cosine
   * @param decay by how much a step shrinks the parameters, times the step size
   */
  static float[] fit(
      Sample sample,
      Network network,
      int epochs,
      double rate,
      double decay,
      long seed,
      Workers workers) {
    float[] parameters = network.start(seed);
    int n = parameters.length;
    double[] first = new double[n];
    double[] second = new double[n];
    float[][] gradients = new float[SHARDS][n];
    Network[] networks = new Network[SHARDS];
    double[] losses = new double[SHARDS];
    for (int i = 0; i < SHARDS; i++) {
      networks[i] = network.copy();
    }
    int size = sample.size();
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    Random random = new Random(seed);
    int batches = (size + BATCH - 1) / BATCH;
    long step = 0;
    long steps = (long) epochs * batches;
    for (int epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      for (int batch = 0; batch < batches; batch++) {
        int from = batch * BATCH;
        int to = Math.min(size, from + BATCH);
        workers.each(
            SHARDS,
            1,
            (worker, shard) -> {
              java.util.Arrays.fill(gradients[shard], 0);
              for (int i = from + shard; i < to; i += SHARDS) {
                losses[shard] +=
                    learn(sample, order[i], networks[shard], parameters, gradients[shard]);
              }
            });
        step++;
        double at = rate * .5 * (1 + Math.cos(Math.PI * step / (steps + 1.0)));
        double correction1 = 1 - Math.pow(BETA1, step);
        double correction2 = 1 - Math.pow(BETA2, step);
        for (int p = 0; p < n; p++) {
          double gradient = 0;
          for (int shard = 0; shard < SHARDS; shard++) {
            gradient += gradients[shard][p];
          }
          gradient /= to - from;
          first[p] = BETA1 * first[p] + (1 - BETA1) * gradient;
          second[p] = BETA2 * second[p] + (1 - BETA2) * gradient * gradient;
          parameters[p] -=
              (float)
                  (at
                      * (first[p] / correction1 / (Math.sqrt(second[p] / correction2) + 1e-8)
                          + decay * parameters[p]));
        }
      }
    }
    return parameters;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  private static double learn(
      Sample sample, int question, Network network, float[] parameters, float[] gradient) {
    Sample.Question asked = sample.get(question);
    float[] rows = asked.features();
    int count = asked.rows();
    int right = asked.answers();
    double[] scores = new double[count];
    network.scores(parameters, rows, count, scores);
    for (int i = right + asked.best(); i < count; i++) {
      scores[i] += Math.log(asked.each());
    }
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double wrong = 0;
    for (int i = 0; i < count; i++) {
      scores[i] = Math.exp(scores[i] - most);
      wrong += i < right ? 0 : scores[i];
    }
    double shares = 0;
    double loss = 0;
    for (int i = 0; i < right; i++) {
      double sum = scores[i] + wrong;
      shares += 1 / sum;
      loss -= Math.log(Math.max(1e-300, scores[i] / sum));
      scores[i] = scores[i] / sum - 1;
    }
    for (int i = right; i < count; i++) {
      scores[i] *= shares;
    }
    network.back(parameters, rows, count, scores, gradient);
    return loss;
  }
}
