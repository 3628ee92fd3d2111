package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.model.Event;
import org.entente.report.EventList;
import org.entente.report.Report;
import org.entente.report.ReportedGrid;
import org.entente.report.TimelineSvg;
import org.entente.store.EventStore;
import org.entente.store.Query;
import org.entente.store.Reported;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "events",
    description = "Lists events of the store: filtered, sorted, a page at a time.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente events --source EGY --target LBY --from 2015-02 --to 2015-03",
      "         entente events --actor \"Islamic State\" --quad material-conflict --sort newest",
      "         entente events --place LBY --format csv --out libya.csv"
    })
final class EventsCommand implements Callable<Integer> {
  private static final int PAGE = 50;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Mixin QueryOptions filters;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "time",
      description =
          "time, newest, confidence (surest first) or goldstein (most hostile first)."
              + " Default: ${DEFAULT-VALUE}.")
  String sort;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Events a page. Default: " + PAGE + " in a table or page, all in a file.")
  Integer limit;

  @Option(
      names = "--page",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which page, from 1. Default: ${DEFAULT-VALUE}.")
  int page;

  @Option(
      names = "--reports",
      paramLabel = "ID",
      description = "The reports that tell the event with this id, which files have.")
  String reports;

  @Option(names = "--count", description = "Only say how many there are.")
  boolean count;

  @Mixin AnswerOptions answer;
  @Mixin SqlOption sql;

  @Mixin StoreOption store;

  @Override
  public Integer call() throws IOException {
    answer.check();
    Query query = page(filters.query().order(order()));
    PrintWriter screen = spec.commandLine().getOut();
    if (sql.shown) {
      answer.print(EventStore.sql(query) + ";\n", screen);
      return 0;
    }
    try (EventStore events = store.existing()) {
      if (reports != null) {
        reports(events, screen);
      } else if (count) {
        answer.print(String.format(Locale.ROOT, "%d%n", events.count(query)), screen);
      } else {
        Origins origins = new Origins(events);
        if (answer.kind() == Report.Format.TABLE || answer.drawn()) {
          show(events, query, origins, screen);
        }
        if (answer.kind() != Report.Format.TABLE) {
          write(events, query, origins, screen);
        }
      }
    }
    return 0;
  }

  private void reports(EventStore events, PrintWriter screen) throws IOException {
    Event event =
        events
            .event(reports)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--reports: no event '" + reports + "' in " + events.file().getFileName()));
    List<Reported> found = events.reports(reports);
    answer.give(
        new AnswerOptions.Answer(
            EventList.table(List.of(event), new Origins(events)::of, Report.Options.PLAIN).strip(),
            found.size() == 1 ? "1 report" : found.size() + " reports, the first first",
            ReportedGrid.of(found),
            List.of(),
            null),
        screen);
  }

  private void show(EventStore events, Query query, Origins origins, PrintWriter screen)
      throws IOException {
    long total = events.count(query);
    List<Event> found = events.events(query.limit(limit == null ? PAGE : limit));
    String range = EventList.range(query.offset(), found.size(), total);
    answer.pictures(
        new AnswerOptions.Answer(
            filters.words(),
            range,
            EventList.grid(found, origins::of),
            List.of(),
            alone -> alone ? TimelineSvg.svg(found) : TimelineSvg.part(found)));
    if (answer.kind() != Report.Format.TABLE) {
      return;
    }
    String more =
        query.offset() + found.size() < total && !found.isEmpty()
            ? " · more with --page " + (page + 1)
            : found.isEmpty() && events.counts().events() == 0 ? ": " + store.empty() : "";
    answer.print(
        EventList.table(found, origins::of, answer.options())
            + (found.isEmpty() ? "" : "\n")
            + range
            + more
            + "\n",
        screen);
  }

  /** One by one, as many as there are. */
  private void write(EventStore events, Query query, Origins origins, PrintWriter screen)
      throws IOException {
    try (Writer out = answer.writer(screen);
        Report report = Report.to(out, answer.kind(), Report.Options.PLAIN)) {
      events.events(
          query,
          (event, original) -> {
            try {
              report.add(new Report.Coded(origins.orDataset(event), List.of(event)));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private Query page(Query query) {
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException("--limit: at least 1, not " + limit);
    }
    if (page < 1) {
      throw new IllegalArgumentException("--page: at least 1, not " + page);
    }
    boolean whole = limit == null && answer.kind() != Report.Format.TABLE && page == 1;
    int size = limit == null ? PAGE : limit;
    return whole ? query : query.limit(size).offset((page - 1L) * size);
  }

  private Query.Order order() {
    try {
      return Query.Order.valueOf(sort.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--sort: no order '" + sort + "'; choose time, newest, confidence or goldstein");
    }
  }
}
