package org.entente.model;

/**
 * A paragraph of a document and what it is for. Only {@link Kind#BODY} is coded.
 *
 * @param kind what it is
 * @param span where it stands in the document's text
 */
public record Paragraph(Kind kind, Span span) {
  public enum Kind {
    TITLE,
    HEADING,
    BODY,
    PULL_QUOTE,
    BYLINE,
    BIOGRAPHY,
    DISCLAIMER,
    STAMP,
    CAPTION
  }
}
