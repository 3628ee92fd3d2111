package org.entente.analysis.forecast.ranking;

import java.util.ArrayList;
import java.util.List;

/** Questions to train on, each with its answers and with actors that are none. */
final class Sample {
  /**
   * A question.
   *
   * @param features {@link Features#COUNT} for each actor: the answers, then the best others, then
   *     some that stand for all the rest
   * @param answers how many answers
   * @param best how many of the best others
   * @param each how many actors each of the last stands for, at least 1
   */
  record Question(float[] features, int answers, int best, double each) {
    int rows() {
      return features.length / Features.COUNT;
    }
  }

  private final List<Question> questions = new ArrayList<>();

  void add(Question question) {
    questions.add(question);
  }

  int size() {
    return questions.size();
  }

  Question get(int at) {
    return questions.get(at);
  }
}
