package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Evidence;
import org.entente.model.Status;

/** An event as a card beside the text. */
final class CardHtml {
  private CardHtml() {}

  /**
   * @param number of the event in its document, from 1
   * @param anchor of the card
   * @param words anchor of the words in the text, or null
   */
  static String html(Document document, Event event, int number, String anchor, String words) {
    StringBuilder out = new StringBuilder();
    String quad = Picture.quad(event.quad());
    out.append("<li class=\"card ")
        .append(quad)
        .append("\" id=\"")
        .append(anchor)
        .append("\" data-quad=\"")
        .append(quad)
        .append("\" data-status=\"")
        .append(Words.lower(event.status()))
        .append("\">");

    out.append("<div class=\"what\">");
    if (words != null) {
      out.append("<a class=\"num\" href=\"#")
          .append(words)
          .append("\" aria-label=\"Event ")
          .append(number)
          .append(": show it in the text\">")
          .append(number)
          .append("</a>");
    } else {
      out.append("<span class=\"num\">").append(number).append("</span>");
    }
    out.append("<span class=\"type\">").append(event.type()).append("</span>");
    if (event.mode() != null && !event.mode().isBlank()) {
      out.append("<span class=\"mode\">").append(Markup.escape(event.mode())).append("</span>");
    }
    if (event.status() != Status.ACTUAL) {
      out.append("<span class=\"status\"><span aria-hidden=\"true\">")
          .append(Words.marker(event.status()))
          .append("</span> ")
          .append(Words.lower(event.status()))
          .append("</span>");
    }
    out.append("</div>");

    out.append("<p class=\"pair\">");
    actor(out, "who", event.source());
    out.append(
        " <span class=\"second\"><span class=\"to\" role=\"img\" aria-label=\"to\">→</span>");
    if (event.target() == null) {
      out.append("<span class=\"nobody\">no target named</span>");
    } else {
      actor(out, "whom", event.target());
    }
    out.append("</span></p>");

    out.append("<dl>");
    String precision = Words.precision(event.time());
    fact(
        out,
        "when",
        (event.time().known()
                ? Markup.escape(Words.date(event.time()))
                : "<span class=\"nobody\">undated</span>")
            + (precision.isEmpty() ? "" : " <small>" + precision + "</small>"));
    fact(out, "where", Markup.escape(Words.place(event.place())));
    fact(
        out,
        "how many",
        event.magnitudes().stream()
            .map(m -> Markup.escape(Words.magnitude(m)))
            .collect(Collectors.joining(", ")));
    String speaker = Words.speaker(event.attribution());
    fact(out, "according to", Markup.escape(speaker));
    String publisher = event.attribution().publisher();
    if (publisher != null && !publisher.equals(document.publisher())) {
      fact(out, "publisher", Markup.escape(publisher));
    }
    fact(out, "contexts", Markup.escape(String.join(", ", event.contexts())));
    out.append("</dl>");

    out.append("<div class=\"foot\"><span class=\"cameo\">");
    if (event.cameo() != null) {
      out.append("CAMEO <b>").append(Markup.escape(event.cameo())).append("</b> · ");
    }
    out.append("Goldstein <b>").append(Words.weight(event.goldstein())).append("</b></span>");
    confidence(out, event.confidence());
    out.append("</div>");

    why(out, document, event);
    return out.append("</li>\n").toString();
  }

  private static void actor(StringBuilder out, String kind, Actor actor) {
    out.append("<span class=\"")
        .append(kind)
        .append("\"><b>")
        .append(Markup.escape(Words.name(actor)))
        .append("</b> <span class=\"code\"");
    if (!actor.sectors().isEmpty()) {
      out.append(" title=\"")
          .append(
              Markup.escape(
                  actor.code()
                      + ": "
                      + actor.sectors().stream()
                          .map(s -> s.label())
                          .collect(Collectors.joining(", "))))
          .append('"');
    }
    out.append('>').append(Markup.escape(actor.fullCode())).append("</span>");
    if (actor.role() != null && !actor.role().isBlank()) {
      out.append(" <small>").append(Markup.escape(actor.role())).append("</small>");
    }
    out.append("</span>");
  }

  private static void fact(StringBuilder out, String name, String html) {
    if (html != null && !html.isEmpty()) {
      out.append("<div><dt>").append(name).append("</dt><dd>").append(html).append("</dd></div>");
    }
  }

  private static void confidence(StringBuilder out, double confidence) {
    long percent = Math.round(Math.max(0, Math.min(1, confidence)) * 100);
    out.append("<span class=\"sure\" title=\"confidence\"><svg width=\"54\" height=\"6\"")
        .append(" aria-hidden=\"true\"><rect class=\"all\" width=\"54\" height=\"6\" rx=\"3\"/>")
        .append("<rect class=\"part\" width=\"")
        .append(Markup.n(percent * .54))
        .append("\" height=\"6\" rx=\"3\"/></svg><span class=\"vh\">confidence </span>")
        .append(percent)
        .append(" %</span>");
  }

  private static void why(StringBuilder out, Document document, Event event) {
    out.append("<details class=\"why\"><summary>why");
    if (event.evidence().size() > 1) {
      out.append(" · told ").append(event.evidence().size()).append(" times");
    }
    out.append("</summary>");
    for (Evidence evidence : event.evidence()) {
      String sentence = Words.words(document, evidence.span());
      if (!sentence.isEmpty()) {
        out.append("<blockquote>").append(Markup.escape(sentence)).append("</blockquote>");
      }
      List<String> steps = new ArrayList<>();
      if (evidence.rule() != null) {
        steps.add("<code>" + Markup.escape(evidence.rule()) + "</code>");
      }
      evidence.because().forEach(step -> steps.add(Markup.escape(step)));
      if (!steps.isEmpty()) {
        out.append("<ol><li>").append(String.join("</li><li>", steps)).append("</li></ol>");
      }
    }
    out.append("<p class=\"id\">event ").append(Markup.escape(event.id()));
    if (event.coder() != null) {
      out.append(" · ").append(Markup.escape(event.coder()));
    }
    out.append("</p></details>");
  }
}
