package org.entente.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.analysis.Series;
import org.entente.store.Period;
import org.entente.store.SeriesQuery;
import org.entente.store.Tally;

/** Series in rows and in words. */
public final class SeriesTable {
  private SeriesTable() {}

  /** One row a period; in files with the names and levels that tables leave out. */
  public static Grid grid(List<Series> series, Period period) {
    boolean named = series.stream().anyMatch(one -> one.key().source() != null);
    boolean dyads = series.stream().anyMatch(one -> one.key().target() != null);
    List<Grid.Column> columns = new ArrayList<>();
    if (named) {
      columns.add(Grid.Column.text("series", dyads ? "dyad" : "actor").shown());
      columns.add(Grid.Column.text(dyads ? "source" : "actor", null));
      columns.add(Grid.Column.text(dyads ? "source_name" : "actor_name", null));
      if (dyads) {
        columns.add(Grid.Column.text("target", null));
        columns.add(Grid.Column.text("target_name", null));
      }
    }
    columns.add(
        Grid.Column.text(period.label(), period == Period.WEEK ? "week of" : period.label()));
    columns.add(Grid.Column.count("events", "events"));
    columns.add(Grid.Column.count("verbal_cooperation", "coop.v"));
    columns.add(Grid.Column.count("material_cooperation", "coop.m"));
    columns.add(Grid.Column.count("verbal_conflict", "conf.v"));
    columns.add(Grid.Column.count("material_conflict", "conf.m"));
    columns.add(Grid.Column.number("goldstein_sum", "sum", 1));
    columns.add(Grid.Column.number("goldstein_mean", "mean", 2));
    columns.add(Grid.Column.text("change", "change").shown());
    columns.add(Grid.Column.text("change_point", null));
    columns.add(Grid.Column.text("days", null));
    List<List<Object>> rows = new ArrayList<>();
    for (Series one : series) {
      for (int i = 0; i < one.points().size(); i++) {
        Series.Point point = one.points().get(i);
        Tally tally = point.tally();
        Series.Change change = one.changeAt(i);
        List<Object> row = new ArrayList<>();
        if (named) {
          row.add(name(one.key()));
          row.add(one.key().source());
          row.add(one.key().sourceName());
          if (dyads) {
            row.add(one.key().target());
            row.add(one.key().targetName());
          }
        }
        row.add(label(point.start(), period));
        row.add(tally.events());
        row.add(tally.verbalCooperation());
        row.add(tally.materialCooperation());
        row.add(tally.verbalConflict());
        row.add(tally.materialConflict());
        row.add(tally.goldsteinSum());
        row.add(tally.goldsteinMean());
        row.add(change == null ? null : "◆ " + change(change));
        row.add(change != null);
        row.add(point.days());
        rows.add(row);
      }
    }
    return new Grid(columns, rows);
  }

  /** {@code "2015-02-16"}, {@code "2015-02"} for a month. */
  static String label(LocalDate start, Period period) {
    return period == Period.MONTH ? start.toString().substring(0, 7) : start.toString();
  }

  /** {@code "Egypt → Libya"}, the name of an actor, or {@code "All"}. */
  static String name(SeriesQuery.Key key) {
    if (key.source() == null) {
      return "All";
    }
    return key.target() == null ? key.sourceName() : key.sourceName() + " → " + key.targetName();
  }

  /** What has become more or less: {@code "conflict ×3.2"}; what hardly changes is left out. */
  static String change(Series.Change change) {
    String cooperation =
        "cooperation " + ratio(change.cooperationBefore(), change.cooperationAfter());
    String conflict = "conflict " + ratio(change.conflictBefore(), change.conflictAfter());
    double ofCooperation = size(change.cooperationBefore(), change.cooperationAfter());
    double ofConflict = size(change.conflictBefore(), change.conflictAfter());
    if (Math.min(ofCooperation, ofConflict) < Math.log(1.25)) {
      return ofCooperation > ofConflict ? cooperation : conflict;
    }
    return cooperation + ", " + conflict;
  }

  private static double size(double before, double after) {
    return before == after ? 0 : Math.abs(Math.log(after / before));
  }

  private static String ratio(double before, double after) {
    if (before == 0) {
      return after == 0 ? "none" : "begins";
    }
    return after == 0 ? "ends" : "×" + decimals(after / before);
  }

  private static String decimals(double number) {
    return String.format(
        Locale.ROOT, number < 0.995 ? "%.2f" : number < 9.95 ? "%.1f" : "%.0f", number);
  }

  /** A line for each change. */
  public static List<String> changes(List<Series> series) {
    List<String> lines = new ArrayList<>();
    for (Series one : series) {
      for (Series.Change change : one.changes()) {
        lines.add(
            (one.key().source() == null ? "" : name(one.key()) + ": ")
                + "◆ "
                + from(change, one.period())
                + ": cooperation "
                + levels(change.cooperationBefore(), change.cooperationAfter(), one.period())
                + ", conflict "
                + levels(change.conflictBefore(), change.conflictAfter(), one.period())
                + " a "
                + one.period().label()
                + (change.chance() < 0.0001
                    ? " (p < 0.0001)"
                    : String.format(Locale.ROOT, " (p < %.4f)", change.chance() + 0.00005)));
      }
    }
    return lines;
  }

  private static String from(Series.Change change, Period period) {
    return switch (period) {
      case DAY -> "from " + Words.day(change.start());
      case WEEK -> "from the week of " + Words.day(change.start());
      case MONTH -> "from " + Words.month(change.start());
    };
  }

  private static String levels(double before, double after, Period period) {
    double days = period == Period.DAY ? 1 : period == Period.WEEK ? 7 : 365.25 / 12;
    return level(before * days) + " → " + level(after * days);
  }

  private static String level(double events) {
    return String.format(
        Locale.ROOT, events < 0.995 ? "%.2f" : events < 9.95 ? "%.1f" : "%,.0f", events);
  }
}
