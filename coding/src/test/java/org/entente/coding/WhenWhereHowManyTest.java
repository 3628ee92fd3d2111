package org.entente.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.model.Event;
import org.entente.model.Magnitude;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Status;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.Test;

/** Dates against the date of publication, places and numbers, on whole sentences. */
class WhenWhereHowManyTest {
  private static Event one(String text) {
    List<Event> events = Read.events(text);
    assertThat(events).as(text).isNotEmpty();
    return events.get(0);
  }

  @Test
  void monthAndDay() {
    TimeSpan time = one("On the February 22, Kerry met Lavrov in Geneva.").time();
    assertThat(time.from()).isEqualTo(LocalDate.of(2015, 2, 22));
    assertThat(time.precision()).isEqualTo(Precision.DAY);
  }

  @Test
  void sameDayAndEvening() {
    List<Event> events =
        Read.events(
            "On February 20, Kerry met Lavrov in Geneva. On the same day, Kerry visited London. In the evening, Obama praised Jordan.");
    assertThat(events)
        .extracting(event -> event.time().from())
        .containsOnly(LocalDate.of(2015, 2, 20));
  }

  @Test
  void weekdayBeforePublication() {
    assertThat(
            one("Turkish jets shelled Kurdish villages in northern Iraq on Monday.").time().from())
        .isEqualTo(LocalDate.of(2015, 2, 23));
  }

  @Test
  void partOfAMonthAheadIsPlanned() {
    Event event = one("Merkel's visit to Ankara at the beginning of March was announced.");
    assertThat(event.time().from()).isEqualTo(LocalDate.of(2015, 3, 1));
    assertThat(event.time().to()).isEqualTo(LocalDate.of(2015, 3, 10));
    assertThat(event.status()).isEqualTo(Status.PLANNED);
  }

  @Test
  void aMonthAheadToldInThePastIsLastYears() {
    assertThat(one("ISIS captured Mosul last June.").time().from())
        .isEqualTo(LocalDate.of(2014, 6, 1));
    assertThat(one("Kenya attacked Somalia in June.").time().from())
        .isEqualTo(LocalDate.of(2014, 6, 1));
    assertThat(one("Kenya will host Ghana in June.").time().from())
        .isEqualTo(LocalDate.of(2015, 6, 1));
  }

  @Test
  void withoutPublicationAWeekdayStaysOpen() {
    Event event =
        Read.coder()
            .code(Read.document("Kenya attacked Somalia on Monday.", TimeSpan.UNKNOWN))
            .get(0);
    assertThat(event.time().known()).isFalse();
    assertThat(event.time().text()).containsIgnoringCase("Monday");
  }

  @Test
  void placeWithCoordinates() {
    Place place = one("Sudanese soldiers killed five protesters in Khartoum.").place();
    assertThat(place.name()).isEqualTo("Khartoum");
    assertThat(place.country()).isEqualTo("SDN");
    assertThat(place.latitude()).isBetween(15.0, 16.0);
  }

  @Test
  void placeOfTheSameNameNearThoseWhoTakePart() {
    assertThat(one("Lavrov held talks with Kerry in Vienna.").place().country()).isEqualTo("AUT");
  }

  @Test
  void numbers() {
    Magnitude killed =
        one("Nearly 2,000 people were killed by Boko Haram in Baga in early January.")
            .magnitudes()
            .get(0);
    assertThat(killed.kind()).isEqualTo(Magnitude.Kind.KILLED);
    assertThat(killed.low()).isEqualTo(2000);
    assertThat(killed.text()).isEqualTo("Nearly 2,000");
    Magnitude freed = one("Nigeria freed dozens of hostages from Boko Haram.").magnitudes().get(0);
    assertThat(freed.low()).isEqualTo(24);
    assertThat(freed.high()).isEqualTo(99);
    Magnitude money =
        one("Qatar donated $50 million to the Palestinian Authority.").magnitudes().get(0);
    assertThat(money.kind()).isEqualTo(Magnitude.Kind.MONEY);
    assertThat(money.low()).isEqualTo(50e6);
    assertThat(money.unit()).isEqualTo("USD");
    assertThat(
            one("The beheading of 21 Egyptian Copts by ISIS shocked Rome.")
                .magnitudes()
                .get(0)
                .low())
        .isEqualTo(21);
  }

  @Test
  void oneFactToldTwiceIsOneEvent() {
    List<Event> events =
        Read.events(
            "Jordan bombed ISIS positions in Syria.\n\nISIS positions in Syria were bombed by Jordan.");
    assertThat(events).hasSize(1);
    assertThat(events.get(0).evidence()).hasSize(2);
  }
}
