package org.entente.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.store.PlaceCount;
import org.entente.store.PlaceCount.Basis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class MapTest {
  private static final Pattern LABEL =
      Pattern.compile(
          "<text class=\"(name|country)\" font-size=\"([\\d.]+)\" text-anchor=\"middle\""
              + " x=\"([-\\d.]+)\" y=\"([-\\d.]+)\">([^<]*)</text>");

  private static PlaceCount place(String name, double lat, double lon, long events, long conflict) {
    return new PlaceCount(
        name,
        "LBY",
        lat,
        lon,
        Basis.PLACE,
        events,
        events - conflict,
        conflict,
        -1.5,
        LocalDate.of(2015, 2, 1),
        LocalDate.of(2015, 2, 28));
  }

  private static List<PlaceCount> random(long seed, int count, double spread) {
    Random random = new Random(seed);
    List<PlaceCount> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long events = 1 + (long) Math.pow(10, 3 * random.nextDouble());
      places.add(
          place(
              "Place of number " + i,
              20 + spread * (random.nextDouble() - 0.5),
              10 + 2 * spread * (random.nextDouble() - 0.5),
              events,
              (long) (events * random.nextDouble())));
    }
    return places;
  }

  private static List<MapLabels.Label> labels(String svg) {
    List<MapLabels.Label> labels = new ArrayList<>();
    Matcher matcher = LABEL.matcher(svg);
    while (matcher.find()) {
      double size = Double.parseDouble(matcher.group(2));
      String text = matcher.group(5).replace("&#39;", "'");
      double width = Markup.textWidth(text, size);
      labels.add(
          new MapLabels.Label(
              text,
              Double.parseDouble(matcher.group(3)) - width / 2 + 0.1,
              Double.parseDouble(matcher.group(4)) - size * 0.36,
              width - 0.2,
              size * 1.15 - 0.2));
    }
    return labels;
  }

  @Property(tries = 40)
  void noLabelLiesOnAnother(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 120) int count,
      @ForAll MapRegion region) {
    String svg = MapSvg.svg(random(seed, count, 4 + Math.abs(seed % 90)), region, List.of(), true);
    List<MapLabels.Label> labels = labels(svg);
    for (int i = 0; i < labels.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(labels.get(i).meets(labels.get(j)))
            .as(labels.get(i) + " on " + labels.get(j))
            .isFalse();
      }
      assertThat(labels.get(i).x()).isNotNegative();
      assertThat(labels.get(i).right()).isLessThanOrEqualTo(1040);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRegionIsADrawing(MapRegion region) throws Exception {
    List<PlaceCount> places = random(7, 30, 40);
    String svg = MapSvg.svg(places, region, List.of("a note & more"), true);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new java.io.StringReader(svg)));
    assertThat(svg)
        .contains("class=\"land\"", "a note &amp; more", "Outlines: Natural Earth", "@media")
        .doesNotContain("NaN", "Infinity");
    assertThat(svg.length()).isLessThan(400_000);
    assertThat(MapSvg.svg(places, region, List.of("a note & more"), true)).isEqualTo(svg);
  }

  @Test
  void autoShowsWhereTheEventsLie() {
    List<PlaceCount> places =
        List.of(place("Darnah", 32.8, 22.6, 60, 50), place("Cairo", 30.1, 31.2, 30, 1));
    MapRegion.Box box = MapRegion.AUTO.box(places);
    assertThat(box.south()).isBetween(20.0, 30.0);
    assertThat(box.north()).isBetween(32.9, 45.0);
    assertThat(box.west()).isBetween(10.0, 22.5);
    assertThat(box.east()).isBetween(31.3, 45.0);

    List<PlaceCount> more = new ArrayList<>(places);
    more.add(place("Washington", 38.9, -77, 1, 0));
    assertThat(MapRegion.AUTO.box(more)).as("one far off makes no world").isEqualTo(box);
    assertThat(MapSvg.svg(more, MapRegion.AUTO, List.of(), false))
        .contains("1 event outside of the map");

    more.add(place("Beijing", 39.9, 116.4, 50, 0));
    more.add(place("New York", 40.7, -74, 50, 0));
    assertThat(MapRegion.AUTO.box(more).isWorld()).isTrue();
    assertThat(MapRegion.AUTO.box(List.of()).isWorld()).isTrue();
  }

  @Test
  void acrossTheDateLine() {
    MapRegion.Box box =
        MapRegion.AUTO.box(
            List.of(place("Suva", -18.1, 178.4, 5, 0), place("Apia", -13.8, -171.8, 5, 0)));
    assertThat(box.east() - box.west()).isLessThan(40);
    assertThat(box.west()).isLessThan(178.4);
    assertThat(box.east()).isGreaterThan(188.2);
  }

  @Test
  void noLineRunsAcrossTheWorld() {
    String svg = MapSvg.svg(List.of(), MapRegion.WORLD, List.of(), true);
    Matcher land = Pattern.compile("class=\"land\" d=\"([^\"]*)\"").matcher(svg);
    int countries = 0;
    while (land.find()) {
      countries++;
      for (String ring : land.group(1).split("Z")) {
        double last = Double.NaN;
        for (String point : ring.split("[ML]")) {
          if (!point.isEmpty()) {
            double x = Double.parseDouble(point.split(" ")[0]);
            assertThat(Double.isNaN(last) || Math.abs(x - last) < 200).as(ring).isTrue();
            last = x;
          }
        }
      }
    }
    assertThat(countries).isGreaterThan(180);
    assertThat(svg).contains("no events with a place");
  }

  @Test
  void theCirclesSayWhatTheyAre() {
    String svg =
        MapSvg.svg(
            List.of(
                place("A<b", 10, 10, 100, 100),
                place("Calm", 12, 14, 25, 0),
                new PlaceCount("Nowhere", null, null, null, Basis.TARGET, 9, 9, 0, 0, null, null)),
            MapRegion.AUTO,
            List.of(),
            false);
    assertThat(svg)
        .contains("A&lt;b: 100 events, 0 cooperation, 100 conflict, Goldstein −1.5")
        .contains("class=\"place m4\"", "class=\"place m0\"")
        .doesNotContain("Nowhere", "<style>");
    Matcher radius = Pattern.compile("class=\"place m\\d\"[^>]* r=\"([\\d.]+)\"").matcher(svg);
    assertThat(radius.find()).isTrue();
    double first = Double.parseDouble(radius.group(1));
    assertThat(radius.find()).isTrue();
    assertThat(Double.parseDouble(radius.group(1)))
        .as("a quarter of the area")
        .isEqualTo(first / 2);
  }

  @Test
  void regionsByName() {
    assertThat(MapRegion.of("Middle-East")).isEqualTo(MapRegion.MIDDLE_EAST);
    assertThatThrownBy(() -> MapRegion.of("atlantis"))
        .hasMessageContaining("atlantis")
        .hasMessageContaining("north-america");
  }

  @Test
  void theTable() {
    PlaceGrid grid =
        new PlaceGrid(
            List.of(
                place("Darnah", 32.767, 22.637, 12, 9),
                new PlaceCount(null, "ISIS", null, null, Basis.TARGET, 3, 1, 2, -4, null, null)),
            20,
            true);
    assertThat(grid.about()).isEqualTo("15 events at 2 places of 20 events");
    assertThat(grid.notes()).anyMatch(note -> note.startsWith("5 events have no place"));
    assertThat(grid.notes()).anyMatch(note -> note.startsWith("3 events without coordinates"));
    assertThat(grid.grid(1).rows()).hasSize(1);
    assertThat(grid.grid(9).table(Report.Options.PLAIN).lines())
        .allMatch(line -> line.length() <= 100)
        .anyMatch(line -> line.startsWith("Darnah"));
  }
}
