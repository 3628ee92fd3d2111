package org.entente.knowledge.petrarch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternTest {
  private static final PatternReader READER = new PatternReader(Set.of("BOAT", "KING_SIZE"));

  private static String draft(Draft draft) {
    return String.join(" ", draft.where)
        + (draft.particles.isEmpty() ? "" : " prt:" + String.join(",", draft.particles))
        + (draft.sources.isEmpty() ? "" : " from:" + String.join(",", draft.sources))
        + (draft.targets.isEmpty() ? "" : " to:" + String.join(",", draft.targets))
        + (draft.mutual ? " mutual" : "");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "* BRIDGES; obj=bridges|bridge",
        "* OLD_&BOAT; obj=@PETRARCH_BOAT obj.mod=old",
        "* {STONE BRIDGES}; obj=bridges|bridge obj.mod=stone",
        "* &BOAT; obj=@PETRARCH_BOAT",
        "* {&KING_SIZE_ BED}; obj=bed obj.mod=@PETRARCH_KING_SIZE",
        "* (ON ISLAND); on=island",
        "* (ON); on",
        "* (ON ^); on",
        "* (FOR VOYAGE) (OF KING); for=voyage for.of=king",
        "* SET (OF BOATS); obj=set of=boats|boat",
        "* (OVER +); over=ACTOR to:over",
        "* (TO + SHORE); to=shore to:to,to.poss,to.mod",
        "* UP SAIL; obj=sail prt:up",
        "* (ASIDE BOAT); obj=boat prt:aside",
        "* ROW; obj=row | xcomp=row",
        "* (TO ROW); to=row | xcomp=row",
        "* QUICKLY; ' prt:quickly'",
        "CAPTAIN *; subj=captain",
        "CREW (OF SHIP) *; subj=crew subj.of=ship",
        "$ * +; ' from:subj to:obj,iobj'",
        "+ * (BY $); by=ACTOR from:by to:obj,subj",
        "% *; ' mutual'",
        "** BRIDGE; obj=bridge",
        "* ^ BRIDGE; obj=bridge",
        "* ALONG THE COAST; along=coast",
        "* ATTACK ON +; obj=attack on=ACTOR to:on",
        "* AIR_SHIP; obj=ship obj.mod=air"
      })
  void isReadAsConditions(String pattern, String wanted) throws Exception {
    Drafts.Result result = Drafts.of(READER.read(pattern), Set.of("row"));
    assertThat(result.drafts().stream().map(PatternTest::draft).collect(Collectors.joining(" | ")))
        .isEqualTo(wanted);
    assertThat(result.lost()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "BRIDGE; not one *",
        "* BRIDGE *; not one *",
        "* (ON BRIDGE; brackets that do not match",
        "* ON BRIDGE); brackets that do not match",
        "* {STONE BRIDGE; brackets that do not match",
        "* (); nothing between",
        "* {}; no word between its braces",
        "* (STONE BRIDGE); no preposition at the head",
        "* NO BRIDGE; a negation or auxiliary",
        "* &RAFT; no such set of synonyms",
        "* A=B; a sign that is no word"
      })
  void cannotBeTaken(String pattern, String reason) {
    assertThatThrownBy(() -> READER.read(pattern))
        .isInstanceOf(PatternReader.Unreadable.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aWordTooDeepIsTold() throws Exception {
    Drafts.Result result = Drafts.of(READER.read("* (IN {OLD TOWN}) (OF {RED BRICKS})"), Set.of());
    assertThat(result.lost()).containsExactly("red");
  }
}
