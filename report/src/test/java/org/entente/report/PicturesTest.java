package org.entente.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Precision;
import org.entente.model.Sector;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PicturesTest {
  /** Events among many actors, dated in every way. */
  static List<Event> random(int count, int actors, long seed) {
    Random random = new Random(seed);
    Event sample = Sample.talks().events().get(0);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // The lower the number, the busier.
      Actor source = actor((int) (actors * Math.pow(random.nextDouble(), 2.2)));
      Actor target =
          random.nextInt(9) == 0
              ? null
              : actor((int) (actors * Math.pow(random.nextDouble(), 2.2)));
      LocalDate day = LocalDate.of(2015, 2, 10).plusDays(random.nextInt(18));
      TimeSpan time =
          switch (random.nextInt(8)) {
            case 0 -> TimeSpan.UNKNOWN;
            case 1 -> new TimeSpan(day, day.plusDays(6), Precision.WEEK, null);
            case 2 -> new TimeSpan(day, null, Precision.UNKNOWN, null);
            case 3 -> new TimeSpan(null, day, Precision.UNKNOWN, null);
            default -> TimeSpan.day(day);
          };
      events.add(
          new Event(
              "e" + i,
              "d",
              source,
              target,
              EventType.values()[random.nextInt(16)],
              null,
              null,
              "01",
              random.nextInt(20) - 10,
              Status.values()[random.nextInt(5)],
              null,
              time,
              null,
              null,
              random.nextDouble(),
              sample.evidence(),
              null));
    }
    return events;
  }

  private static Actor actor(int number) {
    return new Actor(
        "a" + number,
        "Actor Number " + "x".repeat(number % 13) + number,
        "C" + number,
        number % 3 == 0 ? List.of() : List.of(Sector.GOV),
        null,
        null);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void picturesAreXmlOfTheirOwn() throws Exception {
    for (List<Event> events :
        List.of(
            Sample.talks().events(),
            Sample.hostile().events(),
            List.<Event>of(),
            random(40, 8, 1),
            random(300, 60, 2),
            random(900, 100, 3))) {
      for (String svg : List.of(NetworkSvg.svg(events), TimelineSvg.svg(events))) {
        assertThat(parse(svg).getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg).doesNotContain("NaN", "Infinity");
      }
    }
  }

  @Test
  void thePictureIsTheSameEveryTime() {
    assertThat(NetworkSvg.svg(random(200, 50, 7))).isEqualTo(NetworkSvg.svg(random(200, 50, 7)));
    assertThat(TimelineSvg.svg(random(200, 50, 7))).isEqualTo(TimelineSvg.svg(random(200, 50, 7)));
  }

  @Test
  void labelsOfTheNetworkDoNotOverlap() throws Exception {
    for (int seed = 0; seed < 12; seed++) {
      Document svg = parse(NetworkSvg.svg(random(20 + 25 * seed, 6 + 6 * seed, seed)));
      List<double[]> boxes = new ArrayList<>();
      NodeList texts = svg.getElementsByTagName("text");
      for (int i = 0; i < texts.getLength(); i++) {
        Element text = (Element) texts.item(i);
        if (!text.getAttribute("class").equals("name")) {
          continue;
        }
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        double width = Markup.textWidth(text.getTextContent(), 12.5);
        double left =
            switch (text.getAttribute("text-anchor")) {
              case "start" -> x;
              case "end" -> x - width;
              default -> x - width / 2;
            };
        boxes.add(new double[] {left, y - 10, left + width, y + 3});
      }
      assertThat(boxes).isNotEmpty();
      double right =
          Double.parseDouble(svg.getDocumentElement().getAttribute("viewBox").split(" ")[2]);
      for (int i = 0; i < boxes.size(); i++) {
        double[] a = boxes.get(i);
        assertThat(a[0]).isGreaterThanOrEqualTo(0);
        assertThat(a[2]).isLessThanOrEqualTo(right);
        for (int j = 0; j < i; j++) {
          double[] b = boxes.get(j);
          assertThat(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3])
              .as("labels %d and %d of seed %d", i, j, seed)
              .isFalse();
        }
      }
    }
  }

  @Test
  void everyEventIsInTheTimeline() throws Exception {
    for (int count : new int[] {1, 2, 50, 300}) {
      String svg = TimelineSvg.svg(random(count, 10, count));
      assertThat(svg.split("class=\"mark ", -1)).hasSize(count + 1);
    }
    assertThat(TimelineSvg.svg(Sample.talks().events()))
        .contains("2011, not to scale")
        .contains(">undated<");
  }

  @Test
  void wordsAreWhatTheFieldSays() {
    assertThat(Words.weight(-10)).isEqualTo("−10.0");
    assertThat(Words.weight(-0.01)).isEqualTo("0.0");
    assertThat(Words.date(Sample.EARLY)).isEqualTo("10–20 March 2015");
    assertThat(Words.date(Sample.FEBRUARY)).isEqualTo("February 2015");
    assertThat(Words.date(Sample.Y2011)).isEqualTo("2011");
    assertThat(Words.date(Sample.D3)).isEqualTo("3 March 2015");
    assertThat(Words.place(Sample.LAMU)).isEqualTo("Lamu, Kenya");
    assertThat(Words.magnitude(Sample.talks().events().get(1).magnitudes().get(0)))
        .isEqualTo("three patrol boats");
    assertThat(Words.magnitude(Sample.talks().events().get(2).magnitudes().get(0)))
        .isEqualTo("14 killed");
  }
}
