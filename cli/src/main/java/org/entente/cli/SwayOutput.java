package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.entente.report.SwayReport;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How an answer on an issue is given. */
final class SwayOutput {
  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "table",
      description = "table, json, or csv of the outcomes. Default: ${DEFAULT-VALUE}.")
  String format;

  @Mixin OutOptions files;

  void check() throws IOException {
    if (!List.of("table", "json", "csv").contains(format.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "--format: no format '" + format + "'; choose table, json or csv");
    }
    files.check();
  }

  void give(SwayReport report, PrintWriter screen) throws IOException {
    // side by side: both take classes that are loaded and run for the first time
    CompletableFuture<String> page =
        files.pageWanted() ? CompletableFuture.supplyAsync(report::html) : null;
    String shown =
        switch (format.toLowerCase(Locale.ROOT)) {
          case "json" -> report.json() + "\n";
          case "csv" -> report.grid().csv();
          default -> report.table(files.table());
        };
    files.page(() -> page.join());
    files.print(shown, screen);
  }
}
