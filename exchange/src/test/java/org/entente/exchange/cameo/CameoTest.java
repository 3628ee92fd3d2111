package org.entente.exchange.cameo;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.knowledge.Knowledge;
import org.entente.knowledge.ontology.CameoCode;
import org.entente.knowledge.ontology.Ontology;
import org.entente.model.EventType;
import org.junit.jupiter.api.Test;

class CameoTest {
  private final Ontology ontology = Knowledge.bundled().ontology();
  private final Cameo cameo = new Cameo(ontology);

  @Test
  void everyCodeBecomesPloverAndGoesBackToACodeOfTheSameTypeAndMode() {
    for (CameoCode code : ontology.cameoCodes()) {
      Cameo.Meaning meaning = cameo.meaning(code.code());
      assertThat(meaning).as(code.code()).isNotNull();
      assertThat(meaning.goldstein()).isEqualTo(code.goldstein());
      if (code.type() != null) {
        assertThat(meaning.type()).as(code.code()).isEqualTo(code.type());
        assertThat(meaning.mode()).as(code.code()).isEqualTo(code.mode());
      } else {
        assertThat(code.code()).startsWith("01");
        assertThat(meaning.mode()).isEqualTo("statement");
      }
      String back = cameo.code(meaning.type(), meaning.mode());
      assertThat(cameo.meaning(back).type()).as(code.code()).isEqualTo(meaning.type());
      if (meaning.mode() != null) {
        assertThat(cameo.meaning(back).mode()).as(code.code()).isEqualTo(meaning.mode());
      }
      assertThat(back.length()).isLessThanOrEqualTo(Math.max(3, code.code().length()));
    }
  }

  @Test
  void everyTextLeadsToItsCode() {
    for (CameoCode code : ontology.cameoCodes()) {
      String found = cameo.code(cameo.text(code.code()));
      if (code.code().length() == 2) {
        assertThat(found).as(code.text()).startsWith(code.code());
      } else {
        assertThat(found).as(code.text()).isEqualTo(code.code());
      }
      assertThat(cameo.code(code.text())).as(code.text()).isEqualTo(found);
    }
    assertThat(cameo.code("Make statement")).isEqualTo("010");
    assertThat(cameo.code("fight with artillery and tanks")).isEqualTo("194");
    assertThat(cameo.code("Meet at a 'third' location")).isEqualTo("044");
    assertThat(cameo.code("Dance")).isNull();
  }

  @Test
  void everyTypeAndModeOfPloverHasACodeOfItsType() {
    for (EventType type : EventType.values()) {
      assertThat(cameo.meaning(cameo.code(type, null)).type()).as(type.name()).isEqualTo(type);
      for (String mode : ontology.modes(type)) {
        assertThat(cameo.meaning(cameo.code(type, mode)).type()).isEqualTo(type);
      }
    }
  }

  @Test
  void statementsGoByTheirSign() {
    for (CameoCode code : ontology.cameoCodes()) {
      if (code.code().startsWith("01") && code.goldstein() != 0) {
        assertThat(cameo.meaning(code.code()).type().quad().isCooperation())
            .as(code.code())
            .isEqualTo(code.goldstein() > 0);
      }
    }
  }

  @Test
  void aCodeThatCameoDoesNotHaveMeansWhatTheNextHigherMeans() {
    assertThat(cameo.meaning("1959"))
        .isEqualTo(new Cameo.Meaning("1959", EventType.ASSAULT, "aerial", -10));
    assertThat(cameo.meaning("9999")).isNull();
    assertThat(cameo.meaning("")).isNull();
  }
}
