package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.analysis.affinity.Affinity;
import org.entente.report.Grid.Column;

/** Affinities as tables and sentences. */
public final class AffinityGrids {
  private AffinityGrids() {}

  /**
   * The pairs, nearest first.
   *
   * @param most rows at most: the nearest and the farthest, half of each
   */
  public static Grid pairs(Affinity affinity, int most) {
    boolean direct = affinity.measure() == Affinity.Measure.DIRECT;
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.text("a", "a"),
                Column.text("a_name", "name"),
                Column.text("b", "b"),
                Column.text("b_name", "name"),
                Column.number("affinity", "affinity", 2),
                Column.number("low", "low", 2),
                Column.number("high", "high", 2),
                Column.count(direct ? "events" : "thirds", direct ? "events" : "thirds"),
                Column.number("raw", "raw", 2)));
    if (direct) {
      columns.add(Column.number("a_to_b", "a to b", 2));
      columns.add(Column.number("b_to_a", "b to a", 2));
    }
    columns.add(Column.number("credibility", "cred.", 2));
    List<List<Object>> rows = new ArrayList<>();
    int many = affinity.pairs().size();
    for (int p = 0; p < many; p++) {
      if (many > most && p >= (most + 1) / 2 && p < many - most / 2) {
        continue;
      }
      Affinity.Pair pair = affinity.pairs().get(p);
      List<Object> row =
          new ArrayList<>(
              List.of(
                  affinity.actors().get(pair.a()).id(),
                  affinity.actors().get(pair.a()).name(),
                  affinity.actors().get(pair.b()).id(),
                  affinity.actors().get(pair.b()).name(),
                  round(pair.value()),
                  round(pair.low()),
                  round(pair.high()),
                  pair.count(),
                  round(pair.raw())));
      if (direct) {
        row.add(round(pair.forth()));
        row.add(round(pair.back()));
      }
      row.add(round(pair.credibility()));
      rows.add(row);
    }
    return new Grid(columns, rows);
  }

  /** The matrix, in the order of the actors; – where nothing is known, and on the diagonal. */
  public static Grid matrix(Affinity affinity) {
    double[][] matrix = affinity.matrix();
    List<Column> columns = new ArrayList<>(List.of(Column.text("actor", "")));
    affinity.actors().forEach(a -> columns.add(Column.number(a.id(), Columns.fit(a.id(), 6), 2)));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      List<Object> row = new ArrayList<>(List.of(affinity.actors().get(i).id()));
      for (int j = 0; j < matrix.length; j++) {
        row.add(i == j ? Double.NaN : matrix[i][j]);
      }
      rows.add(row);
    }
    return new Grid(columns, rows);
  }

  /** What it is, in one line. */
  public static String about(Affinity affinity) {
    return (affinity.measure() == Affinity.Measure.DIRECT
            ? "What they do to each other (mean Goldstein / 10)"
            : "How alike they treat third parties (Scott's π)")
        + ", "
        + Words.count(affinity.actors().size(), "actor")
        + ", "
        + Words.count(affinity.pairs().size(), "pair")
        + ", "
        + affinity.decay().words();
  }

  /**
   * Shrinkage, intervals and what is not shown.
   *
   * @param rows of {@link #pairs}
   */
  public static List<String> notes(Affinity affinity, int rows) {
    List<String> notes = new ArrayList<>();
    notes.add(
        String.format(
                    Locale.ROOT,
                    "Thin data is drawn towards the mean of %.2f (true values spread by %.2f",
                    affinity.mean(),
                    affinity.spread())
                .replace('-', '−')
            + (affinity.spread() == 0
                ? ": pairs do not differ by more than chance)."
                : Double.isNaN(affinity.half())
                    ? ")."
                    : String.format(
                        Locale.ROOT,
                        "); a pair's own data counts half with %.1f days of events.",
                        affinity.half())));
    long thin = affinity.pairs().stream().filter(Affinity.Pair::thin).count();
    notes.add(
        (affinity.replicates() > 0
                ? String.format(
                    Locale.ROOT,
                    "low, high: 95 %% of %,d bootstrap samples of days (seed %d). ",
                    affinity.replicates(),
                    affinity.seed())
                : "")
            + (thin == 1
                ? "1 pair is thin: less than half of its affinity (cred.) is its own."
                : thin
                    + " pairs are thin: less than half of their affinity (cred.) is their own."));
    int actors = affinity.actors().size();
    int all = actors * (actors - 1) / 2;
    List<String> left = new ArrayList<>();
    if (affinity.pairs().size() < all) {
      left.add(
          "nothing is known of "
              + Words.count(all - affinity.pairs().size(), "pair")
              + (affinity.measure() == Affinity.Measure.DIRECT
                  ? ""
                  : " with fewer than 3 third parties in common"));
    }
    if (rows < affinity.pairs().size()) {
      left.add(
          "the nearest and the farthest are shown, "
              + Words.count(affinity.pairs().size() - rows, "pair")
              + " between them not (--rows)");
    }
    if (!left.isEmpty()) {
      String text = String.join("; ", left);
      notes.add(Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".");
    }
    return notes;
  }

  /** So that the last bits of a sum do not show. */
  private static double round(double value) {
    return Double.isNaN(value) ? value : Math.round(value * 1e6) / 1e6;
  }
}
