package org.entente.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Dates;
import org.entente.coding.ingest.Ingest;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.report.Report;
import org.entente.store.EventStore;
import org.entente.store.Run;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "code",
    description = "Codes news texts: who did what to whom, when, where, according to whom.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente code article.txt --date 2015-02-25",
      "         entente code news/ --save --format csv --out events.csv",
      "         entente code https://example.org/report.html --format html --out report.html",
      "         cat report.txt | entente code - --date 2015-02"
    })
final class CodeCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "Files (text, HTML, JSON, JSON Lines; each may be gzipped), folders of these, URLs, or - for standard input.")
  List<String> inputs;

  @Option(
      names = "--date",
      paramLabel = "D",
      description =
          "Date of publication: YYYY-MM-DD, YYYY-MM or YYYY. Goes before any date in the texts.")
  String date;

  @Option(
      names = "--publisher",
      paramLabel = "NAME",
      description = "Publisher of texts that name none.")
  String publisher;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "table",
      description = "table, jsonl, csv or html. Default: ${DEFAULT-VALUE}.")
  String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there instead of to the screen.")
  Path out;

  @Option(
      names = "--save",
      description = "Keep documents and events in the store, each exactly once.")
  boolean save;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      defaultValue = "entente.duckdb",
      description = "The store. Default: ${DEFAULT-VALUE}.")
  Path store;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Encoding of the files; else recognised.")
  String charset;

  @Option(
      names = "--allow-private",
      description = "Let URLs lead to private and loopback addresses too.")
  boolean allowPrivate;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Coding threads. Default: one a core, up to 8.")
  int threads = Math.min(8, Runtime.getRuntime().availableProcessors());

  @Mixin KnowledgeOption knowledge;

  @Override
  public Integer call() throws Exception {
    Report.Format kind = Report.Format.of(format);
    Ingest.Options options =
        Ingest.Options.DEFAULT
            .withPublisher(publisher)
            .withAllowPrivate(allowPrivate)
            .withCharset(charset())
            .withDate(date == null ? null : Dates.parse(date));
    Ingest.Measure measure = Ingest.measure(inputs);
    Progress progress = new Progress(measure.complete() ? measure.bytes() : 0);
    Coder coder = knowledge.coder(progress);
    PrintWriter errors = spec.commandLine().getErr();
    CodingRun.Outcome outcome;
    try (Writer writer = writer();
        Report report = Report.to(writer, kind, tableOptions())) {
      outcome =
          save
              ? saving(coder, options, report, progress, errors)
              : new CodingRun(coder, null, null, threads, progress)
                  .code(inputs, options, new Show(report, errors));
    }
    if (outcome.aside() > 0) {
      errors.printf(Locale.ROOT, "%,d set aside, %,d coded%n", outcome.aside(), outcome.coded());
    }
    if (outcome.known() > 0) {
      errors.printf(Locale.ROOT, "%,d had been saved before%n", outcome.known());
    }
    if (save) {
      errors.printf(
          Locale.ROOT, "saved %,d documents to %s%n", outcome.coded(), store.toAbsolutePath());
    }
    if (out != null) {
      errors.printf(Locale.ROOT, "%,d events written to %s%n", outcome.events(), out);
    }
    errors.flush();
    return outcome.anything() ? 0 : 1;
  }

  /** Ctrl-C closes the store first: what was coded until then stays, the next run goes on there. */
  private CodingRun.Outcome saving(
      Coder coder, Ingest.Options options, Report report, Progress progress, PrintWriter errors)
      throws Exception {
    try (EventStore events = EventStore.open(store)) {
      Thread closing = new Thread(events::close, "closing the store");
      Runtime.getRuntime().addShutdownHook(closing);
      try (Run run = events.begin("code " + String.join(" ", inputs), coder.name())) {
        return new CodingRun(coder, events, run, threads, progress)
            .code(inputs, options, new Show(report, errors));
      } finally {
        try {
          Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException e) {
          // the process is already ending, and the hook at work
        }
      }
    }
  }

  private Charset charset() {
    if (charset == null) {
      return null;
    }
    try {
      return Charset.forName(charset);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--charset: no encoding '" + charset + "'; try UTF-8 or windows-1252", e);
    }
  }

  private Writer writer() throws IOException {
    if (out == null) {
      return new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)) {
        @Override
        public void close() throws IOException {
          flush();
        }
      };
    }
    if (out.toAbsolutePath().getParent() != null
        && !Files.isDirectory(out.toAbsolutePath().getParent())) {
      throw new IOException("--out: no folder " + out.toAbsolutePath().getParent());
    }
    return Files.newBufferedWriter(out, StandardCharsets.UTF_8);
  }

  private Report.Options tableOptions() {
    boolean screen = out == null && Terminal.output();
    return new Report.Options(Terminal.width(), screen);
  }

  private record Show(Report report, PrintWriter errors) implements CodingRun.Sink {
    @Override
    public void coded(Document document, List<Event> events) throws IOException {
      report.add(new Report.Coded(document, events));
    }

    @Override
    public void aside(Aside aside) {
      errors.println("set aside: " + aside.origin() + ": " + aside.message());
      errors.flush();
    }
  }
}
