package org.entente.report;

import java.util.List;

/** A page of pictures and tables that loads nothing; in light and dark, and for print. */
public final class Page {
  private static final String CSS =
      ":root{"
          + Picture.LIGHT
          + "}\n@media (prefers-color-scheme:dark){:root{"
          + Picture.DARK
          + "}}\n@media print{:root:root{"
          + Picture.LIGHT
          + "}}\n"
          + Picture.CSS
          + Markup.resource("page.css");

  /**
   * One section.
   *
   * @param title above it, or null
   * @param html a picture ({@code <svg>} without colours of its own), a table of {@link Grid#html}
   *     or paragraphs
   */
  public record Part(String title, String html) {}

  private Page() {}

  /** Paragraphs in small print. */
  public static String notes(List<String> lines) {
    StringBuilder out = new StringBuilder();
    lines.forEach(
        line -> out.append("<p class=\"note\">").append(Markup.escape(line)).append("</p>\n"));
    return out.toString();
  }

  /**
   * The page.
   *
   * @param title what was asked, in words
   * @param about one line on what it was answered from
   */
  public static String of(String title, String about, List<Part> parts) {
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src ")
        .append(Markup.hash(CSS))
        .append("; base-uri 'none'; form-action 'none'\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(Markup.escape(title))
        .append(" – Entente</title>\n<style>")
        .append(CSS)
        .append("</style>\n</head>\n<body>\n<header><p class=\"brand\">Entente</p>\n<h1>")
        .append(Markup.escape(title))
        .append("</h1>\n<p class=\"about\">")
        .append(Markup.escape(about))
        .append("</p></header>\n<main>\n");
    for (Part part : parts) {
      out.append("<section>\n");
      if (part.title() != null) {
        out.append("<h2>").append(Markup.escape(part.title())).append("</h2>\n");
      }
      out.append(part.html()).append("</section>\n");
    }
    return out.append("</main>\n</body>\n</html>\n").toString();
  }
}
