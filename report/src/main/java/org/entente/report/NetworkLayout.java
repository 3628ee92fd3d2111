package org.entente.report;

/**
 * Places nodes with their labels in the plane: forces (Fruchterman and Reingold 1991) from a fixed
 * start, then boxes that overlap are pushed apart. The same input gives the same picture. Weights
 * are symmetric: how strongly two nodes pull at each other, 0 where they don't.
 */
final class NetworkLayout {
  private static final int STEPS = 500;
  private static final int PUSHES = 2000;
  private static final double STRETCH = 1.5; // screens are wider than high

  private NetworkLayout() {}

  /** How far a node with its label reaches from its centre. */
  record Box(double left, double right, double up, double down) {}

  /** Centres that the forces find. */
  static double[][] forces(double[][] weights) {
    int n = weights.length;
    double[][] at = new double[n][2];
    double k = 84;
    for (int i = 0; i < n; i++) {
      // A sunflower: the busiest in the middle, none on top of another.
      double angle = i * Math.PI * (3 - Math.sqrt(5));
      at[i][0] = k * Math.sqrt(i + .3) * Math.cos(angle);
      at[i][1] = k * Math.sqrt(i + .3) * Math.sin(angle);
    }
    for (int step = 0; step < STEPS; step++) {
      double heat = k * Math.pow(1 - step / (double) STEPS, 1.5) * .5 + .5;
      double[][] force = new double[n][2];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (i == j) {
            continue;
          }
          double dx = at[i][0] - at[j][0];
          double dy = at[i][1] - at[j][1];
          double distance = Math.max(1, Math.hypot(dx, dy));
          double push = k * k / distance;
          double pull = weights[i][j] > 0 ? distance * distance / k * weights[i][j] : 0;
          force[i][0] += dx / distance * (push - pull);
          force[i][1] += dy / distance * (push - pull);
        }
        force[i][0] -= at[i][0] * .8;
        force[i][1] -= at[i][1] * .8;
      }
      for (int i = 0; i < n; i++) {
        double length = Math.max(1e-9, Math.hypot(force[i][0], force[i][1]));
        double move = Math.min(length, heat);
        at[i][0] += force[i][0] / length * move;
        at[i][1] += force[i][1] / length * move;
      }
    }
    for (double[] point : at) {
      point[0] *= STRETCH;
    }
    return at;
  }

  /** Moves centres as little as is needed for boxes not to overlap. */
  static void separate(double[][] at, Box[] boxes) {
    for (int push = 0; push < PUSHES && separateOnce(at, boxes); push++) {}
  }

  private static boolean separateOnce(double[][] at, Box[] boxes) {
    boolean moved = false;
    for (int i = 0; i < boxes.length; i++) {
      for (int j = i + 1; j < boxes.length; j++) {
        double right = at[i][0] + boxes[i].right() - (at[j][0] - boxes[j].left());
        double left = at[j][0] + boxes[j].right() - (at[i][0] - boxes[i].left());
        double down = at[i][1] + boxes[i].down() - (at[j][1] - boxes[j].up());
        double up = at[j][1] + boxes[j].down() - (at[i][1] - boxes[i].up());
        if (right <= 0 || left <= 0 || down <= 0 || up <= 0) {
          continue;
        }
        moved = true;
        double high = Math.min(down, up);
        double over = Math.min(right, left);
        if (high <= over) {
          double shift = (high + 1) / 2 * (down <= up ? 1 : -1);
          at[i][1] -= shift;
          at[j][1] += shift;
        } else {
          double shift = (over + 1) / 2 * (right <= left ? 1 : -1);
          at[i][0] -= shift;
          at[j][0] += shift;
        }
      }
    }
    return moved;
  }
}
