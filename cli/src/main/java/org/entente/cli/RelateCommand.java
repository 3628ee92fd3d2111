package org.entente.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Tier;
import org.entente.coding.syntax.EnglishParser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "relate",
    description = "Says what one given actor does to another, for a table of sentences.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The table is tab-separated UTF-8; its first line names the columns id, sentence, source and",
      "target, or id and marked_sentence with <s>source</s> and <t>target</t>. Every row is answered.",
      "Exit 1 if a row could not be: it says why in the column rule.",
      "Example: entente relate pairs.tsv --out answers.tsv",
      "         entente relate - --model fast < pairs.tsv"
    })
final class RelateCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The table, or - for standard input.")
  String input;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there instead of to the screen.")
  Path out;

  @Option(
      names = "--model",
      paramLabel = "M",
      defaultValue = "deep",
      description = "fast or deep. Default: ${DEFAULT-VALUE}.")
  String model;

  @Option(
      names = "--convention",
      paramLabel = "C",
      defaultValue = "plover",
      description =
          "plover: an attack on computers is COERCE; plv: it is ASSAULT. Default: ${DEFAULT-VALUE}.")
  String convention;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads. Default: one a core, up to 8.")
  int threads = Math.min(8, Runtime.getRuntime().availableProcessors());

  @Mixin KnowledgeOption knowledge;

  @Override
  public Integer call() throws IOException {
    Tier tier = RelationOptions.tier(model, "fast or deep");
    Convention reading = RelationOptions.convention(convention);
    if (threads < 1) {
      throw new IllegalArgumentException("--threads: at least 1, not " + threads);
    }
    boolean piped = input.equals("-");
    String name = piped ? "standard input" : input;
    Path file = piped ? null : Path.of(input);
    if (file != null && !Files.isRegularFile(file)) {
      throw new IOException(
          Files.isDirectory(file)
              ? input + " is a folder; name a table in it"
              : "no file " + input + "; give a table of sentences, or - for standard input");
    }
    OutFile.check("--out", out);
    if (out != null && file != null && Files.exists(out) && Files.isSameFile(out, file)) {
      throw new IOException("--out: " + out + " is the input, and would be written over");
    }
    PrintWriter errors = spec.commandLine().getErr();
    Progress progress = new Progress(file == null ? 0 : Files.size(file), "rows");
    RelateRun.Outcome outcome;
    try (InputStream in = piped ? System.in : Files.newInputStream(file)) {
      PairLines lines = new PairLines(in, name);
      Relations relations = Relations.bundled(knowledge.knowledge(), EnglishParser.shared());
      RelateRun run = new RelateRun(relations, tier, reading, threads, progress, errors);
      try (Writer writer = writer()) {
        outcome = run.relate(lines, name, writer);
      }
    }
    if (outcome.failed() > 0) {
      errors.printf(
          Locale.ROOT,
          "%,d of %,d rows could not be answered; they say so in the column rule%n",
          outcome.failed(),
          outcome.rows());
    }
    if (out != null) {
      errors.printf(Locale.ROOT, "%,d rows written to %s%n", outcome.rows(), out);
    }
    errors.flush();
    return outcome.failed() > 0 ? 1 : 0;
  }

  private Writer writer() throws IOException {
    return out == null
        ? new BufferedWriter(spec.commandLine().getOut()) {
          @Override
          public void close() throws IOException {
            flush();
          }
        }
        : OutFile.open("--out", out);
  }
}
