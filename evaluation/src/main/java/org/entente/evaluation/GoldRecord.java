package org.entente.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.model.Document;
import org.entente.model.EventType;
import org.entente.model.Paragraph;
import org.entente.model.Span;
import org.entente.model.TimeSpan;

/**
 * A record of the PLOVER gold standard: a text and one event that it tells. Names of the 2016
 * edition are read as those of 2021: DEMAND is REQUEST, FIGHT is ASSAULT, DISAPPROVE and
 * INVESTIGATE are ACCUSE, YIELD is CONCEDE or RETREAT.
 *
 * @param types one of which is right
 * @param sources who does it; one of them is enough
 * @param targets to whom; one of them is enough
 * @param markup where the text says so
 */
record GoldRecord(
    String id,
    String text,
    LocalDate date,
    Set<EventType> types,
    List<Party> sources,
    List<Party> targets,
    Markup markup) {
  private static final Map<String, Set<EventType>> OLD =
      Map.of(
          "DEMAND", EnumSet.of(EventType.REQUEST),
          "FIGHT", EnumSet.of(EventType.ASSAULT),
          "DISAPPROVE", EnumSet.of(EventType.ACCUSE),
          "INVESTIGATE", EnumSet.of(EventType.ACCUSE),
          "YIELD", EnumSet.of(EventType.CONCEDE, EventType.RETREAT));

  /** Codes of countries that some records write otherwise than ISO 3166-1. */
  private static final Map<String, String> COUNTRIES =
      Map.of("JAP", "JPN", "ITL", "ITA", "VTN", "VNM");

  /**
   * Who takes part.
   *
   * @param code of a country, {@code IGO} or {@code NGO}; may be empty
   * @param sector as the record has it ({@code CVLalb}); may be empty
   */
  record Party(String code, String sector) {
    String full() {
      return code + sector;
    }
  }

  /**
   * Reads records, a JSON object a line.
   *
   * @throws IOException if the file cannot be read or a record is wrong; its line is named
   */
  static List<GoldRecord> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<GoldRecord> records = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          records.add(record(json, line, file + ", line " + number + ": "));
        }
      }
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8; save it as UTF-8 text", e);
    }
    if (records.isEmpty()) {
      throw new IOException(file + " has no records");
    }
    return records;
  }

  private static GoldRecord record(ObjectMapper json, String line, String where)
      throws IOException {
    JsonNode node;
    try {
      node = json.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IOException(where + "broken JSON: " + e.getOriginalMessage(), e);
    }
    String text = node.path("text").asText("");
    String event = node.path("event").asText("");
    if (text.isBlank() || event.isBlank()) {
      throw new IOException(
          where + "no '" + (text.isBlank() ? "text" : "event") + "'; a record needs both");
    }
    try {
      return new GoldRecord(
          node.path("id").asText("?"),
          text,
          LocalDate.parse(node.path("date").asText("2000-01-01").substring(0, 10)),
          types(event, where),
          parties(node.path("source")),
          parties(node.path("target")),
          Markup.of(node.path("markup").asText(""), text));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      throw new IOException(where + "'date' must be YYYY-MM-DD", e);
    }
  }

  private static Set<EventType> types(String event, String where) throws IOException {
    String name = event.strip().toUpperCase(Locale.ROOT);
    Set<EventType> old = OLD.get(name);
    if (old != null) {
      return old;
    }
    try {
      return EnumSet.of(EventType.valueOf(name));
    } catch (IllegalArgumentException e) {
      throw new IOException(where + "'" + event + "' is no event type of PLOVER", e);
    }
  }

  private static List<Party> parties(JsonNode nodes) {
    List<Party> parties = new ArrayList<>();
    for (JsonNode node : nodes) {
      String code = node.path("code").asText("");
      Party party = new Party(COUNTRIES.getOrDefault(code, code), node.path("sector").asText(""));
      if (!party.full().isEmpty()) {
        parties.add(party);
      }
    }
    return parties;
  }

  /** The type's name in tables. */
  String type() {
    return Roots.LABELS.get(Roots.of(types));
  }

  /** Who must be the target: without one in the record, two sources stand for both sides. */
  List<Party> others() {
    return targets.isEmpty() && sources.size() > 1 ? sources : targets;
  }

  /** The record's event in one line: {@code AGREE JOR → USAGOV}. */
  String label() {
    return type() + " " + label(sources) + " → " + label(others());
  }

  private static String label(List<Party> parties) {
    return parties.isEmpty()
        ? "–"
        : parties.stream().map(Party::full).collect(Collectors.joining("|"));
  }

  Document document() {
    return new Document(
        id,
        "-",
        null,
        null,
        null,
        TimeSpan.day(date),
        null,
        "en",
        text,
        List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, text.length()))),
        List.of());
  }
}
