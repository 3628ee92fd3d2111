package org.entente.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.store.PlaceCount;

/** Which part of the world a map shows. South, north, west and east are its edges, in degrees. */
public enum MapRegion {
  /** All of it. */
  WORLD(-56, 80, -180, 180),
  /** Where the events lie: one of the others, or closer. */
  AUTO(0, 0, 0, 0),
  AFRICA(-35, 37, -18, 51),
  MIDDLE_EAST(12, 43, 24, 63),
  EUROPE(35, 70, -11, 42),
  ASIA(-8, 56, 44, 146),
  NORTH_AMERICA(8, 70, -140, -56),
  SOUTH_AMERICA(-55, 13, -82, -34),
  OCEANIA(-47, 4, 110, 180);

  private static final double MOST_EVENTS = 0.95;
  private static final double LEAST_DEGREES = 5;

  final double south;
  final double north;
  final double west;
  final double east;

  MapRegion(double south, double north, double west, double east) {
    this.south = south;
    this.north = north;
    this.west = west;
    this.east = east;
  }

  /**
   * A box of degrees.
   *
   * @param west may be beyond −180 where the box lies across the date line
   */
  record Box(double south, double north, double west, double east) {
    double middle() {
      return (west + east) / 2;
    }

    boolean isWorld() {
      return east - west >= 200;
    }
  }

  /**
   * The region of that name, in any case.
   *
   * @throws IllegalArgumentException with the names there are
   */
  public static MapRegion of(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    for (MapRegion region : values()) {
      if (region.name().equals(wanted)) {
        return region;
      }
    }
    throw new IllegalArgumentException(
        "no region '"
            + name
            + "'; there are "
            + Arrays.stream(values())
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", ")));
  }

  /** The box to show. */
  Box box(List<PlaceCount> places) {
    return this == AUTO ? around(places) : new Box(south, north, west, east);
  }

  /** Around nearly all events: a few that lie far off do not make a region of the world. */
  private static Box around(List<PlaceCount> places) {
    if (places.isEmpty()) {
      return WORLD.box(places);
    }
    long all = places.stream().mapToLong(PlaceCount::events).sum();
    // the middle of the widest gap without events is where the globe is cut
    double[] longitudes = places.stream().mapToDouble(PlaceCount::longitude).sorted().toArray();
    double gap = longitudes[0] + 360 - longitudes[longitudes.length - 1];
    double cut = longitudes[0];
    for (int i = 1; i < longitudes.length; i++) {
      if (longitudes[i] - longitudes[i - 1] > gap) {
        gap = longitudes[i] - longitudes[i - 1];
        cut = longitudes[i];
      }
    }
    double begin = cut;
    double lat = median(places, PlaceCount::latitude, all);
    double lon = median(places, place -> turned(place.longitude(), begin), all);
    double shrunk = Math.cos(Math.toRadians(lat));
    List<PlaceCount> near =
        places.stream()
            .sorted(
                Comparator.comparingDouble(
                    place ->
                        Math.hypot(
                            place.latitude() - lat,
                            (turned(place.longitude(), begin) - lon) * shrunk)))
            .toList();
    double south = 90;
    double north = -90;
    double west = Double.MAX_VALUE;
    double east = -Double.MAX_VALUE;
    long seen = 0;
    for (PlaceCount place : near) {
      if (seen >= MOST_EVENTS * all) {
        break;
      }
      seen += place.events();
      double x = turned(place.longitude(), begin);
      south = Math.min(south, place.latitude());
      north = Math.max(north, place.latitude());
      west = Math.min(west, x);
      east = Math.max(east, x);
    }
    if (east - west > 130 || (north - south) > 100) {
      return WORLD.box(places);
    }
    double high = Math.max(LEAST_DEGREES, (north - south) * 1.25);
    double wide = Math.max(LEAST_DEGREES * 1.6 / Math.max(0.2, shrunk), (east - west) * 1.25);
    double midLat = (south + north) / 2;
    double midLon = (west + east) / 2;
    return new Box(
        Math.max(-89, midLat - high / 2),
        Math.min(89, midLat + high / 2),
        midLon - wide / 2,
        midLon + wide / 2);
  }

  private static double turned(double longitude, double begin) {
    return longitude < begin ? longitude + 360 : longitude;
  }

  private static double median(
      List<PlaceCount> places, java.util.function.ToDoubleFunction<PlaceCount> of, long events) {
    long seen = 0;
    double last = 0;
    for (PlaceCount place : places.stream().sorted(Comparator.comparingDouble(of)).toList()) {
      seen += place.events();
      last = of.applyAsDouble(place);
      if (2 * seen >= events) {
        break;
      }
    }
    return last;
  }
}
