package org.entente.server.asking;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.analysis.forecast.question.Origin;
import org.junit.jupiter.api.Test;

class ActorOriginsTest {
  @Test
  void ofStatesGroupsAndOrganisations() {
    assertThat(ActorOrigins.of("EGY")).isEqualTo(new Origin("EGY", "North Africa", Origin.STATE));
    assertThat(ActorOrigins.of("Egypt")).isEqualTo(ActorOrigins.of("EGY"));
    assertThat(ActorOrigins.of("ISIS")).isEqualTo(new Origin(null, "Middle East", "armed group"));
    assertThat(ActorOrigins.of("ASEAN").region()).isEqualTo("Southeast Asia");
    // its members are in many regions
    assertThat(ActorOrigins.of("UNO")).isEqualTo(new Origin(null, null, "organisation"));
  }

  @Test
  void ofTheUnknown() {
    assertThat(ActorOrigins.of("Atlantis")).isEqualTo(Origin.UNKNOWN);
  }
}
