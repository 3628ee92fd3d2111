package org.entente.report;

import java.util.List;
import org.entente.sway.coalition.Levers;

/**
 * What would change the camps: for each split that is near, the ties that lead to it, each as an
 * arrow from what it weighs to where the camps change.
 */
final class SwayLeversSvg {
  private static final double WIDTH = 1040;
  private static final double LEFT = 300;
  private static final double RIGHT = 930;
  private static final double ROW = 20;
  private static final double HEAD = 30;
  private static final double SIZE = 11;
  private static final double TITLE = 12.5;
  private static final double BOLD = 1.1;

  private SwayLeversSvg() {}

  /** Empty if no split is near. */
  static String svg(SwayCamps camps, boolean alone) {
    List<SwayCamps.Turn> turns = camps.turns();
    if (turns.isEmpty()) {
      return "";
    }
    double most =
        turns.stream()
            .flatMap(turn -> turn.ways().stream())
            .mapToDouble(way -> Math.max(Math.abs(way.pair().now()), Math.abs(way.pair().then())))
            .max()
            .orElse(1);
    double reach = most > 0 ? most : 1;
    Svg body = new Svg();
    double middle = (LEFT + RIGHT) / 2;
    double half = (RIGHT - LEFT) / 2;
    body.text("faint", LEFT, 14, SIZE, "start", "← foes (−" + SwayCamps.weight(reach) + ")");
    body.text("faint", middle, 14, SIZE, "middle", "no tie");
    body.text("faint", RIGHT, 14, SIZE, "end", "friends (+" + SwayCamps.weight(reach) + ") →");
    Svg marks = new Svg();
    double y = 22;
    for (SwayCamps.Turn turn : turns) {
      marks.line("rule", 0, y, WIDTH, y);
      String title = turn.then();
      if (Markup.textWidth(title, TITLE) * BOLD > WIDTH - 16) {
        title = turn.brief();
      }
      marks.text("panel", 8, y + 20, TITLE, "start", title);
      y += HEAD;
      double top = y;
      for (SwayCamps.Way way : turn.ways()) {
        Levers.Pair pair = way.pair();
        double centre = y + ROW / 2;
        double now = middle + half * pair.now() / reach;
        double then = middle + half * pair.then() / reach;
        String kind = way.rises() ? "warmer" : "colder";
        int to = way.rises() ? 1 : -1;
        marks.text(
            way.own() ? "name own" : "name",
            LEFT - 14,
            centre + 4,
            12,
            "end",
            Columns.fit(camps.pair(pair), 44));
        double tip = Math.abs(then - now) < 10 ? now + 10 * to : then;
        marks.line("shaft " + kind, now, centre, tip - 5 * to, centre);
        marks.path(
            "head " + kind,
            "M" + Markup.n(tip) + ' ' + Markup.n(centre) + 'l' + Markup.n(-8 * to) + " -5v10z");
        marks.circle(way.given() ? "now" : "now hollow", now, centre, 4);
        marks.text(
            "faint",
            RIGHT + 14,
            centre + 4,
            SIZE,
            "start",
            SwayCamps.weight(pair.now())
                + (pair.change() < .005
                    ? way.rises() ? " ↑ any" : " ↓ any"
                    : " → " + SwayCamps.weight(pair.then())));
        marks.hint(
            0,
            y,
            WIDTH,
            ROW,
            camps.pair(pair)
                + ": from "
                + SwayCamps.weight(pair.now())
                + (way.given() ? "" : " (not given)")
                + " past "
                + SwayCamps.weight(pair.then())
                + "; then "
                + turn.then());
        y += ROW;
      }
      if (turn.more() > 0) {
        marks.text(
            "faint", LEFT - 14, y + 13, SIZE, "end", "or one of " + turn.more() + " more ties");
        y += ROW;
      }
      body.line("before", middle, top, middle, y);
      y += 8;
    }
    return Picture.open("sway levers", WIDTH, y + 6, "What would change the camps", alone)
        + body
        + marks
        + "</svg>";
  }
}
