package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Dates;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Evidence;
import org.entente.model.Paragraph;
import org.entente.model.Span;
import org.entente.model.TimeSpan;
import org.entente.store.EventStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description =
        "Shows how an event came about: the parse, the mentions, the entries that fired and those that nearly did.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente explain \"Egypt bombed ISIS camps in Derna.\"",
      "         entente explain 3f2a90c1d4e5b677 --store entente.duckdb"
    })
final class ExplainCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(
      paramLabel = "EVENT-ID|SENTENCE",
      description = "An event of the store, by its 16 digits, or a sentence.")
  String subject;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      defaultValue = "entente.duckdb",
      description = "Where to look for the event. Default: ${DEFAULT-VALUE}.")
  Path store;

  @Option(names = "--date", paramLabel = "D", description = "Date of publication of the sentence.")
  String date;

  @Mixin ModelOption model;

  @Mixin KnowledgeOption knowledge;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Document document;
    Set<Integer> wanted = null;
    if (subject.matches("[0-9a-f]{16}")) {
      if (!Files.exists(store)) {
        throw new IOException(
            "no store "
                + store.toAbsolutePath()
                + " to look for event "
                + subject
                + " in; give --store");
      }
      try (EventStore events = EventStore.open(store)) {
        Event event =
            events
                .event(subject)
                .orElseThrow(() -> new IOException("no event " + subject + " in " + store));
        document =
            events
                .document(event.document())
                .orElseThrow(
                    () -> new IOException("no document " + event.document() + " in " + store));
        wanted = event.evidence().stream().map(Evidence::sentence).collect(Collectors.toSet());
      }
    } else {
      document = document(subject);
    }
    Coder coder = knowledge.coder(model.tier());
    new Explanation(out, coder.explain(document), wanted).print();
    out.flush();
    return 0;
  }

  private Document document(String sentence) {
    if (sentence.isBlank()) {
      throw new IllegalArgumentException("nothing to explain: give a sentence or an event's id");
    }
    TimeSpan published = date == null ? TimeSpan.UNKNOWN : Dates.parse(date);
    return new Document(
        "sentence",
        "-",
        null,
        null,
        null,
        published,
        null,
        "en",
        sentence,
        List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, sentence.length()))),
        List.of());
  }
}
