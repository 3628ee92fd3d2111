package org.entente.analysis.forecast.ranking;

import java.time.LocalDate;
import java.util.Random;
import org.entente.analysis.forecast.history.History;

/** Histories drawn at random, with pairs and habits that come again. */
final class Invented {
  static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
  private static final String[] TYPES = {"CONSULT", "ACCUSE", "ASSAULT", "AID"};

  private Invented() {}

  static History.Builder builder() {
    History.Builder builder = new History.Builder();
    for (int a = 0; a < 30; a++) {
      builder.actor(name(a));
    }
    for (String type : TYPES) {
      builder.type(type);
    }
    return builder;
  }

  static String name(int actor) {
    return actor % 3 == 0 ? "Land " + actor / 3 : "Part " + actor % 3 + " (Land " + actor / 3 + ")";
  }

  static void add(History.Builder builder, int from, int end, long seed) {
    Random random = new Random(seed);
    for (int day = from; day < end; day++) {
      for (int i = 0; i < 25; i++) {
        int source = (int) (30 * Math.pow(random.nextDouble(), 2));
        int target = (source + 1 + (int) (7 * Math.pow(random.nextDouble(), 3))) % 30;
        String type = TYPES[random.nextDouble() < .7 ? source % 4 : random.nextInt(4)];
        builder.add(FIRST.plusDays(day), name(source), type, name(target), "doc-" + day);
      }
    }
  }

  static History of(int days) {
    History.Builder builder = builder();
    add(builder, 0, days, 7);
    return builder.build();
  }
}
