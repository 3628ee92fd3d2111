package org.entente.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.sway.answer.Answer;
import org.entente.sway.bargain.Outcome;
import org.entente.sway.issue.Scale;
import org.entente.sway.issue.Stake;

/** How positions move, round by round, in the models that have rounds; a panel each. */
final class SwayPathSvg {
  private static final double WIDTH = 1040;
  private static final double PANEL = 260;
  private static final double LEFT = 60;
  private static final double NAMES = 150;
  private static final double SIZE = 11;
  private static final double TEXT = 12;

  private SwayPathSvg() {}

  static String svg(Answer answer, int k, boolean alone) {
    Svg body = new Svg();
    double y = 8;
    for (Outcome path : answer.paths()) {
      panel(body, answer, path, k, y);
      y += PANEL + 56;
    }
    return Picture.open("sway", WIDTH, y, "Positions round by round", alone) + body + "</svg>";
  }

  private static void panel(Svg body, Answer answer, Outcome path, int k, double top) {
    Scale scale = answer.issue().scales().get(k);
    int rounds = path.states().size() - 1;
    double right = WIDTH - NAMES;
    body.text("panel", LEFT, top + 12, 12.5, "start", path.model());
    double from = top + 24;
    for (int i = 0; i <= 4; i++) {
      double y = from + PANEL * (4 - i) / 4;
      body.line("rule", LEFT, y, right, y);
      String number = scale.words(scale.own(25.0 * i)).replaceAll("\\.0+$", "");
      body.text("faint", LEFT - 8, y + 4, SIZE, "end", number);
    }
    int step = Math.max(1, (rounds + 9) / 10);
    for (int r = 0; r <= rounds; r += step) {
      double x = x(r, rounds, right);
      body.text("faint", x, from + PANEL + 16, SIZE, "middle", r == 0 ? "now" : "round " + r);
    }
    List<double[]> ends = new ArrayList<>();
    int n = answer.issue().actors().size();
    List<Stake> named = SwayGrids.foremost(answer, k);
    for (int i = 0; i < n; i++) {
      StringBuilder d = new StringBuilder();
      for (int r = 0; r <= rounds; r++) {
        d.append(r == 0 ? 'M' : 'L')
            .append(Markup.n(x(r, rounds, right)))
            .append(' ')
            .append(Markup.n(y(path, r, i, k, from)));
      }
      boolean own = answer.issue().actors().get(i).id().equals(answer.actor());
      body.path(own ? "path own" : "path", d);
      if (named.contains(answer.issue().actors().get(i))) {
        ends.add(new double[] {i, y(path, rounds, i, k, from)});
      }
    }
    StringBuilder d = new StringBuilder();
    for (int r = 0; r <= rounds; r++) {
      d.append(r == 0 ? 'M' : 'L')
          .append(Markup.n(x(r, rounds, right)))
          .append(' ')
          .append(Markup.n(from + PANEL * (1 - path.states().get(r).mean()[k] / 100)));
    }
    body.path("mean", d);
    ends.sort(Comparator.comparingDouble(end -> end[1]));
    double last = Double.NEGATIVE_INFINITY;
    double room = Math.min(TEXT, (PANEL + 20) / named.size());
    for (double[] end : ends) {
      double y = Math.max(end[1], last + room);
      last = y;
      var stake = answer.issue().actors().get((int) end[0]);
      body.text(
          stake.id().equals(answer.actor()) ? "name own" : "faint",
          right + 8,
          y + 4,
          Math.min(SIZE, room),
          "start",
          Columns.fit(stake.name(), 22));
    }
  }

  private static double x(int round, int rounds, double right) {
    return rounds == 0 ? LEFT : LEFT + (right - LEFT) * round / rounds;
  }

  private static double y(Outcome path, int round, int actor, int k, double from) {
    return from + PANEL * (1 - path.states().get(round).positions()[actor][k] / 100);
  }
}
