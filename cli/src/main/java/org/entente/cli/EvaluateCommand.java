package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.Tier;
import org.entente.coding.syntax.EnglishParser;
import org.entente.evaluation.Evaluation;
import org.entente.evaluation.show.Findings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "evaluate",
    description = "Measures how often the coder is right on gold data.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Without FILE: the gold files in ../shared/gold, if they are there, and the changed sentences.",
      "Rows that the models were trained on are cross-validated. What is measured: docs/accuracy.md",
      "Example: entente evaluate",
      "         entente evaluate pairs.tsv --model fast --wrong",
      "         entente evaluate pairs.tsv --against other-system.tsv --html accuracy.html"
    })
final class EvaluateCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "Gold pairs (.tsv: id, sentence, source, target, and gold_root or type) or gold records"
              + " (.jsonl as in PLOVER's).")
  List<Path> files = List.of();

  @Option(
      names = "--model",
      paramLabel = "M",
      defaultValue = "both",
      description = "fast, deep or both. Default: ${DEFAULT-VALUE}.")
  String model;

  @Option(
      names = "--convention",
      paramLabel = "C",
      description = "plover or plv. Default: plv for gold with a column gold_root, else plover.")
  String convention;

  @Option(
      names = "--against",
      paramLabel = "FILE|COLUMN",
      description =
          "Compare with another system: a file with id and root, or a column of the gold.")
  String against;

  @Option(
      names = "--metamorphic",
      description = "Answer the changed sentences too, where a FILE is given.")
  boolean metamorphic;

  @Option(names = "--wrong", description = "Print what was answered wrongly.")
  boolean wrong;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print the changed sentences whose answer did not hold.")
  boolean verbose;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "" + Evaluation.SEED,
      description = "Of the resamples. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page to look through.")
  Path html;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the tables as Markdown; in a file that is there, between its two marks.")
  Path markdown;

  @Mixin KnowledgeOption knowledge;

  @Override
  public Integer call() throws IOException {
    List<Tier> tiers =
        model.equalsIgnoreCase("both")
            ? List.of(Tier.FAST, Tier.DEEP)
            : List.of(RelationOptions.tier(model, "fast, deep or both"));
    Convention reading = convention == null ? null : RelationOptions.convention(convention);
    OutFile.check("--html", html);
    OutFile.check("--markdown", markdown);
    boolean all = files.isEmpty();
    Evaluation.Request request =
        all
            ? Evaluation.Request.ofShared(shared(), tiers, reading, against, seed)
            : new Evaluation.Request(
                files, tiers, reading, against, metamorphic, List.of(), Evaluation.RESAMPLES, seed);
    Progress progress = new Progress(0);
    Findings findings =
        new Evaluation(knowledge.knowledge(), EnglishParser.shared())
            .evaluate(request, progress::say);
    progress.done();
    PrintWriter out = spec.commandLine().getOut();
    out.print(findings.text(options()));
    out.flush();
    PrintWriter errors = spec.commandLine().getErr();
    if (html != null) {
      findings.html(html, "How often Entente is right");
      errors.println("page written to " + html);
    }
    if (markdown != null) {
      findings.markdown(markdown);
      errors.println("tables written to " + markdown);
    }
    errors.flush();
    return 0;
  }

  private Set<String> options() {
    Set<String> options = new HashSet<>();
    if (wrong) {
      options.add("--wrong");
    }
    if (verbose) {
      options.add("-v");
    }
    return options;
  }

  private static Path shared() {
    return Path.of(System.getProperty("entente.home", "."), "..", "shared", "gold");
  }
}
