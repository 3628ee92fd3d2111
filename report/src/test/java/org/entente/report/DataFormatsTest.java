package org.entente.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Event;
import org.entente.report.Report.Format;
import org.entente.report.Report.Options;
import org.junit.jupiter.api.Test;

class DataFormatsTest {
  private static final List<Report.Coded> ALL =
      List.of(Sample.talks(), Sample.hostile(), Sample.empty());

  @Test
  void jsonLinesReadBackAsTheSameEvents() throws Exception {
    JsonMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    List<Event> read = new ArrayList<>();
    for (String line : Report.of(ALL, Format.JSONL, Options.PLAIN).split("\n")) {
      read.add(mapper.readValue(line, Event.class));
    }
    assertThat(read).isEqualTo(ALL.stream().flatMap(c -> c.events().stream()).toList());
  }

  @Test
  void jsonHasIsoDatesAndNoNulls() throws Exception {
    String first = Report.of(ALL, Format.JSONL, Options.PLAIN).lines().findFirst().orElseThrow();
    JsonNode node = new JsonMapper().readTree(first);
    assertThat(node.at("/time/from").asText()).isEqualTo("2015-03-03");
    assertThat(node.at("/document").asText()).isEqualTo("doc-5d41402abc4b");
    assertThat(node.at("/quad").asText()).isEqualTo("VERBAL_COOPERATION");
    assertThat(first).startsWith("{\"id\":").doesNotContain("null").doesNotContain("[]");
  }

  @Test
  void csvReadsBack() {
    String csv = Report.of(ALL, Format.CSV, Options.PLAIN);
    List<List<String>> rows = parse(csv);
    List<String> header = rows.get(0);
    assertThat(header)
        .startsWith("event_id", "document_id", "from", "to", "precision")
        .contains("source_code", "target_sectors", "goldstein", "lat", "magnitude", "rule");
    assertThat(rows).hasSize(17).allMatch(row -> row.size() == header.size());
    List<String> shabaab = rows.get(3);
    assertThat(shabaab.get(header.indexOf("target_sectors"))).isEqualTo("LAB;CVL");
    assertThat(shabaab.get(header.indexOf("magnitude"))).isEqualTo("killed=14");
    assertThat(shabaab.get(header.indexOf("goldstein"))).isEqualTo("-10.0");
    assertThat(rows.get(4).get(header.indexOf("sentence")))
        .isEqualTo(
            "According to the Daily Nation, the army answered with airstrikes on camps across the"
                + " border, in which dozens of fighters may have died.");
    List<String> evil = rows.get(16);
    assertThat(evil.get(header.indexOf("source_id"))).isEqualTo("\"><script>");
    assertThat(evil.get(header.indexOf("mode"))).contains("\"quoted\", 'single' ]]>");
  }

  @Test
  void csvLinesEndWithCrLfAndAreRows() {
    String csv = Report.of(ALL, Format.CSV, Options.PLAIN);
    assertThat(csv.split("\r\n", -1)).hasSize(18);
    assertThat(csv.replace("\r\n", "")).doesNotContain("\n", "\r", "\u001b");
    assertThat(Report.of(List.of(), Format.CSV, Options.PLAIN)).startsWith("event_id,");
  }

  /** RFC 4180, as its grammar has it. */
  private static List<List<String>> parse(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted) {
        if (c != '"') {
          field.append(c);
        } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        assertThat(field).isEmpty();
        quoted = true;
      } else if (c == ',' || c == '\r') {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\r') {
          assertThat(csv.charAt(++i)).isEqualTo('\n');
          rows.add(row);
          row = new ArrayList<>();
        }
      } else {
        field.append(c);
      }
    }
    return rows;
  }
}
