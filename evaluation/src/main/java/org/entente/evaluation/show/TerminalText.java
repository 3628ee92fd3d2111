package org.entente.evaluation.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.model.Span;

/** Blocks as text of at most 100 columns. */
final class TerminalText {
  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();
  private final Set<String> shown;

  /**
   * @param shown options of the cases that are printed
   */
  TerminalText(Set<String> shown) {
    this.shown = shown;
  }

  String of(List<Block> blocks) {
    Block last = null;
    for (Block block : blocks) {
      boolean together = block instanceof Block.Headline && last instanceof Block.Headline;
      if (last != null && !together && !(block instanceof Block.Diagram)) {
        out.append('\n');
      }
      print(block);
      last = block;
    }
    return out.toString();
  }

  private void print(Block block) {
    if (block instanceof Block.Title title) {
      wrap(title.text(), "");
      out.append("=".repeat(Math.min(WIDTH, title.text().length()))).append('\n');
    } else if (block instanceof Block.Heading heading) {
      wrap(heading.text(), "");
      out.append("-".repeat(Math.min(WIDTH, heading.text().length()))).append('\n');
    } else if (block instanceof Block.Words words) {
      wrap(words.text(), "");
    } else if (block instanceof Block.Headline headline) {
      wrap(
          String.format(
                  Locale.ROOT,
                  "%-34s %8s   %s",
                  headline.name(),
                  headline.value(),
                  headline.about())
              .stripTrailing(),
          " ".repeat(46));
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Matrix matrix) {
      table(Tables.of(matrix.confusion()));
    } else if (block instanceof Block.Cases cases) {
      cases(cases);
    }
  }

  private void table(Block.Table table) {
    int[] widths = new int[table.columns().size()];
    List<List<String>> all = new ArrayList<>(table.rows());
    all.add(table.columns());
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    row(table.columns(), widths);
    for (int i = 0; i < table.rows().size(); i++) {
      row(table.rows().get(i), widths);
    }
  }

  private void row(List<String> cells, int[] widths) {
    int gap = widths.length > 10 ? 1 : 2;
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String pad = " ".repeat(widths[i] - cells.get(i).length());
      line.append(i == 0 ? cells.get(i) + pad : " ".repeat(gap) + pad + cells.get(i));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private void cases(Block.Cases cases) {
    int count = cases.cases().size();
    if (count == 0) {
      out.append(cases.name()).append(": none\n");
    } else if (!shown.contains(cases.option())) {
      out.append(cases.name()).append(": ").append(Figures.count(count)).append("; ");
      out.append(cases.option()).append(" prints them\n");
    } else {
      out.append(cases.name()).append(": ").append(Figures.count(count)).append('\n');
      cases.cases().forEach(this::print);
    }
  }

  private void print(Case one) {
    out.append('\n');
    String sure = one.confidence() < 0 ? "" : String.format(Locale.ROOT, " %.2f", one.confidence());
    wrap(one.id() + "  gold " + one.gold() + ", answer " + one.answer() + sure, "    ");
    wrap("  " + marked(one), "  ");
    one.because().forEach(line -> wrap("    " + line, "      "));
  }

  /** The text with {@code [source]} and {@code {target}}. */
  private static String marked(Case one) {
    StringBuilder text = new StringBuilder(one.text());
    boolean sourceLater =
        one.target() == null
            || one.source() != null && one.source().start() >= one.target().start();
    mark(text, sourceLater ? one.source() : one.target(), sourceLater);
    mark(text, sourceLater ? one.target() : one.source(), !sourceLater);
    return text.toString().replaceAll("\\s+", " ");
  }

  private static void mark(StringBuilder text, Span span, boolean source) {
    if (span != null) {
      text.insert(span.end(), source ? ']' : '}');
      text.insert(span.start(), source ? '[' : '{');
    }
  }

  private void wrap(String text, String indent) {
    String rest = text;
    while (rest.length() > WIDTH) {
      int cut = rest.lastIndexOf(' ', WIDTH);
      if (cut <= indent.length()) {
        cut = WIDTH;
      }
      out.append(rest.substring(0, cut).stripTrailing()).append('\n');
      rest = indent + rest.substring(cut).stripLeading();
    }
    out.append(rest).append('\n');
  }
}
