package org.entente.benchmarks.nlp4j;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Parser;
import org.entente.coding.syntax.Sentence;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Sentences of a file a second, from raw text to trees: our parser and NLP4J in one run. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g", "-XX:+UseParallelGC"})
public class ParserBenchmark {
  /** What all threads share. */
  @State(Scope.Benchmark)
  public static class Corpus {
    @Param({"entente", "nlp4j"})
    private String parser;

    private Parser shared;
    private List<String> sentences;

    @Setup
    public void load() throws IOException {
      shared = parser.equals("entente") ? EnglishParser.shared() : Nlp4jParser.shared();
      Path file = Path.of(System.getProperty("sentences", "../shared/gold/plv-dev.tsv"));
      sentences = Agreement.lines(file);
    }
  }

  /** Where a thread is in the corpus. */
  @State(Scope.Thread)
  public static class Position {
    private int next;
  }

  /**
   * @param args how many threads; 1 if there are none
   */
  public static void main(String[] args) throws Exception {
    for (String threads : args.length == 0 ? new String[] {"1"} : args) {
      new Runner(
              new OptionsBuilder()
                  .include(ParserBenchmark.class.getSimpleName())
                  .threads(Integer.parseInt(threads))
                  .build())
          .run();
    }
  }

  @Benchmark
  public List<Sentence> sentences(Corpus corpus, Position position) {
    position.next = (position.next + 1) % corpus.sentences.size();
    return corpus.shared.parse(corpus.sentences.get(position.next));
  }
}
