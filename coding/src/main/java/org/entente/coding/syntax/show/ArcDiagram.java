package org.entente.coding.syntax.show;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;

/**
 * Trees as a picture: the words in a row, their tags below, an arc from each head to each of its
 * dependents above, and sentences below one another. One SVG without anything from elsewhere.
 */
public final class ArcDiagram {
  private static final double LETTER = 8.2;
  private static final double SMALL_LETTER = 6.4;
  private static final double GAP = 18;
  private static final double MARGIN = 24;
  private static final double STEP = 26;
  private static final double ROOT = 22;

  private static final String STYLE =
      """
      <style>
        .ground{fill:#fff} .word{font:15px sans-serif;fill:#1b1f24} .tag{font:11px sans-serif;fill:#57606a}
        .arc{fill:none;stroke:#2f6db3;stroke-width:1.3} .tip{fill:#2f6db3}
        .label{font:11px sans-serif;fill:#1b4f8a;stroke:#fff;stroke-width:4px;paint-order:stroke}
        @media (prefers-color-scheme:dark){.ground{fill:#15191e} .word{fill:#e8ebef} .tag{fill:#9aa4af}
          .arc{stroke:#6fa8e6} .tip{fill:#6fa8e6} .label{fill:#a9cdf5;stroke:#15191e}}
      </style>
      """;

  private final StringBuilder body = new StringBuilder();
  private double width;
  private double height = MARGIN;

  private ArcDiagram() {}

  /** The picture of all sentences. */
  public static String of(List<Sentence> sentences) {
    ArcDiagram diagram = new ArcDiagram();
    sentences.forEach(diagram::draw);
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$.0f\" height=\"%2$.0f\""
                + " viewBox=\"0 0 %1$.0f %2$.0f\" role=\"img\">%n",
            diagram.width,
            diagram.height)
        + STYLE
        + "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n"
        + diagram.body
        + "</svg>\n";
  }

  /** An arc between two words, and how high above them it runs. */
  private record Arc(int from, int to, String label, int level) {
    int left() {
      return Math.min(from, to);
    }

    int right() {
      return Math.max(from, to);
    }
  }

  private void draw(Sentence sentence) {
    double[] middle = middles(sentence);
    List<Arc> arcs = arcs(sentence);
    int highest = arcs.stream().mapToInt(Arc::level).max().orElse(0);
    double line = height + ROOT + (highest + 1) * STEP;
    body.append("<g>\n<title>").append(escaped(words(sentence))).append("</title>\n");
    for (Arc arc : arcs) {
      arc(arc, middle, line);
    }
    for (Token token : sentence.tokens()) {
      if (token.head() < 0) {
        root(middle[token.index()], line, highest, token.label());
      }
      text("word", middle[token.index()], line + 18, token.text());
      text("tag", middle[token.index()], line + 34, token.tag());
    }
    body.append("</g>\n");
    height = line + 34 + MARGIN;
  }

  /** Words as far apart as they and the labels of arcs between neighbours want. */
  private double[] middles(Sentence sentence) {
    double[] middle = new double[sentence.size()];
    double at = MARGIN;
    for (Token token : sentence.tokens()) {
      double wide = Math.max(LETTER * token.text().length(), SMALL_LETTER * token.tag().length());
      middle[token.index()] = at + wide / 2;
      if (token.index() > 0) {
        Token before = sentence.token(token.index() - 1);
        String label =
            token.head() == before.index()
                ? token.label()
                : before.head() == token.index() ? before.label() : "";
        double wanted = middle[before.index()] + SMALL_LETTER * label.length() + 22;
        middle[token.index()] = Math.max(middle[token.index()], wanted);
      }
      at = middle[token.index()] + wide / 2 + GAP;
    }
    width = Math.max(width, at - GAP + MARGIN);
    return middle;
  }

  private static List<Arc> arcs(Sentence sentence) {
    List<Token> byLength =
        sentence.tokens().stream()
            .filter(token -> token.head() >= 0)
            .sorted(Comparator.comparingInt(token -> Math.abs(token.head() - token.index())))
            .toList();
    List<Arc> arcs = new ArrayList<>();
    for (Token token : byLength) {
      Arc arc = new Arc(token.head(), token.index(), token.label(), 0);
      int level = 0;
      for (Arc other : arcs) {
        boolean overlaps = other.left() < arc.right() && arc.left() < other.right();
        if (overlaps) {
          level = Math.max(level, other.level + 1);
        }
      }
      arcs.add(new Arc(arc.from, arc.to, arc.label, level));
    }
    return arcs;
  }

  private void arc(Arc arc, double[] middle, double line) {
    // arcs that leave a word to different sides do not start at one point
    double lean = arc.to > arc.from ? 4 : -4;
    double from = middle[arc.from] + lean;
    double to = middle[arc.to] - lean / 4;
    double top = line - (arc.level + 1) * STEP;
    double bend = Math.min(12, Math.abs(to - from) / 2) * Math.signum(to - from);
    body.append(
        String.format(
            Locale.ROOT,
            "<path class=\"arc\" d=\"M%.1f %.1fV%.1fQ%.1f %.1f %.1f %.1fH%.1fQ%.1f %.1f %.1f %.1fV%.1f\"/>%n",
            from,
            line,
            top + 10,
            from,
            top,
            from + bend,
            top,
            to - bend,
            to,
            top,
            to,
            top + 10,
            line - 5));
    tip(to, line);
    text("label", (from + to) / 2, top + 4, arc.label);
  }

  private void root(double x, double line, int highest, String label) {
    double top = line - (highest + 1) * STEP - 8;
    body.append(
        String.format(
            Locale.ROOT, "<path class=\"arc\" d=\"M%.1f %.1fV%.1f\"/>%n", x, top, line - 5));
    tip(x, line);
    text("label", x, top - 3, label);
  }

  private void tip(double x, double line) {
    body.append(
        String.format(Locale.ROOT, "<path class=\"tip\" d=\"M%.1f %.1fl-3.5 -7h7z\"/>%n", x, line));
  }

  private void text(String kind, double x, double y, String text) {
    body.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>%n",
            kind,
            x,
            y,
            escaped(text)));
  }

  private static String words(Sentence sentence) {
    StringBuilder words = new StringBuilder();
    sentence.tokens().forEach(token -> words.append(token.text()).append(' '));
    return words.toString().strip();
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(c < ' ' || c == 0xFFFE || c == 0xFFFF ? ' ' : c);
              }
            });
    return safe.toString();
  }
}
