package org.entente.cli;

import picocli.CommandLine.Option;

/** {@code --threads} of commands whose result is the same on any number. */
final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Default: as many as the machine has cores. The result is the same.")
  Integer threads;

  /**
   * @throws IllegalArgumentException if fewer than 1 are asked for
   */
  int count() {
    if (threads != null && threads < 1) {
      throw new IllegalArgumentException("--threads: at least 1, not " + threads);
    }
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
