package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.knowledge.petrarch.ImportSummary;
import org.entente.knowledge.petrarch.PetrarchImport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = "Makes knowledge files of the dictionaries of other programs.",
    mixinStandardHelpOptions = true,
    subcommands = KnowledgeImportCommand.Petrarch.class,
    footer = {"", "Example: entente knowledge import petrarch dictionaries --out my-knowledge"})
final class KnowledgeImportCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "petrarch",
      description =
          "Makes knowledge files of PETRARCH's dictionaries of actors, agents, discards and verbs.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example: entente knowledge import petrarch dictionaries --out my-knowledge",
        "         entente code article.txt --knowledge my-knowledge --knowledge-mode over"
      })
  static final class Petrarch implements Callable<Integer> {
    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Parameters(
        paramLabel = "DIR",
        description =
            "The dictionaries: *.actors.txt, *.agents.txt, *.discards.txt, and *.txt with verb"
                + " patterns.")
    Path folder;

    @Option(
        names = "--out",
        paramLabel = "DIR",
        defaultValue = "petrarch-knowledge",
        description =
            "Folder for the knowledge files; must not be there, or be empty. Default: ${DEFAULT-VALUE}.")
    Path out;

    @Override
    public Integer call() throws IOException {
      ImportSummary summary = PetrarchImport.run(folder, out);
      PrintWriter screen = spec.commandLine().getOut();
      screen.printf("%-34s %9s %9s %9s %9s%n", "lines", "all", "taken", "in part", "not taken");
      summary.files().forEach(file -> print(screen, file));
      print(screen, sum(summary));
      boolean inPart = true;
      for (ImportSummary.ReasonCount reason : summary.reasons()) {
        if (reason.inPart() != inPart || reason == summary.reasons().get(0)) {
          inPart = reason.inPart();
          screen.printf("%n%s%n", inPart ? "Taken in part" : "Not taken");
        }
        screen.printf(Locale.ROOT, "%,9d  %s%n", reason.lines(), reason.reason());
      }
      screen.printf(
          "%nWritten to %s; every such line: %s%n", out, out.resolve(PetrarchImport.REPORT));
      screen.flush();
      return 0;
    }

    private static ImportSummary.FileCount sum(ImportSummary summary) {
      int taken = 0;
      int inPart = 0;
      int notTaken = 0;
      for (ImportSummary.FileCount file : summary.files()) {
        taken += file.taken();
        inPart += file.inPart();
        notTaken += file.notTaken();
      }
      return new ImportSummary.FileCount("together", taken, inPart, notTaken);
    }

    private static void print(PrintWriter screen, ImportSummary.FileCount file) {
      screen.printf(
          Locale.ROOT,
          "%-34s %,9d %,9d %,9d %,9d%n",
          file.file(),
          file.lines(),
          file.taken(),
          file.inPart(),
          file.notTaken());
    }
  }
}
