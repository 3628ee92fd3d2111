package org.entente.knowledge.petrarch;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.knowledge.Knowledge;

/**
 * Reads the dictionaries of PETRARCH in a folder and writes them as knowledge files into another.
 *
 * <pre>{@code
 * ImportSummary summary = PetrarchImport.run(dictionaries, folder);
 * Knowledge theirs = Knowledge.load(folder);
 * }</pre>
 */
public final class PetrarchImport {
  /** Lists every line that was not taken, or not as it stands. */
  public static final String REPORT = "import-report.txt";

  private final Ledger ledger = new Ledger();
  private final Knowledge ours;
  private final ActorTables actors;
  private final AgentImport agents;
  private final DiscardImport discards;
  private final VerbReader verbs;

  private PetrarchImport(Knowledge ours) {
    this.ours = ours;
    this.actors = new ActorTables(ours.actors(), ledger);
    this.agents = new AgentImport(ledger, ours.agents());
    this.discards = new DiscardImport(ledger);
    this.verbs = new VerbReader(ledger, ours.ontology());
  }

  /**
   * @param from the dictionaries
   * @param to a folder that is empty or does not exist
   * @throws IOException if there are no dictionaries, or the folder is not empty
   */
  public static ImportSummary run(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      throw new IOException("no folder of dictionaries: " + from);
    }
    if (Files.exists(to) && !isEmptyFolder(to)) {
      throw new IOException(
          "--out: " + to + " is not an empty folder; name one that does not exist yet");
    }
    return new PetrarchImport(Knowledge.bundled()).run(from).write(to);
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  private PetrarchImport run(Path from) throws IOException {
    List<Dictionary> read = new ArrayList<>();
    for (Path path : files(from)) {
      Dictionary dictionary = Dictionary.read(path, ledger);
      if (dictionary != null) {
        read.add(dictionary);
      }
    }
    if (read.isEmpty()) {
      throw new IOException(
          "no dictionaries of PETRARCH in "
              + from
              + ": looked for *.actors.txt, *.agents.txt, *.discards.txt and *.txt with verb"
              + " patterns");
    }
    Spelling spelling = new Spelling(ours.agents());
    for (Dictionary dictionary : read) {
      switch (dictionary.kind()) {
        case ACTORS -> ActorReader.read(dictionary, ledger, spelling).forEach(actors::add);
        case AGENTS -> agents.add(dictionary);
        case DISCARDS -> discards.add(dictionary);
        case VERBS -> verbs.read(dictionary);
      }
    }
    return this;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
          .toList();
    }
  }

  private ImportSummary write(Path to) throws IOException {
    VerbTables tables = new VerbTables(verbs, ledger);
    actors.write(to);
    agents.write(to);
    discards.write(to);
    tables.write(to);
    Map<Line, List<Ledger.Note>> all = ledger.all();
    try (Writer report = Files.newBufferedWriter(to.resolve(REPORT), StandardCharsets.UTF_8)) {
      for (Map.Entry<Line, List<Ledger.Note>> entry : all.entrySet()) {
        for (Ledger.Note note : entry.getValue()) {
          if (note.fate() != Ledger.Fate.TAKEN) {
            String fate = note.fate() == Ledger.Fate.LEFT ? "not taken" : "in part";
            report.write(
                String.join(
                        "\t",
                        entry.getKey().place(),
                        fate,
                        note.words(),
                        entry.getKey().text().strip().replace('\t', ' '))
                    + "\n");
          }
        }
      }
    }
    return ImportSummary.of(ledger, all);
  }
}
