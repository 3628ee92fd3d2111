package org.entente.coding.relation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.Span;

/**
 * A text and two actors in it.
 *
 * @param source who does it, or null where the text does not name it
 * @param target to whom it is done, or null where the text does not name it
 */
public record Pair(String text, Span source, Span target) {
  private static final Pattern MARKS = Pattern.compile("</?[st]>");

  /**
   * Reads a sentence in which {@code <s>…</s>} marks the source and {@code <t>…</t>} the target.
   * One of the two may be missing: the text does not name it. Of several places the first counts.
   *
   * @throws IllegalArgumentException if a mark is not closed or not opened, or is empty
   */
  public static Pair marked(String marked) {
    StringBuilder text = new StringBuilder(marked.length());
    Span[] found = new Span[2];
    int[] open = {-1, -1};
    Matcher matcher = MARKS.matcher(marked);
    int last = 0;
    while (matcher.find()) {
      text.append(marked, last, matcher.start());
      last = matcher.end();
      String mark = matcher.group();
      int which = mark.endsWith("s>") ? 0 : 1;
      boolean opens = mark.length() == 3;
      if (opens == open[which] >= 0) {
        throw new IllegalArgumentException(mark + (opens ? " stands twice" : " was not opened"));
      }
      if (opens) {
        open[which] = text.length();
        continue;
      }
      if (open[which] == text.length()) {
        throw new IllegalArgumentException("nothing stands before " + mark);
      }
      if (found[which] == null) {
        found[which] = new Span(open[which], text.length());
      }
      open[which] = -1;
    }
    text.append(marked, last, marked.length());
    if (open[0] >= 0 || open[1] >= 0) {
      throw new IllegalArgumentException((open[0] >= 0 ? "</s>" : "</t>") + " is missing");
    }
    return new Pair(text.toString(), found[0], found[1]);
  }

  /**
   * Finds source and target by their words: the first place where each stands as whole words, the
   * one not within the other. Who stands nowhere is a placeholder ("a recipient").
   */
  public static Pair of(String text, String source, String target) {
    Span from = find(text, source, null);
    Span to = find(text, target, from);
    if (from != null && to == null) {
      // the source's words may stand first within the target
      Span whole = find(text, target, null);
      Span elsewhere = whole == null ? null : find(text, source, whole);
      if (elsewhere != null) {
        return new Pair(text, elsewhere, whole);
      }
    }
    return new Pair(text, from, to);
  }

  private static Span find(String text, String words, Span not) {
    if (words == null || words.isBlank()) {
      return null;
    }
    String wanted = words.strip();
    for (boolean exact : new boolean[] {true, false}) {
      String where = exact ? text : text.toLowerCase(Locale.ROOT);
      String what = exact ? wanted : wanted.toLowerCase(Locale.ROOT);
      if (where.length() != text.length()) {
        continue;
      }
      for (int at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
        Span found = new Span(at, at + what.length());
        boolean whole =
            (at == 0 || !Character.isLetterOrDigit(where.charAt(at - 1)))
                && (found.end() == where.length()
                    || !Character.isLetterOrDigit(where.charAt(found.end())));
        if (whole && (not == null || found.end() <= not.start() || found.start() >= not.end())) {
          return found;
        }
      }
    }
    return null;
  }

  /** The same text with the two exchanged. */
  public Pair reversed() {
    return new Pair(text, target, source);
  }
}
