package org.entente.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Own sample documents, and what is wrong with some. */
final class Corpus {
  private static final String[] SENTENCES = {
    "Egypt bombed ISIS camps near the city of Derna in Libya on Monday, officials said.",
    "The Turkish president accused Syria of shelling villages across the border.",
    "Jordan's king met the French foreign minister in Amman to discuss aid for refugees.",
    "Russia threatened to cut gas supplies to Ukraine unless the debt was paid by Friday.",
    "Protesters in Cairo demanded that the government release jailed journalists.",
    "The United States will send 200 military advisers to Iraq next month, the Pentagon said.",
    "Iran denied that its forces had fired on a Saudi ship in the Gulf of Aden.",
    "Germany and Greece signed an agreement on debt relief in Brussels on 20 February 2015.",
    "Gunmen killed twelve policemen at a checkpoint in northern Nigeria on Sunday.",
    "China praised Pakistan for its cooperation against militants and promised a loan.",
    "Israel rejected a proposal by the United Nations to resume talks with the Palestinians.",
    "Libyan rebels seized the oil port of Es Sider after two days of fighting.",
  };

  private Corpus() {}

  /** The text of a report, different for each number. */
  static String text(int number) {
    return SENTENCES[number % SENTENCES.length]
        + " "
        + SENTENCES[(number * 7 + 3) % SENTENCES.length]
        + " It was report number "
        + number
        + " of the day.";
  }

  /** A JSON line with an id, or without one for every fifth number. */
  static String json(int number) {
    String id = number % 5 == 4 ? "" : "\"id\":\"n%d\",".formatted(number);
    return "{%s\"date\":\"2015-%02d-17\",\"title\":\"Report %d\",\"publisher\":\"Own Wire\",\"text\":\"%s\"}"
        .formatted(id, 1 + number % 3, number, text(number));
  }

  /** JSON Lines from one number up to another, without the latter. */
  static String lines(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      lines.append(json(i)).append('\n');
    }
    return lines.toString();
  }

  /**
   * 39 good documents in four formats, and seven that are not: French, Arabic, empty, broken JSON,
   * over 20 MB, a second text of an id, an image. One document comes twice.
   */
  static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("pages"));
    Files.writeString(
        folder.resolve("a-news.jsonl"),
        lines(0, 12)
            + "{\"id\":\"fr\",\"text\":\"Le président de la République a rencontré hier soir le"
            + " ministre des affaires étrangères de la Tunisie pour parler de la paix.\"}\n"
            + "{\"id\":\"ar\",\"text\":\"أعلنت الحكومة المصرية اليوم أنها قصفت مواقع في ليبيا\"}\n"
            + "{\"id\":\"empty\",\"text\":\"\"}\n"
            + "{\"id\":\"broken\",\"text\":\n"
            + "\n"
            + json(3)
            + "\n"
            + lines(12, 20));
    Path huge = folder.resolve("z-huge.jsonl");
    try (OutputStream out = Files.newOutputStream(huge)) {
      out.write("{\"id\":\"huge\",\"text\":\"".getBytes(StandardCharsets.UTF_8));
      byte[] sentence = (SENTENCES[0] + " ").getBytes(StandardCharsets.UTF_8);
      for (int written = 0; written < 21_000_000; written += sentence.length) {
        out.write(sentence);
      }
      out.write(
          ("\"}\n" + lines(20, 24) + json(35).replace("\"n35\"", "\"n2\"") + "\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("c-more.jsonl.gz"), gzip(lines(24, 34)));
    Files.writeString(folder.resolve("d-array.json"), "[" + json(36) + ",\n" + json(37) + "]");
    Files.writeString(folder.resolve("e-image.txt"), "\u0089PNG\u0000\u0001\u0002 no text");
    Files.writeString(folder.resolve("f-plain.txt"), "Report\n\n" + text(38) + "\n");
    Files.writeString(folder.resolve("pages/page.html"), page(39));
    return folder;
  }

  /** A Web page. */
  static String page(int number) {
    return ("<!DOCTYPE html><html><head><title>Report %d</title><meta property=\"article:published_time\""
            + " content=\"2015-02-18T08:00:00Z\"></head><body><nav>Home | World | Sport</nav><article>"
            + "<h1>Report %d</h1><p>%s</p><p>%s</p></article></body></html>")
        .formatted(number, number, text(number), text(number + 1));
  }

  static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(to)) {
      out.write(bytes);
    }
    return to.toByteArray();
  }

  /** Runs a main class in a process of its own, with the classes of this one. */
  static Process start(Class<?> main, Path output, Path errors, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of(System.getProperty("entente.root", ".."), "spark", "java.options"));
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(
        List.of("-Dlog4j2.configurationFile=classpath:org/entente/spark/quiet.properties"));
    command.addAll(List.of("-cp", classpath(), main.getName()));
    command.addAll(words);
    return new ProcessBuilder(command)
        .redirectOutput(output.toFile())
        .redirectError(errors.toFile())
        .start();
  }

  static String classpath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
