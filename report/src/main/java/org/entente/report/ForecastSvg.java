package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.analysis.forecast.Backtest;
import org.entente.analysis.forecast.question.Answer;
import org.entente.analysis.forecast.question.Reliability;
import org.entente.analysis.forecast.question.Trial;
import org.entente.analysis.forecast.ranking.Prediction;
import org.entente.analysis.forecast.whatif.Outlook;
import org.entente.model.EventType;

/** Forecasts as pictures. */
public final class ForecastSvg {
  private static final double WIDTH = 900;
  private static final double NAMES = 300;
  private static final double END = 820;
  private static final double ROW = 25;
  private static final double TOP = 40;
  private static final double SIDE = 300;

  private ForecastSvg() {}

  private record Bar(String name, String kind, double value, String label) {}

  /** The ranking: a bar for each prediction, as long as it is probable. */
  public static String ranking(List<Prediction> predictions, boolean alone) {
    List<Bar> bars = new ArrayList<>();
    for (Prediction one : predictions) {
      bars.add(
          new Bar(
              one.source() + " " + one.type() + " " + one.target(),
              kind(one.type()),
              one.probability(),
              String.format(Locale.ROOT, "%.1f %%", 100 * one.probability())));
    }
    return bars("What is likely next", "probability of being the next event", bars, alone);
  }

  /** How many more events of each kind there are after the assumed ones. */
  public static String outlook(Outlook outlook, boolean alone) {
    boolean changed = outlook.rows().stream().anyMatch(row -> row.difference() != 0);
    List<Bar> bars = new ArrayList<>();
    for (Outlook.Row one : outlook.rows()) {
      bars.add(
          new Bar(
              one.source() + " " + one.type() + " " + one.target(),
              kind(one.type()),
              changed ? Math.abs(one.difference()) : one.without(),
              changed
                  ? String.format(
                      Locale.ROOT,
                      "%+.2f (%.2f → %.2f)",
                      one.difference(),
                      one.without(),
                      one.with())
                  : String.format(Locale.ROOT, "%.1f", one.without())));
    }
    return bars(
        "What may come",
        (changed ? "more or fewer events" : "events")
            + " in "
            + outlook.days()
            + " days, mean of the runs",
        bars,
        alone);
  }

  private static String kind(String type) {
    for (EventType one : EventType.values()) {
      if (one.name().equals(type)) {
        return Picture.quad(one.quad());
      }
    }
    return "vc";
  }

  private static String bars(String title, String what, List<Bar> bars, boolean alone) {
    double bottom = TOP + Math.max(1, bars.size()) * ROW;
    Svg body = new Svg();
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
    body.text("faint", NAMES, TOP - 14, 11, "start", what);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = TOP + i * ROW;
      if (i > 0) {
        body.line("rule", 0, y, WIDTH, y);
      }
      String name = bar.name();
      for (int n = name.length(); n > 1 && Markup.textWidth(name, 12) > NAMES - 16; ) {
        name = Columns.fit(bar.name(), --n);
      }
      body.text("name", 8, y + ROW / 2 + 4, 12, "start", name);
      double width = most <= 0 ? 0 : (END - 110 - NAMES) * bar.value() / most;
      body.rect("bar " + bar.kind(), NAMES, y + 5, Math.max(1, width), ROW - 10);
      body.text("tickname", NAMES + width + 6, y + ROW / 2 + 4, 11, "start", bar.label());
    }
    body.line("zero", NAMES, TOP - 2, NAMES, bottom);
    return Picture.open("dyads", WIDTH, bottom + 10, title, alone) + body + "</svg>";
  }

  /** A probability with its interval, the dyad's own frequency and the world's beside it. */
  public static String answer(Answer answer, boolean alone) {
    Svg body = new Svg();
    double height = 150;
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double x = at(tenth / 10.0);
      body.line("tick", x, 24, x, 120);
      body.text("tickname", x, 138, 11, "middle", tenth * 10 + " %");
    }
    row(body, 42, "forecast", answer.probability(), answer.low(), answer.high());
    row(body, 72, "own past", answer.own(), answer.own(), answer.own());
    row(body, 102, "busiest dyads", answer.world(), answer.world(), answer.world());
    return Picture.open("dyads", WIDTH, height, "Probability", alone) + body + "</svg>";
  }

  private static double at(double probability) {
    return 160 + probability * 640;
  }

  private static void row(Svg body, double y, String name, double p, double low, double high) {
    body.text("name", 8, y + 4, 12, "start", name);
    if (Double.isNaN(p)) {
      body.text("faint", 160, y + 4, 11, "start", "never seen");
      return;
    }
    body.line("interval more", at(low), y, at(high), y);
    body.circle("ratio more", at(p), y, 4.5);
    body.text(
        "tickname",
        at(high) + 10,
        y + 4,
        11,
        "start",
        String.format(Locale.ROOT, "%.1f %%", 100 * p));
  }

  /** Reliability diagrams of a backtest, one for each window. */
  public static String reliability(List<Backtest.Window> windows, boolean alone) {
    List<Backtest.Window> all = windows.stream().filter(one -> one.quad() == null).toList();
    Svg body = new Svg();
    for (int i = 0; i < all.size(); i++) {
      Backtest.Window one = all.get(i);
      diagram(body, 60 + i * (SIDE + 90), "within " + one.days() + " days", one.reliability());
    }
    double width = Math.max(1, all.size()) * (SIDE + 90) + 10;
    return Picture.open("dyads", width, SIDE + 100, "Reliability", alone) + body + "</svg>";
  }

  /** The reliability diagram of answers to one kind of question. */
  public static String reliability(Trial trial, boolean alone) {
    Svg body = new Svg();
    diagram(
        body,
        60,
        trial.quad().label() + " within " + trial.window() + " days",
        trial.reliability());
    return Picture.open("dyads", SIDE + 100, SIDE + 100, "Reliability", alone) + body + "</svg>";
  }

  private static void diagram(Svg body, double left, String title, Reliability found) {
    double top = 36;
    double bottom = top + SIDE;
    body.text("name", left, 20, 12, "start", title);
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double at = tenth / 10.0 * SIDE;
      body.line("tick", left + at, top, left + at, bottom);
      body.line("tick", left, bottom - at, left + SIDE, bottom - at);
      body.text("tickname", left + at, bottom + 16, 11, "middle", tenth * 10 + " %");
      body.text("tickname", left - 6, bottom - at + 4, 11, "end", tenth * 10 + " %");
    }
    body.line("zero", left, bottom, left + SIDE, top);
    for (Reliability.Bin bin : found.bins()) {
      double x = left + bin.forecast() * SIDE;
      double y = bottom - bin.happened() * SIDE;
      body.line("interval more", x, bottom - bin.high() * SIDE, x, bottom - bin.low() * SIDE);
      body.circle("ratio more", x, y, 2.5 + Math.log10(bin.cases()));
      body.hint(
          x - 8,
          y - 8,
          16,
          16,
          String.format(
              Locale.ROOT,
              "forecast %.1f %%, happened %.1f %%, %,d cases",
              100 * bin.forecast(),
              100 * bin.happened(),
              bin.cases()));
    }
    body.text("faint", left + SIDE / 2, bottom + 36, 11, "middle", "forecast");
    body.text(
        "faint",
        left + 8,
        top + 16,
        11,
        "start",
        String.format(Locale.ROOT, "happened, of %,d; ECE %.3f", found.cases(), found.error()));
  }
}
