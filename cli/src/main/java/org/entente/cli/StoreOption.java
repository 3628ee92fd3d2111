package org.entente.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.store.EventStore;
import picocli.CommandLine.Option;

/** {@code --store}, which every command that asks the store takes. */
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "FILE",
      defaultValue = "entente.duckdb",
      description = "The store. Default: ${DEFAULT-VALUE}.")
  Path file;

  /** Says that nothing is in it, and how something gets there. */
  String empty() {
    return "nothing is in "
        + file
        + " yet. Fill it: entente code TEXT --save, or entente import FILE";
  }

  /** Opens it to be written; it is made if there is none. */
  EventStore open() {
    return EventStore.open(file);
  }

  /**
   * Opens it to be asked.
   *
   * @throws IllegalArgumentException if there is none
   */
  EventStore existing() {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "no store "
              + file
              + ". Name one with --store FILE, or make one: entente code TEXT --save, or entente"
              + " import FILE");
    }
    return open();
  }
}
