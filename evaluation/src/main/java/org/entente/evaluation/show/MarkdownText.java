package org.entente.evaluation.show;

import java.util.List;
import java.util.stream.Collectors;

/** Blocks as Markdown, without the texts of cases. */
final class MarkdownText {
  private final StringBuilder out = new StringBuilder();
  private Block last;

  String of(List<Block> blocks) {
    for (Block block : blocks) {
      if (block instanceof Block.Headline headline) {
        headline(headline);
      } else {
        print(block);
      }
      last = block;
    }
    return out.toString();
  }

  private void headline(Block.Headline headline) {
    if (!(last instanceof Block.Headline)) {
      out.append("\n| measure | value | |\n|---|--:|---|\n");
    }
    row(List.of(headline.name(), headline.value(), headline.about()));
  }

  private void print(Block block) {
    if (block instanceof Block.Title title) {
      out.append("\n## ").append(text(title.text())).append('\n');
    } else if (block instanceof Block.Heading heading) {
      out.append("\n### ").append(text(heading.text())).append('\n');
    } else if (block instanceof Block.Words words) {
      out.append('\n').append(text(words.text())).append('\n');
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Matrix matrix) {
      table(Tables.of(matrix.confusion()));
    } else if (block instanceof Block.Cases cases) {
      out.append('\n').append(text(cases.name())).append(": ");
      out.append(Figures.count(cases.cases().size())).append('\n');
    }
  }

  private void table(Block.Table table) {
    out.append('\n');
    row(table.columns());
    out.append("|---").append("|--:".repeat(table.columns().size() - 1)).append("|\n");
    for (int i = 0; i < table.rows().size(); i++) {
      List<String> cells = table.rows().get(i);
      boolean sum = table.sum() && i == table.rows().size() - 1;
      row(sum ? cells.stream().map(cell -> "**" + cell + "**").toList() : cells);
    }
  }

  private void row(List<String> cells) {
    out.append(
            cells.stream().map(MarkdownText::text).collect(Collectors.joining(" | ", "| ", " |")))
        .append('\n');
  }

  private static String text(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }
}
