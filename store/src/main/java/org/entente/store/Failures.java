package org.entente.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.store.StoreException.Kind;

/** What DuckDB's messages mean, and what to do about them. */
final class Failures {
  private static final Pattern PID = Pattern.compile("\\(PID (\\d+)\\)");

  private Failures() {}

  /**
   * @param doing what was tried: {@code "saving"}
   */
  static StoreException translate(Path file, String doing, SQLException failure) {
    String said = String.valueOf(failure.getMessage());
    String message = said.toLowerCase(Locale.ROOT);
    if (isFull(message)) {
      return new StoreException(
          Kind.DISK_FULL,
          file,
          "the disk is full while "
              + doing
              + "; what was saved before stays. Make room, then run the same again: it goes on"
              + " where it stopped",
          failure);
    }
    if (message.contains("could not set lock") || message.contains("used by another process")) {
      Matcher pid = PID.matcher(said);
      return new StoreException(
          Kind.LOCKED,
          file,
          "another process is using this store"
              + (pid.find() ? " (pid " + pid.group(1) + ")" : "")
              + "; one at a time can. Wait until it ends, or choose another file",
          failure);
    }
    if (message.contains("version number") && message.contains("database file")) {
      return new StoreException(
          Kind.TOO_NEW,
          file,
          "written by another version of DuckDB than this Entente has. Open it with the Entente"
              + " that wrote it, or choose another file: "
              + firstLine(said),
          failure);
    }
    if (message.contains("not a valid duckdb")) {
      return new StoreException(
          Kind.NO_STORE,
          file,
          (isEmpty(file) ? "an empty file, no DuckDB database" : "no DuckDB database")
              + ". Choose another file, or move this one away and a store is made in its place",
          failure);
    }
    if (message.contains("cannot open file") || message.contains("permission denied")) {
      return new StoreException(
          Kind.UNREACHABLE,
          file,
          "cannot be opened for reading and writing. Check its permissions and its folder's, or"
              + " choose another file: "
              + firstLine(said),
          failure);
    }
    if (message.contains("replaying wal") || message.contains("corrupt")) {
      return new StoreException(
          Kind.NO_STORE,
          file,
          "damaged. Restore it from a copy, or move it away together with "
              + file.getFileName()
              + ".wal and code again: "
              + firstLine(said),
          failure);
    }
    return new StoreException(
        Kind.OTHER, file, "DuckDB failed while " + doing + ": " + firstLine(said), failure);
  }

  private static boolean isFull(String message) {
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("quota exceeded")
        || message.contains("file too large");
  }

  private static boolean isEmpty(Path file) {
    return file.toFile().length() == 0 && Files.isRegularFile(file);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
