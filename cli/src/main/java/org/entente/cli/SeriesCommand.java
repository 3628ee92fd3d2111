package org.entente.cli;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.analysis.Series;
import org.entente.report.SeriesSvg;
import org.entente.report.SeriesTable;
import org.entente.store.EventStore;
import org.entente.store.Period;
import org.entente.store.Query;
import org.entente.store.SeriesQuery;
import org.entente.store.SeriesQuery.Per;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "series",
    description =
        "Counts events over time: cooperation, conflict, Goldstein, and where they change.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente series --source EGY --target LBY --from 2015-02-01 --to 2015-03-01",
      "         entente series --actor ISIS --by week --html isis.html",
      "         entente series --per dyad --top 6 --svg dyads.svg"
    })
final class SeriesCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--by",
      paramLabel = "PERIOD",
      description =
          "day, week (from Monday) or month. Default: day where --from and --to are up to 92 days"
              + " apart, week up to two years, else month.")
  String by;

  @Option(
      names = "--per",
      paramLabel = "WHAT",
      defaultValue = "all",
      description =
          "A series for each dyad or actor, or one for all. An actor's has what it does and what"
              + " is done to it. Default: ${DEFAULT-VALUE}.")
  String per;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "5",
      description = "With --per: the N busiest. Default: ${DEFAULT-VALUE}.")
  int top;

  @Mixin PairingOptions pairing;
  @Mixin QueryOptions query;
  @Mixin StoreOption store;
  @Mixin AnswerOptions answers;
  @Mixin SqlOption sql;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    answers.check();
    Query events = query.query();
    SeriesQuery asked =
        new SeriesQuery(
            events,
            period(events),
            Constants.named("--per", Per.class, per),
            pairing.pairing(),
            top);
    if (sql.shown) {
      out.println(asked.sql() + ";");
      return 0;
    }
    Series.Answer found;
    try (EventStore opened = store.existing()) {
      found = Series.of(asked, opened);
    }
    answers.give(
        new AnswerOptions.Answer(
            query.words(),
            about(asked, found),
            SeriesTable.grid(found.series(), asked.period()),
            notes(found),
            alone -> SeriesSvg.svg(found.series(), alone)),
        out);
    return 0;
  }

  private Period period(Query events) {
    if (by != null) {
      return Constants.named("--by", Period.class, by);
    }
    if (events.from() == null || events.to() == null) {
      return Period.MONTH;
    }
    long days = ChronoUnit.DAYS.between(events.from(), events.to());
    return days <= 92 ? Period.DAY : days <= 731 ? Period.WEEK : Period.MONTH;
  }

  private String about(SeriesQuery asked, Series.Answer found) {
    if (found.series().isEmpty()) {
      return "No events in " + store.file;
    }
    String whose =
        switch (asked.per()) {
          case ALL -> "";
          case DYAD -> ", the " + found.series().size() + " busiest dyads";
          case ACTOR -> ", the " + found.series().size() + " busiest actors";
        };
    return String.format(
        Locale.ROOT,
        "%,d events by %s%s; from %s",
        found.events(),
        asked.period().label(),
        whose,
        store.file);
  }

  private List<String> notes(Series.Answer found) {
    List<String> notes = new ArrayList<>(SeriesTable.changes(found.series()));
    if (notes.isEmpty() && !found.series().isEmpty()) {
      notes.add("No change of level that chance would not explain.");
    }
    notes.addAll(LeftOutNotes.of(found.leftOut()));
    return notes;
  }
}
