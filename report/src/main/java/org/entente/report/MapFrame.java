package org.entente.report;

import java.util.ArrayList;
import java.util.List;

/** A part of the globe on a sheet: degrees to points of the picture, and lines cut to its edges. */
final class MapFrame {
  private static final double WIDTH = 1040;
  private static final double LOWEST = 440;
  private static final double HIGHEST = 720;

  /** How far beyond the edges lines are drawn, so that the cut is not seen. */
  private static final double BLEED = 4;

  final double width = WIDTH;
  final double height;
  private final Projection projection;
  private final double scale;
  private final double middleX;
  private final double middleY;
  private final boolean world;

  MapFrame(MapRegion.Box box) {
    world = box.isWorld();
    projection =
        world
            ? Projection.equalEarth()
            : Projection.lambert((box.south() + box.north()) / 2, box.middle());
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (int i = 0; i <= 20; i++) {
      double lon = box.west() + (box.east() - box.west()) * i / 20;
      double lat = box.south() + (box.north() - box.south()) * i / 20;
      for (double[] edge :
          new double[][] {
            projection.of(box.south(), lon),
            projection.of(box.north(), lon),
            projection.of(world ? 0 : lat, box.west()),
            projection.of(world ? 0 : lat, box.east())
          }) {
        left = Math.min(left, edge[0]);
        right = Math.max(right, edge[0]);
        low = Math.min(low, edge[1]);
        high = Math.max(high, edge[1]);
      }
    }
    if (world) {
      low = projection.of(box.south(), 0)[1];
      high = projection.of(box.north(), 0)[1];
    }
    height = Math.max(LOWEST, Math.min(HIGHEST, Math.rint(WIDTH * (high - low) / (right - left))));
    scale = Math.min(WIDTH / (right - left), height / (high - low));
    middleX = (left + right) / 2;
    middleY = (low + high) / 2;
  }

  boolean isWorld() {
    return world;
  }

  /** Degrees that the sheet is high, about. */
  double degrees() {
    return Math.toDegrees(height / scale);
  }

  /** x to the right and y downwards, in points of the picture. */
  double[] of(double lat, double lon) {
    double[] flat = projection.of(lat, lon);
    return new double[] {
      width / 2 + (flat[0] - middleX) * scale, height / 2 - (flat[1] - middleY) * scale
    };
  }

  boolean holds(double[] point) {
    return point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height;
  }

  /** Whether a place is so far from the middle that the projection tears what is around it. */
  boolean isFar(double lat, double lon) {
    return !world && projection.distance(lat, lon) > 110;
  }

  /** An arc of outlines as longitudes and latitudes, those left out that nobody would see. */
  List<double[]> line(double[] arc) {
    List<double[]> points = new ArrayList<>();
    double[] last = null;
    for (int i = 0; i < arc.length; i += 2) {
      double[] point = of(arc[i + 1], arc[i]);
      boolean end = i == 0 || i == arc.length - 2;
      if (end || Math.hypot(point[0] - last[0], point[1] - last[1]) > 0.8) {
        points.add(new double[] {arc[i], arc[i + 1]});
        last = point;
      }
    }
    return points;
  }

  /**
   * What of a ring of longitudes and latitudes is on the sheet, in points of the picture: nothing,
   * a ring, or several if it lies across the date line.
   */
  List<List<double[]>> rings(List<double[]> ring) {
    List<List<double[]>> pieces = new ArrayList<>();
    for (List<double[]> piece : world ? parted(ring) : List.of(ring)) {
      List<double[]> points = new ArrayList<>();
      for (double[] degrees : piece) {
        points.add(of(degrees[1], degrees[0]));
      }
      points = cut(points, 0, -BLEED, 1);
      points = cut(points, 0, width + BLEED, -1);
      points = cut(points, 1, -BLEED, 1);
      points = cut(points, 1, height + BLEED, -1);
      if (points.size() > 2) {
        pieces.add(points);
      }
    }
    return pieces;
  }

  /** A ring cut at the date line; one around a pole, which does not close, is left out. */
  private static List<List<double[]>> parted(List<double[]> ring) {
    List<double[]> turned = new ArrayList<>();
    double shift = 0;
    double last = ring.isEmpty() ? 0 : ring.get(0)[0];
    double least = last;
    double most = last;
    for (double[] point : ring) {
      double step = point[0] - last;
      shift += step > 180 ? -360 : step < -180 ? 360 : 0;
      last = point[0];
      turned.add(new double[] {last + shift, point[1]});
      least = Math.min(least, last + shift);
      most = Math.max(most, last + shift);
    }
    if (most - least >= 359) {
      return List.of();
    }
    if (least >= -180 && most <= 180) {
      return List.of(turned);
    }
    List<List<double[]>> pieces = new ArrayList<>();
    for (double by : new double[] {-360, 0, 360}) {
      if (least + by < 180 && most + by > -180) {
        List<double[]> moved =
            turned.stream().map(point -> new double[] {point[0] + by, point[1]}).toList();
        pieces.add(cut(cut(moved, 0, -180, 1), 0, 180, -1));
      }
    }
    return pieces;
  }

  /** Half a plane of a ring (Sutherland and Hodgman, Communications of the ACM 17, 1974). */
  private static List<double[]> cut(List<double[]> ring, int axis, double edge, int side) {
    List<double[]> inside = new ArrayList<>();
    for (int i = 0; i < ring.size(); i++) {
      double[] here = ring.get(i);
      double[] before = ring.get(i == 0 ? ring.size() - 1 : i - 1);
      double d = (here[axis] - edge) * side;
      double b = (before[axis] - edge) * side;
      if (d >= 0 != b >= 0) {
        double t = b / (b - d);
        inside.add(
            new double[] {
              before[0] + (here[0] - before[0]) * t, before[1] + (here[1] - before[1]) * t
            });
      }
      if (d >= 0) {
        inside.add(here);
      }
    }
    return inside;
  }
}
