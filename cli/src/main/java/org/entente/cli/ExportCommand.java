package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.exchange.Export;
import org.entente.knowledge.Knowledge;
import org.entente.store.EventStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = "Writes events of the store in a format of the field.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente export --format icews --out events.tab.gz --from 2015-02-01",
      "         entente export --format gexf --out network.gexf --quad conflict",
      "         entente export --format parquet --out events.parquet"
    })
final class ExportCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "F",
      required = true,
      description = "icews, polecat, csv, jsonl, parquet, graphml, gexf or geojson.")
  String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Write there; gzipped if the name ends in .gz.")
  Path out;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "code",
      description =
          "Nodes of a network: code (countries and groups) or actor. Default: ${DEFAULT-VALUE}.")
  String nodes;

  @Mixin StoreOption store;

  @Mixin QueryOptions query;

  @Override
  public Integer call() throws IOException {
    OutFile.check("--out", out);
    if (!nodes.equals("code") && !nodes.equals("actor")) {
      throw new IllegalArgumentException("--nodes: code or actor, not '" + nodes + "'");
    }
    if (Files.exists(out) && Files.exists(store.file) && Files.isSameFile(out, store.file)) {
      throw new IOException("--out: " + out + " is the store; choose another file");
    }
    String kind = format.toLowerCase(Locale.ROOT);
    Export.Result result;
    try (EventStore events = store.existing()) {
      result =
          new Export(events, Knowledge.bundled())
              .write(query.query(), kind, out, nodes.equals("code"));
    }
    PrintWriter screen = spec.commandLine().getOut();
    screen.printf(
        Locale.ROOT,
        result.events() == 1 ? "%,d event written to %s (%s)%n" : "%,d events written to %s (%s)%n",
        result.events(),
        out,
        kind);
    if (result.nodes() > 0) {
      screen.printf(Locale.ROOT, "  %,d nodes, %,d edges%n", result.nodes(), result.edges());
    }
    if (result.left() > 0) {
      screen.printf(
          Locale.ROOT,
          kind.equals("geojson")
              ? "  %,d left out: without coordinates%n"
              : "  %,d left out: without a target, denied, of an actor with itself, or of unknown"
                  + " actors%n",
          result.left());
    }
    screen.flush();
    return 0;
  }
}
