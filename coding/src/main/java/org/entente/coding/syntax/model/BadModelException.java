package org.entente.coding.syntax.model;

/** The model file is missing, cut off, changed or of another version; the message says which. */
public final class BadModelException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadModelException(String where, String what) {
    super(
        "The parser's model "
            + where
            + " "
            + what
            + ". Restore it from the repository, or write it anew with ./entente-tools convert-parser.");
  }

  BadModelException(String where, String what, Throwable cause) {
    this(where, what);
    initCause(cause);
  }
}
