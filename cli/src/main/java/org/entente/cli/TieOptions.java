package org.entente.cli;

import java.time.LocalDate;
import java.util.Locale;
import org.entente.analysis.network.Decay;
import org.entente.store.DyadDays;
import org.entente.store.EventStore;
import org.entente.store.Level;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How events between two actors are added up. */
final class TieOptions {
  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "country",
      description =
          "What is one actor: country, with all its people and offices, or actor, each of its own."
              + " Default: ${DEFAULT-VALUE}.")
  String level;

  @Option(
      names = "--half-life",
      paramLabel = "TIME",
      description =
          "The age at which an event counts half: 90d, 12w, 6m, 1y, or none. Default: 90d for"
              + " network, none for affinity.")
  String halfLife;

  @Option(
      names = "--at",
      paramLabel = "DAY",
      description = "Age is counted to this day, and later events do not count. Default: the last.")
  LocalDate at;

  @Mixin SeedOption chance;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "30",
      description = "Rows of the table; csv and jsonl have all. Default: ${DEFAULT-VALUE}.")
  int rows;

  Level level() {
    return switch (level.toLowerCase(Locale.ROOT)) {
      case "country" -> Level.COUNTRY;
      case "actor" -> Level.ACTOR;
      default ->
          throw new IllegalArgumentException(
              "--level: no level '" + level + "'; choose country or actor");
    };
  }

  /** Looks at the options before the work begins. */
  void check() {
    level();
    if (rows < 1) {
      throw new IllegalArgumentException("--rows: at least 1, not " + rows);
    }
    if (halfLife != null) {
      halfLife("");
    }
  }

  DyadDays days(StoreOption store, QueryOptions query) {
    try (EventStore open = store.existing()) {
      return DyadDays.of(open, query.query(), level());
    }
  }

  /** Weights by age. */
  Decay decay(DyadDays days, String otherwise) {
    return Decay.of(days, at, halfLife(otherwise));
  }

  private double halfLife(String otherwise) {
    try {
      return Decay.halfLife(halfLife == null ? otherwise : halfLife);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--half-life: " + e.getMessage(), e);
    }
  }
}
