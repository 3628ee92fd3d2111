package org.entente.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.analysis.network.Decay;
import org.entente.analysis.network.SignedNetwork;
import org.entente.analysis.network.Structure;
import org.entente.report.Grid;
import org.entente.report.SignedNetworkGrids;
import org.entente.report.SignedNetworkSvg;
import org.entente.store.DyadDays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Friends and foes of the store as a network. */
@Command(
    name = "network",
    mixinStandardHelpOptions = true,
    description = {
      "Friends and foes as a network: ties weighed by Goldstein and age, camps and how balanced they"
          + " are, communities, who is in the middle.",
      "Denied events and those of actors of unknown country are left out."
    },
    footer = {
      "",
      "Example: entente network --from 2015-01-01 --half-life 60d --svg network.svg",
      "docs/network.md has the formulas."
    })
final class NetworkCommand implements Callable<Integer> {
  private static final int MOST = 1000;
  private static final int STRONGEST = 8;

  @Mixin StoreOption store;
  @Mixin QueryOptions query;
  @Mixin TieOptions ties;
  @Mixin AnswerOptions answer;
  @Mixin SqlOption sql;

  @Option(
      names = "--min-events",
      paramLabel = "N",
      defaultValue = "2",
      description = "Pairs with fewer events have no tie. Default: ${DEFAULT-VALUE}.")
  int least;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "150",
      description = "Only the N actors with the most events, 2 to 1000. Default: ${DEFAULT-VALUE}.")
  int top;

  @Option(names = "--ties", description = "Rows are ties, strongest first, not actors.")
  boolean rowsAreTies;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter screen = spec.commandLine().getOut();
    answer.check();
    ties.check();
    if (least < 1) {
      throw new IllegalArgumentException("--min-events: at least 1, not " + least);
    }
    if (top < 2 || top > MOST) {
      throw new IllegalArgumentException("--top: from 2 to " + MOST + ", not " + top);
    }
    if (sql.shown) {
      screen.println(DyadDays.sql(query.query(), ties.level()));
      return 0;
    }
    DyadDays days = ties.days(store, query);
    Decay decay = ties.decay(days, "90d");
    Structure structure = Structure.of(SignedNetwork.of(days, decay, least, top), ties.chance.seed);
    List<SignedNetwork.Tie> all = structure.network().ties();
    int rows = answer.table() ? ties.rows : Integer.MAX_VALUE;
    Grid grid =
        rowsAreTies
            ? SignedNetworkGrids.ties(structure, all.subList(0, Math.min(rows, all.size())))
            : SignedNetworkGrids.actors(structure, rows);
    answer.give(
        new AnswerOptions.Answer(
            "Signed network: " + query.words(),
            SignedNetworkGrids.about(structure),
            grid,
            SignedNetworkGrids.notes(structure),
            alone -> SignedNetworkSvg.svg(structure, alone),
            rowsAreTies
                ? List.of()
                : List.of(
                    new AnswerOptions.Further(
                        "Strongest friendly ties", strongest(structure, true)),
                    new AnswerOptions.Further(
                        "Strongest hostile ties", strongest(structure, false)))),
        screen);
    return 0;
  }

  private static Grid strongest(Structure structure, boolean friendly) {
    return SignedNetworkGrids.ties(
        structure,
        structure.network().ties().stream()
            .filter(tie -> tie.weight() > 0 == friendly)
            .limit(STRONGEST)
            .toList());
  }
}
