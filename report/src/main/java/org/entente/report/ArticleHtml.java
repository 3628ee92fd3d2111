package org.entente.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Evidence;
import org.entente.model.Paragraph;
import org.entente.model.Span;
import org.entente.model.Status;

/**
 * The text with its events marked. Spans of events overlap as they like, so the text is cut at
 * every boundary, and each piece says of which events it is what part. What stands between the tags
 * is exactly the text.
 */
final class ArticleHtml {
  /** What a piece of the text is in an event; the letter is its class in the page. */
  enum Role {
    SOURCE('s'),
    ACTION('a'),
    TARGET('t'),
    WHEN_WHERE('w');

    final char letter;

    Role(char letter) {
      this.letter = letter;
    }
  }

  private record Mark(Span span, Role role, int event, boolean hedged) {}

  private final Document document;
  private final int number;
  private final List<Mark> marks = new ArrayList<>();
  private final Map<Integer, List<Integer>> ends = new TreeMap<>();
  private final boolean[] anchored;

  /**
   * @param number of the document in the page: anchors are {@code e2-5} for the card of its event
   *     5, {@code t2-5} for the words
   */
  ArticleHtml(Document document, List<Event> events, int number) {
    this.document = document;
    this.number = number;
    this.anchored = new boolean[events.size() + 1];
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      boolean hedged =
          event.status() != Status.ACTUAL || Words.speaker(event.attribution()) != null;
      for (Evidence evidence : event.evidence()) {
        mark(evidence.source(), Role.SOURCE, i + 1, hedged);
        mark(evidence.predicate(), Role.ACTION, i + 1, hedged);
        mark(evidence.target(), Role.TARGET, i + 1, hedged);
        mark(evidence.time(), Role.WHEN_WHERE, i + 1, hedged);
        mark(evidence.place(), Role.WHEN_WHERE, i + 1, hedged);
        if (inside(evidence.predicate())) {
          List<Integer> here =
              ends.computeIfAbsent(evidence.predicate().end(), k -> new ArrayList<>());
          if (!here.contains(i + 1)) {
            here.add(i + 1);
          }
        }
      }
    }
  }

  private boolean inside(Span span) {
    return span != null && span.length() > 0 && span.end() <= document.text().length();
  }

  private void mark(Span span, Role role, int event, boolean hedged) {
    if (inside(span)) {
      marks.add(new Mark(span, role, event, hedged));
    }
  }

  String html() {
    StringBuilder out = new StringBuilder();
    List<Paragraph> paragraphs = document.paragraphs();
    if (paragraphs.isEmpty()) {
      paragraphs =
          List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, document.text().length())));
    }
    int index = 0;
    for (Paragraph paragraph : paragraphs) {
      boolean body = paragraph.kind() == Paragraph.Kind.BODY;
      boolean heading = paragraph.kind() == Paragraph.Kind.HEADING;
      if (repeatsTitle(paragraph)) {
        index++;
        continue;
      }
      String tag = heading ? "h3" : "p";
      out.append('<').append(tag).append(" data-p=\"").append(index++).append('"');
      if (!body && !heading) {
        out.append(" class=\"aside k-")
            .append(Words.lower(paragraph.kind()).replace(' ', '-'))
            .append("\" data-kind=\"")
            .append(Words.lower(paragraph.kind()))
            .append(" · not coded\"");
      }
      out.append('>');
      pieces(out, paragraph.span());
      out.append("</").append(tag).append(">\n");
    }
    return out.toString();
  }

  /** The page's heading already says it. */
  private boolean repeatsTitle(Paragraph paragraph) {
    return paragraph.kind() == Paragraph.Kind.TITLE
        && document.title() != null
        && Columns.clean(paragraph.span().in(document.text()))
            .equals(Columns.clean(document.title()))
        && marks.stream().noneMatch(m -> m.span().overlaps(paragraph.span()));
  }

  private void pieces(StringBuilder out, Span paragraph) {
    List<Mark> here = marks.stream().filter(m -> m.span().overlaps(paragraph)).toList();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(paragraph.start(), paragraph.end()));
    for (Mark mark : here) {
      cuts.add(Math.max(paragraph.start(), mark.span().start()));
      cuts.add(Math.min(paragraph.end(), mark.span().end()));
    }
    Integer start = null;
    for (Integer end : cuts) {
      if (start != null && start < end) {
        Span piece = new Span(start, end);
        piece(out, piece, here.stream().filter(m -> m.span().contains(piece)).toList());
      }
      start = end;
    }
  }

  private void piece(StringBuilder out, Span piece, List<Mark> here) {
    String text = Markup.exact(piece.in(document.text()));
    if (here.isEmpty()) {
      out.append(text);
      return;
    }
    Map<Role, List<Mark>> roles =
        here.stream()
            .collect(
                Collectors.groupingBy(
                    Mark::role, () -> new EnumMap<>(Role.class), Collectors.toList()));
    List<Mark> actions = roles.getOrDefault(Role.ACTION, List.of());
    // Only the action is a link: one stop of the tab key an event is enough.
    String tag = actions.isEmpty() ? "span" : "a";
    out.append('<').append(tag).append(" class=\"seg");
    roles.keySet().forEach(role -> out.append(' ').append(role.letter));
    if (here.stream().allMatch(Mark::hedged)) {
      out.append(" hedged");
    }
    out.append("\" data-m=\"");
    out.append(
        here.stream()
            .map(m -> m.role().letter + ":" + anchor('e', m.event()))
            .distinct()
            .collect(Collectors.joining(" ")));
    out.append('"');
    if (!actions.isEmpty()) {
      out.append(" href=\"#").append(anchor('e', actions.get(0).event())).append('"');
      for (Mark action : actions) {
        if (!anchored[action.event()]) {
          anchored[action.event()] = true;
          out.append(" id=\"").append(anchor('t', action.event())).append('"');
          break;
        }
      }
      List<Integer> ended = ends.getOrDefault(piece.end(), List.of());
      if (!ended.isEmpty()) {
        out.append(" data-n=\"")
            .append(ended.stream().map(String::valueOf).collect(Collectors.joining(",")))
            .append('"');
      }
    }
    out.append('>').append(text).append("</").append(tag).append('>');
  }

  private String anchor(char kind, int event) {
    return "" + kind + number + "-" + event;
  }

  /** Where the words of an event are, or null if no piece could bear its anchor. */
  String words(int event) {
    return anchored[event] ? anchor('t', event) : null;
  }
}
