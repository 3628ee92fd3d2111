package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.report.MapRegion;
import org.entente.report.MapSvg;
import org.entente.report.PlaceGrid;
import org.entente.server.asking.Middles;
import org.entente.store.EventStore;
import org.entente.store.PlaceCount;
import org.entente.store.Places;
import org.entente.store.Query;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "map",
    description = "Where events happened: a table by place, and a map.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente map --source EGY --from 2015-02 --html map.html",
      "         entente map --dataset icews --at-actor --region middle-east --svg map.svg"
    })
final class MapCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Mixin QueryOptions filters;

  @Option(
      names = "--region",
      paramLabel = "R",
      defaultValue = "auto",
      description =
          "What the map shows: auto (where the events lie), world, africa, middle-east, europe, asia,"
              + " north-america, south-america, oceania. Default: ${DEFAULT-VALUE}.")
  String region;

  @Option(
      names = "--at-actor",
      description = "Put events at no place into the middle of their target's country.")
  boolean atActor;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Places in the table. Default: 30; all in a file, and on the map always.")
  Integer limit;

  @Mixin AnswerOptions answer;
  @Mixin SqlOption sql;

  @Mixin StoreOption store;

  @Override
  public Integer call() throws IOException {
    answer.check();
    MapRegion shown = MapRegion.of(region);
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException("--limit: at least 1, not " + limit);
    }
    Query query = filters.query();
    PrintWriter screen = spec.commandLine().getOut();
    if (sql.shown) {
      answer.print(Places.sql(query, atActor) + ";\n", screen);
      return 0;
    }
    try (EventStore events = store.existing()) {
      List<PlaceCount> places = Middles.fill(Places.of(events, query, atActor));
      PlaceGrid grid = new PlaceGrid(places, events.count(query), atActor);
      answer.give(
          new AnswerOptions.Answer(
              filters.words(),
              grid.about(),
              grid.grid(limit != null ? limit : answer.isFile() ? Integer.MAX_VALUE : 30),
              grid.notes(),
              alone -> MapSvg.svg(places, shown, grid.notes(), alone)),
          screen);
    }
    return 0;
  }
}
