package org.entente.report;

import java.util.List;
import java.util.function.Supplier;

/** A node of a network: a circle, or another shape of its size, with a label beside it. */
abstract class Disc {
  private static final double NAME = 12.5;
  private static final double CODE = 10.5;
  private static final double LEAST_WIDTH = 600;

  /** Where a label stands, and what it costs to stand there rather than below. */
  private enum Side {
    BELOW(0),
    ABOVE(.5),
    RIGHT(.8),
    LEFT(1);

    final double cost;

    Side(double cost) {
      this.cost = cost;
    }
  }

  final String name;
  final String code;
  double x;
  double y;
  private Side side = Side.BELOW;

  Disc(String name, String code) {
    this.name = Columns.fit(Columns.clean(name), 26);
    String clean = Columns.clean(code);
    this.code = clean.equalsIgnoreCase(this.name) ? "" : Columns.fit(clean, 20);
  }

  abstract double radius();

  /**
   * Places nodes and their labels, see {@link NetworkLayout}.
   *
   * @param weights how strongly two nodes pull at each other
   * @param points points on all lines as the nodes now stand; labels keep clear of them
   * @return width and height
   */
  static double[] settle(
      List<? extends Disc> all,
      double[][] weights,
      Supplier<List<double[]>> points,
      double margin) {
    List<Disc> nodes = List.copyOf(all);
    double[][] at = NetworkLayout.forces(weights);
    NetworkLayout.Box[] boxes = new NetworkLayout.Box[at.length];
    for (int round = 0; round < 4; round++) {
      for (int i = 0; i < boxes.length; i++) {
        boxes[i] = nodes.get(i).box();
      }
      NetworkLayout.separate(at, boxes);
      for (int i = 0; i < boxes.length; i++) {
        nodes.get(i).x = at[i][0];
        nodes.get(i).y = at[i][1];
      }
      if (round < 3) {
        List<double[]> clear = points.get();
        nodes.forEach(node -> node.choose(clear, nodes));
      }
    }
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int i = 0; i < boxes.length; i++) {
      left = Math.min(left, at[i][0] - boxes[i].left());
      right = Math.max(right, at[i][0] + boxes[i].right());
      top = Math.min(top, at[i][1] - boxes[i].up());
      bottom = Math.max(bottom, at[i][1] + boxes[i].down());
    }
    double width = Math.max(LEAST_WIDTH, right - left + 2 * margin);
    double shift = (width - (right - left)) / 2 - left;
    for (int i = 0; i < boxes.length; i++) {
      nodes.get(i).x = at[i][0] + shift;
      nodes.get(i).y = at[i][1] - top + margin;
    }
    return new double[] {width, bottom - top + 2 * margin};
  }

  private double labelWidth() {
    return Math.max(Markup.textWidth(name, NAME), Markup.textWidth(code, CODE));
  }

  private double labelHeight() {
    return code.isEmpty() ? 15 : 28;
  }

  /** The side of the circle at which the label meets the least of lines and other labels. */
  private void choose(List<double[]> points, List<Disc> others) {
    double least = Double.MAX_VALUE;
    Side best = side;
    for (Side candidate : Side.values()) {
      side = candidate;
      double cost = candidate.cost;
      double[] label = place();
      for (double[] point : points) {
        boolean hit =
            point[0] > label[0]
                && point[0] < label[2]
                && point[1] > label[1]
                && point[1] < label[3];
        cost += hit ? 1 : 0;
      }
      NetworkLayout.Box box = box();
      for (Disc other : others) {
        if (other != this) {
          NetworkLayout.Box there = other.box();
          boolean hit =
              x - box.left() < other.x + there.right()
                  && other.x - there.left() < x + box.right()
                  && y - box.up() < other.y + there.down()
                  && other.y - there.up() < y + box.down();
          cost += hit ? 40 : 0;
        }
      }
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    side = best;
  }

  /** Left, top, right and bottom of the label. */
  private double[] place() {
    double w = labelWidth();
    double h = labelHeight();
    double r = radius();
    return switch (side) {
      case BELOW -> new double[] {x - w / 2, y + r + 4, x + w / 2, y + r + 4 + h};
      case ABOVE -> new double[] {x - w / 2, y - r - 5 - h, x + w / 2, y - r - 5};
      case RIGHT -> new double[] {x + r + 6, y - h / 2, x + r + 6 + w, y + h / 2};
      case LEFT -> new double[] {x - r - 6 - w, y - h / 2, x - r - 6, y + h / 2};
    };
  }

  private NetworkLayout.Box box() {
    double r = radius() + 7;
    double half = Math.max(labelWidth() / 2 + 7, r);
    double aside = radius() + labelWidth() + 14;
    double high = Math.max(r, labelHeight() / 2 + 4);
    double far = radius() + labelHeight() + 11;
    return switch (side) {
      case BELOW -> new NetworkLayout.Box(half, half, r, far);
      case ABOVE -> new NetworkLayout.Box(half, half, far, r);
      case RIGHT -> new NetworkLayout.Box(r, aside, high, high);
      case LEFT -> new NetworkLayout.Box(aside, r, high, high);
    };
  }

  /** Draws the label. */
  void label(StringBuilder out) {
    double[] at = place();
    String anchor = side == Side.RIGHT ? "start" : side == Side.LEFT ? "end" : "middle";
    double from = side == Side.RIGHT ? at[0] : side == Side.LEFT ? at[2] : (at[0] + at[2]) / 2;
    Picture.text(out, "name", anchor, from, at[1] + 11, NAME, name);
    if (!code.isEmpty()) {
      Picture.text(out, "code", anchor, from, at[1] + 24, CODE, code);
    }
  }
}
