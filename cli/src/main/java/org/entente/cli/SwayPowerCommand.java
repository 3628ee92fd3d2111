package org.entente.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.report.PowerGrid;
import org.entente.sway.vote.Bodies;
import org.entente.sway.vote.Body;
import org.entente.sway.vote.Power;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Voting power in a body. */
@Command(
    name = "power",
    mixinStandardHelpOptions = true,
    description = "Who has how much power in a voting body: Shapley–Shubik, Banzhaf, Penrose.")
final class SwayPowerCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "BODY",
      description = "UNSC, EU-COUNCIL …; without it, those known are listed.")
  String body;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "As it was on this day. Default: today.")
  LocalDate date;

  @Mixin SeedOption chance;

  @Mixin AnswerOptions answer;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter screen = spec.commandLine().getOut();
    answer.check();
    if (body == null) {
      answer.give(
          new AnswerOptions.Answer(
              "Voting bodies",
              "Each with its rule and since when.",
              PowerGrid.bodies(Bodies.all()),
              List.of(),
              null),
          screen);
      return 0;
    }
    Body voters = Bodies.of(body, date == null ? LocalDate.now() : date);
    Power power = Power.of(voters, chance.seed);
    answer.give(
        new AnswerOptions.Answer(
            voters.name(),
            voters.members().size() + " members; passes with " + voters.rule() + ".",
            PowerGrid.of(power),
            List.of(),
            null),
        screen);
    return 0;
  }
}
