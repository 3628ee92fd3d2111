package org.entente.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.store.PlaceCount;

/**
 * Where events happened, as a picture: a circle a place, its area in proportion to the number of
 * events, its colour by the share of conflict; on outlines of countries (Natural Earth). Areas of
 * the map are true: the world in Equal Earth, regions in Lambert's azimuthal projection.
 */
public final class MapSvg {
  private static final double LEGEND = 46;
  private static final double LARGEST = 30;
  private static final double SMALLEST = 2.6;
  private static final int LABELLED = 40;
  private static final double LABEL = 12;
  private static final double COUNTRY = 11;
  private static final int SHADES = 5;

  private final MapFrame frame;
  private final List<PlaceCount> places;
  private final List<String> notes;
  private final MapLabels labels;
  private final Set<String> named = new HashSet<>();
  private final List<Shown> countries = new ArrayList<>();
  private final StringBuilder body = new StringBuilder();
  private final long most;
  private long outside;

  /** A country on the sheet and its largest part. */
  private record Shown(String name, List<double[]> ring) {}

  private MapSvg(List<PlaceCount> places, MapRegion region, List<String> notes) {
    this.places =
        places.stream()
            .filter(place -> place.latitude() != null && place.longitude() != null)
            .sorted(Comparator.comparingLong(PlaceCount::events).reversed())
            .toList();
    this.frame = new MapFrame(region.box(this.places));
    this.notes = notes;
    this.labels = new MapLabels(frame.width, frame.height);
    this.most = this.places.isEmpty() ? 1 : this.places.get(0).events();
  }

  /**
   * The picture.
   *
   * @param places those without coordinates are left out
   * @param region what to show
   * @param notes what the reader has to know, in few words each
   * @param alone whether it is a file of its own and has to bring its colours
   */
  public static String svg(
      List<PlaceCount> places, MapRegion region, List<String> notes, boolean alone) {
    return new MapSvg(places, region, notes).draw(alone);
  }

  private String draw(boolean alone) {
    land();
    circles();
    double below = frame.height + 24;
    String title =
        "Map of " + Words.count(places.stream().mapToLong(PlaceCount::events).sum(), "event");
    StringBuilder legend = new StringBuilder();
    double bottom = legend(legend, below);
    return Picture.open("map", frame.width, bottom, title, alone)
        + "<svg class=\"sheet\" width=\""
        + Markup.n(frame.width)
        + "\" height=\""
        + Markup.n(frame.height)
        + "\" overflow=\"hidden\">"
        + body
        + "</svg>"
        + legend
        + "</svg>";
  }

  private void land() {
    if (frame.isWorld()) {
      List<double[]> edge = new ArrayList<>();
      for (int lat = -90; lat <= 90; lat += 3) {
        edge.add(frame.of(lat, 180));
      }
      for (int lat = 90; lat >= -90; lat -= 3) {
        edge.add(frame.of(lat, -180));
      }
      path("sea", List.of(edge), null);
    } else {
      body.append("<rect class=\"sea\" width=\"100%\" height=\"100%\"/>");
    }
    grid();
    Outlines outlines = Outlines.bundled();
    List<List<double[]>> lines = new ArrayList<>();
    for (double[] arc : outlines.arcs()) {
      lines.add(frame.isFar(arc[1], arc[0]) ? null : frame.line(arc));
    }
    for (Outlines.Country country : outlines.countries()) {
      List<List<double[]>> shown = new ArrayList<>();
      for (int[] ring : country.rings()) {
        for (List<double[]> cut : frame.rings(whole(ring, lines))) {
          if (shown.isEmpty()) {
            countries.add(new Shown(country.name(), cut));
          }
          shown.add(cut);
        }
      }
      if (!shown.isEmpty()) {
        path("land", shown, country.name());
      }
    }
  }

  /** A ring in degrees; empty if a part of it is too far away. */
  private static List<double[]> whole(int[] numbers, List<List<double[]>> lines) {
    List<double[]> ring = new ArrayList<>();
    for (int number : numbers) {
      List<double[]> line = lines.get(number < 0 ? ~number : number);
      if (line == null) {
        return List.of();
      }
      for (int i = 0; i < line.size() - 1; i++) {
        ring.add(line.get(number < 0 ? line.size() - 1 - i : i));
      }
    }
    return ring;
  }

  private void grid() {
    double degrees = frame.degrees();
    int step = frame.isWorld() ? 30 : degrees > 40 ? 10 : degrees > 15 ? 5 : 2;
    StringBuilder d = new StringBuilder();
    for (int lat = -90 + step; lat < 90; lat += step) {
      line(d, lat, -180, 0, 2, 180);
    }
    for (int lon = -180; lon < 180; lon += step) {
      line(d, -88, lon, 2, 0, 88);
    }
    body.append("<path class=\"grid\" d=\"").append(d).append("\"/>");
  }

  /** A line of the grid, as far as it is on the sheet. */
  private void line(StringBuilder d, double lat, double lon, int up, int right, int steps) {
    boolean drawing = false;
    double[] last = null;
    for (int i = 0; i <= steps; i++) {
      double[] point = frame.of(lat + i * up, lon + i * right);
      boolean there = frame.holds(point) || last != null && frame.holds(last);
      boolean far = frame.isFar(lat + i * up, lon + i * right);
      if (far || last == null || !there) {
        drawing = false;
      } else {
        if (!drawing) {
          d.append('M');
          point(d, last);
        }
        d.append('L');
        point(d, point);
        drawing = true;
      }
      last = far ? null : point;
    }
  }

  private void path(String kind, List<List<double[]>> rings, String title) {
    body.append("<path class=\"").append(kind).append("\" d=\"");
    for (List<double[]> ring : rings) {
      char letter = 'M';
      for (double[] point : ring) {
        body.append(letter);
        point(body, point);
        letter = 'L';
      }
      body.append('Z');
    }
    body.append("\">");
    if (title != null) {
      body.append("<title>").append(Markup.escape(title)).append("</title>");
    }
    body.append("</path>");
  }

  private static void point(StringBuilder out, double[] point) {
    out.append(Markup.n(point[0])).append(' ').append(Markup.n(point[1]));
  }

  private double radius(long events) {
    return Math.max(SMALLEST, LARGEST * Math.sqrt((double) events / Math.max(most, 4)));
  }

  private void circles() {
    List<PlaceCount> inside = new ArrayList<>();
    for (PlaceCount place : places) {
      double[] at = frame.of(place.latitude(), place.longitude());
      if (!frame.holds(at)) {
        outside += place.events();
        continue;
      }
      inside.add(place);
      double r = radius(place.events());
      labels.keepFree(at[0], at[1], r);
      body.append("<circle class=\"place ")
          .append(shade(place.hostility()))
          .append(place.basis() == PlaceCount.Basis.PLACE ? "" : " vague")
          .append("\" cx=\"")
          .append(Markup.n(at[0]))
          .append("\" cy=\"")
          .append(Markup.n(at[1]))
          .append("\" r=\"")
          .append(Markup.n(r))
          .append("\"><title>")
          .append(Markup.escape(title(place)))
          .append("</title></circle>");
    }
    for (PlaceCount place : inside.subList(0, Math.min(LABELLED, inside.size()))) {
      double[] at = frame.of(place.latitude(), place.longitude());
      double r = radius(place.events());
      if (!named.add(name(place))) {
        continue;
      }
      text("name", LABEL, labels.beside(name(place), at[0], at[1], r, LABEL, r > 8));
    }
    if (!frame.isWorld()) {
      countryNames();
    }
  }

  private void countryNames() {
    for (Shown country : countries) {
      List<double[]> ring = country.ring();
      String name = country.name();
      double west = ring.stream().mapToDouble(p -> p[0]).min().orElse(0);
      double east = ring.stream().mapToDouble(p -> p[0]).max().orElse(0);
      if (!named.contains(name) && Markup.textWidth(name, COUNTRY) < (east - west) * 0.9) {
        double[] middle = middle(ring);
        text("country", COUNTRY, labels.at(name, middle[0], middle[1], COUNTRY));
      }
    }
  }

  /** The centre of gravity of a ring. */
  private static double[] middle(List<double[]> ring) {
    double area = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < ring.size(); i++) {
      double[] a = ring.get(i);
      double[] b = ring.get((i + 1) % ring.size());
      double cross = a[0] * b[1] - b[0] * a[1];
      area += cross;
      x += (a[0] + b[0]) * cross;
      y += (a[1] + b[1]) * cross;
    }
    return Math.abs(area) < 1e-9 ? ring.get(0) : new double[] {x / (3 * area), y / (3 * area)};
  }

  private void text(String kind, double size, MapLabels.Label label) {
    if (label != null) {
      body.append("<text class=\"")
          .append(kind)
          .append("\" font-size=\"")
          .append(Markup.n(size))
          .append("\" text-anchor=\"middle\" x=\"")
          .append(Markup.n(label.x() + label.width() / 2))
          .append("\" y=\"")
          .append(Markup.n(label.y() + size * 0.36))
          .append("\">")
          .append(Markup.escape(label.text()))
          .append("</text>");
    }
  }

  private static String name(PlaceCount place) {
    return Columns.fit(Columns.clean(place.name() == null ? place.country() : place.name()), 28);
  }

  private static String title(PlaceCount place) {
    String where =
        place.basis() == PlaceCount.Basis.PLACE
            ? name(place)
            : place.basis() == PlaceCount.Basis.COUNTRY
                ? name(place) + ", country"
                : "against " + name(place);
    return where
        + ": "
        + Words.count(place.events(), "event")
        + String.format(
            Locale.ROOT,
            ", %,d cooperation, %,d conflict, Goldstein ",
            place.cooperation(),
            place.conflict())
        + Words.weight(place.goldstein());
  }

  private static String shade(double hostility) {
    return "m" + Math.min(SHADES - 1, (int) (hostility * SHADES));
  }

  /** Returns the lower edge of the picture. */
  private double legend(StringBuilder out, double y) {
    out.append("<g class=\"legend\" font-size=\"11.5\">");
    double x = 8;
    if (!places.isEmpty()) {
      List<Long> sizes = sizes();
      for (long size : sizes) {
        double r = radius(size);
        x += r;
        out.append("<circle class=\"key\" cx=\"")
            .append(Markup.n(x))
            .append("\" cy=\"")
            .append(Markup.n(y + 10))
            .append("\" r=\"")
            .append(Markup.n(r))
            .append("\"/>");
        x += r + 5;
        String words = String.format(Locale.ROOT, "%,d", size);
        if (size == sizes.get(sizes.size() - 1)) {
          words += size == 1 ? " event" : " events";
        }
        legendText(out, x, y + 14, "start", words);
        x += Markup.textWidth(words, 11.5) + 14;
      }
      x += 16;
      legendText(out, x, y + 14, "start", "conflict 0 %");
      x += Markup.textWidth("conflict 0 %", 11.5) + 6;
      for (int i = 0; i < SHADES; i++) {
        out.append("<rect class=\"place m")
            .append(i)
            .append("\" x=\"")
            .append(Markup.n(x))
            .append("\" y=\"")
            .append(Markup.n(y + 4))
            .append("\" width=\"26\" height=\"12\"/>");
        x += 27;
      }
      legendText(out, x + 5, y + 14, "start", "100 %");
    }
    legendText(out, frame.width - 4, y + 14, "end", "Outlines: Natural Earth");
    List<String> lines = new ArrayList<>(notes);
    if (outside > 0) {
      lines.add(Words.count(outside, "event") + " outside of the map: --region world shows them");
    }
    if (places.isEmpty()) {
      lines.add("no events with a place");
    }
    double below = y + (notes.isEmpty() ? 26 : 34);
    for (String line : lines) {
      below += 18;
      legendText(out, 8, below, "start", line);
    }
    out.append("</g>");
    return Math.max(y + LEGEND, below + 12);
  }

  /** Up to three round numbers, the largest no larger than the largest circle. */
  private List<Long> sizes() {
    long power = 1;
    while (power * 10 <= most) {
      power *= 10;
    }
    long top = most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    List<Long> sizes = new ArrayList<>();
    for (long size : new long[] {top / 25, top / 5, top}) {
      if (size > 0) {
        sizes.add(size);
      }
    }
    return sizes;
  }

  private static void legendText(
      StringBuilder out, double x, double y, String anchor, String words) {
    out.append("<text class=\"faint\" text-anchor=\"")
        .append(anchor)
        .append("\" x=\"")
        .append(Markup.n(x))
        .append("\" y=\"")
        .append(Markup.n(y))
        .append("\">")
        .append(Markup.escape(words))
        .append("</text>");
  }
}
