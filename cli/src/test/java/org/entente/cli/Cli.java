package org.entente.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Runs the command line in this process, where the parser is loaded once. */
final class Cli {
  /** How it ended and what it said. */
  record Result(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  private Cli() {}

  static Result run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    CommandLine line = Main.commandLine(words);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(words);
    line.getOut().flush();
    line.getErr().flush();
    return new Result(code, out.toString(), err.toString());
  }

  /** Starts the command line in a process of its own, which a test can stop. */
  static Process start(Path errors, Object... args) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2500m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    for (Object arg : args) {
      words.add(arg.toString());
    }
    return new ProcessBuilder(words).redirectError(errors.toFile()).start();
  }

  /** The top of the source tree. */
  static Path root() {
    return Path.of(System.getProperty("entente.root", ".."));
  }

  /** The first real input, or the test is skipped. */
  static Path article() {
    Path article =
        Path.of(System.getProperty("entente.shared", "../../shared"), "case/article-2015-02.txt");
    assumeTrue(Files.isRegularFile(article), "needs " + article);
    return article;
  }

  /** A gold file to develop against, or the test is skipped. */
  static Path gold(String name) {
    Path file = Path.of(System.getProperty("entente.shared", "../../shared"), "gold", name);
    assumeTrue(Files.isRegularFile(file), "needs " + file);
    return file;
  }

  /** A report of one event, different for each number. */
  static String report(int number) {
    String[] doers = {"Egypt", "Jordan", "Libya", "Iraq", "Turkey", "France", "Russia"};
    return doers[number % doers.length]
        + " bombed ISIS camps near the city of Derna in Libya on Monday, and "
        + (number + 2)
        + " militants were killed, officials said in report "
        + number
        + ".";
  }

  static String json(int number) {
    return "{\"id\":\"r%d\",\"date\":\"2015-02-17\",\"title\":\"Report %d\",\"text\":\"%s\"}"
        .formatted(number, number, report(number));
  }

  static Path jsonl(Path file, int count) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(json(i)).append('\n');
    }
    return Files.writeString(file, lines);
  }
}
