package org.entente.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A news text, ready to be coded.
 *
 * @param id the user's id, or {@code doc-} and twelve hexadecimal digits of the text's SHA-256
 * @param origin where it was read from: a path, a path and line ({@code news.jsonl:3}), a URL or
 *     {@code -}
 * @param title or null
 * @param byline who wrote it, or null
 * @param publisher or null
 * @param published date of publication; {@link TimeSpan#UNKNOWN} if the text and the user give none
 * @param url or null
 * @param language ISO 639-1 code of the language recognised
 * @param text the whole text that spans point into; paragraphs are parted by an empty line
 * @param paragraphs in the order of the text, not overlapping
 * @param notes what the reader should know of how it was taken in: "3 wrong bytes replaced"
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Document(
    String id,
    String origin,
    String title,
    String byline,
    String publisher,
    TimeSpan published,
    String url,
    String language,
    String text,
    List<Paragraph> paragraphs,
    List<String> notes) {
  public Document {
    if (id == null || text == null) {
      throw new IllegalArgumentException("a document needs an id and a text");
    }
    published = published == null ? TimeSpan.UNKNOWN : published;
    paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
    notes = notes == null ? List.of() : List.copyOf(notes);
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.span().end() > text.length()) {
        throw new IllegalArgumentException(
            "paragraph outside of the text of " + id + ": " + paragraph);
      }
    }
  }
}
