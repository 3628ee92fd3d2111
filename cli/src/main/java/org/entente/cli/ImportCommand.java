package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.exchange.Import;
import org.entente.knowledge.Knowledge;
import org.entente.store.EventStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = "Brings other people's events into the store.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente import events.2015.tab.zip",
      "         entente import icews-2013-11-18_2015-06-30.tsv.gz --store world.duckdb",
      "         entente import own.csv --map own.map --id own"
    })
final class ImportCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Tables of events; each may be gzipped, or a zip of tables.")
  List<Path> files;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "auto",
      description =
          "icews, polecat, phoenix, petrarch, gdelt1, gdelt2, ged, acled, plain, csv or jsonl;"
              + " auto: by the first line. Default: ${DEFAULT-VALUE}.")
  String format;

  @Option(
      names = "--map",
      paramLabel = "MAPFILE",
      description =
          "Lines of 'column = field' for a table coded in CAMEO or PLOVER; see docs/formats.md.")
  Path map;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "What the data set goes by in the store. Default: the file's name.")
  String id;

  @Option(
      names = "--aside",
      paramLabel = "FILE",
      description = "Where wrong rows are written. Default: <file name>.aside.tsv.")
  Path aside;

  @Mixin StoreOption store;

  @Override
  public Integer call() throws IOException {
    OutFile.check("--aside", aside);
    if (files.size() > 1 && (id != null || aside != null)) {
      throw new IllegalArgumentException(
          (id != null ? "--id" : "--aside") + ": import one file at a time with it");
    }
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new IOException("no file " + file);
      }
    }
    Progress progress = new Progress(0, "rows");
    try (EventStore events = store.open()) {
      for (Path file : files) {
        Path asideFile = aside != null ? aside : Path.of(file.getFileName() + ".aside.tsv");
        Import reading =
            new Import(
                events,
                Knowledge.bundled(),
                new Import.Options(
                    format.equals("auto") ? null : format.toLowerCase(Locale.ROOT),
                    map,
                    id,
                    asideFile),
                row -> progress.coded());
        for (Import.Result result : reading.read(file)) {
          progress.done();
          tell(result, asideFile);
        }
      }
    }
    return 0;
  }

  private void tell(Import.Result result, Path asideFile) {
    PrintWriter out = spec.commandLine().getOut();
    if (result.there()) {
      out.printf(
          Locale.ROOT,
          "%s: is in %s already, as %s: %,d events%n",
          result.label(),
          store.file,
          result.id(),
          result.events());
    } else {
      out.printf(
          Locale.ROOT,
          "%s (%s): %,d events in %s, as %s%n",
          result.label(),
          result.format(),
          result.events(),
          store.file,
          result.id());
    }
    if (result.before() > 0) {
      out.printf(Locale.ROOT, "  went on after row %,d, where it was cut short%n", result.before());
    }
    if (result.aside() > 0) {
      out.printf(
          Locale.ROOT,
          result.aside() == 1 ? "  %,d row set aside%s%n" : "  %,d rows set aside%s%n",
          result.aside(),
          result.there() ? "" : ": " + asideFile);
    }
    out.flush();
  }
}
