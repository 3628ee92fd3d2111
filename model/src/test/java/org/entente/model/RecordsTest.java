package org.entente.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecordsTest {
  private static final Actor EGYPT = new Actor("egy", "Egypt", "EGY", List.of(), null, "Egypt");
  private static final Evidence EVIDENCE =
      new Evidence(
          0, new Span(0, 9), new Span(0, 5), new Span(6, 9), null, null, null, "x.tsv:1 y", null);

  private static Event event(Actor source, Actor target) {
    return new Event(
        "0123456789abcdef",
        "d",
        source,
        target,
        EventType.ASSAULT,
        "aerial",
        null,
        "195",
        -10,
        Status.ACTUAL,
        null,
        null,
        null,
        null,
        0.8,
        List.of(EVIDENCE),
        "entente-0");
  }

  @Test
  void aSpanIsAStretchOfText() {
    assertThat(new Span(6, 9).in("Egypt hit ISIS")).isEqualTo("hit");
    assertThatThrownBy(() -> new Span(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Span(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void aCoverHoldsBoth(
      @ForAll @IntRange(min = 0, max = 50) int a,
      @ForAll @IntRange(min = 0, max = 50) int b,
      @ForAll @IntRange(min = 0, max = 50) int c,
      @ForAll @IntRange(min = 0, max = 50) int d) {
    Span first = new Span(Math.min(a, b), Math.max(a, b));
    Span second = new Span(Math.min(c, d), Math.max(c, d));
    Span cover = first.cover(second);
    assertThat(cover.contains(first) && cover.contains(second)).isTrue();
    assertThat(first.overlaps(second)).isEqualTo(second.overlaps(first));
  }

  @Test
  void fourTypesAQuadClass() {
    assertThat(EventType.values()).hasSize(16);
    assertThat(Arrays.stream(EventType.values()).map(EventType::quad).distinct()).hasSize(4);
    assertThat(EventType.REQUEST.quad()).isEqualTo(Quad.VERBAL_CONFLICT);
    assertThat(Quad.MATERIAL_CONFLICT.isCooperation()).isFalse();
    assertThat(Quad.MATERIAL_CONFLICT.label()).isEqualTo("material conflict");
  }

  @Test
  void aTimeSaysHowExactlyItIsKnown() {
    LocalDate day = LocalDate.of(2015, 2, 22);
    assertThat(TimeSpan.day(day).label()).isEqualTo("2015-02-22");
    assertThat(
            new TimeSpan(day.withDayOfMonth(1), day.withDayOfMonth(28), Precision.MONTH, null)
                .label())
        .isEqualTo("2015-02");
    assertThat(new TimeSpan(null, day, Precision.UNKNOWN, null).label()).isEqualTo("…2015-02-22");
    assertThat(TimeSpan.UNKNOWN.label()).isEqualTo("?");
    assertThatThrownBy(() -> new TimeSpan(day, day.minusDays(1), Precision.DAY, null))
        .hasMessageContaining("2015-02-22");
  }

  @Test
  void anActorsFullCodeIsCodeAndSectors() {
    Actor army =
        new Actor("egy/govmil", "Egypt", "EGY", List.of(Sector.GOV, Sector.MIL), null, null);
    assertThat(army.fullCode()).isEqualTo("EGYGOVMIL");
    assertThat(new Actor("x", "x", "IGOUNO", List.of(Sector.IGO), null, null).fullCode())
        .isEqualTo("IGOUNO");
    assertThat(new Actor("x", "x", "XIGOZZ", List.of(Sector.IGO), null, null).fullCode())
        .isEqualTo("XIGOZZIGO");
    assertThat(new Actor("unknown/uaf", "gunmen", Actor.UNKNOWN_CODE, null, null, null).belongs())
        .isFalse();
  }

  @Test
  void anEventNeedsEvidence() {
    assertThatThrownBy(
            () ->
                new Event(
                    "1",
                    "d",
                    EGYPT,
                    null,
                    EventType.AID,
                    null,
                    null,
                    "07",
                    7,
                    Status.ACTUAL,
                    null,
                    null,
                    null,
                    null,
                    0.5,
                    List.of(),
                    "c"))
        .hasMessageContaining("evidence");
    assertThat(event(EGYPT, null).hasDyad()).isFalse();
    assertThat(event(EGYPT, EGYPT).hasDyad()).isTrue();
  }

  @Test
  void aParagraphLiesInTheText() {
    assertThatThrownBy(
            () ->
                new Document(
                    "d",
                    "-",
                    null,
                    null,
                    null,
                    null,
                    null,
                    "en",
                    "short",
                    List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, 6))),
                    null))
        .hasMessageContaining("outside");
  }

  @Test
  void jsonLeavesOutWhatIsEmptyAndTellsTheQuadClass() {
    JsonNode json = new ObjectMapper().findAndRegisterModules().valueToTree(event(EGYPT, null));
    assertThat(json.get("quad").asText()).isEqualTo("MATERIAL_CONFLICT");
    assertThat(json.has("target")).isFalse();
    assertThat(json.has("hasDyad")).isFalse();
    assertThat(json.at("/source/code").asText()).isEqualTo("EGY");
  }
}
