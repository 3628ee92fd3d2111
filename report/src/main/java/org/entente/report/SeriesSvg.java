package org.entente.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.analysis.Series;
import org.entente.model.Quad;
import org.entente.store.Period;
import org.entente.store.Tally;

/**
 * Series as a picture, one below the other: bars of cooperation up and of conflict down, by quad
 * class; under them the Goldstein mean as a line, with a gap where there is none; change points as
 * dashed lines with what changes, and the levels between them.
 */
public final class SeriesSvg {
  private static final double WIDTH = 1040;
  private static final double LEFT = 46;
  private static final double RIGHT = 1032;
  private static final double LINE = 14;
  private static final double SIZE = 11;
  private static final int POINTED = 1200;

  private SeriesSvg() {}

  /**
   * The picture.
   *
   * @param alone whether it is a file of its own, which follows the reader's choice of light or
   *     dark
   */
  public static String svg(List<Series> series, boolean alone) {
    if (series.isEmpty()) {
      return Picture.open("series", 600, 60, "Series of no events", alone)
          + "<text class=\"faint\" x=\"300\" y=\"34\" text-anchor=\"middle\""
          + " font-size=\"13\">No events.</text></svg>";
    }
    Svg body = new Svg();
    double y = legend(body, series);
    long periods = series.stream().mapToLong(one -> one.points().size()).sum();
    for (Series one : series) {
      y = new Panel(body, one, series.size() == 1, periods <= POINTED).draw(y);
    }
    String title =
        series.size() == 1 && series.get(0).key().source() == null
            ? "Events over time"
            : "Events over time: "
                + String.join(", ", series.stream().map(s -> SeriesTable.name(s.key())).toList());
    return Picture.open("series", WIDTH, y, title, alone) + body + "</svg>";
  }

  private static double legend(Svg body, List<Series> series) {
    double y = 16;
    double x = LEFT;
    for (Quad quad : Quad.values()) {
      body.rect("bar " + Picture.quad(quad), x, y - 8, 11, 9);
      x = word(body, x + 16, y, quad.label());
    }
    body.path("mean", "M" + Markup.n(x) + " " + Markup.n(y - 3) + "h16");
    x = word(body, x + 21, y, "Goldstein mean");
    if (series.stream().anyMatch(one -> !one.changes().isEmpty())) {
      body.line("change", x + 4, y - 10, x + 4, y + 2);
      x = word(body, x + 12, y, "change of level");
      body.path("level", "M" + Markup.n(x) + " " + Markup.n(y - 3) + "h16");
      x = word(body, x + 21, y, "level");
    }
    if (series.get(0).key().source() == null) {
      body.text("faint", RIGHT, y, SIZE, "end", unit(series.get(0)));
    }
    return y + 10;
  }

  private static String unit(Series series) {
    return "events a " + series.period().label();
  }

  private static double word(Svg body, double x, double y, String words) {
    body.text("faint", x, y, SIZE, "start", words);
    return x + Markup.textWidth(words, SIZE) + 12;
  }

  /** One series in the making. */
  private static final class Panel {
    private final Svg body;
    private final Series series;
    private final List<Series.Point> points;
    private final Period period;
    private final boolean only;
    private final boolean pointed;
    private final TimeAxis axis;
    private double zero;
    private double unit;

    Panel(Svg body, Series series, boolean only, boolean pointed) {
      this.body = body;
      this.series = series;
      this.only = only;
      this.pointed = pointed;
      points = series.points();
      period = series.period();
      axis =
          new TimeAxis(
              points.get(0).start(),
              period.next(points.get(points.size() - 1).start()),
              LEFT,
              RIGHT);
    }

    double draw(double y) {
      double top = y;
      if (series.key().source() != null) {
        long events = points.stream().mapToLong(point -> point.tally().events()).sum();
        String name = SeriesTable.name(series.key());
        top += 20;
        body.text("panel", LEFT, top - 5, 13, "start", name);
        body.text(
            "faint",
            LEFT + Markup.textWidth(name, 13) + 14,
            top - 5,
            SIZE,
            "start",
            Words.count((int) events, "event"));
        body.text("faint", RIGHT, top - 5, SIZE, "end", unit(series));
      }
      top = labels(top) + 4;
      double height = only ? 250 : 110;
      double bottom = top + height;
      double strip = bottom + 18;
      double floor = strip + (only ? 76 : 44);
      long up = points.stream().mapToLong(point -> point.tally().cooperation()).max().orElse(0);
      long down = points.stream().mapToLong(point -> point.tally().conflict()).max().orElse(0);
      unit = height / Math.max(1, up + down);
      zero = top + up * unit;
      scale(up, down);
      for (TimeAxis.Tick tick : axis.ticks()) {
        double x = axis.x(tick.day());
        body.line("tick", x, top, x, floor + 4);
        if (x < RIGHT - 20) {
          body.text("tickname", x + 3, floor + 13, SIZE, "start", tick.name());
          if (tick.year() != null) {
            body.text("tickyear", x + 3, floor + 26, SIZE, "start", tick.year());
          }
        }
      }
      bars();
      levels();
      body.line("zero", LEFT, zero, RIGHT, zero);
      mean(strip, floor);
      for (Series.Change change : series.changes()) {
        double x = axis.x(change.start());
        body.line("change", x, top - 4, x, floor);
      }
      if (pointed) {
        for (Series.Point point : points) {
          double x = axis.x(point.start());
          body.hint(x, top, axis.x(period.next(point.start())) - x, floor - top, hint(point));
        }
      }
      return floor + 34;
    }

    /** What changes, over the dashed lines and in as many rows as it takes. */
    private double labels(double top) {
      List<Double> ends = new ArrayList<>();
      for (Series.Change change : series.changes()) {
        String words = SeriesTable.label(change.start(), period) + " " + SeriesTable.change(change);
        double x = axis.x(change.start());
        double wide = Markup.textWidth(words, SIZE);
        boolean right = x + wide > RIGHT;
        double start = right ? x - wide : x;
        int row = 0;
        while (row < ends.size() && ends.get(row) > start) {
          row++;
        }
        if (row == ends.size()) {
          ends.add(0.0);
        }
        ends.set(row, start + wide + 6);
        body.text(
            "changed",
            right ? x + 1 : x - 1,
            top + 10 + row * LINE,
            SIZE,
            right ? "end" : "start",
            words);
      }
      return top + ends.size() * LINE;
    }

    private void scale(long up, long down) {
      double step = step(Math.max(up, down) / (only ? 2.5 : 1));
      for (double value = -Math.floor(down / step) * step; value <= up; value += step) {
        double y = zero - value * unit;
        body.line("rule", LEFT, y, RIGHT, y);
        body.text(
            "tickname",
            LEFT - 6,
            y + 4,
            SIZE,
            "end",
            String.format(Locale.ROOT, "%,d", Math.round(Math.abs(value))));
      }
    }

    /** 1, 2 or 5 times a power of ten, the largest that is no more than this; at least 1. */
    private static double step(double most) {
      double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, most))));
      double times = most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1;
      return power * times;
    }

    private void bars() {
      StringBuilder[] paths = new StringBuilder[Quad.values().length];
      for (int i = 0; i < paths.length; i++) {
        paths[i] = new StringBuilder();
      }
      for (Series.Point point : points) {
        double x = axis.x(point.start());
        double width = axis.x(period.next(point.start())) - x;
        double gap = Math.min(1.5, width * 0.12);
        Tally tally = point.tally();
        double material = tally.materialCooperation() * unit;
        double verbal = tally.verbalCooperation() * unit;
        bar(paths[Quad.MATERIAL_COOPERATION.ordinal()], x + gap, width - 2 * gap, zero, -material);
        bar(
            paths[Quad.VERBAL_COOPERATION.ordinal()],
            x + gap,
            width - 2 * gap,
            zero - material,
            -verbal);
        material = tally.materialConflict() * unit;
        verbal = tally.verbalConflict() * unit;
        bar(paths[Quad.MATERIAL_CONFLICT.ordinal()], x + gap, width - 2 * gap, zero, material);
        bar(
            paths[Quad.VERBAL_CONFLICT.ordinal()],
            x + gap,
            width - 2 * gap,
            zero + material,
            verbal);
      }
      for (Quad quad : Quad.values()) {
        body.path("bar " + Picture.quad(quad), paths[quad.ordinal()]);
      }
    }

    private static void bar(StringBuilder path, double x, double width, double y, double height) {
      if (height != 0) {
        path.append(
            String.format(Locale.ROOT, "M%.2f %.2fh%.2fv%.2fh%.2fz", x, y, width, height, -width));
      }
    }

    private void levels() {
      if (series.changes().isEmpty()) {
        return;
      }
      StringBuilder path = new StringBuilder();
      int from = 0;
      for (int i = 0; i <= series.changes().size(); i++) {
        int to = i < series.changes().size() ? series.changes().get(i).index() : points.size();
        List<Series.Point> stretch = points.subList(from, to);
        double up = stretch.stream().mapToLong(p -> p.tally().cooperation()).average().orElse(0);
        double down = stretch.stream().mapToLong(p -> p.tally().conflict()).average().orElse(0);
        double x1 = axis.x(points.get(from).start());
        double x2 = to < points.size() ? axis.x(points.get(to).start()) : RIGHT;
        for (double y : new double[] {zero - up * unit, zero + down * unit}) {
          path.append(String.format(Locale.ROOT, "M%.1f %.1fH%.1f", x1, y, x2));
        }
        from = to;
      }
      body.path("level", path);
    }

    private void mean(double top, double bottom) {
      double middle = (top + bottom) / 2;
      double furthest =
          points.stream()
              .mapToDouble(point -> Math.abs(point.tally().goldsteinMean()))
              .filter(mean -> !Double.isNaN(mean))
              .max()
              .orElse(10);
      int end = furthest > 5 ? 10 : furthest > 2 ? 5 : 2;
      double height = (bottom - top) / 2 / end;
      for (int value : new int[] {end, 0, -end}) {
        double y = middle - value * height;
        body.line(value == 0 ? "zero" : "rule", LEFT, y, RIGHT, y);
        body.text(
            "tickname",
            LEFT - 6,
            y + 4,
            SIZE,
            "end",
            value < 0 ? "−" + -value : value == 0 ? "0" : "+" + value);
      }
      long known = points.stream().filter(point -> point.tally().weighted() > 0).count();
      boolean line = 2 * known > points.size();
      boolean dotted = points.size() <= 130;
      StringBuilder path = new StringBuilder();
      Svg dots = new Svg();
      boolean before = false;
      for (int i = 0; i < points.size(); i++) {
        Tally tally = points.get(i).tally();
        if (tally.weighted() > 0) {
          LocalDate start = points.get(i).start();
          double x = (axis.x(start) + axis.x(period.next(start))) / 2;
          double y = middle - tally.goldsteinMean() * height;
          if (line) {
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", before ? "L" : "M", x, y));
          }
          boolean after = i + 1 < points.size() && points.get(i + 1).tally().weighted() > 0;
          if (!line || dotted || !before && !after) {
            dots.circle("dot", x, y, dotted ? 2.2 : 1.5);
          }
        }
        before = tally.weighted() > 0;
      }
      body.path("mean", path).raw(dots.toString());
    }

    private String hint(Series.Point point) {
      Tally tally = point.tally();
      String when =
          switch (period) {
            case DAY -> Words.day(point.start());
            case WEEK -> "week of " + Words.day(point.start());
            case MONTH -> Words.month(point.start());
          };
      return tally.events() == 0
          ? when + ": no events"
          : String.format(
              Locale.ROOT,
              "%s: cooperation %d verbal, %d material; conflict %d verbal, %d material; Goldstein"
                  + " mean %.1f",
              when,
              tally.verbalCooperation(),
              tally.materialCooperation(),
              tally.verbalConflict(),
              tally.materialConflict(),
              tally.goldsteinMean());
    }
  }
}
