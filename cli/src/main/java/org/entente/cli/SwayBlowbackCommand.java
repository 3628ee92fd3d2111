package org.entente.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.entente.report.SwayGrids;
import org.entente.store.EventStore;
import org.entente.sway.blowback.Blowback;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a group does to those who turn against it. */
@Command(
    name = "blowback",
    mixinStandardHelpOptions = true,
    description = {
      "How often a group strikes at states before and after they turn against it, beside matched states"
          + " that did not; with the cases one by one.",
      "It counts reports and proves no cause."
    })
final class SwayBlowbackCommand implements Callable<Integer> {
  @Mixin StoreOption store;

  @Option(
      names = "--group",
      required = true,
      paramLabel = "ACTOR",
      description = "The group, with its branches: ISIS.")
  String group;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "force",
      description = "force or joining. Default: ${DEFAULT-VALUE}.")
  String kind;

  @Mixin SeedOption chance;

  @Mixin AnswerOptions answer;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    answer.check();
    Blowback.Kind wanted = Constants.named("--kind", Blowback.Kind.class, kind);
    Blowback found;
    try (EventStore open = store.existing()) {
      found = SwayCommand.blowback(open, group, wanted, chance.seed);
    }
    answer.give(
        new AnswerOptions.Answer(
            "Blowback by " + found.group() + ": after a state " + wanted.words(),
            found.first() == null
                ? "The store is empty."
                : "Events from "
                    + found.first()
                    + " to "
                    + found.last()
                    + ", seed "
                    + chance.seed
                    + ".",
            SwayGrids.blowback(found),
            List.of(
                found.thin()
                    ? "The data are too thin for any of these ratios; read the cases."
                    : "Others: states that did nothing, matched. It counts reports and proves no"
                        + " cause."),
            null,
            List.of(new AnswerOptions.Further("The cases", SwayGrids.cases(found)))),
        spec.commandLine().getOut());
    return 0;
  }
}
