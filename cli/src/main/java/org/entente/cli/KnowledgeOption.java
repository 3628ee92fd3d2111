package org.entente.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.entente.coding.Coder;
import org.entente.coding.syntax.EnglishParser;
import org.entente.knowledge.Knowledge;
import picocli.CommandLine.Option;

/** {@code --knowledge}, which several commands take. */
final class KnowledgeOption {
  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description =
          "Use the knowledge files of this folder instead of those that come with Entente.")
  Path folder;

  Knowledge knowledge() throws IOException {
    return folder == null ? Knowledge.bundled() : Knowledge.load(folder);
  }

  /** The coder; its parser takes some seconds to load. */
  Coder coder(Progress progress) throws IOException {
    Knowledge knowledge = knowledge();
    progress.say("loading the parser …");
    try {
      return new Coder(knowledge, EnglishParser.shared());
    } finally {
      progress.done();
    }
  }
}
