package org.entente.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.entente.coding.Coder;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Tier;
import org.entente.coding.syntax.Parser;
import org.entente.evaluation.show.Block;
import org.entente.evaluation.show.Findings;
import org.entente.knowledge.Knowledge;

/**
 * Measures the coder on gold data.
 *
 * <pre>{@code
 * Findings findings = new Evaluation(knowledge, parser).evaluate(request, System.err::println);
 * System.out.print(findings.text(Set.of()));
 * }</pre>
 */
public final class Evaluation {
  /** Of the resamples, where none is given. */
  public static final long SEED = 1;

  /** How many resamples an interval is taken from. */
  public static final int RESAMPLES = 1000;

  private final Knowledge knowledge;
  private final Parser parser;

  public Evaluation(Knowledge knowledge, Parser parser) {
    this.knowledge = knowledge;
    this.parser = parser;
  }

  /**
   * What to measure.
   *
   * @param files of pairs ({@code .tsv}) and of records ({@code .jsonl})
   * @param tiers each is measured, in this order
   * @param convention or null: that of the gold
   * @param against a file or column with another system's answers to the pairs, or null
   * @param metamorphic whether the sentences with changes are answered too
   * @param absent what was looked for and is not there; it is said
   * @param seed of the resamples
   */
  public record Request(
      List<Path> files,
      List<Tier> tiers,
      Convention convention,
      String against,
      boolean metamorphic,
      List<Path> absent,
      int resamples,
      long seed) {
    public Request {
      files = List.copyOf(files);
      tiers = List.copyOf(tiers);
      absent = List.copyOf(absent);
      if (resamples < 40) {
        throw new IllegalArgumentException("at least 40 resamples for an interval of 95 %");
      }
    }

    /**
     * All that there is to develop with: the gold files of a folder and the metamorphic sentences.
     */
    public static Request ofShared(
        Path folder, List<Tier> tiers, Convention convention, String against, long seed) {
      List<Path> there = new ArrayList<>();
      List<Path> absent = new ArrayList<>();
      for (String name : List.of("plv-dev.tsv", "plover-gsr-dev.jsonl")) {
        Path file = folder.resolve(name).normalize();
        (Files.isRegularFile(file) ? there : absent).add(file);
      }
      return new Request(there, tiers, convention, against, true, absent, RESAMPLES, seed);
    }
  }

  /**
   * Measures.
   *
   * @param progress is told what is being done
   * @throws IOException if a file is missing or wrong; it says where
   */
  public Findings evaluate(Request request, Consumer<String> progress) throws IOException {
    request.files().forEach(Evaluation::kind);
    for (Path file : request.files()) {
      if (!Files.isRegularFile(file)) {
        throw new IOException("no file " + file + "; give gold pairs (.tsv) or records (.jsonl)");
      }
    }
    if (request.against() != null
        && request.files().stream().noneMatch(f -> kind(f) == Kind.PAIRS)) {
      throw new IllegalArgumentException("--against: needs a file of pairs (.tsv) to compare on");
    }
    try {
      return new Findings(measure(request, progress));
    } catch (LinkageError e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "a model cannot be loaded (" + why + "); 'fast' does without the deep one", e);
    }
  }

  private List<Block> measure(Request request, Consumer<String> progress) throws IOException {
    Relations relations = Relations.bundled(knowledge, parser);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Words("Coder: " + new Coder(knowledge, parser).name()));
    for (Path file : request.absent()) {
      blocks.add(new Block.Words("Not measured: " + file + " is not there."));
    }
    for (Path file : request.files()) {
      blocks.addAll(
          kind(file) == Kind.PAIRS
              ? new RelationEvaluation(relations, request, progress).of(file)
              : new DocumentEvaluation(knowledge, parser, request, progress).of(file));
    }
    if (request.metamorphic()) {
      blocks.addAll(new MetamorphicEvaluation(relations, request, progress).blocks());
    }
    return blocks;
  }

  private enum Kind {
    PAIRS,
    RECORDS
  }

  private static Kind kind(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".tsv")) {
      return Kind.PAIRS;
    }
    if (name.endsWith(".jsonl")) {
      return Kind.RECORDS;
    }
    throw new IllegalArgumentException(
        file + ": gold pairs end in .tsv, gold records in .jsonl; rename it");
  }
}
