package org.entente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.entente.store.EventStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "serve",
    description =
        "Opens the workbench on the store: read, explore and weigh in the browser, and an API for"
            + " programs.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente serve --store world.duckdb",
      "         entente serve --address 0.0.0.0 --name bench.example.org --token-file token.txt",
      "docs/server.md has the API and how it is kept safe."
    })
final class ServeCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Mixin ServeOptions serving;

  @Mixin StoreOption store;

  @Mixin ModelOption model;

  @Mixin KnowledgeOption knowledge;

  @Override
  public Integer call() throws IOException {
    try (EventStore events = store.open()) {
      serving.serve(
          events,
          () -> {
            try {
              return knowledge.coder(model.tier());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          "",
          spec);
    }
    return 0;
  }
}
