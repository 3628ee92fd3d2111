package org.entente.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.store.StoreException.Kind;

/** Whether a file can be a store, looked at before DuckDB opens it. */
final class StoreFile {
  private StoreFile() {}

  /**
   * The absolute path that names the file, whatever links lead to it.
   *
   * @throws StoreException if it can be no store, cannot be reached or not be written
   */
  static Path check(Path file) {
    if (file.toString().indexOf(';') >= 0) {
      throw new StoreException(
          Kind.UNREACHABLE,
          file,
          "a store's path cannot have a semicolon. Name it otherwise",
          null);
    }
    if (Files.isDirectory(file)) {
      throw new StoreException(
          Kind.UNREACHABLE,
          file,
          "a folder. Name a file, for example " + file.resolve("entente.duckdb"),
          null);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new StoreException(
          Kind.UNREACHABLE,
          file,
          "there is no folder " + folder + ". Make it, or choose another file",
          null);
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new StoreException(
          Kind.UNREACHABLE,
          file,
          (Files.exists(file) ? "the file" : "its folder")
              + " cannot be written. Change its permissions, or choose another file",
          null);
    }
    try {
      // DuckDB would open a .csv, .json or .parquet file as a database in memory, and lose it
      if (Files.isRegularFile(file) && Files.size(file) > 0 && !isDatabase(file)) {
        throw new StoreException(
            Kind.NO_STORE,
            file,
            "no DuckDB database. Choose another file, or move this one away and a store is made in"
                + " its place",
            null);
      }
      return Files.exists(file)
          ? file.toRealPath()
          : folder.toRealPath().resolve(file.getFileName());
    } catch (IOException e) {
      throw new StoreException(Kind.UNREACHABLE, file, "cannot be reached: " + e.getMessage(), e);
    }
  }

  /** A DuckDB file has DUCK after a checksum of 8 bytes. */
  private static boolean isDatabase(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(12), StandardCharsets.ISO_8859_1).startsWith("DUCK", 8);
    }
  }
}
