package org.entente.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The 70 MB that DuckDB's driver unpacks into the folder for temporary files at each start. */
final class NativeLibrary {
  private static final Path MAPS = Path.of("/proc/self/maps");
  private static boolean unlinked;

  private NativeLibrary() {}

  /**
   * Deletes the unpacked file once it is loaded, where the system allows it (Linux): the driver
   * deletes it when the JVM ends, but one that is killed would leave it behind.
   */
  static synchronized void unlink() {
    if (unlinked || !Files.isReadable(MAPS)) {
      return;
    }
    unlinked = true;
    Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    try (Stream<String> lines = Files.lines(MAPS)) {
      lines
          .filter(line -> line.contains("/libduckdb_java"))
          .map(line -> Path.of(line.substring(line.indexOf('/'))))
          .distinct()
          .filter(library -> folder.equals(library.getParent()))
          .forEach(library -> library.toFile().delete());
    } catch (IOException | RuntimeException e) {
      // it stays until the JVM ends, as the driver has it
    }
  }
}
