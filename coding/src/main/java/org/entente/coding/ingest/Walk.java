package org.entente.coding.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.model.Paragraph.Kind;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks an element in the order of its text and gathers blocks; does not recurse. */
final class Walk implements NodeVisitor {
  /** Attribute that carries a kind through Readability, which takes classes away. */
  static final String KIND = "data-entente-kind";

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "nav",
          "footer",
          "form",
          "button",
          "select",
          "svg",
          "iframe",
          "object",
          "audio",
          "video",
          "canvas",
          "head",
          "textarea",
          "input");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "header",
          "aside",
          "figure",
          "figcaption",
          "blockquote",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "tr",
          "td",
          "th",
          "caption",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "pre",
          "hr",
          "address",
          "center",
          "details",
          "summary");
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?:^|[\\s_-])(?:share|sharing|social|related|newsletter|comments?|advert\\w*|promo|sidebar|breadcrumbs?|cookies?|menu|navigation|read-?more|most-?read|tags?)(?:$|[\\s_-])");

  private final Element root;
  private final int size;
  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Element> marked = new ArrayDeque<>();
  private Element skipped;
  private int pre;

  private Walk(Element root) {
    this.root = root;
    this.size = root.text().length();
  }

  static List<Block> blocks(Element root) {
    Walk walk = new Walk(root);
    root.traverse(walk);
    walk.flush();
    return walk.blocks;
  }

  @Override
  public void head(Node node, int depth) {
    if (skipped != null) {
      return;
    }
    if (node instanceof TextNode words) {
      String whole = words.getWholeText();
      text.append(pre > 0 ? whole : whole.replaceAll("[ \\t\\r\\n\\f]+", " "));
    } else if (node instanceof Element element) {
      String tag = element.normalName();
      if (element != root && (SKIPPED.contains(tag) || beside(element, tag))) {
        skipped = element;
        return;
      }
      if (tag.equals("br")) {
        text.append('\n');
      }
      if (parts(element)) {
        flush();
      }
      if (element.hasAttr(KIND)) {
        marked.push(element);
      }
      pre += tag.equals("pre") ? 1 : 0;
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node == skipped) {
      skipped = null;
    } else if (skipped == null && node instanceof Element element) {
      if (parts(element)) {
        flush();
      }
      if (marked.peek() == element) {
        marked.pop();
      }
      pre -= element.normalName().equals("pre") ? 1 : 0;
    }
  }

  private static boolean parts(Element element) {
    return BLOCKS.contains(element.normalName()) || element.hasAttr(KIND);
  }

  private boolean beside(Element element, String tag) {
    if (element.hasAttr("hidden")
        || element.attr("style").replace(" ", "").contains("display:none")) {
      return true;
    }
    if (tag.equals("aside")) {
      return !element.hasAttr(KIND) && element.text().length() < size * 0.4;
    }
    if (!BLOCKS.contains(tag)) {
      return false;
    }
    String names = (element.className() + ' ' + element.id()).toLowerCase(Locale.ROOT);
    return names.length() > 1
        && BESIDE.matcher(names).find()
        && element.text().length() < size * 0.3;
  }

  private void flush() {
    if (text.length() == 0) {
      return;
    }
    String words = text.toString();
    text.setLength(0);
    Kind kind = marked.isEmpty() ? null : Kind.valueOf(marked.peek().attr(KIND));
    if (kind == Kind.HEADING || words.indexOf('\n') < 0) {
      String line = Text.clean(words);
      if (!line.isEmpty()) {
        blocks.add(new Block(kind, line));
      }
      return;
    }
    for (Block block : PlainText.blocks(words)) {
      blocks.add(kind == null ? block : block.as(kind));
    }
  }
}
