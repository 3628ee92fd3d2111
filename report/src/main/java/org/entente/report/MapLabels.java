package org.entente.report;

import java.util.ArrayList;
import java.util.List;

/** Places labels beside circles so that none lies on another, nor outside of the map. */
final class MapLabels {
  private static final double GAP = 3;

  /**
   * A label.
   *
   * @param x of its left end
   * @param y of its middle
   */
  record Label(String text, double x, double y, double width, double height) {
    double top() {
      return y - height / 2;
    }

    double bottom() {
      return y + height / 2;
    }

    double right() {
      return x + width;
    }

    boolean meets(Label other) {
      return x < other.right()
          && other.x < right()
          && top() < other.bottom()
          && other.top() < bottom();
    }
  }

  private record Circle(double x, double y, double r) {}

  private final double width;
  private final double height;
  private final List<Label> labels = new ArrayList<>();
  private final List<Circle> circles = new ArrayList<>();

  MapLabels(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** A circle that labels should leave free. */
  void keepFree(double x, double y, double r) {
    circles.add(new Circle(x, y, r));
  }

  /**
   * Finds room beside a circle.
   *
   * @param onCircles whether the label may lie on circles if there is no other room
   * @return null if there is no room
   */
  Label beside(String text, double x, double y, double r, double size, boolean onCircles) {
    double wide = Markup.textWidth(text, size);
    double high = size * 1.15;
    double d = r * 0.72;
    double[][] corners = {
      {x + r + GAP, y},
      {x - r - GAP - wide, y},
      {x - wide / 2, y - r - GAP - high / 2},
      {x - wide / 2, y + r + GAP + high / 2},
      {x + d + GAP, y - d - high / 2},
      {x + d + GAP, y + d + high / 2},
      {x - d - GAP - wide, y - d - high / 2},
      {x - d - GAP - wide, y + d + high / 2},
    };
    Label best = null;
    double least = Double.MAX_VALUE;
    for (double[] corner : corners) {
      Label label = new Label(text, corner[0], corner[1], wide, high);
      if (isFree(label)) {
        double covered = covered(label, x, y);
        if (covered < least) {
          least = covered;
          best = label;
        }
      }
    }
    return best == null || least > 0 && !onCircles ? null : add(best);
  }

  /** Sets a text around a point if it is free; null if it is not. */
  Label at(String text, double x, double y, double size) {
    double wide = Markup.textWidth(text, size);
    Label label = new Label(text, x - wide / 2, y, wide, size * 1.15);
    return isFree(label) && covered(label, Double.NaN, Double.NaN) == 0 ? add(label) : null;
  }

  private Label add(Label label) {
    labels.add(label);
    return label;
  }

  private boolean isFree(Label label) {
    return label.x() >= 2
        && label.right() <= width - 2
        && label.top() >= 2
        && label.bottom() <= height - 2
        && labels.stream().noneMatch(label::meets);
  }

  /** About how much of other circles it hides. */
  private double covered(Label label, double x, double y) {
    double sum = 0;
    for (Circle circle : circles) {
      if (circle.x() == x && circle.y() == y) {
        continue;
      }
      double dx = Math.max(0, Math.max(label.x() - circle.x(), circle.x() - label.right()));
      double dy = Math.max(0, Math.max(label.top() - circle.y(), circle.y() - label.bottom()));
      double near = Math.hypot(dx, dy);
      if (near < circle.r()) {
        sum += circle.r() - near;
      }
    }
    return sum;
  }
}
