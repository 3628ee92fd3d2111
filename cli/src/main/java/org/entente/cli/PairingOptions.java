package org.entente.cli;

import org.entente.store.Level;
import org.entente.store.Pairing;
import picocli.CommandLine.Option;

/** How the sides of events are put together. */
final class PairingOptions {
  @Option(
      names = "--level",
      paramLabel = "L",
      defaultValue = "country",
      description =
          "country: by country or group; actor: by actor of the registry. Default:"
              + " ${DEFAULT-VALUE}.")
  String level;

  @Option(names = "--undirected", description = "A to B and B to A are one dyad.")
  boolean undirected;

  @Option(
      names = "--domestic",
      description = "Also dyads of an actor with itself: a government and its people.")
  boolean domestic;

  Pairing pairing() {
    return new Pairing(Constants.named("--level", Level.class, level), undirected, domestic);
  }
}
