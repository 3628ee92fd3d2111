package org.entente.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.report.Report;
import org.entente.report.SwayEstimates;
import org.entente.store.EventStore;
import org.entente.sway.derive.Derive;
import org.entente.sway.derive.Derived;
import org.entente.sway.issue.IssueReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fills an issue from the store. */
@Command(
    name = "derive",
    mixinStandardHelpOptions = true,
    description = {
      "Fills in what an issue leaves to events: positions from ties, saliences from shares of events,"
          + " capabilities from prominence, each with an interval and the events that weigh most.",
      "Comments and all other numbers stay as they are."
    })
final class SwayDeriveCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ISSUE", description = "A file of YAML.")
  Path file;

  @Mixin StoreOption store;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the filled issue there; else it is only shown what it would say.")
  Path out;

  @Mixin SeedOption chance;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter screen = spec.commandLine().getOut();
    OutFile.check("--out", out);
    Derived derived;
    try (EventStore open = store.existing()) {
      derived = Derive.fill(IssueReader.read(file), open, SwayCommand::filter, chance.seed);
    }
    screen.print(
        SwayEstimates.grid(derived.estimates())
            .table(new Report.Options(Terminal.width(), Terminal.output())));
    screen.println(
        derived.estimates().isEmpty()
            ? "nothing in " + file + " is left to be derived"
            : derived.estimates().size() + " numbers derived, seed " + chance.seed);
    if (out != null) {
      try (Writer writer = OutFile.open("--out", out)) {
        writer.write(derived.text());
      }
      screen.println(out + " is written");
    }
    screen.flush();
    return 0;
  }
}
