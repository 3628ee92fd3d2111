package org.entente.store;

import java.nio.file.Path;

/** The store cannot do what was asked. The message names the file and says what to do. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, for callers that act on it. */
  public enum Kind {
    /** The file is no DuckDB file, or one of somebody else, or damaged. */
    NO_STORE,
    /** A newer Entente or a newer DuckDB wrote it. */
    TOO_NEW,
    /** Another process, or another place in this one, has it open. */
    LOCKED,
    /** The folder is missing, or the file cannot be read or written. */
    UNREACHABLE,
    /** No room is left on the disk. What was saved before stays. */
    DISK_FULL,
    /** Anything else that DuckDB reports. */
    OTHER
  }

  private final Kind kind;
  private final transient Path file;

  StoreException(Kind kind, Path file, String what, Throwable cause) {
    super(file + ": " + what, cause);
    this.kind = kind;
    this.file = file;
  }

  public Kind kind() {
    return kind;
  }

  /** The store's file. */
  public Path file() {
    return file;
  }
}
