package org.entente.coding.ingest;

/**
 * A document (or file, or line) that could not be taken in and was set aside.
 *
 * @param origin where it is: a path, a path and line ({@code news.jsonl:3}), a URL or {@code -}
 * @param reason what kind of trouble
 * @param message what was wrong and what to do, for a person; does not repeat the origin
 */
public record Aside(String origin, Reason reason, String message) {
  /** Kinds of trouble. */
  public enum Reason {
    /** No text in it. */
    EMPTY,
    /** Not text: an image, an archive, a PDF. */
    BINARY,
    /** Text in another language than English. */
    NOT_ENGLISH,
    /** Its format is broken: JSON that does not parse, a gzip that ends early. */
    BROKEN,
    /** Cannot be opened or read. */
    UNREADABLE,
    /** Over the limit of bytes a document. */
    TOO_LARGE,
    /** A file in a folder whose ending says that it is no document. */
    UNSUPPORTED,
    /** A URL that is refused, answers with an error, or does not answer. */
    FETCH
  }

  /** As messages print it: {@code news.jsonl:3: broken: …}. */
  @Override
  public String toString() {
    return origin + ": " + reason.name().toLowerCase().replace('_', ' ') + ": " + message;
  }
}
