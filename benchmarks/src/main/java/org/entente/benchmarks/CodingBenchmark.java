package org.entente.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.coding.Coder;
import org.entente.coding.event.EventFinder;
import org.entente.coding.mention.Discourse;
import org.entente.coding.mention.Mentions;
import org.entente.coding.relation.Judge;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Tier;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Sentence;
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

/**
 * Documents of the demo's corpus a second, stage by stage: parsed, its mentions read, the lexicon
 * asked, its answers judged, and all of it coded.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx3g"})
public class CodingBenchmark {
  private final List<Document> documents = new ArrayList<>();
  private final List<List<Sentence>> sentences = new ArrayList<>();
  private final List<List<Mentions>> mentions = new ArrayList<>();
  private final List<List<EventFinder.Readings>> readings = new ArrayList<>();
  private Coder coder;
  private EventFinder finder;
  private Judge judge;
  private int next;

  /**
   * Runs all benchmarks of this class and of {@link RelationBenchmark}.
   *
   * @param args a number of threads; 1 where it is missing
   */
  public static void main(String[] args) throws Exception {
    new Runner(
            new OptionsBuilder()
                .include(CodingBenchmark.class.getSimpleName())
                .include(RelationBenchmark.class.getSimpleName())
                .threads(args.length > 0 ? Integer.parseInt(args[0]) : 1)
                .build())
        .run();
  }

  @Setup
  public void load() {
    coder = Coder.bundled();
    documents.addAll(DemoCorpus.read(System.getProperty("corpus", DemoCorpus.FILE)));
    finder = new EventFinder(coder.knowledge());
    judge = new Judge(Relations.bundled(coder.knowledge(), EnglishParser.shared()));
    for (Document document : documents) {
      List<Sentence> parsed = parsed(document);
      List<Mentions> read = mentionsOf(document, parsed);
      List<EventFinder.Readings> asked = new ArrayList<>();
      for (int i = 0; i < parsed.size(); i++) {
        asked.add(finder.readings(parsed.get(i), read.get(i)));
      }
      sentences.add(parsed);
      mentions.add(read);
      readings.add(asked);
    }
  }

  private int next() {
    next = (next + 1) % documents.size();
    return next;
  }

  private static List<Sentence> parsed(Document document) {
    List<Sentence> parsed = new ArrayList<>();
    for (Paragraph paragraph : document.paragraphs()) {
      if (paragraph.kind() == Paragraph.Kind.BODY) {
        parsed.addAll(
            EnglishParser.shared().parse(document.text(), paragraph.span(), parsed.size()));
      }
    }
    return parsed;
  }

  private List<Mentions> mentionsOf(Document document, List<Sentence> parsed) {
    Discourse discourse =
        new Discourse(document.text(), document.published().to(), coder.knowledge());
    return parsed.stream().map(discourse::read).toList();
  }

  @Benchmark
  public List<Sentence> parse() {
    return parsed(documents.get(next()));
  }

  @Benchmark
  public List<Mentions> mentions() {
    int at = next();
    return mentionsOf(documents.get(at), sentences.get(at));
  }

  @Benchmark
  public void lexicon(Blackhole sink) {
    int at = next();
    for (int i = 0; i < sentences.get(at).size(); i++) {
      sink.consume(finder.readings(sentences.get(at).get(i), mentions.get(at).get(i)));
    }
  }

  @Benchmark
  public void judge(Blackhole sink) {
    int at = next();
    for (int i = 0; i < sentences.get(at).size(); i++) {
      sink.consume(
          judge.judge(
              sentences.get(at).get(i),
              mentions.get(at).get(i),
              readings.get(at).get(i),
              Tier.FAST));
    }
  }

  @Benchmark
  public List<Event> code() {
    return coder.code(documents.get(next()));
  }
}
