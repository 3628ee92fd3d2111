package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.analysis.RankedDyads;
import org.entente.store.Dyad;
import org.entente.store.Tally;

/** Dyads in rows. */
public final class DyadsTable {
  private DyadsTable() {}

  /** One row a dyad; files have the quad classes and codes that tables leave out. */
  public static Grid grid(RankedDyads dyads) {
    List<Grid.Column> columns =
        List.of(
            Grid.Column.text("source", "source").shown(),
            Grid.Column.text("source", null),
            Grid.Column.text("source_name", null),
            Grid.Column.text("target", "target").shown(),
            Grid.Column.text("target", null),
            Grid.Column.text("target_name", null),
            Grid.Column.count("events", "events"),
            Grid.Column.count("cooperation", "coop"),
            Grid.Column.count("conflict", "conf"),
            Grid.Column.text("verbal_cooperation", null),
            Grid.Column.text("material_cooperation", null),
            Grid.Column.text("verbal_conflict", null),
            Grid.Column.text("material_conflict", null),
            Grid.Column.number("goldstein_sum", "sum", 1),
            Grid.Column.number("goldstein_mean", "mean", 2),
            Grid.Column.count("recent", "last " + dyads.recent() + "d"),
            Grid.Column.count("before", null),
            Grid.Column.text("last_day", null),
            Grid.Column.text("change", "change").shown(),
            Grid.Column.text("interval", "likely").shown(),
            Grid.Column.text("change", null),
            Grid.Column.text("change_low", null),
            Grid.Column.text("change_high", null));
    List<List<Object>> rows = new ArrayList<>();
    for (RankedDyads.Row one : dyads.rows()) {
      Dyad dyad = one.dyad();
      Tally tally = dyad.tally();
      RankedDyads.Change change = one.change();
      List<Object> row = new ArrayList<>();
      row.add(side(dyad.source(), dyad.sourceName()));
      row.add(dyad.source());
      row.add(dyad.sourceName());
      row.add(side(dyad.target(), dyad.targetName()));
      row.add(dyad.target());
      row.add(dyad.targetName());
      row.add(tally.events());
      row.add(tally.cooperation());
      row.add(tally.conflict());
      row.add(tally.verbalCooperation());
      row.add(tally.materialCooperation());
      row.add(tally.verbalConflict());
      row.add(tally.materialConflict());
      row.add(tally.goldsteinSum());
      row.add(tally.goldsteinMean());
      row.add(dyad.recent());
      row.add(dyad.before());
      row.add(dyad.last());
      row.add(change == null ? "–" : factor(change.ratio()) + (change.sure() ? arrow(change) : ""));
      row.add(change == null ? "" : number(change.low()) + "–" + number(change.high()));
      row.add(change == null ? null : rounded(change.ratio()));
      row.add(change == null ? null : rounded(change.low()));
      row.add(change == null ? null : rounded(change.high()));
      rows.add(row);
    }
    return new Grid(columns, rows);
  }

  /** {@code "EGY Egypt"}; ids say nothing that the name does not. */
  static String side(String key, String name) {
    return key.equals(name) || !key.matches("[A-Z0-9]{2,6}") ? name : key + " " + name;
  }

  private static String arrow(RankedDyads.Change change) {
    return change.low() > 1 ? " ▲" : " ▼";
  }

  static String factor(double ratio) {
    return "×" + number(ratio);
  }

  private static String number(double ratio) {
    return ratio >= 1000
        ? ">999"
        : String.format(
            Locale.ROOT, ratio < 0.995 ? "%.2f" : ratio < 9.95 ? "%.1f" : "%.0f", ratio);
  }

  private static double rounded(double ratio) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.4g", ratio));
  }
}
