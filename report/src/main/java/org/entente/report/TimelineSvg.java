package org.entente.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.entente.model.Event;
import org.entente.model.Precision;
import org.entente.model.Quad;
import org.entente.model.Status;
import org.entente.model.TimeSpan;

/**
 * Events over time, as a picture: a lane each quad class, a bar each event as long as its date is
 * vague, filled where it is actual and hollow otherwise. Events without a date stand in a gutter of
 * their own, and so do a few that lie far before or after the rest, which would press it together.
 */
public final class TimelineSvg {
  private static final double WIDTH = 1040;
  private static final double LANES = 104;
  private static final double AXIS = 40;
  private static final double COLUMN = 168;
  private static final double LABEL = 11;
  private static final int LABELLED = 80;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

  private TimelineSvg() {}

  /** The picture as a file of its own; follows the reader's choice of light or dark. */
  public static String svg(List<Event> events) {
    return svg(events, null, null, true);
  }

  /** The picture as a part of a page, whose colours it takes. */
  public static String part(List<Event> events) {
    return svg(events, null, null, false);
  }

  /**
   * @param published a day to mark, or null
   * @param link the anchor of an event's card, or null for no links
   */
  static String svg(
      List<Event> events, LocalDate published, Function<Event, String> link, boolean alone) {
    return new Drawing(events, published, link).draw(alone);
  }

  private static LocalDate begin(Event event) {
    TimeSpan time = event.time();
    return time.from() != null ? time.from() : time.to();
  }

  private static LocalDate finish(Event event) {
    TimeSpan time = event.time();
    return time.to() != null ? time.to() : time.from();
  }

  /** What lies far off, and the window of the rest. */
  private record Window(LocalDate from, LocalDate to, List<Event> before, List<Event> after) {
    static Window of(List<Event> dated) {
      List<Event> exact =
          new ArrayList<>(
              dated.stream()
                  .filter(
                      e ->
                          e.time().precision() != Precision.YEAR
                              && e.time().precision() != Precision.UNKNOWN)
                  .toList());
      if (exact.isEmpty()) {
        exact.addAll(dated);
      }
      exact.sort(Comparator.comparing(TimelineSvg::begin).thenComparing(TimelineSvg::finish));
      int low = 0;
      int high = exact.size();
      boolean cut = true;
      while (cut && high - low > 2) {
        cut = false;
        long firstGap = days(exact.get(low), exact.get(low + 1));
        long restOfFirst = days(exact.get(low + 1), exact.get(high - 1));
        long lastGap = days(exact.get(high - 2), exact.get(high - 1));
        long restOfLast = days(exact.get(low), exact.get(high - 2));
        int dropped = exact.size() - (high - low);
        if (4 * (dropped + 1) > exact.size() + 3) {
          break;
        }
        if (firstGap > 45 && firstGap > 2 * restOfFirst) {
          low++;
          cut = true;
        } else if (lastGap > 45 && lastGap > 2 * restOfLast) {
          high--;
          cut = true;
        }
      }
      LocalDate first = begin(exact.get(low));
      LocalDate last =
          exact.subList(low, high).stream()
              .map(TimelineSvg::finish)
              .max(LocalDate::compareTo)
              .get();
      return new Window(
          first,
          last,
          dated.stream().filter(e -> finish(e).isBefore(first)).toList(),
          dated.stream().filter(e -> begin(e).isAfter(last)).toList());
    }

    private static long days(Event a, Event b) {
      return ChronoUnit.DAYS.between(begin(a), begin(b));
    }
  }

  /** One picture in the making. */
  private static final class Drawing {
    private final List<Event> events;
    private final Function<Event, String> link;
    private final StringBuilder body = new StringBuilder();
    private final boolean labels;
    private final double row;
    private final List<Event> undated;
    private final List<Event> dated;
    private final Window window;
    private LocalDate published;
    private LocalDate from;
    private LocalDate to;
    private double mainLeft;
    private double mainRight;
    private double undatedLeft;
    private int undatedColumns;

    Drawing(List<Event> events, LocalDate published, Function<Event, String> link) {
      this.events = events;
      this.link = link;
      labels = events.size() <= LABELLED;
      row = labels ? 25 : events.size() > 400 ? 5 : 10;
      undated = events.stream().filter(e -> !e.time().known()).toList();
      dated = events.stream().filter(e -> e.time().known()).toList();
      window = dated.isEmpty() ? null : Window.of(dated);
      this.published = published;
    }

    String draw(boolean alone) {
      String title = "Timeline of " + Words.count(events.size(), "event");
      if (events.isEmpty()) {
        return Picture.open("timeline", 600, 60, title, alone)
            + "<text class=\"faint\" x=\"300\" y=\"34\" text-anchor=\"middle\""
            + " font-size=\"13\">No events.</text></svg>";
      }
      zones();
      double y = AXIS;
      Map<Quad, double[]> lanes = new EnumMap<>(Quad.class);
      for (Quad quad : Quad.values()) {
        double height = lane(quad, y);
        lanes.put(quad, new double[] {y, height});
        y += height;
      }
      double bottom = y;
      StringBuilder out = new StringBuilder();
      out.append(
          Picture.open(labels ? "timeline" : "timeline dense", WIDTH, bottom + 34, title, alone));
      lanes.forEach((quad, lane) -> frame(out, quad, lane[0], lane[1]));
      if (window != null) {
        axis(out, bottom);
        gutter(out, window.before(), LANES, "before", bottom);
        gutter(out, window.after(), mainRight, "after", bottom);
      }
      gutter(out, undated, undatedLeft, "undated", bottom);
      out.append(body);
      legend(out, bottom + 22);
      return out.append("</svg>").toString();
    }

    private void zones() {
      double before = window == null || window.before().isEmpty() ? 0 : COLUMN;
      double after = window == null || window.after().isEmpty() ? 0 : COLUMN;
      if (window == null) {
        undatedColumns = (int) ((WIDTH - LANES) / COLUMN);
      } else if (undated.isEmpty()) {
        undatedColumns = 0;
      } else {
        undatedColumns =
            !labels ? 1 : undated.size() > 2 * dated.size() ? 3 : undated.size() > 8 ? 2 : 1;
      }
      undatedLeft = WIDTH - undatedColumns * COLUMN;
      mainLeft = LANES + before;
      mainRight = undatedLeft - after;
      if (window == null) {
        undatedLeft = LANES;
        return;
      }
      from = window.from();
      to = window.to();
      if (published != null
          && !published.isBefore(from.minusDays(10))
          && !published.isAfter(to.plusDays(10))) {
        from = published.isBefore(from) ? published : from;
        to = published.isAfter(to) ? published : to;
      } else {
        published = null;
      }
      long pad = Math.max(1, ChronoUnit.DAYS.between(from, to) / 30);
      from = from.minusDays(pad);
      to = to.plusDays(pad);
    }

    private double x(LocalDate day) {
      double days = ChronoUnit.DAYS.between(from, day);
      double x = mainLeft + days / (ChronoUnit.DAYS.between(from, to) + 1) * (mainRight - mainLeft);
      return Math.max(mainLeft, Math.min(mainRight, x));
    }

    /** Draws a lane's events and says how high it is. */
    private double lane(Quad quad, double top) {
      List<Event> here =
          dated.stream()
              .filter(e -> e.quad() == quad)
              .filter(e -> !window.before().contains(e) && !window.after().contains(e))
              .sorted(Comparator.comparing(TimelineSvg::begin).thenComparing(TimelineSvg::finish))
              .toList();
      List<Double> ends = new ArrayList<>();
      for (Event event : here) {
        double x1 = x(begin(event));
        double x2 = x(finish(event).plusDays(1));
        if (event.time().from() == null) {
          x1 = mainLeft;
        }
        if (event.time().to() == null) {
          x2 = mainRight;
        }
        double gap = x2 - x1 > 12 ? 1.5 : 0;
        x1 += gap;
        x2 = Math.max(x1 + 7, x2 - gap);
        String label = labels ? label(event) : "";
        double wide = Math.max(x2 - x1, Markup.textWidth(label, LABEL));
        boolean right = x1 + wide > mainRight && x2 - wide >= mainLeft;
        double start = right ? x2 - wide : x1;
        int line = 0;
        while (line < ends.size() && ends.get(line) > start) {
          line++;
        }
        if (line == ends.size()) {
          ends.add(0.0);
        }
        ends.set(line, start + wide + 8);
        mark(event, "", x1, x2, top + 5 + line * row, right ? x2 : x1, right, label);
      }
      int rows = ends.size();
      if (window != null) {
        rows = Math.max(rows, column(window.before(), quad, LANES, 1, top));
        rows = Math.max(rows, column(window.after(), quad, mainRight, 1, top));
      }
      rows = Math.max(rows, column(undated, quad, undatedLeft, undatedColumns, top));
      return Math.max(labels ? 34 : 30, rows * row + 11);
    }

    private int column(List<Event> gutter, Quad quad, double left, int columns, double top) {
      List<Event> here = gutter.stream().filter(e -> e.quad() == quad).toList();
      if (here.isEmpty()) {
        return 0;
      }
      double step = labels ? COLUMN : 12;
      int perRow = labels ? columns : (int) ((columns * COLUMN - 16) / step);
      for (int i = 0; i < here.size(); i++) {
        double x = left + 9 + i % perRow * step;
        String label = labels ? label(here.get(i)) : "";
        double y = top + 5 + i / perRow * row;
        mark(here.get(i), " aside", x, x + 7, y, x, false, label);
      }
      return (here.size() + perRow - 1) / perRow;
    }

    private static String label(Event event) {
      String pair = Picture.brief(event.source(), 15);
      if (event.target() != null) {
        pair += " → " + Picture.brief(event.target(), 15);
      }
      String label = pair;
      while (Markup.textWidth(label, LABEL) > COLUMN - 16 && label.length() > 4) {
        pair = pair.substring(0, pair.length() - 1);
        label = pair.stripTrailing() + "…";
      }
      return label;
    }

    private void mark(
        Event event,
        String where,
        double x1,
        double x2,
        double y,
        double labelX,
        boolean end,
        String label) {
      String anchor = link == null ? null : link.apply(event);
      body.append(anchor == null ? "<g" : "<a href=\"#" + Markup.escape(anchor) + '"')
          .append(" class=\"mark ")
          .append(Picture.quad(event.quad()))
          .append(event.status() == Status.ACTUAL ? "" : " hollow")
          .append(where)
          .append('"');
      if (anchor != null) {
        body.append(" data-e=\"").append(Markup.escape(anchor)).append('"');
      }
      double bar = labels ? y + 14 : y + 1;
      body.append("><title>").append(Markup.escape(Picture.line(event))).append("</title>");
      if (!label.isEmpty()) {
        body.append("<text font-size=\"")
            .append(Markup.n(LABEL))
            .append(end ? "\" text-anchor=\"end" : "")
            .append("\" x=\"")
            .append(Markup.n(labelX))
            .append("\" y=\"")
            .append(Markup.n(y + 10))
            .append("\">")
            .append(Markup.escape(label))
            .append("</text>");
      }
      body.append("<rect x=\"")
          .append(Markup.n(x1))
          .append("\" y=\"")
          .append(Markup.n(bar))
          .append("\" width=\"")
          .append(Markup.n(x2 - x1))
          .append("\" height=\"")
          .append(Markup.n(Math.min(7, row - 2)))
          .append("\" rx=\"2\"/>")
          .append(anchor == null ? "</g>" : "</a>");
    }

    private void frame(StringBuilder out, Quad quad, double top, double height) {
      out.append("<rect class=\"lane ")
          .append(Picture.quad(quad))
          .append("\" x=\"0\" y=\"")
          .append(Markup.n(top))
          .append("\" width=\"")
          .append(Markup.n(WIDTH))
          .append("\" height=\"")
          .append(Markup.n(height))
          .append("\"/>");
      String[] words = quad.label().split(" ");
      for (int i = 0; i < 2; i++) {
        out.append("<text class=\"lanename ")
            .append(Picture.quad(quad))
            .append("\" font-size=\"11.5\" x=\"8\" y=\"")
            .append(Markup.n(top + 14 + 13 * i))
            .append("\">")
            .append(words[i])
            .append("</text>");
      }
      out.append("<line class=\"rule\" x1=\"0\" x2=\"")
          .append(Markup.n(WIDTH))
          .append("\" y1=\"")
          .append(Markup.n(top))
          .append("\" y2=\"")
          .append(Markup.n(top))
          .append("\"/>");
    }

    private void axis(StringBuilder out, double bottom) {
      long days = ChronoUnit.DAYS.between(from, to) + 1;
      double room = mainRight - mainLeft;
      int most = (int) (room / 62);
      List<LocalDate> ticks = new ArrayList<>();
      boolean byDay = false;
      for (int step : new int[] {1, 2, 3, 7, 14}) {
        if (days / (double) step <= most) {
          byDay = true;
          for (LocalDate d = from; !d.isAfter(to); d = d.plusDays(step)) {
            ticks.add(d);
          }
          break;
        }
      }
      boolean byYear = false;
      for (int step : new int[] {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200}) {
        if (!ticks.isEmpty()) {
          break;
        }
        if (days / 30.4 / step <= most) {
          byYear = step >= 12;
          LocalDate first =
              byYear
                  ? LocalDate.of(Math.floorDiv(from.getYear(), step / 12) * (step / 12), 1, 1)
                  : LocalDate.of(from.getYear(), 1, 1);
          for (LocalDate d = first; !d.isAfter(to); d = d.plusMonths(step)) {
            if (!d.isBefore(from)) {
              ticks.add(d);
            }
          }
        }
      }
      int year = Integer.MIN_VALUE;
      for (LocalDate tick : ticks) {
        double x = x(tick);
        out.append("<line class=\"tick\" x1=\"")
            .append(Markup.n(x))
            .append("\" x2=\"")
            .append(Markup.n(x))
            .append("\" y1=\"")
            .append(Markup.n(AXIS - 5))
            .append("\" y2=\"")
            .append(Markup.n(bottom))
            .append("\"/>");
        if (x > mainRight - 26) {
          continue;
        }
        String words = byYear ? String.valueOf(tick.getYear()) : (byDay ? DAY : MONTH).format(tick);
        text(out, "tickname", x + 3, AXIS - 9, words);
        if (!byYear && tick.getYear() != year) {
          year = tick.getYear();
          text(out, "tickyear", x + 3, AXIS - 23, String.valueOf(year));
        }
      }
      if (published != null) {
        double x = x(published);
        boolean end = x > mainRight - 70;
        out.append("<line class=\"published\" x1=\"")
            .append(Markup.n(x))
            .append("\" x2=\"")
            .append(Markup.n(x))
            .append("\" y1=\"")
            .append(Markup.n(AXIS - 18))
            .append("\" y2=\"")
            .append(Markup.n(bottom))
            .append("\"/>");
        out.append("<text class=\"faint\" font-size=\"11\" text-anchor=\"")
            .append(end ? "end" : "start")
            .append("\" x=\"")
            .append(Markup.n(x + (end ? 12 : 0)))
            .append("\" y=\"")
            .append(Markup.n(AXIS - 23))
            .append("\">published</text>");
      }
    }

    private void gutter(
        StringBuilder out, List<Event> here, double left, String name, double bottom) {
      if (here.isEmpty()) {
        return;
      }
      double width = name.equals("undated") ? WIDTH - left : COLUMN;
      out.append("<rect class=\"gutter\" x=\"")
          .append(Markup.n(left))
          .append("\" y=\"")
          .append(Markup.n(AXIS - 22))
          .append("\" width=\"")
          .append(Markup.n(width))
          .append("\" height=\"")
          .append(Markup.n(bottom - AXIS + 22))
          .append("\"/>");
      String words = name;
      if (!name.equals("undated")) {
        int first = here.stream().mapToInt(e -> begin(e).getYear()).min().orElse(0);
        int last = here.stream().mapToInt(e -> finish(e).getYear()).max().orElse(0);
        words = (first == last ? "" + first : first + "–" + last) + ", not to scale";
      }
      text(out, "tickname", left + 9, AXIS - 9, words);
    }

    private static void text(StringBuilder out, String kind, double x, double y, String words) {
      out.append("<text class=\"")
          .append(kind)
          .append("\" font-size=\"11\" x=\"")
          .append(Markup.n(x))
          .append("\" y=\"")
          .append(Markup.n(y))
          .append("\">")
          .append(words)
          .append("</text>");
    }

    private void legend(StringBuilder out, double y) {
      out.append("<g class=\"legend\" font-size=\"11.5\"><rect class=\"key\" x=\"8\" y=\"")
          .append(Markup.n(y - 8))
          .append("\" width=\"16\" height=\"7\" rx=\"2\"/>")
          .append("<text class=\"faint\" x=\"31\" y=\"")
          .append(Markup.n(y))
          .append("\">actual</text>")
          .append("<rect class=\"key hollow\" x=\"86\" y=\"")
          .append(Markup.n(y - 8))
          .append("\" width=\"16\" height=\"7\" rx=\"2\"/><text class=\"faint\" x=\"109\" y=\"")
          .append(Markup.n(y))
          .append("\">planned, possible, demanded or denied</text>")
          .append("<text class=\"faint\" x=\"356\" y=\"")
          .append(Markup.n(y))
          .append("\">the longer a bar, the vaguer the date</text></g>");
    }
  }
}
