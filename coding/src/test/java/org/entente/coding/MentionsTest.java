package org.entente.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.TimeSpan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pronouns, descriptions and offices: whom a text speaks of. */
class MentionsTest {
  @Test
  @DisplayName("a pronoun goes back to a person of the text")
  void personalPronoun() {
    List<Event> events =
        Read.events("Merkel met Hollande in Paris. She thanked him for his support.");
    assertThat(events).hasSize(2);
    assertThat(events.get(1).source().name()).isEqualTo("Angela Merkel");
    assertThat(events.get(1).target().name()).isEqualTo("François Hollande");
    assertThat(events.get(1).evidence().get(0).because())
        .anyMatch(step -> step.contains("'She' read as"));
  }

  @Test
  @DisplayName("a definite description goes back to a state of the text")
  void definiteDescription() {
    assertThat(Read.shorts("Saudi Arabia intervened in Yemen. The kingdom bombed Houthi forces."))
        .containsExactly("SAU ASSAULT YEM", "SAU ASSAULT.aerial HOUTHIREB");
  }

  @Test
  @DisplayName("'it' under a verb of speech is the speaker")
  void itOfTheSpeaker() {
    List<Event> events =
        Read.events("The Nigerian army said on Sunday it had freed 200 hostages from Boko Haram.");
    assertThat(events).hasSize(1);
    assertThat(events.get(0).source().code()).isEqualTo("NGA");
    assertThat(events.get(0).attribution().speaker().code()).isEqualTo("NGA");
  }

  @Test
  @DisplayName("a counterpart holds the same office elsewhere")
  void counterpart() {
    List<Event> events =
        Read.events("Putin sent a letter of condolence to his Egyptian counterpart.");
    assertThat(events)
        .singleElement()
        .extracting(Event::target)
        .extracting(Actor::name)
        .isEqualTo("Abdel Fattah al-Sisi");
  }

  @Test
  @DisplayName("'they' after a meeting of two are the two")
  void theyAreBoth() {
    assertThat(Read.shorts("Lavrov met Kerry in Geneva and they discussed Ukraine."))
        .containsExactly("RUSGOV CONSULT USAGOV");
  }

  @Test
  @DisplayName("an office is held by whoever held it on the day of publication")
  void officeByDate() {
    String text = "The Egyptian president visited Sudan.";
    assertThat(sourceOf(text, LocalDate.of(2015, 2, 25))).isEqualTo("Abdel Fattah al-Sisi");
    assertThat(sourceOf(text, LocalDate.of(2013, 1, 10))).isEqualTo("Mohamed Morsi");
    assertThat(sourceOf(text, LocalDate.of(2001, 5, 1))).isEqualTo("Hosni Mubarak");
  }

  private static String sourceOf(String text, LocalDate day) {
    List<Event> events = Read.coder().code(Read.document(text, TimeSpan.day(day)));
    assertThat(events).hasSize(1);
    return events.get(0).source().name();
  }

  @Test
  @DisplayName("a surname that two presidents share is told apart by the date")
  void surnameByDate() {
    String text = "Bush met Blair in London.";
    List<Event> events =
        Read.coder().code(Read.document(text, TimeSpan.day(LocalDate.of(2003, 11, 19))));
    assertThat(events)
        .singleElement()
        .extracting(Event::source)
        .extracting(Actor::name)
        .isEqualTo("George W. Bush");
  }

  @Test
  @DisplayName("a capital acts for its state, and is a place after 'in'")
  void capital() {
    Event event =
        Read.events("Washington condemned the shelling of Donetsk by Russian forces in Kiev.")
            .get(0);
    assertThat(event.source().id()).isEqualTo("usa");
    List<Event> events = Read.events("Renzi met Gentiloni's Libyan guests in Washington.");
    assertThat(events).allSatisfy(one -> assertThat(one.source().code()).isNotEqualTo("USA"));
  }

  @Test
  @DisplayName("a person whom only the text knows keeps the role that it gives")
  void introducedByTheText() {
    List<Event> events =
        Read.events("Russian lawmaker Pavel Testov visited Cuba. Testov praised Venezuela.");
    assertThat(events)
        .extracting(Read::shorten)
        .containsExactly("RUSLEG CONSULT.visit CUB", "RUSLEG SUPPORT.praise VEN");
  }

  @Test
  @DisplayName("a branch of a group is told by its country")
  void branch() {
    Event event = Read.events("The Libyan branch of ISIS attacked Egypt.").get(0);
    assertThat(event.source().id()).isEqualTo("isis-libya");
  }

  @Test
  @DisplayName("peoples, faiths and citizens get country and sector")
  void peoples() {
    assertThat(Read.shorts("ISIS killed Egyptian Copts."))
        .containsExactly("ISISREB ASSAULT EGYCVL");
    assertThat(Read.shorts("Al-Shabaab kidnapped Kenyan citizens."))
        .containsExactly("SHABAABREB ASSAULT.abduct KENCVL");
    assertThat(Read.shorts("Russia's secret service accused Georgia of spying."))
        .containsExactly("RUSSPY ACCUSE.allege GEO");
  }

  @Test
  @DisplayName("a town stands for its state when something is done to it, and never acts")
  void town() {
    assertThat(Read.shorts("ISIS captured the Iraqi city of Ramadi. ISIS shelled Fallujah."))
        .contains("ISISREB ASSAULT.heavy-weapons IRQ");
    assertThat(Read.shorts("Manchester beat Kenya.")).isEmpty();
  }

  @Test
  @DisplayName("gunmen and police of nowhere are of where it happened")
  void bareRoleByPlace() {
    assertThat(Read.shorts("Police arrested two journalists in Harare."))
        .containsExactly("ZWECOP COERCE.arrest ZWEMED");
    assertThat(Read.shorts("Police arrested two journalists.")).isEmpty();
  }

  @Test
  @DisplayName("they after a compound subject are its members")
  void theyOfACompound() {
    assertThat(
            Read.shorts(
                "Saudi Arabia and Kuwait backed Egypt. They recalled their ambassadors from Qatar."))
        .contains("SAU SANCTION.relations QAT", "KWT SANCTION.relations QAT");
  }
}
