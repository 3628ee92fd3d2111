package org.entente.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.coding.Coder;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Paragraph;
import org.entente.model.Sector;
import org.entente.model.Span;
import org.entente.model.TimeSpan;

/**
 * End to end on the PLOVER gold standard records: in how many is an event found with both countries
 * and the type. The measure on which Universal PETRARCH reaches 37 % of all 322 records.
 *
 * <p>Names of the 2016 edition are read as those of 2021: DEMAND is REQUEST, FIGHT is ASSAULT,
 * DISAPPROVE and INVESTIGATE are ACCUSE, YIELD is CONCEDE or RETREAT.
 */
public final class GoldRecords {
  private static final Map<String, Set<String>> TYPES =
      Map.of(
          "DEMAND", Set.of("REQUEST"),
          "FIGHT", Set.of("ASSAULT"),
          "DISAPPROVE", Set.of("ACCUSE"),
          "INVESTIGATE", Set.of("ACCUSE"),
          "YIELD", Set.of("CONCEDE", "RETREAT"));

  private GoldRecords() {}

  /**
   * @param args the file of records, and {@code -v} to print every record that is missed
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args.length > 0 ? args[0] : "../shared/gold/plover-gsr-dev.jsonl");
    boolean verbose = args.length > 1 && args[1].equals("-v");
    Coder coder = Coder.bundled();
    ObjectMapper json = new ObjectMapper();
    Map<String, int[]> byType = new TreeMap<>();
    int[] total = new int[4];
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) {
        continue;
      }
      JsonNode gold = json.readTree(line);
      String type = gold.get("event").asText().toUpperCase(Locale.ROOT);
      List<Event> events = coder.code(document(gold));
      boolean dyad = false;
      boolean typed = false;
      boolean all = false;
      for (Event event : events) {
        boolean sameType = TYPES.getOrDefault(type, Set.of(type)).contains(event.type().name());
        boolean sameDyad = fits(event, gold);
        typed |= sameType;
        dyad |= sameDyad;
        all |= sameType && sameDyad;
      }
      int[] row = byType.computeIfAbsent(type, k -> new int[4]);
      for (int[] counts : List.of(row, total)) {
        counts[0]++;
        counts[1] += typed ? 1 : 0;
        counts[2] += dyad ? 1 : 0;
        counts[3] += all ? 1 : 0;
      }
      if (verbose && !all) {
        System.out.println(
            gold.get("id").asText()
                + " "
                + type
                + " "
                + codes(gold, "source")
                + " > "
                + codes(gold, "target"));
        System.out.println("  " + gold.get("text").asText());
        for (Event event : events) {
          System.out.println(
              "  = "
                  + event.source().fullCode()
                  + " "
                  + event.type()
                  + " "
                  + (event.target() == null ? "-" : event.target().fullCode())
                  + " "
                  + event.status()
                  + " "
                  + event.rule());
        }
      }
    }
    System.out.printf("%-12s %8s %8s %8s %8s%n", "type", "records", "type", "dyad", "both");
    byType.forEach(GoldRecords::print);
    print("all", total);
  }

  private static void print(String name, int[] row) {
    System.out.printf(
        Locale.ROOT,
        "%-12s %8d %7.1f%% %7.1f%% %7.1f%%%n",
        name,
        row[0],
        100.0 * row[1] / row[0],
        100.0 * row[2] / row[0],
        100.0 * row[3] / row[0]);
  }

  private static Document document(JsonNode gold) {
    String text = gold.get("text").asText();
    LocalDate day = LocalDate.parse(gold.path("date").asText("2000-01-01").substring(0, 10));
    return new Document(
        gold.get("id").asText(),
        "-",
        null,
        null,
        null,
        TimeSpan.day(day),
        null,
        "en",
        text,
        List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, text.length()))),
        List.of());
  }

  /**
   * Where source or target are several, one of each is enough; a record without target asks for two
   * of its sources.
   */
  private static boolean fits(Event event, JsonNode gold) {
    Set<String> sources = codes(gold, "source");
    Set<String> targets = codes(gold, "target");
    if (targets.isEmpty()) {
      return sources.size() < 2
          ? matches(event.source(), sources)
          : matches(event.source(), sources) && matches(event.target(), sources);
    }
    if (sources.isEmpty()) {
      return matches(event.target(), targets);
    }
    return matches(event.source(), sources) && matches(event.target(), targets);
  }

  private static boolean matches(Actor actor, Set<String> codes) {
    return actor != null && codes.stream().anyMatch(code -> matches(actor, code));
  }

  /** The records call every organisation IGO or NGO, and a group by its country. */
  private static boolean matches(Actor actor, String code) {
    if (code.startsWith(actor.code())) {
      return true;
    }
    if (code.startsWith("IGO") || code.startsWith("NGO")) {
      return actor.sectors().contains(Sector.IGO) || actor.sectors().contains(Sector.NGO);
    }
    ActorEntry entry = Knowledge.bundled().actors().find(actor.code());
    return entry != null
        && code.length() >= 3
        && entry.countries().contains(code.substring(0, 3))
        && entry.kind() != ActorEntry.Kind.BLOC
        && entry.kind() != ActorEntry.Kind.ORGANISATION;
  }

  private static Set<String> codes(JsonNode gold, String role) {
    Set<String> codes = new HashSet<>();
    List<JsonNode> nodes = new ArrayList<>();
    gold.path(role).forEach(nodes::add);
    for (JsonNode node : nodes) {
      String code = node.path("code").asText("");
      if (!code.isEmpty()) {
        codes.add(code);
      }
    }
    return codes;
  }
}
