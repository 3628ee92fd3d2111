package org.entente.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Precision;
import org.entente.model.Quad;
import org.entente.model.Status;

/**
 * One page that loads nothing: its policy allows its own style sheet and script, by hash, and
 * forbids the rest. Without the script it is a static page in which everything can be read.
 */
final class HtmlSink implements Report.Sink {
  private static final String CSS =
      ":root{"
          + Picture.LIGHT
          + "}\n"
          + "@media (prefers-color-scheme:dark){:root:not([data-theme=light]){"
          + Picture.DARK
          + "}}\n"
          + ":root[data-theme=dark]{"
          + Picture.DARK
          + "}\n"
          + "@media print{:root:root:root{"
          + Picture.LIGHT
          + "}}\n"
          + Picture.CSS
          + Markup.resource("report.css");
  private static final String JS = Markup.resource("report.js");
  private static final int DYADS = 20;

  private final Appendable out;
  private final List<Report.Coded> all = new ArrayList<>();
  private final Totals totals = new Totals();

  HtmlSink(Appendable out) {
    this.out = out;
  }

  @Override
  public void add(Report.Coded coded) {
    all.add(coded);
    totals.add(coded.events());
  }

  @Override
  public void close() throws IOException {
    List<Event> events = all.stream().flatMap(c -> c.events().stream()).toList();
    boolean one = all.size() == 1;
    Document only = one ? all.get(0).document() : null;
    String title = one ? Words.title(only) : Words.count(all.size(), "document");
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src ")
        .append(Markup.hash(CSS))
        .append("; script-src ")
        .append(Markup.hash(JS))
        .append("; base-uri 'none'; form-action 'none'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"referrer\" content=\"no-referrer\">\n")
        .append("<title>")
        .append(Markup.escape(title))
        .append(" – Entente</title>\n<style>")
        .append(CSS)
        .append("</style>\n</head>\n<body>\n");
    header(title, only);
    out.append("<main>\n");
    if (one) {
      filters(events);
      document(all.get(0), 0);
      pictures(events, only.published().precision() == Precision.DAY ? only : null);
    } else {
      contents();
      pictures(events, null);
      filters(events);
      out.append("<section aria-label=\"Documents\" class=\"docs\">\n");
      for (int i = 0; i < all.size(); i++) {
        Document document = all.get(i).document();
        out.append("<details class=\"doc\" id=\"d")
            .append(String.valueOf(i))
            .append('"')
            .append(i == 0 ? " open" : "")
            .append("><summary><h2>")
            .append(Markup.escape(Words.title(document)))
            .append("</h2><span class=\"about\">")
            .append(about(document, all.get(i).events().size()))
            .append("</span></summary>\n");
        document(all.get(i), i);
        out.append("</details>\n");
      }
      out.append("</section>\n");
    }
    out.append("</main>\n<footer><p>");
    out.append(
        "Read from the text by machine: check an event against its words before you use it.");
    events.stream()
        .map(Event::coder)
        .filter(c -> c != null)
        .findFirst()
        .ifPresent(coder -> append(" Coder " + Markup.escape(coder) + "."));
    out.append("</p></footer>\n<script>").append(JS).append("</script>\n</body>\n</html>\n");
  }

  private void append(String html) {
    try {
      out.append(html);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void header(String title, Document only) throws IOException {
    out.append("<header class=\"top\"><div class=\"brand\"><span>Entente</span>")
        .append("<button type=\"button\" id=\"theme\" hidden>theme: auto</button></div>\n<h1>")
        .append(Markup.escape(title))
        .append("</h1>\n");
    if (only != null) {
      out.append("<p class=\"about\">").append(about(only, -1)).append("</p>\n");
      for (String note : Words.notes(only)) {
        out.append("<p class=\"note\">").append(Markup.escape(note)).append("</p>\n");
      }
    }
    out.append("<ul class=\"counts\">");
    count(totals.events, totals.events == 1 ? "event" : "events", "");
    count(totals.cooperation, "cooperation", "coop");
    count(totals.events - totals.cooperation, "conflict", "conf");
    count(totals.actual, "actual", "");
    count(totals.events - totals.actual, "planned, possible, demanded or denied", "");
    count(totals.undated, "undated", "");
    count(totals.actors(), totals.actors() == 1 ? "actor" : "actors", "");
    out.append("</ul></header>\n");
  }

  private void count(int number, String what, String kind) throws IOException {
    out.append("<li class=\"")
        .append(kind)
        .append("\"><b>")
        .append(String.format(Locale.ROOT, "%,d", number))
        .append("</b> ")
        .append(what)
        .append("</li>");
  }

  private static String about(Document document, int events) {
    List<String> parts = new ArrayList<>();
    if (document.publisher() != null) {
      parts.add(Markup.escape(document.publisher()));
    }
    if (document.byline() != null) {
      parts.add(Markup.escape(document.byline()));
    }
    parts.add(
        document.published().known()
            ? Markup.escape(Words.date(document.published()))
            : "<span class=\"unknown\">" + Words.NO_DATE + "</span>");
    if (events >= 0) {
      parts.add(Words.count(events, "event"));
    }
    String url = document.url();
    if (events < 0 && url != null && url.matches("(?i)https?://.*")) {
      parts.add("<a rel=\"noreferrer noopener\" href=\"" + Markup.escape(url) + "\">original</a>");
    }
    return String.join(" <span aria-hidden=\"true\">·</span> ", parts);
  }

  private void contents() throws IOException {
    out.append("<nav class=\"contents\" aria-label=\"Contents\"><h2>Documents</h2><ol>\n");
    for (int i = 0; i < all.size(); i++) {
      Document document = all.get(i).document();
      out.append("<li><a href=\"#d")
          .append(String.valueOf(i))
          .append("\">")
          .append(Markup.escape(Words.title(document)))
          .append("</a> <span class=\"about\">")
          .append(about(document, all.get(i).events().size()))
          .append("</span></li>\n");
    }
    out.append("</ol></nav>\n");
  }

  private void filters(List<Event> events) throws IOException {
    out.append("<div class=\"filters\" role=\"group\" aria-label=\"Show events by class and")
        .append(" status\" hidden><span class=\"legend\" id=\"shown\" role=\"status\">show</span>");
    for (Quad quad : Quad.values()) {
      chip("quad", Picture.quad(quad), quad.label(), count(events, e -> e.quad() == quad));
    }
    out.append("<span class=\"sep\"></span>");
    for (Status status : Status.values()) {
      chip(
          "status",
          Words.lower(status),
          Words.lower(status),
          count(events, e -> e.status() == status));
    }
    out.append("</div>\n");
  }

  private static long count(List<Event> events, Predicate<Event> test) {
    return events.stream().filter(test).count();
  }

  private void chip(String by, String value, String label, long count) throws IOException {
    if (count > 0) {
      out.append("<button type=\"button\" class=\"chip ")
          .append(value)
          .append("\" data-by=\"")
          .append(by)
          .append("\" data-value=\"")
          .append(value)
          .append("\" aria-pressed=\"true\">")
          .append(label)
          .append(" <b>")
          .append(String.valueOf(count))
          .append("</b></button>");
    }
  }

  private void document(Report.Coded coded, int number) throws IOException {
    ArticleHtml article = new ArticleHtml(coded.document(), coded.events(), number);
    out.append("<div class=\"pane\">\n<section class=\"text\" aria-label=\"Text\">\n")
        .append("<p class=\"key\"><span class=\"seg s\">who</span>")
        .append("<span class=\"seg a\">does what</span><span class=\"seg t\">to whom</span>")
        .append("<span class=\"seg a hedged\">claimed, or not (yet) done</span></p>\n")
        .append("<article>\n")
        .append(article.html())
        .append("</article>\n</section>\n")
        .append("<section class=\"events\" aria-label=\"Events\">\n");
    if (coded.events().isEmpty()) {
      out.append("<p class=\"none\">No events found in this text.</p>\n");
    } else {
      out.append("<ol class=\"cards\">\n");
      for (int i = 0; i < coded.events().size(); i++) {
        out.append(
            CardHtml.html(
                coded.document(),
                coded.events().get(i),
                i + 1,
                anchor(number, i),
                article.words(i + 1)));
      }
      out.append("</ol>\n");
    }
    out.append("</section>\n</div>\n");
  }

  private static String anchor(int document, int event) {
    return "e" + document + "-" + (event + 1);
  }

  private void pictures(List<Event> events, Document marked) throws IOException {
    if (events.isEmpty()) {
      return;
    }
    Map<Event, String> anchors = new IdentityHashMap<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.get(i).events().size(); j++) {
        anchors.put(all.get(i).events().get(j), anchor(i, j));
      }
    }
    LocalDate published = marked == null ? null : marked.published().from();
    out.append("<section class=\"pictures\" aria-label=\"Pictures\">\n")
        .append("<figure><figcaption><h2>Who to whom</h2><p>Events between two actors,")
        .append(" without those that are denied. Point at an arrow or a circle to read it.</p>")
        .append("</figcaption><div class=\"scroll\" tabindex=\"0\" role=\"region\"")
        .append(" aria-label=\"Network\">\n")
        .append(NetworkSvg.svg(events, false))
        .append("</div>\n");
    dyads(events);
    out.append("</figure>\n<figure><figcaption><h2>When</h2><p>A bar is as long as its date is")
        .append(" vague; each leads to its event.</p></figcaption>")
        .append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Timeline\">\n")
        .append(TimelineSvg.svg(events, published, anchors::get, false))
        .append("</div></figure>\n</section>\n");
  }

  private void dyads(List<Event> events) throws IOException {
    List<Dyads.Dyad> dyads = Dyads.of(events, Dyads.Level.ACTOR);
    if (dyads.isEmpty()) {
      return;
    }
    List<Dyads.Dyad> shown = dyads.subList(0, Math.min(DYADS, dyads.size()));
    out.append("<details class=\"dyads\"><summary>")
        .append(
            shown.size() < dyads.size()
                ? "the " + shown.size() + " busiest of " + dyads.size() + " dyads as a table"
                : "as a table")
        .append("</summary><div class=\"scroll\"><table><thead><tr>")
        .append("<th scope=\"col\">source</th><th scope=\"col\">target</th>")
        .append("<th scope=\"col\">events</th><th scope=\"col\">cooperation</th>")
        .append("<th scope=\"col\">conflict</th><th scope=\"col\">mean Goldstein</th>")
        .append("</tr></thead><tbody>\n");
    for (Dyads.Dyad dyad : shown) {
      out.append("<tr><td>")
          .append(Markup.escape(dyad.sourceName()))
          .append(" <span class=\"code\">")
          .append(Markup.escape(dyad.source()))
          .append("</span></td><td>")
          .append(Markup.escape(dyad.targetName()))
          .append(" <span class=\"code\">")
          .append(Markup.escape(dyad.target()))
          .append("</span></td><td>")
          .append(String.valueOf(dyad.count()))
          .append("</td><td>")
          .append(String.valueOf(dyad.cooperation()))
          .append("</td><td>")
          .append(String.valueOf(dyad.conflict()))
          .append("</td><td>")
          .append(Words.weight(dyad.goldstein()))
          .append("</td></tr>\n");
    }
    out.append("</tbody></table></div></details>\n");
  }
}
