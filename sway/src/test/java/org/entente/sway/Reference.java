package org.entente.sway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference results, read in place; tests that need them are skipped where they are absent. */
public final class Reference {
  private Reference() {}

  public static Path file(String folder, String name) {
    Path file =
        Path.of(System.getProperty("entente.shared", "../../shared"), "reference", folder, name);
    assumeTrue(Files.isRegularFile(file), "needs " + file);
    return file;
  }
}
