package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.entente.report.Report;
import org.entente.report.SwayReport;
import picocli.CommandLine.Option;

/** How an answer on an issue is given. */
final class SwayOutput {
  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "table",
      description = "table, json, or csv of the outcomes. Default: ${DEFAULT-VALUE}.")
  String format;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there, not to the screen.")
  Path out;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page there.")
  Path html;

  void check() throws IOException {
    if (!List.of("table", "json", "csv").contains(format.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "--format: no format '" + format + "'; choose table, json or csv");
    }
    OutFile.check("--out", out);
    OutFile.check("--html", html);
  }

  void give(SwayReport report, PrintWriter screen) throws IOException {
    if (html != null) {
      try (Writer writer = OutFile.open("--html", html)) {
        writer.write(report.html());
      }
    }
    String shown =
        switch (format.toLowerCase(Locale.ROOT)) {
          case "json" -> report.json() + "\n";
          case "csv" -> report.grid().csv();
          default ->
              report.table(
                  out == null
                      ? new Report.Options(Terminal.width(), Terminal.output())
                      : Report.Options.PLAIN);
        };
    if (out != null) {
      try (Writer writer = OutFile.open("--out", out)) {
        writer.write(shown);
      }
    } else {
      screen.print(shown);
      screen.flush();
    }
  }
}
