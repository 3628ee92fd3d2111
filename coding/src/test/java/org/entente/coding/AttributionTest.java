package org.entente.coding;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.model.Event;
import org.junit.jupiter.api.Test;

/** According to whom. */
class AttributionTest {
  @Test
  void subjectOfSaying() {
    Event event = Read.events("Ankara said Syrian troops had shelled a Turkish village.").get(0);
    assertThat(event.attribution().speaker().code()).isEqualTo("TUR");
    assertThat(Read.shorten(event)).isEqualTo("SYRMIL ASSAULT.heavy-weapons TURCVL");
  }

  @Test
  void accordingTo() {
    Event event =
        Read.events("According to Reuters, Sudanese soldiers killed five protesters in Khartoum.")
            .get(0);
    assertThat(event.attribution().speaker().name()).isEqualTo("Reuters");
  }

  @Test
  void saidAfterwards() {
    Event event = Read.events("Hungary will host Putin next week, the Kremlin said.").get(0);
    assertThat(event.attribution().speaker().code()).isEqualTo("RUS");
  }

  @Test
  void speakerWhomTheRegistryDoesNotKnowIsQuoted() {
    Event event =
        Read.events("Gunmen killed two Italian doctors in Somalia, witnesses said.").get(0);
    assertThat(event.attribution().speaker() != null || event.attribution().words() != null)
        .isTrue();
  }

  @Test
  void accusation() {
    Event inner =
        Read.events("Ethiopia accused Eritrea of arming the Ogaden rebels.").stream()
            .filter(event -> event.source().code().equals("ERI"))
            .findFirst()
            .orElseThrow();
    assertThat(inner.attribution().speaker().code()).isEqualTo("ETH");
  }

  @Test
  void ownVoice() {
    Event event = Read.events("Kenya condemned Sudan.").get(0);
    assertThat(event.attribution().speaker()).isNull();
  }
}
