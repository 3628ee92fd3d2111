package org.entente.coding.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.model.Paragraph.Kind;
import org.entente.model.TimeSpan;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads a web page: what its head says of the article, and the article's paragraphs. */
final class Html {
  /** Deeper elements are flattened into this depth. */
  private static final int DEEPEST = 256;

  /** A page with more elements is laid out by the simple rules alone. */
  private static final int MOST_ELEMENTS = 30_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> DATE_METAS =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "og:published_time",
          "datepublished",
          "parsely-pub-date",
          "sailthru.date",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "publication_date",
          "cxenseparse:recs:publishtime",
          "citation_publication_date",
          "citation_date",
          "dc.date.issued",
          "dc.date.created",
          "dc.date",
          "dcterms.issued",
          "dcterms.created",
          "dcterms.date",
          "date");
  private static final Pattern LATER =
      Pattern.compile("updat|modif|edited|revis", Pattern.CASE_INSENSITIVE);
  private static final Pattern SUFFIX = Pattern.compile("\\s+(?:[|–—·»]|-{1,2}|::)\\s+");
  private static final Pattern BY =
      Pattern.compile("^(?:by|written by|author)[: ]\\s*", Pattern.CASE_INSENSITIVE);

  private Html() {}

  /** Fills a draft from a whole page. What the draft knows already stays. */
  static void page(String html, Draft draft, Ingest.Limits limits) {
    Document page = parse(html, draft.url);
    head(page, draft);
    if (draft.blocks.isEmpty()) {
      draft.blocks.addAll(Layout.blocks(page, draft, limits.layout(), MOST_ELEMENTS));
    }
  }

  /** Fills a draft's blocks from a field of data that holds HTML. */
  static void field(String html, Draft draft, Ingest.Limits limits) {
    if (html.length() > 2_000 && Pattern.compile("(?i)<(?:html|body)\\b").matcher(html).find()) {
      page(html, draft, limits);
      return;
    }
    Document page = parse(html, draft.url);
    draft.blocks.addAll(Walk.blocks(page.body()));
  }

  private static Document parse(String html, String url) {
    Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    return parser.parseInput(html, url == null ? "" : url);
  }

  private static void head(Document page, Draft draft) {
    List<JsonNode> linked = linked(page);
    String site =
        first(
            meta(page, "og:site_name"),
            linked(linked, "publisher"),
            meta(page, "dc.publisher"),
            meta(page, "citation_publisher"),
            meta(page, "application-name"));
    draft.publisher = first(draft.publisher, site);
    if (draft.publisher == null && draft.url != null) {
      draft.publisher = host(draft.url);
    }
    if (draft.title == null) {
      List<Element> h1 = page.select("h1");
      draft.title =
          first(
              unsuffixed(meta(page, "og:title"), site, false),
              linked(linked, "headline"),
              h1.size() == 1 ? Text.cleanOrNull(h1.get(0).text()) : null,
              unsuffixed(Text.cleanOrNull(page.title()), site, true));
    }
    if (draft.byline == null) {
      draft.byline = byline(page, linked);
    }
    if (draft.published == null) {
      draft.published = published(page, linked);
    }
    String language = page.select("html").attr("lang");
    if (draft.language == null && language.matches("[A-Za-z]{2}(?:[-_].*)?")) {
      draft.language = language.substring(0, 2).toLowerCase(Locale.ROOT);
    }
  }

  private static String byline(Document page, List<JsonNode> linked) {
    List<String> found = new ArrayList<>();
    found.add(linked(linked, "author"));
    found.add(meta(page, "author"));
    found.add(meta(page, "article:author"));
    found.add(meta(page, "parsely-author"));
    found.add(meta(page, "dc.creator"));
    for (String query :
        List.of("[rel=author]", "[itemprop=author]", ".byline", ".author-name", ".author")) {
      Element element = page.selectFirst(query);
      found.add(element == null ? null : Text.cleanOrNull(element.text()));
    }
    for (String name : found) {
      if (name != null) {
        String bare = BY.matcher(name).replaceFirst("").strip();
        if (!bare.isEmpty() && bare.length() <= 100 && !bare.contains("://")) {
          return bare;
        }
      }
    }
    return null;
  }

  private static TimeSpan published(Document page, List<JsonNode> linked) {
    List<String> found = new ArrayList<>();
    for (String name : DATE_METAS.subList(0, 3)) {
      found.add(meta(page, name));
    }
    found.add(linked(linked, "datePublished"));
    for (Element element : page.select("[itemprop=datePublished]")) {
      found.add(
          first(
              Text.cleanOrNull(element.attr("content")),
              Text.cleanOrNull(element.attr("datetime")),
              Text.cleanOrNull(element.text())));
    }
    for (String name : DATE_METAS) {
      found.add(meta(page, name));
    }
    for (String query :
        List.of("time[pubdate]", "article time", "main time", "header time", "time")) {
      for (Element time : page.select(query)) {
        Element parent = time.parent();
        String around =
            time.className()
                + ' '
                + time.attr("itemprop")
                + ' '
                + (parent == null ? "" : parent.className() + ' ' + Text.head(parent.text(), 60));
        if (!LATER.matcher(around).find()) {
          found.add(first(Text.cleanOrNull(time.attr("datetime")), Text.cleanOrNull(time.text())));
        }
      }
    }
    for (String value : found) {
      Optional<TimeSpan> date = value == null ? Optional.empty() : Dates.field(value);
      if (date.isPresent()) {
        return date.get();
      }
    }
    return null;
  }

  private static String meta(Document page, String name) {
    for (Element meta : page.select("meta[content]")) {
      if (name.equalsIgnoreCase(meta.attr("property"))
          || name.equalsIgnoreCase(meta.attr("name"))
          || name.equalsIgnoreCase(meta.attr("itemprop"))) {
        String content = Text.cleanOrNull(meta.attr("content"));
        if (content != null) {
          return content;
        }
      }
    }
    return null;
  }

  /** Objects of JSON-LD, those of articles first. */
  private static List<JsonNode> linked(Document page) {
    List<JsonNode> articles = new ArrayList<>();
    List<JsonNode> others = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      Deque<JsonNode> open = new ArrayDeque<>();
      try {
        open.add(MAPPER.readTree(script.data()));
      } catch (JsonProcessingException e) {
        continue; // many pages' are broken
      }
      while (!open.isEmpty() && articles.size() + others.size() < 1_000) {
        JsonNode node = open.poll();
        if (node.isObject()) {
          String type = node.path("@type").toString();
          (type.contains("Article") || type.contains("Posting") || type.contains("Report")
                  ? articles
                  : others)
              .add(node);
          node.path("@graph").forEach(open::add);
          node.path("mainEntity").forEach(open::add);
        } else {
          node.forEach(open::add);
        }
      }
    }
    // of the rest only what an article would say of itself
    others.removeIf(node -> !node.has("datePublished"));
    articles.addAll(others);
    return articles;
  }

  private static String linked(List<JsonNode> nodes, String field) {
    for (JsonNode node : nodes) {
      JsonNode value = node.path(field);
      List<String> parts = new ArrayList<>();
      for (JsonNode one : value.isArray() ? value : List.of(value)) {
        String text = one.isObject() ? one.path("name").asText() : one.asText();
        if (!text.isBlank()) {
          parts.add(text);
        }
      }
      if (!parts.isEmpty()) {
        return Text.cleanOrNull(Parser.unescapeEntities(String.join(", ", parts), false));
      }
    }
    return null;
  }

  /** Without the site's name at its end. */
  private static String unsuffixed(String title, String site, boolean guess) {
    if (title == null) {
      return null;
    }
    String[] parts = SUFFIX.split(title);
    if (parts.length < 2) {
      return title;
    }
    String last = parts[parts.length - 1];
    String rest = title.substring(0, title.lastIndexOf(last)).strip();
    rest = rest.replaceAll("\\s*(?:[|–—·»]|-{1,2}|::)$", "").strip();
    boolean named = site != null && Text.words(last).equals(Text.words(site));
    boolean likely =
        guess && last.length() <= 30 && rest.length() >= 15 && rest.length() > last.length();
    return named || likely ? rest : title;
  }

  private static String host(String url) {
    String host = java.net.URI.create(url).getHost();
    return host == null || host.matches("[\\d.]+|\\[.*|localhost")
        ? null
        : host.replaceFirst("^www\\.", "");
  }

  private static String first(String... values) {
    for (String value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** Kind that an element's tag or class tells, or null. */
  static Kind kind(Element element) {
    String tag = element.normalName();
    if (tag.matches("h[1-6]")) {
      return Kind.HEADING;
    }
    if (tag.equals("figcaption")) {
      return Kind.CAPTION;
    }
    String names =
        (element.className() + ' ' + element.id() + ' ' + element.attr("itemprop"))
            .toLowerCase(Locale.ROOT);
    if (names.length() < 4) {
      return null;
    }
    if (names.matches(".*(?:pull[-_ ]?quote|quote[-_]?pull|blockquote--pull|pullout).*")) {
      return Kind.PULL_QUOTE;
    }
    if (names.matches(
        ".*(?:author|writer)[-_ ]?(?:bio|info|description|box|about).*|.*\\b(?:bio|biography|about[-_]?(?:the[-_]?)?author)\\b.*")) {
      return Kind.BIOGRAPHY;
    }
    if (names.matches(".*(?:wp-caption-text|\\bcaption\\b|image-caption|photo-?credit).*")) {
      return Kind.CAPTION;
    }
    if (names.matches(".*\\bbyline\\b.*") && element.text().length() <= 200) {
      return Kind.BYLINE;
    }
    return names.matches(".*\\b(?:disclaimer|copyright)\\b.*") && element.text().length() <= 2_000
        ? Kind.DISCLAIMER
        : null;
  }
}
