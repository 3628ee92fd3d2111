package org.entente.coding.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.dankito.readability4j.Article;
import net.dankito.readability4j.Readability4J;
import org.entente.model.Paragraph.Kind;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the article in a page: by Readability, and by simpler rules where that finds too little,
 * takes too long, or breaks.
 */
final class Layout {
  /** Less text than this is no article. */
  private static final int LEAST = 140;

  private static final long STACK = 16L << 20;

  private Layout() {}

  static List<Block> blocks(Document page, Draft draft, Duration time, int mostElements) {
    List<Element> elements = page.getAllElements();
    for (Element element : elements) {
      element.removeAttr(Walk.KIND);
      Kind kind = Html.kind(element);
      if (kind != null) {
        element.attr(Walk.KIND, kind.name());
      }
    }
    List<Block> simple = Walk.blocks(simple(page));
    if (elements.size() > mostElements) {
      draft.notes.add("a page of " + elements.size() + " elements: laid out by simple rules");
      return simple;
    }
    List<Block> readable = readable(page, draft, time);
    int length = prose(readable);
    return length < LEAST || length < prose(simple) * 0.5 && narrow(page) ? simple : readable;
  }

  private static int prose(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> block.kind() == null)
        .mapToInt(block -> block.text().length())
        .sum();
  }

  private static List<Block> readable(Document page, Draft draft, Duration time) {
    Document copy = page.clone();
    AtomicReference<Element> found = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                Article article =
                    new Readability4J(
                            page.location().isEmpty() ? "about:blank" : page.location(), copy)
                        .parse();
                found.set(article.getArticleContent());
              } catch (RuntimeException | StackOverflowError e) {
                // the simple rules take over
              }
            },
            "entente-layout",
            STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      thread.join(Math.max(1, time.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
    if (thread.isAlive()) {
      draft.notes.add("layout took more than " + time.toMillis() + " ms: laid out by simple rules");
      return List.of();
    }
    return found.get() == null ? List.of() : Walk.blocks(found.get());
  }

  /** Whether the page itself marks its article. */
  private static boolean narrow(Document page) {
    return page.selectFirst("[itemprop=articleBody], article") != null;
  }

  private static Element simple(Document page) {
    for (String query :
        List.of(
            "[itemprop=articleBody]",
            "article",
            ".article-body, .story-body, .entry-content, .post-content",
            "main, [role=main]")) {
      Element best = null;
      int most = LEAST;
      for (Element element : page.select(query)) {
        int length = 0;
        for (Element paragraph : element.select("p")) {
          length += paragraph.ownText().length();
        }
        if (length > most) {
          best = element;
          most = length;
        }
      }
      if (best != null) {
        return best;
      }
    }
    // the element that holds most text in paragraphs right under it
    Element best = page.body();
    int most = 0;
    int all = 0;
    List<Element> parents = new ArrayList<>();
    for (Element paragraph : page.select("p")) {
      all += paragraph.ownText().length();
      if (paragraph.parent() != null
          && (parents.isEmpty() || parents.get(parents.size() - 1) != paragraph.parent())) {
        parents.add(paragraph.parent());
      }
    }
    for (Element parent : parents) {
      int length = 0;
      for (Element child : parent.children()) {
        length += child.normalName().equals("p") ? child.ownText().length() : 0;
      }
      if (length > most) {
        best = parent;
        most = length;
      }
    }
    return most > LEAST && most >= all * 0.6 ? best : page.body();
  }
}
