package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.show.ArcDiagram;
import org.entente.coding.syntax.show.ConllU;
import org.entente.coding.syntax.show.TreeTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "parse",
    description = "Shows the tree that the parser gives a sentence or a text.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Tags and labels, with an example each: docs/syntax.md",
      "Example: entente parse \"Russia may send arms to Egypt.\"",
      "         entente parse \"Russia may send arms to Egypt.\" --format svg --out tree.svg",
      "         entente parse - --format conllu < report.txt"
    })
final class ParseCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "TEXT", description = "English text, or - for standard input.")
  String text;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "table",
      description = "table, conllu or svg. Default: ${DEFAULT-VALUE}.")
  String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write there instead of to the screen.")
  Path out;

  @Override
  public Integer call() throws IOException {
    String kind = format.toLowerCase(Locale.ROOT);
    if (!List.of("table", "conllu", "svg").contains(kind)) {
      throw new IllegalArgumentException(
          "--format: no format '" + format + "'; choose table, conllu or svg");
    }
    String read =
        text.equals("-") ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : text;
    if (read.isBlank()) {
      throw new IllegalArgumentException("nothing to parse: give a sentence, or - and a text");
    }
    List<Sentence> sentences = EnglishParser.shared().parse(read);
    String shown =
        switch (kind) {
          case "conllu" -> ConllU.of(sentences, read);
          case "svg" -> ArcDiagram.of(sentences);
          default -> TreeTable.of(sentences);
        };
    PrintWriter writer = spec.commandLine().getOut();
    if (out == null) {
      writer.print(shown);
    } else {
      try {
        Files.writeString(out, shown);
      } catch (IOException e) {
        throw new IOException("--out: " + out + ": cannot be written (" + e + ")", e);
      }
    }
    writer.flush();
    return 0;
  }
}
