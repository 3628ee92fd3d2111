package org.entente.evaluation.show;

import java.util.List;

/**
 * One page that loads nothing: its policy allows its own style sheet and script, by hash, and
 * forbids the rest. Without the script everything can be read.
 */
final class HtmlPage {
  private static final String CSS = Html.resource("page.css");
  private static final String JS = Html.resource("page.js");

  private final String title;
  private final List<Block> blocks;
  private final StringBuilder out = new StringBuilder();
  private String open = "";

  HtmlPage(String title, List<Block> blocks) {
    this.title = title;
    this.blocks = blocks;
  }

  String html() {
    String name = Html.escape(title);
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.append("style-src ").append(Html.hash(CSS)).append("; script-src ").append(Html.hash(JS));
    out.append("; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\"");
    out.append(" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\"");
    out.append(" content=\"no-referrer\">\n<title>").append(name).append("</title>\n<style>");
    out.append(CSS).append("</style>\n</head>\n<body>\n<header><div class=\"brand\">");
    out.append("<span>Entente</span><button type=\"button\" id=\"theme\" hidden>theme: auto");
    out.append("</button></div>\n<h1>").append(name).append("</h1></header>\n");
    contents();
    out.append("<main>\n");
    for (int i = 0; i < blocks.size(); i++) {
      block(blocks.get(i), i);
    }
    into("");
    out.append(
        "</main>\n<footer><p>Written by ./entente evaluate. The sentences quoted here belong");
    out.append(" to their owners; this page is for looking through, not for passing on.</p>");
    out.append("</footer>\n<script>").append(JS).append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  private void contents() {
    out.append("<nav aria-label=\"Contents\"><ul>");
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Title one) {
        entry("", i, one.text());
      } else if (blocks.get(i) instanceof Block.Heading one) {
        entry("sub", i, one.text());
      }
    }
    out.append("</ul></nav>\n");
  }

  private void entry(String kind, int block, String text) {
    out.append("<li class=\"").append(kind).append("\"><a href=\"#b").append(block).append("\">");
    out.append(Html.escape(text)).append("</a></li>");
  }

  private void block(Block block, int number) {
    if (block instanceof Block.Title one) {
      heading("h2", one.text(), number);
    } else if (block instanceof Block.Heading one) {
      heading("h3", one.text(), number);
    } else if (block instanceof Block.Words one) {
      into("part");
      out.append("<p>").append(Html.escape(one.text())).append("</p>\n");
    } else if (block instanceof Block.Headline one) {
      into("tiles");
      out.append("<li><span>").append(Html.escape(one.name())).append("</span><b>");
      out.append(Html.escape(one.value())).append("</b><small>");
      out.append(Html.escape(one.about())).append("</small></li>\n");
    } else if (block instanceof Block.Table one) {
      into("flow");
      table(one);
    } else if (block instanceof Block.Matrix one) {
      into("flow");
      out.append("<figure><div class=\"scroll\">").append(MatrixSvg.of(one)).append("</div>");
      out.append("<figcaption>A cell is as strong as its share of its row. Choose a wrong one to");
      out.append(" read its sentences.</figcaption></figure>\n");
    } else if (block instanceof Block.Diagram one) {
      into("flow");
      out.append("<figure>").append(ReliabilitySvg.of(one.reliability()));
      out.append("<figcaption>On the dashed line answers are right as often as they say.");
      out.append("</figcaption></figure>\n");
    } else if (block instanceof Block.Cases one) {
      into("part");
      out.append(CasesHtml.of(one));
    }
  }

  /** Each heading begins a part, so that a matrix finds its own cases. */
  private void heading(String level, String text, int number) {
    into("");
    into("part");
    out.append('<').append(level).append(" id=\"b").append(number).append("\">");
    out.append(Html.escape(text)).append("</").append(level).append(">\n");
  }

  /** Opens and closes what blocks of a kind stand in: a part, and in it tiles or a flow. */
  private void into(String kind) {
    if (kind.equals(open)) {
      return;
    }
    if (open.equals("tiles")) {
      out.append("</ul>\n");
    } else if (open.equals("flow")) {
      out.append("</div>\n");
    }
    if (open.isEmpty()) {
      out.append("<section class=\"part\">\n");
    }
    if (kind.isEmpty()) {
      out.append("</section>\n");
    } else if (kind.equals("tiles")) {
      out.append("<ul class=\"tiles\">\n");
    } else if (kind.equals("flow")) {
      out.append("<div class=\"flow\">\n");
    }
    open = kind;
  }

  private void table(Block.Table table) {
    out.append("<div class=\"scroll\"><table><thead><tr>");
    for (String column : table.columns()) {
      out.append("<th scope=\"col\">").append(Html.escape(column)).append("</th>");
    }
    out.append("</tr></thead><tbody>\n");
    for (int i = 0; i < table.rows().size(); i++) {
      boolean sum = table.sum() && i == table.rows().size() - 1;
      out.append(sum ? "<tr class=\"sum\">" : "<tr>");
      for (String cell : table.rows().get(i)) {
        out.append("<td>").append(Html.escape(cell)).append("</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n");
  }
}
