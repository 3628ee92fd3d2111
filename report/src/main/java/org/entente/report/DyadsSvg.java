package org.entente.report;

import java.util.List;
import java.util.Locale;
import org.entente.analysis.RankedDyads;
import org.entente.model.Quad;
import org.entente.store.Tally;

/**
 * Dyads as a picture, a row each: conflict to the left and cooperation to the right, by quad class;
 * and beside it how many times as often there are events lately as before, with its interval, on a
 * scale of doublings.
 */
public final class DyadsSvg {
  private static final double WIDTH = 1040;
  private static final double NAMES = 264;
  private static final double BARS = 330;
  private static final double BARS_END = 700;
  private static final double FOREST = 800;
  private static final double FOREST_END = 1024;
  private static final double ROW = 25;
  private static final double TOP = 58;
  private static final double SIZE = 11;

  private DyadsSvg() {}

  /**
   * The picture.
   *
   * @param directed whether the source acts on the target, rather than both on each other
   * @param alone whether it is a file of its own, which follows the reader's choice of light or
   *     dark
   */
  public static String svg(RankedDyads dyads, boolean directed, boolean alone) {
    List<RankedDyads.Row> rows = dyads.rows();
    if (rows.isEmpty()) {
      return Picture.open("dyads", 600, 60, "No dyads", alone)
          + "<text class=\"faint\" x=\"300\" y=\"34\" text-anchor=\"middle\""
          + " font-size=\"13\">No dyads.</text></svg>";
    }
    double bottom = TOP + rows.size() * ROW;
    Svg body = new Svg();
    long left = rows.stream().mapToLong(r -> r.dyad().tally().conflict()).max().orElse(0);
    long right = rows.stream().mapToLong(r -> r.dyad().tally().cooperation()).max().orElse(0);
    double unit = (BARS_END - BARS) / Math.max(1, left + right);
    double zero = BARS + left * unit;
    legend(body);
    boolean forest = dyads.before() > 0;
    if (forest) {
      forestScale(body, bottom, dyads);
    }
    for (int i = 0; i < rows.size(); i++) {
      double y = TOP + i * ROW;
      if (i > 0) {
        body.line("rule", 0, y, WIDTH, y);
      }
      row(body, rows.get(i), y, zero, unit, directed);
      if (forest) {
        interval(body, rows.get(i).change(), y + ROW / 2);
      }
    }
    body.line("zero", zero, TOP - 2, zero, bottom);
    return Picture.open(
            "dyads", WIDTH, bottom + 10, "Dyads and how they deal with each other", alone)
        + body
        + "</svg>";
  }

  private static void legend(Svg body) {
    double x = 8;
    for (Quad quad :
        List.of(
            Quad.VERBAL_CONFLICT,
            Quad.MATERIAL_CONFLICT,
            Quad.MATERIAL_COOPERATION,
            Quad.VERBAL_COOPERATION)) {
      body.rect("bar " + Picture.quad(quad), x, 8, 11, 9);
      body.text("faint", x + 16, 16, SIZE, "start", quad.label());
      x += 28 + Markup.textWidth(quad.label(), SIZE);
    }
    body.text("faint", BARS, TOP - 12, SIZE, "start", "conflict, cooperation (events)");
  }

  private static void row(
      Svg body, RankedDyads.Row row, double y, double zero, double unit, boolean directed) {
    Tally tally = row.dyad().tally();
    String glue = directed ? " → " : " – ";
    double room = (NAMES - Markup.textWidth(glue, 12)) / 2;
    String source = fit(row.dyad().sourceName(), room, 12);
    double left = NAMES - Markup.textWidth(source + glue, 12);
    String name = source + glue + fit(row.dyad().targetName(), left, 12);
    double middle = y + ROW / 2;
    body.text("name", 8, middle + 4, 12, "start", name);
    double top = y + 5;
    double high = ROW - 10;
    double x = zero;
    double[] cooperation = {tally.materialCooperation() * unit, tally.verbalCooperation() * unit};
    double[] conflict = {tally.materialConflict() * unit, tally.verbalConflict() * unit};
    body.rect("bar mc", zero, top, cooperation[0], high);
    body.rect("bar vc", zero + cooperation[0], top, cooperation[1], high);
    body.rect("bar mx", zero - conflict[0], top, conflict[0], high);
    body.rect("bar vx", zero - conflict[0] - conflict[1], top, conflict[1], high);
    x = zero + cooperation[0] + cooperation[1];
    body.text("tickname", x + 5, middle + 4, SIZE, "start", count(tally.cooperation()));
    body.text(
        "tickname",
        zero - conflict[0] - conflict[1] - 5,
        middle + 4,
        SIZE,
        "end",
        count(tally.conflict()));
    body.hint(
        0,
        y,
        WIDTH,
        ROW,
        row.dyad().sourceName()
            + glue
            + row.dyad().targetName()
            + ": "
            + count(tally.events())
            + " events, Goldstein mean "
            + String.format(Locale.ROOT, "%.1f", tally.goldsteinMean())
            + (row.change() == null ? "" : ", lately " + DyadsTable.factor(row.change().ratio())));
  }

  private static String count(long events) {
    return String.format(Locale.ROOT, "%,d", events);
  }

  private static String fit(String name, double room, double size) {
    String clean = Columns.clean(name);
    String fitted = clean;
    for (int letters = clean.length(); letters > 1 && Markup.textWidth(fitted, size) > room; ) {
      fitted = Columns.fit(clean, --letters);
    }
    return fitted;
  }

  /** Where a ratio stands: a sixteenth at the left end, sixteen times at the right. */
  private static double at(double ratio) {
    double doublings = Math.log(ratio) / Math.log(2);
    double clipped = Math.max(-4, Math.min(4, doublings));
    return FOREST + (clipped + 4) / 8 * (FOREST_END - FOREST);
  }

  private static void forestScale(Svg body, double bottom, RankedDyads dyads) {
    body.text(
        "faint",
        FOREST_END,
        16,
        SIZE,
        "end",
        "last " + dyads.recent() + " days against the " + dyads.before() + " before, 95 %");
    for (int doublings = -4; doublings <= 4; doublings += 2) {
      double x = at(Math.pow(2, doublings));
      body.line(doublings == 0 ? "even" : "tick", x, TOP - 2, x, bottom);
      body.text(
          "tickname",
          x,
          TOP - 12,
          SIZE,
          "middle",
          doublings < 0 ? "×1/" + (1 << -doublings) : "×" + (1 << doublings));
    }
  }

  private static void interval(Svg body, RankedDyads.Change change, double y) {
    if (change == null) {
      return;
    }
    String kind = !change.sure() ? "" : change.low() > 1 ? " more" : " less";
    body.line("interval" + kind, at(change.low()), y, at(change.high()), y);
    body.circle("ratio" + kind, at(change.ratio()), y, 3.6);
  }
}
