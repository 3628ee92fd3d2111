package org.entente.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.analysis.RankedDyads;
import org.entente.report.DyadsSvg;
import org.entente.report.DyadsTable;
import org.entente.store.DyadsQuery;
import org.entente.store.EventStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "dyads",
    description = "Who deals with whom: the busiest, the fastest changing, the most hostile.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente dyads",
      "         entente dyads --sort changing --recent 28d --quad conflict",
      "         entente dyads --actor ISIS --level actor --html isis.html"
    })
final class DyadsCommand implements Callable<Integer> {
  private static final Pattern WINDOW = Pattern.compile("(\\d{1,6})([dw]?)");

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--sort",
      paramLabel = "BY",
      defaultValue = "busiest",
      description =
          "busiest; changing: surest to have become much more or less frequent; hostile, friendly:"
              + " by the sum of Goldstein weights. Default: ${DEFAULT-VALUE}.")
  String sort;

  @Option(
      names = "--recent",
      paramLabel = "DAYS",
      defaultValue = "28d",
      description =
          "The last window, compared with the twelve before it at most: 28d, 4w. Default:"
              + " ${DEFAULT-VALUE}.")
  String recent;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most dyads. Default: ${DEFAULT-VALUE}.")
  int limit;

  @Mixin PairingOptions pairing;
  @Mixin QueryOptions query;
  @Mixin StoreOption store;
  @Mixin AnswerOptions answers;
  @Mixin SqlOption sql;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    answers.check();
    RankedDyads.Order order = Constants.named("--sort", RankedDyads.Order.class, sort);
    DyadsQuery asked = new DyadsQuery(query.query(), pairing.pairing(), days());
    if (sql.shown) {
      out.println(asked.sql() + ";");
      return 0;
    }
    RankedDyads found;
    try (EventStore opened = store.existing()) {
      found = RankedDyads.of(asked, order, limit, opened);
    }
    answers.give(
        new AnswerOptions.Answer(
            query.words(),
            about(found),
            DyadsTable.grid(found),
            notes(found),
            alone -> DyadsSvg.svg(found, !asked.pairing().undirected(), alone)),
        out);
    return 0;
  }

  private int days() {
    Matcher window = WINDOW.matcher(recent.strip().toLowerCase(Locale.ROOT));
    if (!window.matches()) {
      throw new IllegalArgumentException(
          "--recent: '" + recent + "' is no number of days or weeks; for example 28d or 4w");
    }
    return Integer.parseInt(window.group(1)) * (window.group(2).equals("w") ? 7 : 1);
  }

  private String about(RankedDyads found) {
    return found.rows().isEmpty()
        ? "No events in " + store.file
        : String.format(
            Locale.ROOT,
            "%,d of %,d dyads, %s first; %,d events; from %s",
            found.rows().size(),
            found.dyads(),
            sort.toLowerCase(Locale.ROOT),
            found.events(),
            store.file);
  }

  private List<String> notes(RankedDyads found) {
    List<String> notes = new ArrayList<>();
    if (found.before() > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Change: events a day in the %d days up to %s against the %d days before, and what is"
                  + " likely (95 %%), with thin dyads drawn to what all show; ▲ ▼ where that leaves"
                  + " out ×1.%s",
              found.recent(),
              found.last(),
              found.before(),
              Double.isNaN(found.overall())
                  ? ""
                  : String.format(Locale.ROOT, " All dyads: ×%.2f.", found.overall())));
    } else if (found.last() != null) {
      notes.add(
          "No change shown: no time before the last " + found.recent() + " days to compare with.");
    }
    if (!pairing.domestic && !found.rows().isEmpty()) {
      notes.add(
          "Left out: what an actor does to itself (--domestic adds it)"
              + (pairing.level.equalsIgnoreCase("country")
                  ? " and actors of unknown country."
                  : "."));
    }
    notes.addAll(LeftOutNotes.of(found.leftOut()));
    return notes;
  }
}
