package org.entente.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.sway.answer.Answer;
import org.entente.sway.answer.Prediction;
import org.entente.sway.bargain.Range;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.Scale;
import org.entente.sway.issue.Stake;

/**
 * Actors on a scale, a row each: where they may stand, a disc as large as their influence
 * (capability × salience), and the landmarks and outcomes as lines through all.
 */
final class SwayScaleSvg {
  private static final double NAMES = 190;
  private static final double ROW = 24;
  private static final double RADIUS = 11;
  private static final double SIZE = 11.5;
  private static final double LINE = 14;

  private SwayScaleSvg() {}

  static String svg(Answer answer, int k, boolean alone) {
    Issue issue = answer.issue();
    Scale scale = issue.scales().get(k);
    SwayAxis axis = new SwayAxis(scale, NAMES);
    List<Stake> stakes = new ArrayList<>(SwayGrids.foremost(answer, k));
    stakes.sort(Comparator.comparingDouble(stake -> stake.positions().get(k).range().mode()));
    double most =
        stakes.stream().mapToDouble(stake -> SwayGrids.influence(stake, k)).max().orElse(1);
    Svg body = new Svg();
    double top = 26;
    double bottom = top + stakes.size() * ROW + 8;
    if (issue.statusQuo() != null) {
      double x = axis.x(issue.statusQuo()[k]);
      body.line("quo", x, top - 8, x, bottom);
      body.text("faint", x, top - 12, SIZE, "middle", "status quo");
    }
    Prediction first = answer.asIs().predictions().get(k);
    double outcome = axis.x(first.mean());
    body.rect(
        "band",
        axis.x(first.low()),
        top - 4,
        axis.x(first.high()) - axis.x(first.low()),
        bottom - top + 4);
    body.line("outcome", outcome, top - 4, outcome, bottom);
    for (int i = 0; i < stakes.size(); i++) {
      Stake stake = stakes.get(i);
      double y = top + i * ROW + ROW / 2;
      Range range = stake.positions().get(k).range();
      body.text(
          stake.id().equals(answer.actor()) ? "name own" : "name",
          NAMES - 18,
          y + 4,
          12,
          "end",
          Columns.fit(stake.name(), 26));
      body.line("range", axis.x(range.low()), y, axis.x(range.high()), y);
      double radius =
          Math.max(1.5, RADIUS * Math.sqrt(SwayGrids.influence(stake, k) / Math.max(most, 1e-12)));
      body.circle(
          stake.id().equals(answer.actor()) ? "actor own" : "actor",
          axis.x(range.mode()),
          y,
          radius);
      body.hint(
          0,
          y - ROW / 2,
          SwayAxis.WIDTH,
          ROW,
          stake.name()
              + ": "
              + SwayGrids.range(range, scale)
              + ", salience "
              + Math.round(stake.saliences().get(k).range().mode())
              + (stake.positions().get(k).why().isEmpty()
                  ? ""
                  : "; " + stake.positions().get(k).why()));
    }
    double end = axis.draw(body, bottom + 6);
    Svg legend = new Svg();
    legend.text(
        "faint",
        NAMES,
        end + 1.6 * LINE,
        SIZE,
        "start",
        "disc: most likely position, as large as capability × salience · line: from low to high · band: "
            + first.model()
            + " as things are, middle 90 %");
    return Picture.open("sway", SwayAxis.WIDTH, end + 2.5 * LINE, "Actors on the scale", alone)
        + body
        + legend
        + "</svg>";
  }
}
