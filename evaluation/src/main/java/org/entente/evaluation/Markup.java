package org.entente.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.Span;

/**
 * Where a record's text names the event and its sides, from its marked text: {@code (SRC: Libya)
 * has (EVT: offered) …}.
 *
 * @param event words of the event; empty where the marks do not fit the text
 */
record Markup(List<Span> source, List<Span> event, List<Span> target) {
  private static final Pattern MARK = Pattern.compile("\\(([A-Z][A-Z/]*): ?([^()]*)\\)");

  static Markup of(String marked, String text) {
    List<Span> source = new ArrayList<>();
    List<Span> event = new ArrayList<>();
    List<Span> target = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    Matcher matcher = MARK.matcher(marked);
    int last = 0;
    while (matcher.find()) {
      plain.append(marked, last, matcher.start());
      last = matcher.end();
      Span span = new Span(plain.length(), plain.length() + matcher.group(2).length());
      plain.append(matcher.group(2));
      String kind = matcher.group(1);
      if (kind.contains("SRC")) {
        source.add(span);
      }
      if (kind.contains("EVT")) {
        event.add(span);
      }
      if (kind.contains("TAR")) {
        target.add(span);
      }
    }
    plain.append(marked, last, marked.length());
    boolean fits = plain.toString().equals(text);
    return fits
        ? new Markup(List.copyOf(source), List.copyOf(event), List.copyOf(target))
        : new Markup(List.of(), List.of(), List.of());
  }

  /** Whether words of a printed event are words of this one. */
  boolean tellsEvent(Span predicate) {
    return event.stream().anyMatch(span -> span.overlaps(predicate));
  }

  static Span first(List<Span> spans) {
    return spans.isEmpty() ? null : spans.get(0);
  }
}
