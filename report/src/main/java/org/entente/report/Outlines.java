package org.entente.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The outlines of the world's countries: Natural Earth 1:50m, simplified; {@code outlines.txt} says
 * how it is written and what made it.
 *
 * @param arcs pieces of coast and border, each longitude, latitude, longitude, latitude … in
 *     degrees
 * @param countries by name
 */
record Outlines(List<double[]> arcs, List<Country> countries) {
  /**
   * A country.
   *
   * @param rings the largest first; each the numbers of its arcs, {@code ~n} for one that is walked
   *     from its end
   */
  record Country(String name, List<int[]> rings) {}

  private static final class Bundled {
    static final Outlines OUTLINES = read(Markup.resource("map/outlines.txt"));
  }

  static Outlines bundled() {
    return Bundled.OUTLINES;
  }

  private static Outlines read(String text) {
    List<double[]> arcs = new ArrayList<>();
    List<Country> countries = new ArrayList<>();
    boolean second = false;
    for (String line : text.split("\n")) {
      if (line.isEmpty()) {
        second = true;
      } else if (second) {
        int tab = line.indexOf('\t');
        List<int[]> rings = new ArrayList<>();
        for (String ring : line.substring(tab + 1).split(";")) {
          String[] parts = ring.split(",");
          int[] numbers = new int[parts.length];
          for (int i = 0; i < parts.length; i++) {
            numbers[i] =
                parts[i].startsWith("~")
                    ? ~Integer.parseInt(parts[i].substring(1))
                    : Integer.parseInt(parts[i]);
          }
          rings.add(numbers);
        }
        countries.add(new Country(line.substring(0, tab), rings));
      } else if (line.charAt(0) != '#') {
        arcs.add(arc(line));
      }
    }
    return new Outlines(arcs, countries);
  }

  /** Google's encoded polyline, with two decimals and the longitude first. */
  private static double[] arc(String code) {
    double[] values = new double[code.length()];
    int count = 0;
    int value = 0;
    int shift = 0;
    for (int i = 0; i < code.length(); i++) {
      int bits = code.charAt(i) - 63;
      value |= (bits & 0x1F) << shift;
      shift += 5;
      if (bits < 0x20) {
        double step = ((value & 1) == 0 ? value >> 1 : ~(value >> 1)) / 100.0;
        values[count] = count < 2 ? step : Math.round((values[count - 2] + step) * 100) / 100.0;
        count++;
        value = 0;
        shift = 0;
      }
    }
    return java.util.Arrays.copyOf(values, count);
  }
}
