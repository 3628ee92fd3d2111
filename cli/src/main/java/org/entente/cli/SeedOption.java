package org.entente.cli;

import picocli.CommandLine.Option;

/** {@code --seed}, which every command that draws at random takes. */
final class SeedOption {
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Of what is drawn at random; the same seed gives the same. Default: ${DEFAULT-VALUE}.")
  long seed;
}
