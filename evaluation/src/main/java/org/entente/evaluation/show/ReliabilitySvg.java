package org.entente.evaluation.show;

import java.util.Locale;
import org.entente.evaluation.measure.Reliability;

/**
 * A reliability diagram: for each bin the share of right answers as a bar, and a dot at its mean
 * confidence, as large as its count; on the dashed line confidence is what it says.
 */
final class ReliabilitySvg {
  private static final double SIDE = 300;
  private static final double LEFT = 52;
  private static final double TOP = 12;
  private static final double LARGEST = 11;

  private ReliabilitySvg() {}

  static String of(Reliability reliability) {
    StringBuilder out = new StringBuilder();
    double width = LEFT + SIDE + 16;
    double height = TOP + SIDE + 44;
    out.append("<svg class=\"reliability\" viewBox=\"0 0 ").append(Html.n(width)).append(' ');
    out.append(Html.n(height)).append("\" width=\"").append(Html.n(width)).append("\" height=\"");
    out.append(Html.n(height)).append("\" role=\"group\" aria-label=\"Reliability diagram\">\n");
    out.append("<rect class=\"ground\" x=\"").append(Html.n(LEFT)).append("\" y=\"");
    out.append(Html.n(TOP)).append("\" width=\"").append(Html.n(SIDE)).append("\" height=\"");
    out.append(Html.n(SIDE)).append("\"/>\n");
    for (int i = 0; i <= 10; i += 2) {
      axis(out, i / 10.0);
    }
    int most = reliability.bins().stream().mapToInt(Reliability.Bin::count).max().orElse(1);
    for (Reliability.Bin bin : reliability.bins()) {
      if (bin.count() > 0) {
        bar(out, bin);
      }
    }
    out.append("<line class=\"ideal\" x1=\"").append(Html.n(x(0))).append("\" y1=\"");
    out.append(Html.n(y(0))).append("\" x2=\"").append(Html.n(x(1))).append("\" y2=\"");
    out.append(Html.n(y(1))).append("\"/>\n");
    for (Reliability.Bin bin : reliability.bins()) {
      if (bin.count() > 0) {
        out.append("<circle class=\"dot\" cx=\"").append(Html.n(x(bin.confidence())));
        out.append("\" cy=\"").append(Html.n(y(bin.right()))).append("\" r=\"");
        out.append(Html.n(2.5 + LARGEST * Math.sqrt((double) bin.count() / Math.max(1, most))));
        out.append("\">").append(title(bin)).append("</circle>\n");
      }
    }
    words(out, LEFT + SIDE / 2, TOP + SIDE + 38, "middle", "mean confidence");
    out.append("<text class=\"faint\" font-size=\"12.5\" text-anchor=\"middle\" transform=\"");
    out.append("translate(13 ").append(Html.n(TOP + SIDE / 2)).append(") rotate(-90)\">");
    out.append("right answers</text>\n</svg>");
    return out.toString();
  }

  private static void bar(StringBuilder out, Reliability.Bin bin) {
    double left = x(bin.from()) + 1;
    out.append("<rect class=\"bar\" fill-opacity=\".55\" x=\"").append(Html.n(left));
    out.append("\" y=\"").append(Html.n(y(bin.right()))).append("\" width=\"");
    out.append(Html.n(x(bin.to()) - 1 - left)).append("\" height=\"");
    out.append(Html.n(y(0) - y(bin.right()))).append("\">").append(title(bin)).append("</rect>\n");
  }

  private static String title(Reliability.Bin bin) {
    return String.format(
        Locale.ROOT,
        "<title>%.1f to %.1f: %s, mean confidence %.3f, right %.3f</title>",
        bin.from(),
        bin.to(),
        Figures.count(bin.count(), "answer"),
        bin.confidence(),
        bin.right());
  }

  private static void axis(StringBuilder out, double at) {
    String label = String.format(Locale.ROOT, "%.1f", at);
    out.append("<path class=\"line\" d=\"M").append(Html.n(x(at))).append(' ');
    out.append(Html.n(y(0))).append("V").append(Html.n(y(1))).append("M").append(Html.n(x(0)));
    out.append(' ').append(Html.n(y(at))).append("H").append(Html.n(x(1))).append("\"/>\n");
    words(out, x(at), y(0) + 18, "middle", label);
    words(out, x(0) - 8, y(at) + 4, "end", label);
  }

  private static void words(StringBuilder out, double x, double y, String anchor, String words) {
    out.append("<text class=\"faint\" font-size=\"12.5\" text-anchor=\"").append(anchor);
    out.append("\" x=\"").append(Html.n(x)).append("\" y=\"").append(Html.n(y)).append("\">");
    out.append(words).append("</text>\n");
  }

  private static double x(double share) {
    return LEFT + SIDE * share;
  }

  private static double y(double share) {
    return TOP + SIDE * (1 - share);
  }
}
