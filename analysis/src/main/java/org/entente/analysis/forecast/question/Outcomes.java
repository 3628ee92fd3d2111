package org.entente.analysis.forecast.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.analysis.forecast.history.History;

/** On which days the dyads have events of each quad class. */
final class Outcomes {
  private final int[][][] before;

  Outcomes(History history, List<int[]> dyads) {
    int[] quads = DyadState.quads(history);
    Map<Long, Integer> index = new HashMap<>();
    long actors = history.actors().size();
    for (int d = 0; d < dyads.size(); d++) {
      index.put(dyads.get(d)[0] * actors + dyads.get(d)[1], d);
    }
    int days = history.days();
    before = new int[dyads.size()][DyadState.QUADS][days + 1];
    for (int e = 0; e < history.size(); e++) {
      Integer d = index.get(history.source(e) * actors + history.target(e));
      if (d != null) {
        before[d][quads[history.type(e)]][history.dayOf(e) + 1]++;
      }
    }
    for (int[][] dyad : before) {
      for (int[] counts : dyad) {
        for (int day = 0; day < days; day++) {
          counts[day + 1] += counts[day];
        }
      }
    }
  }

  boolean happens(int dyad, int quad, int day, int window) {
    int[] counts = before[dyad][quad];
    return counts[Math.min(counts.length - 1, day + window)] > counts[day];
  }
}
