package org.entente.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Dates;
import org.entente.coding.ingest.Ingest;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.report.Report;
import org.entente.server.run.CodingRun;
import org.entente.store.EventStore;
import org.entente.store.Run;
import org.entente.store.StoreException;
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
  private static final Ingest.Sink IGNORED =
      new Ingest.Sink() {
        @Override
        public void document(Document document) {}

        @Override
        public void aside(Aside aside) {}
      };

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

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Longest wait for a URL. Default: ${DEFAULT-VALUE}.")
  int timeout;

  @Mixin ModelOption model;

  @Mixin KnowledgeOption knowledge;

  @Override
  public Integer call() throws IOException {
    Report.Format kind = Report.Format.of(format);
    Ingest.Options options = options();
    checkOut();
    Ingest.Measure measure = Ingest.measure(inputs);
    PrintWriter errors = spec.commandLine().getErr();
    Progress progress = new Progress(measure.complete() ? measure.bytes() : 0);
    Coder coder = knowledge.coder(model.tier());
    CodingRun.Outcome outcome =
        save
            ? saving(coder, options, kind, progress, errors)
            : coding(new CodingRun(coder, null, null, threads, progress), options, kind, errors);
    if (outcome.aside() > 0) {
      errors.printf(Locale.ROOT, "%,d set aside, %,d coded%n", outcome.aside(), outcome.coded());
    } else if (!outcome.anything()) {
      errors.println("nothing to read in " + String.join(" ", inputs));
    }
    if (outcome.known() > 0) {
      errors.printf(Locale.ROOT, "%,d had been saved before%n", outcome.known());
    }
    if (save) {
      errors.printf(
          Locale.ROOT,
          outcome.coded() == 1 ? "saved %,d document to %s%n" : "saved %,d documents to %s%n",
          outcome.coded(),
          store.toAbsolutePath());
    }
    if (out != null) {
      errors.printf(Locale.ROOT, "%,d events written to %s%n", outcome.events(), out);
    }
    errors.flush();
    return outcome.anything() ? 0 : 1;
  }

  private CodingRun.Outcome coding(
      CodingRun run, Ingest.Options options, Report.Format kind, PrintWriter errors)
      throws IOException {
    try (Writer writer = writer();
        Report report = Report.to(writer, kind, tableOptions())) {
      return run.code(inputs, options, new Show(report, errors));
    } catch (UncheckedIOException e) {
      throw unwritten(e.getCause());
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  /** Ctrl-C closes the store first: what was coded until then stays, the next run goes on there. */
  private CodingRun.Outcome saving(
      Coder coder,
      Ingest.Options options,
      Report.Format kind,
      Progress progress,
      PrintWriter errors)
      throws IOException {
    try (EventStore events = EventStore.open(store)) {
      AtomicBoolean stopped = new AtomicBoolean();
      Thread closing =
          new Thread(
              () -> {
                stopped.set(true);
                try {
                  events.close();
                  errors.println(
                      "stopped: what was coded is saved in "
                          + store.toAbsolutePath()
                          + "; run the same again and it goes on there");
                } catch (StoreException e) {
                  errors.println("entente: " + e.getMessage());
                }
                errors.flush();
              },
              "closing the store");
      Runtime.getRuntime().addShutdownHook(closing);
      try (Run run = events.begin("code " + String.join(" ", inputs), coder.name())) {
        return coding(new CodingRun(coder, events, run, threads, progress), options, kind, errors);
      } catch (IllegalStateException e) {
        if (stopped.get()) {
          LockSupport.park(); // the process is ending
        }
        throw e;
      } finally {
        try {
          Runtime.getRuntime().removeShutdownHook(closing);
        } catch (IllegalStateException e) {
          // the process is already ending, and the hook at work
        }
      }
    }
  }

  private Ingest.Options options() {
    if (threads < 1) {
      throw new IllegalArgumentException("--threads: at least 1, not " + threads);
    }
    if (timeout < 1) {
      throw new IllegalArgumentException("--timeout: at least 1 second, not " + timeout);
    }
    Ingest.Limits limits = Ingest.Limits.DEFAULT;
    Duration wait = Duration.ofSeconds(timeout);
    return Ingest.Options.DEFAULT
        .withPublisher(publisher)
        .withAllowPrivate(allowPrivate)
        .withCharset(charset())
        .withDate(date == null ? null : Dates.parse(date))
        .withLimits(
            new Ingest.Limits(
                limits.documentBytes(),
                limits.redirects(),
                wait.compareTo(limits.connect()) < 0 ? wait : limits.connect(),
                wait,
                limits.layout()));
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

  /** Before the parser is loaded, and before anything is written over. */
  private void checkOut() throws IOException {
    if (out == null) {
      return;
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new IOException("--out: no folder " + folder);
    }
    if (Files.isDirectory(out)) {
      throw new IOException("--out: " + out + " is a folder; name a file in it");
    }
    if (!Files.exists(out)) {
      return;
    }
    if (save && Files.exists(store) && Files.isSameFile(out, store)) {
      throw new IOException("--out: " + out + " is the store; choose another file");
    }
    for (String input : Ingest.expand(inputs, IGNORED)) {
      if (Files.isRegularFile(out) && isOut(input)) {
        throw new IOException("--out: " + out + " is one of the inputs, and would be written over");
      }
    }
  }

  private boolean isOut(String input) {
    try {
      return Files.isSameFile(Path.of(input), out);
    } catch (IOException | InvalidPathException e) {
      return false; // no file: a URL, standard input, or told when it is read
    }
  }

  private IOException unwritten(IOException e) {
    return new IOException(
        (out == null ? "the output" : "--out: " + out) + ": " + e.getMessage(), e);
  }

  private Writer writer() throws IOException {
    return out == null
        ? new BufferedWriter(spec.commandLine().getOut()) {
          @Override
          public void close() throws IOException {
            flush();
          }
        }
        : Files.newBufferedWriter(out, StandardCharsets.UTF_8);
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
