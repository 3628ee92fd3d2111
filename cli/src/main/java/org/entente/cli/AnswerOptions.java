package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.report.CorroborationReport;
import org.entente.report.Grid;
import org.entente.report.Page;
import org.entente.report.Report;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How an answer in rows is given: as a table, a file, a picture, or a page. */
final class AnswerOptions {
  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "table",
      description = "table, csv or jsonl. Default: ${DEFAULT-VALUE}.")
  String format;

  @Option(names = "--svg", paramLabel = "FILE", description = "Draw a picture there.")
  Path svg;

  @Mixin OutOptions files;

  /**
   * What was found.
   *
   * @param title what was asked, in words
   * @param about one line on what it was answered from
   * @param grid the rows
   * @param notes lines under the table and on the page; may be empty
   * @param picture of {@code svg}: the picture; its argument says whether it is a file of its own
   *     and has to bring its colours. Null if there is none
   * @param more further tables, for the screen and the page; files of csv and jsonl have the first
   *     only
   */
  record Answer(
      String title,
      String about,
      Grid grid,
      List<String> notes,
      Picture picture,
      List<Further> more) {
    Answer(String title, String about, Grid grid, List<String> notes, Picture picture) {
      this(title, about, grid, notes, picture, List.of());
    }
  }

  /**
   * A table under the first.
   *
   * @param picture for the page, in place of the table; null if there is none
   */
  record Further(String title, Grid grid, Picture picture) {
    Further(String title, Grid grid) {
      this(title, grid, null);
    }

    private String html() {
      return picture == null ? grid.html() : picture.draw(false);
    }
  }

  /** Draws on demand. */
  interface Picture {
    String draw(boolean alone);
  }

  /** Whether what is asked for is the table for the screen, not a file of all rows. */
  boolean table() {
    return format.equalsIgnoreCase("table");
  }

  /** Looks at the options before the work begins. */
  void check() throws IOException {
    if (!List.of("table", "csv", "jsonl").contains(format.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(
          "--format: no format '" + format + "'; choose table, csv or jsonl");
    }
    OutFile.check("--svg", svg);
    files.check();
  }

  void give(Answer answer, PrintWriter screen) throws IOException {
    pictures(answer);
    print(
        switch (kind()) {
          case CSV -> answer.grid().csv();
          case JSONL -> answer.grid().jsonl();
          default -> table(answer);
        },
        screen);
  }

  /** Gives what others say of each document. */
  void reports(List<CorroborationReport> reports, int matches, PrintWriter screen)
      throws IOException {
    files.page(
        () -> {
          List<Page.Part> parts = new ArrayList<>();
          reports.forEach(one -> parts.addAll(one.parts()));
          CorroborationReport first = reports.isEmpty() ? null : reports.get(0);
          String title = reports.size() == 1 ? first.title() : reports.size() + " documents";
          return Page.of(title, first == null ? "" : first.about(), parts);
        });
    StringBuilder shown = new StringBuilder();
    List<List<Object>> rows = new ArrayList<>();
    for (CorroborationReport report : reports) {
      if (kind() == Report.Format.TABLE) {
        shown.append(shown.isEmpty() ? "" : "\n").append(report.table(matches, options()));
      } else {
        rows.addAll(report.grid().rows());
      }
    }
    if (kind() != Report.Format.TABLE) {
      Grid all = new Grid(CorroborationReport.COLUMNS, rows);
      shown.append(kind() == Report.Format.CSV ? all.csv() : all.jsonl());
    }
    print(shown.toString(), screen);
  }

  /** Whether the answer is to be read by a program. */
  boolean isFile() {
    return kind() != Report.Format.TABLE;
  }

  Report.Format kind() {
    return Report.Format.of(format);
  }

  /** Whether a picture or a page is wanted. */
  boolean drawn() {
    return svg != null || files.pageWanted();
  }

  /** Writes picture and page, as far as they are wanted. */
  void pictures(Answer answer) throws IOException {
    if (svg != null) {
      if (answer.picture() == null) {
        throw new IllegalArgumentException("--svg: there is no picture of this");
      }
      OutFile.write("--svg", svg, answer.picture().draw(true));
    }
    files.page(() -> page(answer));
  }

  /** To the screen, or to the file that is wanted instead. */
  void print(String shown, PrintWriter screen) throws IOException {
    files.print(shown, screen);
  }

  /** Where to write an answer that is too long to be held; closing it leaves the screen open. */
  Writer writer(PrintWriter screen) throws IOException {
    return files.writer(screen);
  }

  /** How wide tables are, and whether in colour. */
  Report.Options options() {
    return files.table();
  }

  private String table(Answer answer) {
    StringBuilder shown = new StringBuilder();
    Report.Options options = options();
    shown.append(Grid.paragraph(answer.title(), options)).append('\n');
    shown.append(Grid.paragraph(answer.about(), options)).append("\n\n");
    shown.append(answer.grid().table(options));
    for (Further further : answer.more()) {
      shown.append('\n').append(further.title()).append('\n').append(further.grid().table(options));
    }
    answer
        .notes()
        .forEach(note -> shown.append('\n').append(Grid.paragraph(note, options)).append('\n'));
    return shown.toString();
  }

  private static String page(Answer answer) {
    List<Page.Part> parts = new ArrayList<>();
    if (answer.picture() != null) {
      parts.add(new Page.Part(null, answer.picture().draw(false)));
    }
    parts.add(new Page.Part(null, answer.grid().html() + Page.notes(answer.notes())));
    answer.more().forEach(one -> parts.add(new Page.Part(one.title(), one.html())));
    return Page.of(answer.title(), answer.about(), parts);
  }
}
