package org.entente.analysis.forecast.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.analysis.forecast.history.History;

/** Which dyads are asked about on each day: the busiest so far, looked for anew now and then. */
final class Risk {
  private static final int RENEWED = 9;

  private final List<int[]> dyads = new ArrayList<>();
  private final List<int[]> on = new ArrayList<>();
  private final int begin;

  Risk(History history, int begin, int end, int most) {
    this.begin = begin;
    Map<Long, Integer> known = new HashMap<>();
    for (int day = begin; day < end; day += RENEWED) {
      on.add(
          QuestionModel.busiest(history, day, most).stream()
              .mapToInt(
                  dyad -> {
                    long key = (long) dyad[0] << 32 | dyad[1];
                    Integer number = known.putIfAbsent(key, dyads.size());
                    if (number == null) {
                      dyads.add(dyad);
                      return dyads.size() - 1;
                    }
                    return number;
                  })
              .toArray());
    }
  }

  /** All that are ever asked about, source and target. */
  List<int[]> dyads() {
    return dyads;
  }

  /** Numbers of those of a day. */
  int[] on(int day) {
    return on.get((day - begin) / RENEWED);
  }
}
