package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Dates;
import org.entente.coding.ingest.Ingest;
import org.entente.store.EventStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "corroborate",
    description =
        "Codes a document and looks in the store who else reports its events, and who contradicts.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The filters say which events of the store count.",
      "Example: entente corroborate article.txt --date 2015-02-25",
      "         entente corroborate article.txt --date 2015-02-25 --dataset icews --days 7"
    })
final class CorroborateCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(
      paramLabel = "INPUT",
      description = "A file (text, HTML, JSON, JSON Lines), a URL, or - for standard input.")
  String input;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "3",
      description = "Most days between two reports of one event. Default: ${DEFAULT-VALUE}.")
  int days;

  @Option(
      names = "--matches",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Most other reports of an event in the table; files and pages have all."
              + " Default: ${DEFAULT-VALUE}.")
  int matches;

  @Option(
      names = "--date",
      paramLabel = "D",
      description = "Date of publication: YYYY-MM-DD, YYYY-MM or YYYY.")
  String date;

  @Option(names = "--publisher", paramLabel = "NAME", description = "Publisher, if it names none.")
  String publisher;

  @Option(
      names = "--allow-private",
      description = "Let URLs lead to private and loopback addresses too.")
  boolean allowPrivate;

  @Mixin QueryOptions filters;

  @Mixin AnswerOptions answer;
  @Mixin SqlOption sql;

  @Mixin StoreOption store;

  @Mixin ModelOption model;

  @Mixin KnowledgeOption knowledge;

  @Override
  public Integer call() throws IOException {
    answer.check();
    if (days < 0) {
      throw new IllegalArgumentException("--days: at least 0, not " + days);
    }
    if (matches < 1) {
      throw new IllegalArgumentException("--matches: at least 1, not " + matches);
    }
    if (answer.svg != null) {
      throw new IllegalArgumentException("--svg: there is no picture of this; use --html");
    }
    Ingest.Options options =
        Ingest.Options.DEFAULT
            .withPublisher(publisher)
            .withAllowPrivate(allowPrivate)
            .withDate(date == null ? null : Dates.parse(date));
    PrintWriter screen = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    CompletableFuture<Coder> loading = knowledge.loading(model.tier());
    try (EventStore events = store.existing()) {
      Comparing comparing =
          new Comparing(events, filters.query(), days, KnowledgeOption.loaded(loading));
      if (sql.shown) {
        answer.print(comparing.sql(input, options, errors), screen);
      } else {
        answer.reports(comparing.read(input, options, errors), matches, screen);
      }
      return comparing.documents() > 0 ? 0 : 1;
    }
  }
}
