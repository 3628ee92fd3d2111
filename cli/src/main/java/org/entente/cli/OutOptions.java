package org.entente.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.entente.report.Report;
import picocli.CommandLine.Option;

/** Where an answer goes: to the screen or a file, and as a page beside it. */
final class OutOptions {
  @Option(names = "--out", paramLabel = "FILE", description = "Write there, not to the screen.")
  private Path out;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page there.")
  private Path html;

  /** Looks at the options before the work begins. */
  void check() throws IOException {
    OutFile.check("--out", out);
    OutFile.check("--html", html);
  }

  /** To the screen, or to the file that is wanted instead. */
  void print(String shown, PrintWriter screen) throws IOException {
    if (out != null) {
      OutFile.write("--out", out, shown);
    } else {
      screen.print(shown);
      screen.flush();
    }
  }

  boolean pageWanted() {
    return html != null;
  }

  /** Writes the page, if it is wanted. */
  void page(Supplier<String> page) throws IOException {
    if (html != null) {
      OutFile.write("--html", html, page.get());
    }
  }

  /** Where to write an answer that is too long to be held; closing it leaves the screen open. */
  Writer writer(PrintWriter screen) throws IOException {
    return out != null
        ? OutFile.open("--out", out)
        : new FilterWriter(screen) {
          @Override
          public void close() throws IOException {
            flush();
          }
        };
  }

  /** How wide tables are, and whether in colour. */
  Report.Options table() {
    return out == null
        ? new Report.Options(Terminal.width(), Terminal.output())
        : Report.Options.PLAIN;
  }
}
