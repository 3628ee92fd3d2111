package org.entente.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.model.EventType;
import org.entente.model.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldRecordTest {
  private static final String TEXT = "Libya and Chad have agreed on a border.";
  private static final String GOOD =
      "{\"id\":\"r\",\"date\":\"2000-01-01\",\"event\":\"%s\",\"text\":\""
          + TEXT
          + "\","
          + "\"source\":[{\"code\":\"LBY\",\"sector\":\"GOV\"},{\"code\":\"TCD\"}],\"markup\":"
          + "\"(SRC/TAR: Libya) and (SRC/TAR: Chad) have (EVT: agreed) on a border.\"}\n";

  @TempDir Path folder;

  private List<GoldRecord> read(String lines) throws IOException {
    return GoldRecord.read(Files.writeString(folder.resolve("r.jsonl"), lines));
  }

  private void fails(String lines, String... parts) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void aRecordIsRead() throws IOException {
    GoldRecord record = read(GOOD.formatted("AGREE") + "\n").get(0);
    assertThat(record.label()).isEqualTo("AGREE LBYGOV|TCD → LBYGOV|TCD");
    assertThat(record.markup().event()).containsExactly(new Span(20, 26));
    assertThat(record.markup().source())
        .extracting(s -> s.in(TEXT))
        .containsExactly("Libya", "Chad");
    assertThat(record.markup().tellsEvent(new Span(15, 21))).isTrue();
    assertThat(record.markup().tellsEvent(new Span(27, 30))).isFalse();
    assertThat(RecordMatch.namesSector(record)).isTrue();
  }

  @Test
  void namesOf2016AreReadAsThoseOf2021() throws IOException {
    assertThat(read(GOOD.formatted("DEMAND")).get(0).types()).containsExactly(EventType.REQUEST);
    assertThat(read(GOOD.formatted("FIGHT")).get(0).type()).isEqualTo("ASSAULT");
    assertThat(read(GOOD.formatted("INVESTIGATE")).get(0).type()).isEqualTo("ACCUSE");
    assertThat(read(GOOD.formatted("YIELD")).get(0).type()).isEqualTo("YIELD");
    assertThat(read(GOOD.formatted("YIELD")).get(0).types()).hasSize(2);
  }

  @Test
  void whatIsWrongIsNamedWithItsLine() throws IOException {
    fails(GOOD.formatted("AGREE") + GOOD.formatted("DANCE"), "r.jsonl, line 2: 'DANCE'");
    fails("{\"id\":", "line 1: broken JSON");
    fails("{\"id\":\"r\",\"text\":\"x\"}", "line 1: no 'event'");
    fails("{\"event\":\"AGREE\"}", "line 1: no 'text'");
    fails(GOOD.formatted("AGREE").replace("2000-01-01", "soon"), "line 1: 'date'");
    fails("\n\n", "has no records");
    Path latin = folder.resolve("latin.jsonl");
    Files.write(latin, "{\"text\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> GoldRecord.read(latin)).hasMessageContaining("is not UTF-8");
  }

  @Test
  void marksThatDoNotFitTheTextAreNotUsed() {
    assertThat(Markup.of("(EVT: agreed) it", "has agreed it").event()).isEmpty();
  }
}
