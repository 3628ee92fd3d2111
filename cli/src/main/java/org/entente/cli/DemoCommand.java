package org.entente.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;
import org.entente.coding.relation.Tier;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.report.Dyads;
import org.entente.report.Report;
import org.entente.server.run.CodingRun;
import org.entente.store.EventStore;
import org.entente.store.Run;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description =
        "Codes a bundled corpus about February 2015, saves it, and shows the busiest dyads.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: entente demo"})
final class DemoCommand implements Callable<Integer> {
  private static final int DYADS = 12;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "entente-demo",
      description = "Where corpus, store and page go. Default: ${DEFAULT-VALUE}.")
  Path folder;

  @Option(names = "--serve", description = "Then serve the workbench with it until Ctrl-C.")
  boolean serve;

  @Mixin ServeOptions serving;

  @Mixin KnowledgeOption knowledge;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Files.createDirectories(folder);
    Path corpus = folder.resolve("february-2015.jsonl");
    try (InputStream bundled = DemoCommand.class.getResourceAsStream("demo/february-2015.jsonl")) {
      Files.copy(bundled, corpus, StandardCopyOption.REPLACE_EXISTING);
    }
    Progress progress = new Progress(Files.size(corpus));
    long loading = System.nanoTime();
    Path store = folder.resolve("demo.duckdb");
    List<Report.Coded> coded = new ArrayList<>();
    CodingRun.Outcome outcome;
    CompletableFuture<Coder> coding = knowledge.loading(Tier.FAST);
    try (EventStore events = EventStore.open(store)) {
      Coder coder = KnowledgeOption.loaded(coding);
      long started = System.nanoTime();
      try (Run run = events.begin("demo", coder.name())) {
        outcome =
            new CodingRun(coder, events, run, Runtime.getRuntime().availableProcessors(), progress)
                .code(
                    List.of(corpus.toString()),
                    Ingest.Options.DEFAULT,
                    new CodingRun.Sink() {
                      @Override
                      public void coded(Document document, List<Event> found) {
                        coded.add(new Report.Coded(document, found));
                      }

                      @Override
                      public void aside(Aside aside) {
                        out.println("set aside: " + aside.origin() + ": " + aside.message());
                      }
                    });
      }
      double seconds = (System.nanoTime() - started) / 1e9;
      Path page = page(coded);
      out.printf(
          Locale.ROOT,
          "%,d reports, %s%,d events in %.1f s (parser, knowledge and store loaded in %.1f s)%n",
          outcome.coded() + outcome.known(),
          // those coded before are not read again
          outcome.known() > 0
              ? ""
              : String.format(Locale.ROOT, "%,d sentences, ", outcome.sentences()),
          outcome.events(),
          seconds,
          (started - loading) / 1e9);
      if (outcome.known() > 0) {
        out.printf(Locale.ROOT, "%,d of them had been coded before%n", outcome.known());
      }
      out.println();
      out.println("The busiest dyads");
      out.print(
          Dyads.table(
              Dyads.of(
                  coded.stream().flatMap(one -> one.events().stream()).toList(), Dyads.Level.CODE),
              DYADS,
              new Report.Options(Terminal.width(), Terminal.output())));
      out.println();
      out.println("The page to open:  " + page.toAbsolutePath().toUri());
      out.println("The store:         " + store.toAbsolutePath());
      if (serve) {
        serving.serve(events, () -> coder, "?tour#/explore", spec);
      } else {
        out.println("Next:              ./entente demo --serve, or");
        out.println("                   ./entente code YOUR-ARTICLE.txt --date YYYY-MM-DD");
      }
      out.flush();
    }
    return outcome.anything() ? 0 : 1;
  }

  private Path page(List<Report.Coded> coded) throws IOException {
    Path page = folder.resolve("demo.html");
    try (Writer writer = Files.newBufferedWriter(page, StandardCharsets.UTF_8);
        Report report = Report.to(writer, Report.Format.HTML, Report.Options.PLAIN)) {
      for (Report.Coded one : coded) {
        report.add(one);
      }
    }
    return page;
  }
}
