package org.entente.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;
import org.entente.coding.syntax.EnglishParser;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Paragraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Documents of the demo's corpus a second: parsed only, and coded. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g"})
public class CodingBenchmark {
  private final List<Document> documents = new ArrayList<>();
  private Coder coder;
  private int next;

  /** Runs all benchmarks of this class. */
  public static void main(String[] args) throws Exception {
    new Runner(new OptionsBuilder().include(CodingBenchmark.class.getSimpleName()).build()).run();
  }

  @Setup
  public void load() {
    coder = Coder.bundled();
    String corpus =
        System.getProperty(
            "corpus", "cli/src/main/resources/org/entente/cli/demo/february-2015.jsonl");
    Ingest.read(
        corpus,
        Ingest.Options.DEFAULT,
        new Ingest.Sink() {
          @Override
          public void document(Document document) {
            documents.add(document);
          }

          @Override
          public void aside(Aside aside) {
            throw new UncheckedIOException(new IOException(aside.toString()));
          }
        });
  }

  private Document next() {
    next = (next + 1) % documents.size();
    return documents.get(next);
  }

  @Benchmark
  public void parse(Blackhole sink) {
    Document document = next();
    for (Paragraph paragraph : document.paragraphs()) {
      sink.consume(EnglishParser.shared().parse(document.text(), paragraph.span(), 0));
    }
  }

  @Benchmark
  public List<Event> code() {
    return coder.code(next());
  }
}
