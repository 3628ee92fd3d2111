package org.entente.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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

  /** Writes there; what fails is told with its place. */
  static Writer open(String option, Path file) throws IOException {
    Writer inner = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    return new Writer() {
      @Override
      public void write(char[] text, int from, int count) throws IOException {
        told(() -> inner.write(text, from, count));
      }

      @Override
      public void flush() throws IOException {
        told(inner::flush);
      }

      @Override
      public void close() throws IOException {
        told(inner::close);
      }

      private void told(Step step) throws IOException {
        try {
          step.take();
        } catch (IOException e) {
          throw new IOException(option + ": " + file + ": " + e.getMessage(), e);
        }
      }
    };
  }

  static void write(String option, Path file, String text) throws IOException {
    try (Writer writer = open(option, file)) {
      writer.write(text);
    }
  }

  private interface Step {
    void take() throws IOException;
  }
}
