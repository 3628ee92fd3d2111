package org.entente.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.sway.answer.Answer;
import org.entente.sway.answer.Other;

/**
 * Whom to persuade and who can undo it, by the first model: how far the outcome goes with ten
 * points of an actor's move, and how far it goes back if the actor throws in all its weight.
 */
final class SwayPersuasionSvg {
  private static final double WIDTH = 1040;
  private static final double NAMES = 200;
  private static final double LEFT_ZERO = 240;
  private static final double HALF = 330;
  private static final double RIGHT_ZERO = 810;
  private static final double ROW = 22;
  private static final double TOP = 32;
  private static final double SIZE = 11;

  private SwayPersuasionSvg() {}

  private static String signed(double change) {
    return (change >= .005 ? "+" : "") + SwayCamps.weight(change);
  }

  static String svg(Answer answer, int k, boolean alone) {
    String model = answer.models().get(0);
    List<Other> rows = new ArrayList<>();
    for (Other other : answer.others()) {
      if (other.scale() == k && other.model().equals(model)) {
        rows.add(other);
      }
    }
    rows.sort(Comparator.comparingDouble(row -> -Math.abs(row.persuaded())));
    rows = rows.subList(0, Math.min(SwayGrids.ROWS, rows.size()));
    double mostUp = rows.stream().mapToDouble(row -> Math.abs(row.persuaded())).max().orElse(1);
    double mostUndo = rows.stream().mapToDouble(row -> Math.abs(row.undo())).max().orElse(1);
    Svg body = new Svg();
    body.text(
        "faint",
        LEFT_ZERO,
        16,
        SIZE,
        "start",
        "moved up by a tenth of the scale, the outcome goes");
    body.text(
        "faint",
        RIGHT_ZERO,
        16,
        SIZE,
        "middle",
        "if it throws in all its weight against, the outcome goes");
    double y = TOP;
    for (Other row : rows) {
      body.text(
          "name", 8, y + 15, 12, "start", Columns.fit(answer.issue().nameOf(row.actor()), 26));
      double up = row.persuaded();
      double width = HALF * Math.abs(up) / Math.max(mostUp, 1e-12);
      body.rect("lever", LEFT_ZERO, y + 4, width, ROW - 8);
      body.text("faint", LEFT_ZERO + width + 6, y + 15, SIZE, "start", signed(up));
      double undo = 180 * row.undo() / Math.max(mostUndo, 1e-12);
      body.rect("undo", RIGHT_ZERO + Math.min(0, undo), y + 4, Math.abs(undo), ROW - 8);
      body.text(
          "faint",
          undo < 0 ? RIGHT_ZERO + undo - 6 : RIGHT_ZERO + undo + 6,
          y + 15,
          SIZE,
          undo < 0 ? "end" : "start",
          signed(row.undo()));
      y += ROW;
    }
    body.line("zero", LEFT_ZERO, TOP - 4, LEFT_ZERO, y);
    body.line("zero", RIGHT_ZERO, TOP - 4, RIGHT_ZERO, y);
    return Picture.open("sway", WIDTH, y + 10, "Whom to persuade, who can undo it", alone)
        + body
        + "</svg>";
  }
}
