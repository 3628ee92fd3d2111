package org.entente.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.entente.analysis.Corroboration;
import org.entente.analysis.Corroboration.Finding;
import org.entente.analysis.Corroboration.Grade;
import org.entente.analysis.Corroboration.Match;
import org.entente.analysis.Corroboration.Totals;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;

/**
 * What others say of a document's events.
 *
 * @param document whose events they are
 * @param findings an event each, in their order
 * @param about what it was compared with, in words
 * @param words what another report says, in its words; may give null
 * @param origin who another report is by
 */
public record CorroborationReport(
    Document document,
    List<Finding> findings,
    String about,
    Function<Event, String> words,
    Function<Event, String> origin) {
  /** Those of {@link #grid}. */
  public static final List<Grid.Column> COLUMNS =
      List.of(
          Grid.Column.text("document_id", "document"),
          Grid.Column.text("event_id", "event"),
          Grid.Column.text("day", "day"),
          Grid.Column.text("source", "source"),
          Grid.Column.text("target", "target"),
          Grid.Column.text("type", "type"),
          Grid.Column.text("cameo", "CAMEO"),
          Grid.Column.text("status", "status"),
          Grid.Column.text("grade", "grade"),
          Grid.Column.number("nearness", "near", 2),
          Grid.Column.count("days", "days"),
          Grid.Column.text("because", "because"),
          Grid.Column.text("other_id", "other"),
          Grid.Column.text("other_document_id", "of"),
          Grid.Column.text("other_day", "its day"),
          Grid.Column.text("other_source", "its source"),
          Grid.Column.text("other_target", "its target"),
          Grid.Column.text("other_type", "its type"),
          Grid.Column.text("other_cameo", "its CAMEO"),
          Grid.Column.text("other_status", "its status"),
          Grid.Column.text("other_words", "its words"),
          Grid.Column.text("other_origin", "told by"));

  private static final int INDENT = 2;

  public CorroborationReport {
    findings = List.copyOf(findings);
  }

  /**
   * For a terminal: each event, and below it the nearest other reports.
   *
   * @param most matches of an event that are shown
   */
  public String table(int most, Report.Options options) {
    Ansi ansi = new Ansi(options.colour());
    List<Event> events = findings.stream().map(Finding::event).toList();
    EventRows rows = new EventRows(events, options.width(), ansi);
    StringBuilder out = new StringBuilder();
    for (String line : wrapped(Words.title(document), options.width())) {
      out.append(ansi.bold(line)).append('\n');
    }
    for (String line : wrapped(about, options.width())) {
      out.append(ansi.dim(line)).append('\n');
    }
    out.append('\n');
    for (Finding finding : findings) {
      out.append(rows.row(finding.event())).append('\n');
      rows.details(document, finding.event(), List.of())
          .forEach(line -> out.append(line).append('\n'));
      List<Match> shown = shown(finding, most);
      for (Match match : shown) {
        match(out, match, options.width(), ansi);
      }
      String rest = rest(finding, shown.size());
      if (rest != null) {
        out.append(" ".repeat(INDENT)).append(ansi.dim(rest)).append('\n');
      }
    }
    out.append('\n');
    for (String line : wrapped(summary(), options.width())) {
      out.append(ansi.bold(line)).append('\n');
    }
    return out.toString();
  }

  private static List<String> wrapped(String text, int width) {
    return Columns.wrap(List.of(Columns.clean(text).split(" ")), " ", width);
  }

  /** The nearest; of those that contradict at least one, if there are any. */
  private static List<Match> shown(Finding finding, int most) {
    List<Match> all = finding.matches();
    if (all.size() <= most) {
      return all;
    }
    List<Match> shown = new ArrayList<>(all.subList(0, most));
    if (shown.get(most - 1).grade() != Grade.CONTRARY && finding.count(Grade.CONTRARY) > 0) {
      shown.set(
          most - 1,
          all.stream().filter(match -> match.grade() == Grade.CONTRARY).findFirst().orElseThrow());
    }
    return shown;
  }

  private static String rest(Finding finding, int shown) {
    if (!finding.comparable()) {
      return "· not compared: one of the two parties is not known";
    }
    int more = finding.matches().size() - shown;
    return shown == 0 ? "· no other report" : more > 0 ? "· and " + more + " more" : null;
  }

  private void match(StringBuilder out, Match match, int width, Ansi ansi) {
    Event event = match.event();
    String type =
        Columns.fit(
            event.cameo() == null ? event.type().name() : event.type() + " " + event.cameo(), 15);
    // grade, day, type, nearness, and two blanks between each
    int room = width - INDENT - 10 - 2 - 10 - 2 - 3 - 2 - 15 - 2 - 4;
    String source = actor(event.source());
    String target = actor(event.target());
    int half = room / 2;
    int left =
        Columns.width(target) < room - half
            ? room - Columns.width(target)
            : Math.min(Math.max(half, 1), Columns.width(source));
    int sourceWidth = Math.min(Columns.width(source), left);
    String dyad =
        Columns.fit(source, sourceWidth) + " → " + Columns.fit(target, room - sourceWidth);
    String grade = Columns.cell(mark(match.grade()) + " " + Words.lower(match.grade()), 10);
    out.append(" ".repeat(INDENT))
        .append(
            match.grade() == Grade.CONTRARY
                ? ansi.conflict(grade)
                : match.grade() == Grade.SAME ? ansi.cooperation(grade) : grade)
        .append("  ")
        .append(Columns.cell(Columns.fit(event.time().label(), 10), 10))
        .append("  ")
        .append(Columns.cell(dyad, room + 3))
        .append("  ")
        .append(Columns.cell(type, 15))
        .append("  ")
        .append(String.format(Locale.ROOT, "%.2f", match.nearness()))
        .append('\n');
    List<String> parts = new ArrayList<>();
    String told = words.apply(event);
    if (told != null && !told.isBlank()) {
      parts.add("“" + Columns.fit(Columns.clean(told), 70) + "”");
    }
    parts.add(Columns.clean(origin.apply(event)));
    parts.addAll(match.because());
    int indent = INDENT + 12;
    for (String line : Columns.wrap(parts, " · ", width - indent)) {
      out.append(" ".repeat(indent)).append(ansi.dim(line)).append('\n');
    }
  }

  private static String mark(Grade grade) {
    return switch (grade) {
      case SAME -> "=";
      case SIMILAR -> "~";
      case CONTRARY -> "✗";
    };
  }

  private static String actor(Actor actor) {
    return Columns.clean(actor.fullCode()) + " " + Columns.clean(Words.name(actor));
  }

  /** All events together, in words. */
  public String summary() {
    Totals totals = Corroboration.totals(findings);
    int silent = totals.comparable() - totals.same() - totals.similar();
    List<String> parts = new ArrayList<>();
    parts.add(Words.count(totals.events(), "event"));
    parts.add("others report " + totals.same() + " the same");
    parts.add(totals.similar() + " similar");
    parts.add(silent + " not");
    if (totals.events() > totals.comparable()) {
      parts.add(totals.events() - totals.comparable() + " not compared");
    }
    parts.add(totals.contrary() + " contradicted");
    parts.add(String.format(Locale.ROOT, "support %.2f", totals.support()));
    return String.join(" · ", parts);
  }

  /** A row for each pair of an event and another report of it; one for an event without any. */
  public Grid grid() {
    List<List<Object>> rows = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.matches().isEmpty()) {
        rows.add(row(finding, null));
      }
      finding.matches().forEach(match -> rows.add(row(finding, match)));
    }
    return new Grid(COLUMNS, rows);
  }

  private List<Object> row(Finding finding, Match match) {
    Event ours = finding.event();
    List<Object> row = new ArrayList<>();
    row.add(ours.document());
    row.add(ours.id());
    row.add(ours.time().known() ? ours.time().label() : null);
    row.add(actor(ours.source()));
    row.add(ours.target() == null ? null : actor(ours.target()));
    row.add(Words.type(ours));
    row.add(ours.cameo());
    row.add(Words.lower(ours.status()));
    if (match == null) {
      row.add(finding.comparable() ? "none" : "not compared");
      row.addAll(Arrays.asList(new Object[13]));
      return row;
    }
    Event other = match.event();
    row.add(Words.lower(match.grade()));
    row.add(Math.round(match.nearness() * 1e4) / 1e4);
    row.add(match.days() < 0 ? null : match.days());
    row.add(String.join("; ", match.because()));
    row.add(other.id());
    row.add(other.document());
    row.add(other.time().label());
    row.add(actor(other.source()));
    row.add(actor(other.target()));
    row.add(Words.type(other));
    row.add(other.cameo());
    row.add(Words.lower(other.status()));
    row.add(words.apply(other));
    row.add(origin.apply(other));
    return row;
  }

  /** As parts of a page: an event each that others report or contradict, then the rest. */
  public List<Page.Part> parts() {
    List<Page.Part> parts = new ArrayList<>();
    parts.add(new Page.Part(null, "<p class=\"about\">" + Markup.escape(summary()) + "</p>\n"));
    List<List<Object>> silent = new ArrayList<>();
    for (Finding finding : findings) {
      Event event = finding.event();
      if (finding.matches().isEmpty()) {
        silent.add(
            List.of(
                event.time().label(),
                actor(event.source()),
                event.target() == null ? "–" : actor(event.target()),
                Words.type(event),
                finding.comparable() ? "no other report" : "not compared: a party is not known"));
        continue;
      }
      List<List<Object>> rows = new ArrayList<>();
      for (Match match : finding.matches()) {
        Event other = match.event();
        String told = words.apply(other);
        rows.add(
            Arrays.asList(
                mark(match.grade()) + " " + Words.lower(match.grade()),
                other.time().label(),
                actor(other.source()),
                actor(other.target()),
                Words.type(other) + (other.cameo() == null ? "" : " " + other.cameo()),
                (told == null ? "" : "“" + Columns.fit(Columns.clean(told), 160) + "” ")
                    + origin.apply(other),
                String.join(", ", match.because()),
                match.nearness()));
      }
      String sentence = Words.words(document, event.evidence().get(0).span());
      parts.add(
          new Page.Part(
              Picture.line(event),
              (sentence.isEmpty()
                      ? ""
                      : "<blockquote>" + Markup.escape(sentence) + "</blockquote>\n")
                  + new Grid(
                          List.of(
                              Grid.Column.text("grade", "grade"),
                              Grid.Column.text("day", "day"),
                              Grid.Column.text("source", "source"),
                              Grid.Column.text("target", "target"),
                              Grid.Column.text("type", "type"),
                              Grid.Column.text("words", "told by"),
                              Grid.Column.text("because", "differs"),
                              Grid.Column.number("nearness", "near", 2)),
                          rows)
                      .html()));
    }
    if (!silent.isEmpty()) {
      parts.add(
          new Page.Part(
              "Events that no other report tells",
              new Grid(
                      List.of(
                          Grid.Column.text("day", "day"),
                          Grid.Column.text("source", "source"),
                          Grid.Column.text("target", "target"),
                          Grid.Column.text("type", "type"),
                          Grid.Column.text("why", "")),
                      silent)
                  .html()));
    }
    return parts;
  }

  /** The document's title, or its id. */
  public String title() {
    return Words.title(document);
  }
}
