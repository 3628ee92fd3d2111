package org.entente.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.entente.coding.Coder;
import org.entente.coding.relation.Tier;
import org.entente.coding.syntax.Parser;
import org.entente.evaluation.measure.Bootstrap;
import org.entente.evaluation.show.Block;
import org.entente.evaluation.show.Case;
import org.entente.evaluation.show.Figures;
import org.entente.knowledge.Knowledge;
import org.entente.model.Event;

/**
 * End to end on the PLOVER gold standard records: in how many is an event found with both countries
 * and the type. The measure on which Universal PETRARCH reaches 37 % of all 322 records.
 */
final class DocumentEvaluation {
  private final Knowledge knowledge;
  private final Parser parser;
  private final Evaluation.Request request;
  private final Consumer<String> progress;
  private final RecordMatch match;

  DocumentEvaluation(
      Knowledge knowledge, Parser parser, Evaluation.Request request, Consumer<String> progress) {
    this.knowledge = knowledge;
    this.parser = parser;
    this.request = request;
    this.progress = progress;
    this.match = new RecordMatch(knowledge);
  }

  /** What is looked for in the events of a record's text. */
  private enum Part {
    SOURCE("source"),
    TARGET("target"),
    SECTOR("sector"),
    TYPE("type"),
    DYAD("both"),
    ALL("all");

    private final String label;

    Part(String label) {
      this.label = label;
    }
  }

  /**
   * A record with what came of it.
   *
   * @param asked of each part, whether the record has it
   * @param found of each part, whether an event has it
   */
  private record Outcome(GoldRecord record, List<Event> events, boolean[] asked, boolean[] found) {}

  List<Block> of(Path file) throws IOException {
    List<GoldRecord> records = GoldRecord.read(file);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Title("Records: " + file.getFileName()));
    blocks.add(
        new Block.Words(
            Figures.count(records.size(), "record")
                + ", each text coded as a document. source, target: an event has the record's"
                + " country on that side; sector: and the record's sector, on every side where it"
                + " names one; both: both countries in one event; all: both countries and the type"
                + " in one event. Shares are of the records that name the thing. Organisations,"
                + " which records call IGO or NGO, are not told apart. Intervals hold 95 % of "
                + Figures.count(request.resamples())
                + " resamples by text (seed "
                + request.seed()
                + ")."));
    List<Outcome> before = null;
    for (Tier tier : request.tiers()) {
      String name = tier.name().toLowerCase(Locale.ROOT);
      progress.accept(file.getFileName() + ": " + name + " …");
      List<Outcome> outcomes = code(records, new Coder(knowledge, parser, tier));
      blocks.add(new Block.Heading("Model " + name));
      if (before != null && events(before).equals(events(outcomes))) {
        blocks.add(new Block.Words("Prints the same events as the model before."));
      } else {
        blocks.addAll(blocks(outcomes));
      }
      before = outcomes;
    }
    return blocks;
  }

  private List<Outcome> code(List<GoldRecord> records, Coder coder) {
    return records.parallelStream()
        .map(
            record -> {
              List<Event> events = coder.code(record.document());
              boolean[] asked = new boolean[Part.values().length];
              boolean[] found = new boolean[Part.values().length];
              for (Part part : Part.values()) {
                asked[part.ordinal()] = asks(record, part);
                found[part.ordinal()] =
                    asked[part.ordinal()] && events.stream().anyMatch(e -> has(e, record, part));
              }
              return new Outcome(record, events, asked, found);
            })
        .toList();
  }

  private static boolean asks(GoldRecord record, Part part) {
    return switch (part) {
      case SOURCE -> !record.sources().isEmpty();
      case TARGET -> !record.others().isEmpty();
      case SECTOR -> RecordMatch.namesSector(record);
      case TYPE, DYAD, ALL -> true;
    };
  }

  private boolean has(Event event, GoldRecord record, Part part) {
    return switch (part) {
      case SOURCE -> match.source(event, record);
      case TARGET -> match.target(event, record);
      case SECTOR -> match.sector(event, record);
      case TYPE -> match.type(event, record);
      case DYAD -> match.dyad(event, record);
      case ALL -> match.type(event, record) && match.dyad(event, record);
    };
  }

  private static List<List<Event>> events(List<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::events).toList();
  }

  private List<Block> blocks(List<Outcome> outcomes) {
    List<Block> blocks = new ArrayList<>();
    Bootstrap bootstrap =
        new Bootstrap(
            outcomes.stream().map(o -> o.record().text()).toList(),
            request.resamples(),
            request.seed());
    int all = Part.ALL.ordinal();
    blocks.add(
        new Block.Headline(
            "both countries and type",
            Figures.share(count(outcomes, all), outcomes.size()),
            Figures.shares(
                bootstrap.interval(
                    rows ->
                        Arrays.stream(rows).filter(i -> outcomes.get(i).found()[all]).count()
                            / (double) rows.length))));
    blocks.add(byType(outcomes));
    Precision precision = new Precision(match);
    Map<String, List<Outcome>> texts = new LinkedHashMap<>();
    outcomes.forEach(o -> texts.computeIfAbsent(o.record().text(), k -> new ArrayList<>()).add(o));
    texts
        .values()
        .forEach(
            of -> precision.add(of.get(0).events(), of.stream().map(Outcome::record).toList()));
    blocks.addAll(precision.blocks());
    blocks.addAll(precision.reliability());
    blocks.add(new Block.Cases("Records not found", missed(outcomes), "--wrong"));
    return blocks;
  }

  private static int count(List<Outcome> outcomes, int part) {
    return (int) outcomes.stream().filter(o -> o.found()[part]).count();
  }

  private static Block.Table byType(List<Outcome> outcomes) {
    List<String> columns = new ArrayList<>(List.of("type", "records"));
    Arrays.stream(Part.values()).forEach(part -> columns.add(part.label));
    List<List<String>> rows = new ArrayList<>();
    for (String type : Roots.LABELS) {
      List<Outcome> of = outcomes.stream().filter(o -> o.record().type().equals(type)).toList();
      if (!of.isEmpty()) {
        rows.add(row(type, of));
      }
    }
    rows.add(row("all", outcomes));
    return new Block.Table(columns, rows, true);
  }

  private static List<String> row(String name, List<Outcome> outcomes) {
    List<String> row = new ArrayList<>(List.of(name, Figures.count(outcomes.size())));
    for (Part part : Part.values()) {
      int asked = (int) outcomes.stream().filter(o -> o.asked()[part.ordinal()]).count();
      row.add(Figures.share(count(outcomes, part.ordinal()), asked));
    }
    return row;
  }

  private static List<Case> missed(List<Outcome> outcomes) {
    List<Case> cases = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (!outcome.found()[Part.ALL.ordinal()]) {
        GoldRecord record = outcome.record();
        String types =
            outcome.events().stream()
                .map(event -> event.type().name())
                .distinct()
                .collect(Collectors.joining(", "));
        cases.add(
            new Case(
                record.id(),
                record.label(),
                types.isEmpty() ? "no event" : types,
                -1,
                record.text(),
                Markup.first(record.markup().source()),
                Markup.first(record.markup().target()),
                outcome.events().stream().map(DocumentEvaluation::line).toList()));
      }
    }
    return cases;
  }

  private static String line(Event event) {
    return String.format(
        Locale.ROOT,
        "%s %s → %s %s %.2f %s",
        event.type(),
        event.source().fullCode(),
        event.target() == null ? "–" : event.target().fullCode(),
        event.status().name().toLowerCase(Locale.ROOT),
        event.confidence(),
        event.rule());
  }
}
