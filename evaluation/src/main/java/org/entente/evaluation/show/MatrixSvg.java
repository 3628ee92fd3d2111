package org.entente.evaluation.show;

import java.util.List;
import org.entente.evaluation.measure.Confusion;

/** A confusion matrix: gold down, answers across, each cell as strong as its share of its row. */
final class MatrixSvg {
  private static final double CELL = 36;
  private static final double LEFT = 112;
  private static final double TOP = 92;
  private static final double RIGHT = 66;
  private static final double FAINTEST = 0.1;

  private final StringBuilder out = new StringBuilder();
  private final Confusion confusion;
  private final List<Integer> starts;
  private final int size;

  private MatrixSvg(Block.Matrix matrix) {
    this.confusion = matrix.confusion();
    this.starts = matrix.starts();
    this.size = confusion.labels().size();
  }

  static String of(Block.Matrix matrix) {
    MatrixSvg svg = new MatrixSvg(matrix);
    svg.draw();
    return svg.out.toString();
  }

  private void draw() {
    double side = size * CELL;
    String width = Html.n(LEFT + side + RIGHT);
    String height = Html.n(TOP + side + 34);
    out.append("<svg class=\"matrix\" viewBox=\"0 0 ").append(width).append(' ').append(height);
    out.append("\" width=\"").append(width).append("\" height=\"").append(height);
    out.append("\" role=\"group\" aria-label=\"Confusion matrix: gold down, answers across\">\n");
    text(LEFT - 8, TOP - 10, 12, "end", "faint", "gold ↓   answer →");
    text(LEFT + side + 10, TOP - 10, 12, "start", "faint", "recall");
    text(LEFT - 8, TOP + side + 21, 12, "end", "faint", "precision");
    for (int i = 0; i < size; i++) {
      double middle = (i + 0.5) * CELL;
      String label = confusion.labels().get(i);
      text(LEFT - 8, TOP + middle + 4, 12.5, "end", "", label);
      slanted(LEFT + middle, label);
      text(
          LEFT + side + 10,
          TOP + middle + 4,
          12,
          "start",
          "faint",
          Figures.share(confusion.recall(i)));
      text(
          LEFT + middle,
          TOP + side + 21,
          12,
          "middle",
          "faint",
          Figures.share(confusion.precision(i)));
    }
    for (int gold = 0; gold < size; gold++) {
      for (int answer = 0; answer < size; answer++) {
        cell(gold, answer);
      }
    }
    for (int start : starts) {
      double at = start * CELL;
      line(LEFT + at, TOP, LEFT + at, TOP + side);
      line(LEFT, TOP + at, LEFT + side, TOP + at);
    }
    out.append("<rect class=\"edge\" x=\"").append(Html.n(LEFT)).append("\" y=\"");
    out.append(Html.n(TOP)).append("\" width=\"").append(Html.n(side)).append("\" height=\"");
    out.append(Html.n(side)).append("\" pointer-events=\"none\"/>\n</svg>");
  }

  private void cell(int gold, int answer) {
    int count = confusion.count(gold, answer);
    int all = Math.max(1, confusion.gold(gold));
    double x = LEFT + answer * CELL;
    double y = TOP + gold * CELL;
    String place =
        " x=\""
            + Html.n(x)
            + "\" y=\""
            + Html.n(y)
            + "\" width=\""
            + Html.n(CELL)
            + "\" height=\""
            + Html.n(CELL)
            + "\"";
    if (count == 0) {
      out.append("<rect class=\"none line\"").append(place).append("/>\n");
      return;
    }
    double share = (double) count / all;
    // what is wrong is rare: its colour grows faster
    double strength = gold == answer ? share : Math.sqrt(share);
    String right = Html.escape(confusion.labels().get(gold));
    String said = Html.escape(confusion.labels().get(answer));
    out.append("<g data-gold=\"").append(right).append("\" data-answer=\"").append(said);
    out.append("\"><title>gold ").append(right).append(", answered ").append(said).append(": ");
    out.append(Figures.count(count)).append(" of ").append(Figures.count(confusion.gold(gold)));
    out.append(" (").append(Figures.share(count, all)).append(")</title>");
    out.append("<rect class=\"none\"").append(place).append("/>");
    out.append("<rect class=\"cell ").append(gold == answer ? "right" : "wrong");
    out.append("\" fill-opacity=\"");
    out.append(Figures.decimals(FAINTEST + (1 - FAINTEST) * strength)).append('"');
    out.append(place).append("/>");
    text(x + CELL / 2, y + CELL / 2 + 4.5, 13, "middle", strength > 0.55 ? "over" : "", "" + count);
    out.append("</g>\n");
  }

  private void line(double x1, double y1, double x2, double y2) {
    out.append("<line class=\"edge\" x1=\"").append(Html.n(x1)).append("\" y1=\"");
    out.append(Html.n(y1)).append("\" x2=\"").append(Html.n(x2)).append("\" y2=\"");
    out.append(Html.n(y2)).append("\"/>\n");
  }

  private void slanted(double x, String label) {
    out.append("<text font-size=\"12.5\" transform=\"translate(").append(Html.n(x + 4));
    out.append(' ').append(Html.n(TOP - 8)).append(") rotate(-55)\">");
    out.append(Html.escape(label)).append("</text>\n");
  }

  private void text(double x, double y, double size, String anchor, String kind, String words) {
    out.append("<text x=\"").append(Html.n(x)).append("\" y=\"").append(Html.n(y));
    out.append("\" font-size=\"").append(Html.n(size)).append("\" text-anchor=\"").append(anchor);
    out.append("\" class=\"").append(kind).append("\" pointer-events=\"none\">");
    out.append(Html.escape(words)).append("</text>");
  }
}
