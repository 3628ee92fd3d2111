package org.entente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.analysis.RankedDyads;
import org.entente.analysis.Series;
import org.entente.store.Dyad;
import org.entente.store.LeftOut;
import org.entente.store.Period;
import org.entente.store.SeriesQuery;
import org.entente.store.Tally;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SeriesAndDyadsTest {
  private static final LocalDate MONDAY = LocalDate.of(2015, 2, 2);

  private static Series series(SeriesQuery.Key key, int weeks, int change) {
    List<Series.Point> points = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      points.add(
          new Series.Point(
              MONDAY.plusWeeks(week),
              7,
              week == 1 ? Tally.NONE : new Tally(3, 1, 2, week < change ? 0 : 8, -4.5, 6)));
    }
    return new Series(
        key,
        Period.WEEK,
        points,
        change >= weeks
            ? List.of()
            : List.of(
                new Series.Change(
                    change, MONDAY.plusWeeks(change), 0.5, 0.55, 0.4, 1.4, 0.000012)));
  }

  private static final SeriesQuery.Key ALL = new SeriesQuery.Key(null, null, null, null);
  private static final SeriesQuery.Key DYAD =
      new SeriesQuery.Key("EGY", "Egypt", "ISIS", "ISIS <&\" Libya");

  private static RankedDyads dyads(int rows) {
    List<RankedDyads.Row> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      all.add(
          new RankedDyads.Row(
              new Dyad(
                  "EGY",
                  "Egypt",
                  i == 0 ? "isis-libya" : "LBY",
                  "A name that is much too long to be shown whole <" + i,
                  new Tally(5 + i, 1, 2, 3, -10.25, 11 + i),
                  4,
                  6,
                  MONDAY),
              i == 2
                  ? null
                  : new RankedDyads.Change(
                      i == 1 ? 0.2 : 3.25, i == 1 ? 0 : 1.5, i == 1 ? 0.9 : 2e9)));
    }
    return new RankedDyads(all, 40, 900, MONDAY, 28, 336, 1.1, new LeftOut(0, 0, 0));
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> elements(Document document, String name, String kind) {
    NodeList all = document.getElementsByTagName(name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element one = (Element) all.item(i);
      if (List.of(one.getAttribute("class").split(" ")).contains(kind)) {
        found.add(one);
      }
    }
    return found;
  }

  @Test
  void theTableMarksTheChange() {
    Grid grid = SeriesTable.grid(List.of(series(ALL, 4, 2)), Period.WEEK);
    assertThat(grid.table(Report.Options.PLAIN).lines())
        .containsExactly(
            "week of     events  coop.v  coop.m  conf.v  conf.m   sum   mean  change",
            "2015-02-02       6       3       1       2       0  −4.5  −0.75",
            "2015-02-09       0       0       0       0       0   0.0      –",
            "2015-02-16      14       3       1       2       8  −4.5  −0.75  ◆ conflict ×3.5",
            "2015-02-23      14       3       1       2       8  −4.5  −0.75");
    assertThat(SeriesTable.changes(List.of(series(ALL, 4, 2))))
        .containsExactly(
            "◆ from the week of 16 February 2015: cooperation 3.5 → 3.9, conflict 2.8 → 9.8 a week"
                + " (p < 0.0001)");
  }

  @Test
  void filesHaveCodesAndNoMeanWhereThereIsNone() {
    Grid grid = SeriesTable.grid(List.of(series(DYAD, 3, 2)), Period.WEEK);
    assertThat(grid.csv().lines())
        .startsWith(
            "source,source_name,target,target_name,week,events,verbal_cooperation,"
                + "material_cooperation,verbal_conflict,material_conflict,goldstein_sum,"
                + "goldstein_mean,change_point,days",
            "EGY,Egypt,ISIS,\"ISIS <&\"\" Libya\",2015-02-02,6,3,1,2,0,-4.5,-0.75,false,7",
            "EGY,Egypt,ISIS,\"ISIS <&\"\" Libya\",2015-02-09,0,0,0,0,0,0.0,,false,7");
    assertThat(grid.jsonl()).contains("\"goldstein_mean\":null").contains("\"change_point\":true");
  }

  @Test
  void aSeriesIsDrawnWithItsChange() throws Exception {
    String svg = SeriesSvg.svg(List.of(series(DYAD, 30, 12), series(ALL, 30, 99)), true);
    Document picture = parse(svg);
    // one in the legend
    assertThat(elements(picture, "line", "change")).hasSize(2);
    assertThat(elements(picture, "text", "changed").get(0).getTextContent())
        .isEqualTo("2015-04-27 conflict ×3.5");
    assertThat(elements(picture, "rect", "hint")).hasSize(60);
    // the line stops where nothing is known
    assertThat(elements(picture, "path", "mean").get(1).getAttribute("d").split("M")).hasSize(3);
    assertThat(svg)
        .isEqualTo(SeriesSvg.svg(List.of(series(DYAD, 30, 12), series(ALL, 30, 99)), true));
  }

  @Test
  void nothingIsDrawnOutOfThePicture() throws Exception {
    for (int weeks : new int[] {1, 2, 900}) {
      Document picture = parse(SeriesSvg.svg(List.of(series(ALL, weeks, weeks - 1)), true));
      for (Element text : elements(picture, "text", "changed")) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double wide = Markup.textWidth(text.getTextContent(), 11);
        boolean end = text.getAttribute("text-anchor").equals("end");
        assertThat(end ? x : x + wide).isLessThanOrEqualTo(1041);
        assertThat(end ? x - wide : x).isGreaterThanOrEqualTo(0);
      }
    }
    parse(SeriesSvg.svg(List.of(), true));
  }

  @Test
  void dyadsInRows() {
    Grid grid = DyadsTable.grid(dyads(3));
    List<String> lines = grid.table(Report.Options.PLAIN).lines().toList();
    assertThat(lines).allMatch(line -> Columns.width(line) <= 100);
    assertThat(lines.get(1)).startsWith("EGY Egypt  A name").endsWith("×3.3 ▲   1.5–>999");
    assertThat(lines.get(2)).contains("LBY A name").endsWith("×0.20 ▼  0.00–0.90");
    assertThat(lines.get(3)).endsWith("–");
    assertThat(grid.csv().lines().toList().get(1))
        .startsWith("EGY,Egypt,isis-libya,A name")
        .endsWith(",11,6,5,5,1,2,3,-10.25,-0.9318181818181818,4,6,2015-02-02,3.25,1.5,2.0E9");
  }

  @Test
  void dyadsAreDrawnWithTheirIntervals() throws Exception {
    Document picture = parse(DyadsSvg.svg(dyads(4), true, true));
    assertThat(elements(picture, "circle", "ratio")).hasSize(3);
    assertThat(elements(picture, "circle", "less")).hasSize(1);
    assertThat(elements(picture, "text", "name").get(0).getTextContent())
        .startsWith("Egypt → A name that is much")
        .endsWith("…");
    for (Element line : elements(picture, "line", "interval")) {
      assertThat(Double.parseDouble(line.getAttribute("x2"))).isLessThanOrEqualTo(1024);
    }
    parse(DyadsSvg.svg(dyads(0), true, true));
    assertThat(DyadsSvg.svg(dyads(1), false, false)).contains("Egypt – A name");
  }
}
