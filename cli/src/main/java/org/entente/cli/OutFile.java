package org.entente.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to write, looked at before the work begins. */
final class OutFile {
  private OutFile() {}

  /**
   * @param option that named it
   * @param file or null
   */
  static void check(String option, Path file) throws IOException {
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new IOException(option + ": no folder " + folder);
    }
    if (Files.isDirectory(file)) {
      throw new IOException(option + ": " + file + " is a folder; name a file in it");
    }
    if (Files.exists(file) ? !Files.isWritable(file) : !Files.isWritable(folder)) {
      throw new IOException(option + ": " + file + " may not be written; name another file");
    }
  }
}
