package org.entente.report;

import java.util.Locale;
import org.entente.analysis.affinity.Affinity;

/**
 * Affinities as a map of cells: teal for friends, vermilion for foes, the deeper the more so; thin
 * pairs are hatched. Actors who are near each other stand together.
 */
public final class AffinitySvg {
  /** Steps of each colour. */
  static final int SHADES = 10;

  private static final int LEGIBLE = 26; // above it, values do not fit
  private static final double MARGIN = 18;
  private static final double NAME = 12.5;

  private AffinitySvg() {}

  /**
   * The picture.
   *
   * @param alone whether it is a file of its own and has to bring its colours
   */
  public static String svg(Affinity affinity, boolean alone) {
    int n = affinity.actors().size();
    if (affinity.pairs().isEmpty()) {
      return Picture.open("affinity", 600, 60, "Affinity: no pairs", alone)
          + "<text class=\"faint\" x=\"300\" y=\"34\" text-anchor=\"middle\" font-size=\"13\">"
          + "Nothing is known of any pair.</text></svg>";
    }
    boolean values = n <= LEGIBLE;
    double cell = n <= 12 ? 46 : values ? 36 : Math.max(12, 900.0 / n);
    double top = affinity.pairs().stream().mapToDouble(p -> Math.abs(p.value())).max().orElse(1);
    double scale = Math.min(1, Math.ceil(top * 10 - 1e-9) / 10);
    String[] names = new String[n];
    String[] codes = new String[n];
    double widest = 0;
    double highest = 0;
    for (int i = 0; i < n; i++) {
      names[i] = Columns.fit(Columns.clean(affinity.actors().get(i).name()), 30);
      String id = Columns.clean(affinity.actors().get(i).id());
      codes[i] = id.length() <= 5 ? id : Columns.fit(names[i], 20);
      widest = Math.max(widest, Markup.textWidth(names[i], NAME));
      highest = Math.max(highest, Markup.textWidth(codes[i], NAME));
    }
    boolean upright = highest > cell - 2;
    double left = MARGIN + widest + 10;
    double above = MARGIN + (upright ? highest + 6 : 20);
    double width = Math.max(560, left + n * cell + MARGIN);
    double height = above + n * cell + 80;
    StringBuilder out = new StringBuilder();
    out.append(
        Picture.open(
            "affinity",
            width,
            height,
            "Affinity of " + Words.count(n, "actor") + ", from −1 for foes to 1 for friends",
            alone));
    out.append(
            "<defs><pattern id=\"thin\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"")
        .append(" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0v6\"/></pattern>")
        .append("</defs>");
    for (int i = 0; i < n; i++) {
      double middle = above + (i + .5) * cell;
      Picture.text(out, "name", "end", left - 8, middle + 4.3, NAME, names[i]);
      double x = left + (i + .5) * cell;
      if (upright) {
        out.append("<g transform=\"translate(")
            .append(Markup.n(x + 4.3))
            .append(' ')
            .append(Markup.n(above - 7))
            .append(") rotate(-90)\">");
        Picture.text(out, "name", "start", 0, 0, NAME, codes[i]);
        out.append("</g>");
      } else {
        Picture.text(out, "name", "middle", x, above - 7, NAME, codes[i]);
      }
      rect(out, "self", left + i * cell, above + i * cell, cell);
    }
    double[][] known = affinity.matrix();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (Double.isNaN(known[i][j])) {
          out.append("<circle class=\"none\" cx=\"")
              .append(Markup.n(left + (j + .5) * cell))
              .append("\" cy=\"")
              .append(Markup.n(above + (i + .5) * cell))
              .append("\" r=\"1.6\"/>");
        }
      }
    }
    for (Affinity.Pair pair : affinity.pairs()) {
      pair(out, affinity, pair, pair.a(), pair.b(), left, above, cell, scale, values);
      pair(out, affinity, pair, pair.b(), pair.a(), left, above, cell, scale, values);
    }
    legend(out, affinity, above + n * cell + 26, scale);
    return out.append("</svg>").toString();
  }

  private static void pair(
      StringBuilder out,
      Affinity affinity,
      Affinity.Pair pair,
      int row,
      int column,
      double left,
      double above,
      double cell,
      double scale,
      boolean values) {
    double x = left + column * cell;
    double y = above + row * cell;
    out.append("<g><title>")
        .append(
            Markup.escape(
                affinity.actors().get(pair.a()).name()
                    + " and "
                    + affinity.actors().get(pair.b()).name()
                    + ": "
                    + number(pair.value(), 2)
                    + (Double.isNaN(pair.low())
                        ? ""
                        : " (" + number(pair.low(), 2) + " to " + number(pair.high(), 2) + ")")
                    + ", "
                    + (affinity.measure() == Affinity.Measure.DIRECT
                        ? Words.count(pair.count(), "event")
                        : pair.count() + " third parties")
                    + (pair.thin() ? "; thin" : "")))
        .append("</title>");
    rect(out, shade(pair.value(), scale), x, y, cell);
    if (pair.thin()) {
      rect(out, "thin", x, y, cell);
    }
    if (values) {
      Picture.text(
          out,
          pair.thin() ? "value pale" : "value",
          "middle",
          x + cell / 2,
          y + cell / 2 + 4,
          cell > 40 ? 12 : 11,
          number(pair.value(), 2));
    }
    out.append("</g>");
  }

  /** The class of a value's colour: {@code "cell coop s4"}. */
  private static String shade(double value, double scale) {
    long step = Math.round(SHADES * Math.min(1, Math.abs(value) / scale));
    return "cell" + (step == 0 ? "" : (value > 0 ? " coop s" : " conf s") + step);
  }

  private static void legend(StringBuilder out, Affinity affinity, double y, double scale) {
    double x = MARGIN;
    out.append("<g class=\"legend\">");
    Picture.text(out, "faint", "start", x, y + 11, 11.5, "foes " + number(-scale, 1));
    x += Markup.textWidth("foes " + number(-scale, 1), 11.5) + 6;
    for (int step = -SHADES; step <= SHADES; step++) {
      rect(out, shade(step * scale / SHADES, scale), x, y, 14);
      x += 14;
    }
    Picture.text(out, "faint", "start", x + 7, y + 11, 11.5, number(scale, 1) + " friends");
    if (affinity.pairs().stream().anyMatch(Affinity.Pair::thin)) {
      rect(out, "cell coop s5", MARGIN, y + 22, 14);
      rect(out, "thin", MARGIN, y + 22, 14);
      Picture.text(
          out,
          "faint",
          "start",
          MARGIN + 21,
          y + 33,
          11.5,
          "hatched: thin data, the mean counts for more than it · a dot: no data");
    }
    out.append("</g>");
  }

  private static void rect(StringBuilder out, String kind, double x, double y, double size) {
    out.append("<rect class=\"")
        .append(kind)
        .append("\" x=\"")
        .append(Markup.n(x))
        .append("\" y=\"")
        .append(Markup.n(y))
        .append("\" width=\"")
        .append(Markup.n(size))
        .append("\" height=\"")
        .append(Markup.n(size))
        .append(kind.equals("thin") ? "\" fill=\"url(#thin)\"/>" : "\"/>");
  }

  /** Without the zero before the point: {@code −.42}. */
  private static String number(double value, int decimals) {
    String text =
        String.format(Locale.ROOT, "%." + decimals + "f", value)
            .replace('-', '−')
            .replaceFirst("^(−?)0\\.", "$1.");
    return text.matches("−\\.0*") ? text.substring(1) : text;
  }
}
