package org.entente.cli;

import org.entente.coding.relation.Tier;
import picocli.CommandLine.Option;

/** {@code --model}, by which documents are coded. */
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "M",
      defaultValue = "fast",
      description =
          "fast: lexicon and linear model; deep: a small transformer too, where they are unsure."
              + " Default: ${DEFAULT-VALUE}.")
  String name;

  Tier tier() {
    return RelationOptions.tier(name, "fast or deep");
  }
}
