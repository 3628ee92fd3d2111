package org.entente.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.report.Report.Format;
import org.entente.report.Report.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
  private static final List<Report.Coded> ALL =
      List.of(Sample.talks(), Sample.hostile(), Sample.empty());

  @ParameterizedTest
  @ValueSource(ints = {40, 41, 50, 60, 72, 80, 99, 100, 140, 220})
  void noLineIsWiderThanTheTerminal(int width) {
    String table = Report.of(ALL, Format.TABLE, new Options(width, false));
    assertThat(table.lines()).allMatch(line -> Columns.width(line) <= width);
    String dyads =
        Dyads.table(
            Dyads.of(Sample.talks().events(), Dyads.Level.ACTOR), 5, new Options(width, false));
    assertThat(dyads.lines()).allMatch(line -> Columns.width(line) <= width);
  }

  @Test
  void colourAddsNothingButColour() {
    String plain = Report.of(ALL, Format.TABLE, Options.PLAIN);
    String colour = Report.of(ALL, Format.TABLE, new Options(100, true));
    assertThat(colour).contains("\u001b[");
    assertThat(colour.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    assertThat(plain).doesNotContain("\u001b");
  }

  @Test
  void theDocumentCannotSteerTheTerminal() {
    String table = Report.of(List.of(Sample.hostile()), Format.TABLE, Options.PLAIN);
    assertThat(table.codePoints())
        .noneMatch(c -> c != '\n' && Character.isISOControl(c))
        .doesNotContain(0x202e);
  }

  @Test
  void saysWhatTheAnalystNeeds() {
    String table = Report.of(ALL, Format.TABLE, Options.PLAIN);
    assertThat(table)
        .contains("Norway offers Kenya patrol boats")
        .contains("The Coast Courier · 2015-03-05 · 15 events")
        .contains("date unknown: give --date · no events found")
        .containsPattern(
            "2015-02 +SHBREB al-Shabaab +→ KENLABCVL Kenyan fi… +ASSAULT·targeted 1823")
        .contains("in Lamu, Kenya · 14 killed · “the killing of 14 Kenyan fishermen”")
        .contains("dozens killed · according to Daily Nation")
        .contains("◷ planned")
        .contains("? possible")
        .contains("! demanded")
        .contains("✗ denied")
        .contains("16 events in 3 documents · 6 cooperation, 10 conflict");
  }

  @Test
  void dyadsAreCountedWithoutDeniedEvents() {
    List<Dyads.Dyad> dyads = Dyads.of(Sample.talks().events(), Dyads.Level.CODE);
    assertThat(dyads.get(0))
        .isEqualTo(new Dyads.Dyad("NOR", "Norway", "KEN", "Kenya", 2, 2, 0, 4.6));
    assertThat(dyads).noneMatch(d -> d.source().equals("SOM") && d.target().equals("SHB"));
    assertThat(Dyads.table(dyads, 2, Options.PLAIN))
        .contains("NOR Norway → KEN Kenya")
        .contains("+4.6  ████████████")
        .contains("−5.0  ▒▒▒▒▒▒")
        .contains("… and 10 more dyads");
  }

  @Property(tries = 300)
  void fitNeverIsTooWide(@ForAll String text, @ForAll @IntRange(max = 40) int columns) {
    String clean = Columns.clean(text);
    assertThat(Columns.width(Columns.fit(clean, columns))).isLessThanOrEqualTo(columns);
    assertThat(Columns.width(Columns.cell(clean, columns))).isEqualTo(columns);
    assertThat(clean).doesNotContain("\n", "\r", "\t", "\u001b");
  }

  @Test
  void wideLettersTakeTwoColumns() {
    assertThat(Columns.width("漢字")).isEqualTo(4);
    assertThat(Columns.width("e\u0301")).isEqualTo(1);
    assertThat(Columns.fit("漢字漢字", 6)).isEqualTo("漢字…");
    assertThat(Columns.cell("漢字漢字", 6)).isEqualTo("漢字… ");
  }

  @Test
  void wrongOptionsAreNamed() {
    assertThatThrownBy(() -> Format.of("xml"))
        .hasMessage("no format 'xml'; there are table, jsonl, csv, html");
    assertThat(Format.of("Html")).isEqualTo(Format.HTML);
    assertThatThrownBy(() -> new Options(20, false)).hasMessageContaining("40 columns");
  }
}
