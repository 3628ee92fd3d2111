package org.entente.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.analysis.affinity.Affinity;
import org.entente.analysis.network.Decay;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.report.AffinityGrids;
import org.entente.report.AffinitySvg;
import org.entente.report.Grid;
import org.entente.server.asking.ActorNames;
import org.entente.store.DyadDays;
import org.entente.store.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who stands near whom. */
@Command(
    name = "affinity",
    mixinStandardHelpOptions = true,
    description = {
      "Who stands near whom: from −1 for foes to 1 for friends, thin data drawn towards the mean,"
          + " with bootstrap intervals.",
      "Denied events and those of actors of unknown country are left out."
    },
    footer = {
      "",
      "Example: entente affinity --actors EGY,LBY,TUR,QAT --svg affinity.svg",
      "docs/network.md has the formulas."
    })
final class AffinityCommand implements Callable<Integer> {
  private static final int MOST = 60;
  private static final int MATRIX = 12;

  @Mixin StoreOption store;
  @Mixin QueryOptions query;
  @Mixin TieOptions ties;
  @Mixin AnswerOptions answer;
  @Mixin SqlOption sql;

  @Option(
      names = "--actors",
      paramLabel = "ACTOR",
      split = ",",
      description = "These, by code, id or name. Default: the busiest.")
  List<String> actors = List.of();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "The N actors with the most events, 2 to 60. Default: ${DEFAULT-VALUE}.")
  int top;

  @Option(
      names = "--measure",
      paramLabel = "M",
      defaultValue = "direct",
      description =
          "direct: what they do to each other; similar: how alike they treat third parties."
              + " Default: ${DEFAULT-VALUE}.")
  String measure;

  @Option(
      names = "--bootstrap",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "Bootstrap samples; 0 for none, but similar needs 50. Default: ${DEFAULT-VALUE}.")
  int bootstrap;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter screen = spec.commandLine().getOut();
    answer.check();
    ties.check();
    Affinity.Measure what = measure();
    if (top < 2 || top > MOST || actors.size() > MOST) {
      throw new IllegalArgumentException(
          (actors.size() > MOST ? "--actors" : "--top") + ": from 2 to " + MOST + " actors");
    }
    int least = what == Affinity.Measure.SIMILAR ? 50 : 0;
    if (bootstrap < least || bootstrap > 10_000) {
      throw new IllegalArgumentException(
          "--bootstrap: from " + least + " to 10000, not " + bootstrap);
    }
    if (sql.shown) {
      screen.println(DyadDays.sql(query.query(), ties.level()));
      return 0;
    }
    DyadDays days = ties.days(store, query);
    Decay decay = ties.decay(days, "none");
    Affinity affinity =
        Affinity.of(
            days,
            decay,
            actors.isEmpty() ? Affinity.busiest(days, decay, top) : chosen(days),
            what,
            bootstrap,
            ties.chance.seed);
    Grid pairs = AffinityGrids.pairs(affinity, answer.table() ? ties.rows : Integer.MAX_VALUE);
    answer.give(
        new AnswerOptions.Answer(
            "Affinity: " + query.words(),
            AffinityGrids.about(affinity),
            pairs,
            AffinityGrids.notes(affinity, pairs.rows().size()),
            alone -> AffinitySvg.svg(affinity, alone),
            affinity.actors().size() <= MATRIX && !affinity.pairs().isEmpty()
                ? List.of(new AnswerOptions.Further("Matrix", AffinityGrids.matrix(affinity)))
                : List.of()),
        screen);
    return 0;
  }

  private Affinity.Measure measure() {
    try {
      return Affinity.Measure.valueOf(measure.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--measure: no measure '" + measure + "'; choose direct or similar", e);
    }
  }

  private List<Integer> chosen(DyadDays days) {
    List<Integer> chosen = new ArrayList<>();
    for (String name : actors) {
      int at = days.find(name.strip());
      if (at < 0) {
        ActorEntry entry = ActorNames.known(name.strip());
        at =
            entry == null
                ? -1
                : days.find(ties.level() == Level.COUNTRY ? entry.code() : entry.id());
      }
      if (at < 0) {
        throw new IllegalArgumentException(
            "--actors: no events with another actor of '"
                + name.strip()
                + "'. Look at the filters, or name it by its code; --level actor for persons and"
                + " offices");
      }
      chosen.add(at);
    }
    if (chosen.stream().distinct().count() < 2) {
      throw new IllegalArgumentException("--actors: name two at least");
    }
    return chosen;
  }
}
