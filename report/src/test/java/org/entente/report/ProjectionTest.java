package org.entente.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {
  /**
   * Of PROJ's own tests of eqearth on WGS 84: a sphere of the same area, whose latitude of
   * 44.871703° is the ellipsoid's of 45° (Snyder, equation 3-18).
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0",
    "0, -180, -17243959.06, 0",
    "0, 180, 17243959.06, 0",
    "44.871703, 0, 0, 5466867.76",
    "44.871703, 180, 14792474.75, 5466867.76",
    "90, -180, -10216474.79, 8392927.6",
    "-90, 0, 0, -8392927.6"
  })
  void equalEarthAsPublished(double lat, double lon, double x, double y) {
    double[] point = Projection.equalEarth().of(lat, lon);
    assertThat(point[0] * 6371007.1809).isCloseTo(x, within(0.1));
    assertThat(point[1] * 6371007.1809).isCloseTo(y, within(0.1));
  }

  /** Snyder, Map Projections: A Working Manual, p. 332: R 3, centre 40° N 100° W, 20° S 100° E. */
  @Test
  void lambertAsPublished() {
    double[] point = Projection.lambert(40, -100).of(-20, 100);
    assertThat(point[0] * 3).isCloseTo(-4.2339303, within(1e-6));
    assertThat(point[1] * 3).isCloseTo(4.0257775, within(1e-6));
  }

  @Property(tries = 300)
  void areasAreTrue(
      @ForAll @DoubleRange(min = -75, max = 75) double lat,
      @ForAll @DoubleRange(min = -170, max = 170) double lon) {
    double step = 0.01;
    double truth =
        Math.toRadians(step)
            * (Math.sin(Math.toRadians(lat + step)) - Math.sin(Math.toRadians(lat)));
    Offset<Double> near = within(truth * 2e-3);
    assertThat(area(Projection.equalEarth(), lat, lon, step)).isCloseTo(truth, near);
    assertThat(area(Projection.lambert(lat / 2, lon + 30), lat, lon, step)).isCloseTo(truth, near);
  }

  private static double area(Projection projection, double lat, double lon, double step) {
    double[][] corners = {
      projection.of(lat, lon),
      projection.of(lat, lon + step),
      projection.of(lat + step, lon + step),
      projection.of(lat + step, lon)
    };
    double area = 0;
    for (int i = 0; i < 4; i++) {
      double[] a = corners[i];
      double[] b = corners[(i + 1) % 4];
      area += (a[0] * b[1] - b[0] * a[1]) / 2;
    }
    return area;
  }

  @Test
  void distances() {
    assertThat(Projection.lambert(0, 0).distance(0, 90)).isCloseTo(90, within(1e-9));
    assertThat(Projection.lambert(30, 170).distance(-30, -10)).isCloseTo(180, within(1e-5));
  }
}
