package org.entente.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.Pair;
import org.entente.coding.relation.PairFile;
import org.entente.coding.relation.PairReading;
import org.entente.coding.relation.Relation;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Tier;
import org.entente.coding.syntax.EnglishParser;
import org.entente.evaluation.GoldPairs;
import org.entente.evaluation.GoldPairs.GoldPair;
import org.entente.knowledge.Knowledge;
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

/** Given pairs a second, parse included: those of PLV beside the project, or else own sentences. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx600m"})
public class RelationBenchmark {
  private static final Path PLV = Path.of("../shared/gold/plv-dev.tsv");

  private List<Pair> pairs;
  private List<PairReading> readings;
  private Relations relations;
  private int next;

  @Setup
  public void load() throws IOException {
    relations = Relations.bundled(Knowledge.bundled(), EnglishParser.shared());
    pairs =
        Files.exists(PLV)
            ? PairFile.read(PLV).rows().stream().map(PairFile.Row::pair).toList()
            : GoldPairs.own().stream().map(GoldPair::pair).toList();
    readings = pairs.stream().map(relations::read).toList();
  }

  private int next() {
    next = (next + 1) % pairs.size();
    return next;
  }

  /** Parse, mentions, lexicon and features. */
  @Benchmark
  public PairReading read() {
    return relations.read(pairs.get(next()));
  }

  /** The linear model alone. */
  @Benchmark
  public Relation decideFast() {
    return relations.relate(readings.get(next()), Tier.FAST, Convention.PLV);
  }

  @Benchmark
  public Relation relateFast() {
    return relations.relate(pairs.get(next()), Tier.FAST, Convention.PLV);
  }

  @Benchmark
  public Relation relateDeep() {
    return relations.relate(pairs.get(next()), Tier.DEEP, Convention.PLV);
  }
}
