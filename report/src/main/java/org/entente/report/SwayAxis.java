package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import org.entente.sway.issue.Scale;

/** The scale of an issue as the axis of a picture, with its landmarks under it. */
final class SwayAxis {
  static final double WIDTH = 1040;
  private static final double RIGHT = 24;
  private static final double SIZE = 11.5;
  private static final double LINE = 14;
  private static final double COLUMN = 150;

  private final Scale scale;
  private final double left;

  SwayAxis(Scale scale, double left) {
    this.scale = scale;
    this.left = left;
  }

  double x(double own) {
    double x = left + scale.percent(own) / 100 * (WIDTH - RIGHT - left);
    return Math.max(left, Math.min(WIDTH - RIGHT, x));
  }

  /** Draws it, and says where it ends. */
  double draw(Svg body, double y) {
    body.line("axis", left, y, WIDTH - RIGHT, y);
    List<Scale.Landmark> marks = new ArrayList<>(scale.landmarks());
    if (marks.isEmpty()) {
      marks.add(new Scale.Landmark(scale.from(), ""));
      marks.add(new Scale.Landmark((scale.from() + scale.to()) / 2, ""));
      marks.add(new Scale.Landmark(scale.to(), ""));
    }
    double room = Math.min(COLUMN, (WIDTH - left) / marks.size() - 6);
    double end = y;
    double before = Double.NEGATIVE_INFINITY;
    double beforeEnd = y;
    for (Scale.Landmark mark : marks) {
      double x = x(mark.at());
      body.line("tick", x, y, x, y + 5);
      String number = scale.words(mark.at()).replaceAll("\\.0+$", "");
      List<String> lines = lines(mark.name(), room);
      double middle = Math.max(left - 10 + room / 2, Math.min(WIDTH - room / 2, x));
      // what would run into the one before goes below it
      double at = middle - before < room ? beforeEnd + 4 : y + 4;
      body.text("tickyear", x, y + 18, SIZE, "middle", number);
      double from = Math.max(at, y + 18);
      for (String line : lines) {
        from += LINE;
        body.text("faint", middle, from, SIZE, "middle", line);
      }
      before = middle;
      beforeEnd = from;
      end = Math.max(end, from);
    }
    return Math.max(end, y + 18);
  }

  private static List<String> lines(String text, double room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && Markup.textWidth(line + " " + word, SIZE) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }
}
