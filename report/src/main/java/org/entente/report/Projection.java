package org.entente.report;

/**
 * How the globe becomes flat. The globe has radius 1; x grows to the east, y to the north.
 *
 * @param kind which projection
 * @param latitude of the centre, degrees north
 * @param longitude of the centre, degrees east
 */
record Projection(Kind kind, double latitude, double longitude) {
  enum Kind {
    EQUAL_EARTH,
    LAMBERT
  }

  private static final double A1 = 1.340264;
  private static final double A2 = -0.081106;
  private static final double A3 = 0.000893;
  private static final double A4 = 0.003796;

  /**
   * The whole world, areas true: Equal Earth (Šavrič, Patterson and Jenny, International Journal of
   * Geographical Information Science 33, 2019, equations 1 to 4).
   */
  static Projection equalEarth() {
    return new Projection(Kind.EQUAL_EARTH, 0, 0);
  }

  /**
   * A part of it, areas true: Lambert's azimuthal equal-area projection (Snyder, Map Projections: A
   * Working Manual, USGS 1395, 1987, equations 22-4, 24-2 and 24-13).
   */
  static Projection lambert(double latitude, double longitude) {
    return new Projection(Kind.LAMBERT, latitude, longitude);
  }

  /** x and y of a place. */
  double[] of(double lat, double lon) {
    return kind == Kind.EQUAL_EARTH ? equalEarth(lat, lon) : lambertOf(lat, lon);
  }

  private static double[] equalEarth(double lat, double lon) {
    double theta = Math.asin(Math.sqrt(3) / 2 * Math.sin(Math.toRadians(lat)));
    double t2 = theta * theta;
    double t6 = t2 * t2 * t2;
    double x =
        2
            * Math.sqrt(3)
            * Math.toRadians(lon)
            * Math.cos(theta)
            / (3 * (9 * A4 * t6 * t2 + 7 * A3 * t6 + 3 * A2 * t2 + A1));
    double y = theta * (A4 * t6 * t2 + A3 * t6 + A2 * t2 + A1);
    return new double[] {x, y};
  }

  private double[] lambertOf(double lat, double lon) {
    double phi = Math.toRadians(lat);
    double phi1 = Math.toRadians(latitude);
    double away = Math.toRadians(lon - longitude);
    double cosC = Math.sin(phi1) * Math.sin(phi) + Math.cos(phi1) * Math.cos(phi) * Math.cos(away);
    // the point on the far side would be a whole circle
    double k = Math.sqrt(2 / Math.max(1e-9, 1 + cosC));
    return new double[] {
      k * Math.cos(phi) * Math.sin(away),
      k * (Math.cos(phi1) * Math.sin(phi) - Math.sin(phi1) * Math.cos(phi) * Math.cos(away))
    };
  }

  /** Angle from the centre in degrees, 0 to 180. */
  double distance(double lat, double lon) {
    double phi = Math.toRadians(lat);
    double phi1 = Math.toRadians(latitude);
    double cosC =
        Math.sin(phi1) * Math.sin(phi)
            + Math.cos(phi1) * Math.cos(phi) * Math.cos(Math.toRadians(lon - longitude));
    return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosC))));
  }
}
