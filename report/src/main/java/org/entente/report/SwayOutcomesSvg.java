package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import org.entente.sway.answer.Answer;
import org.entente.sway.answer.Outlook;
import org.entente.sway.answer.Prediction;
import org.entente.sway.issue.Scale;

/**
 * Where each option leads by each model: the mean as a disc, the middle nine tenths as a line; over
 * them, how often each outcome came up with the first model.
 */
final class SwayOutcomesSvg {
  private static final double NAMES = 210;
  private static final double HILL = 30;
  private static final double ROW = 15;
  private static final double GAP = 16;
  private static final double SIZE = 11;

  private SwayOutcomesSvg() {}

  static String svg(Answer answer, int k, boolean alone) {
    Scale scale = answer.issue().scales().get(k);
    SwayAxis axis = new SwayAxis(scale, NAMES);
    List<Outlook> outlooks = new ArrayList<>();
    outlooks.add(answer.asIs());
    outlooks.addAll(answer.options());
    Svg body = new Svg();
    double y = 8;
    double before = axis.x(answer.asIs().prediction(answer.models().get(0), k).mean());
    double top = y;
    Svg marks = new Svg();
    for (Outlook outlook : outlooks) {
      marks.line("rule", 0, y, SwayAxis.WIDTH, y);
      String name = outlook.name();
      if (outlook.council() != null) {
        name += " (passes: " + Math.round(100 * outlook.council().odds().chance()) + " %)";
      }
      marks.text("name", 8, y + 18, 12.5, "start", name);
      double base = y + 22 + HILL;
      hill(marks, outlook.prediction(answer.models().get(0), k), axis, scale, base);
      y = base;
      for (String model : answer.models()) {
        Prediction one = outlook.prediction(model, k);
        y += ROW;
        marks.text("faint", NAMES - 12, y + 3.5, SIZE, "end", model);
        marks.line("interval", axis.x(one.low()), y, axis.x(one.high()), y);
        marks.circle("outcome", axis.x(one.mean()), y, 3.6);
        marks.hint(
            0,
            y - ROW / 2,
            SwayAxis.WIDTH,
            ROW,
            outlook.name()
                + ", "
                + model
                + ": "
                + scale.words(one.mean())
                + " ("
                + scale.words(one.low())
                + " to "
                + scale.words(one.high())
                + "), "
                + SwayGrids.signed(one.shift(), scale)
                + " against things as they are");
      }
      y += GAP;
    }
    body.line("before", before, top, before, y);
    double end = axis.draw(marks, y);
    return Picture.open("sway", SwayAxis.WIDTH, end + 12, "Outcomes by option and model", alone)
        + body
        + marks
        + "</svg>";
  }

  private static void hill(Svg marks, Prediction one, SwayAxis axis, Scale scale, double base) {
    int[] counts = one.histogram();
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    StringBuilder d = new StringBuilder();
    for (int i = 0; i < counts.length; i++) {
      double from = axis.x(scale.own(100.0 * i / counts.length));
      double to = axis.x(scale.own(100.0 * (i + 1) / counts.length));
      if (counts[i] > 0) {
        double high = Math.max(.6, HILL * counts[i] / most);
        d.append('M')
            .append(Markup.n(from))
            .append(' ')
            .append(Markup.n(base))
            .append('V')
            .append(Markup.n(base - high))
            .append('H')
            .append(Markup.n(to))
            .append('V')
            .append(Markup.n(base))
            .append('Z');
      }
    }
    marks.path("hill", d);
  }
}
