package org.entente.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.entente.coding.Coder;
import org.entente.coding.relation.Tier;
import org.entente.coding.syntax.EnglishParser;
import org.entente.knowledge.Knowledge;
import picocli.CommandLine.Option;

/** {@code --knowledge}, which several commands take. */
final class KnowledgeOption {
  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description = "Use the knowledge files of this folder.")
  Path folder;

  @Option(
      names = "--knowledge-mode",
      paramLabel = "M",
      description = {
        "alone: instead of the knowledge that comes with Entente, of which only parts that the"
            + " folder has nothing of are used (ontology, gazetteer, modality with its classes);",
        "over: laid over it, so that the folder goes first where both know something.",
        "Default: alone."
      })
  Mode mode;

  enum Mode {
    ALONE,
    OVER;

    Knowledge load(Path folder) throws IOException {
      return this == OVER ? Knowledge.loadOver(folder) : Knowledge.load(folder);
    }
  }

  private static final Set<String> CODING =
      Set.of(
          "code",
          "watch",
          "relate",
          "explain",
          "evaluate",
          "demo",
          "parse",
          "corroborate",
          "serve");

  private static final Set<String> ASKING =
      Set.of("events", "map", "series", "dyads", "network", "affinity", "export");

  /**
   * Begins to read what the command will need while its words are still being made out. If it
   * fails, it fails again where it is asked for, and is told there.
   */
  static void prepare(String[] args) {
    List<String> words = List.of(args);
    if (!words.isEmpty()
        && ASKING.contains(words.get(0))
        && words.stream().anyMatch(KnowledgeOption::namesActor)) {
      CompletableFuture.runAsync(Knowledge::bundled);
    }
    if (words.isEmpty() || !CODING.contains(words.get(0)) || words.contains("--help")) {
      return;
    }
    CompletableFuture.runAsync(EnglishParser::shared);
    if (!words.get(0).equals("parse")
        && words.stream().noneMatch(word -> word.startsWith("--knowledge"))) {
      CompletableFuture.runAsync(Knowledge::bundled);
    }
  }

  private static boolean namesActor(String word) {
    return Stream.of("--source", "--target", "--actor", "--with", "--at-actor")
        .anyMatch(word::startsWith);
  }

  Knowledge knowledge() throws IOException {
    if (folder == null && mode != null) {
      throw new IllegalArgumentException("--knowledge-mode: name the folder with --knowledge DIR");
    }
    return folder == null ? Knowledge.bundled() : (mode == null ? Mode.ALONE : mode).load(folder);
  }

  /** The coder of a tier. */
  Coder coder(Tier tier) throws IOException {
    return loaded(loading(tier));
  }

  /** Begins to read knowledge and parser, side by side. */
  CompletableFuture<Coder> loading(Tier tier) {
    CompletableFuture<EnglishParser> parser = CompletableFuture.supplyAsync(EnglishParser::shared);
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return knowledge();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .thenCombine(parser, (known, read) -> new Coder(known, read, tier));
  }

  static Coder loaded(CompletableFuture<Coder> loading) throws IOException {
    try {
      return loading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException unread) {
        throw unread.getCause();
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
