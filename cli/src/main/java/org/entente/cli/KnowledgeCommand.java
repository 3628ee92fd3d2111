package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.table.KnowledgeException;
import org.entente.knowledge.table.Mistake;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "knowledge",
    description = "What the coder knows: plain files that you can edit.",
    mixinStandardHelpOptions = true,
    subcommands = {KnowledgeCommand.Check.class, KnowledgeImportCommand.class},
    footer = {
      "",
      "Example: entente knowledge check my-knowledge",
      "         entente knowledge import petrarch dictionaries --out my-knowledge"
    })
final class KnowledgeCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "check",
      description = "Reads all knowledge files and names file, line and field of every mistake.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Example: entente knowledge check",
        "         entente knowledge check my-knowledge"
      })
  static final class Check implements Callable<Integer> {
    @CommandLine.Spec CommandLine.Model.CommandSpec spec;

    @Parameters(
        arity = "0..1",
        paramLabel = "DIR",
        description = "The folder; without it, the knowledge that comes with Entente.")
    Path folder;

    @CommandLine.Option(
        names = "--knowledge-mode",
        paramLabel = "M",
        defaultValue = "alone",
        description =
            "alone: the folder as it stands; over: laid over ours. Default: ${DEFAULT-VALUE}.")
    KnowledgeOption.Mode mode;

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      Knowledge knowledge;
      try {
        knowledge = folder == null ? Knowledge.checkBundled() : mode.load(folder);
      } catch (KnowledgeException e) {
        for (Mistake mistake : e.mistakes()) {
          out.println(mistake);
        }
        int count = e.mistakes().size();
        out.printf(Locale.ROOT, count == 1 ? "%,d mistake%n" : "%,d mistakes%n", count);
        out.flush();
        return 1;
      }
      print(out, knowledge);
      out.flush();
      return 0;
    }

    private static void print(PrintWriter out, Knowledge knowledge) {
      Map<ActorEntry.Kind, Long> kinds =
          knowledge.actors().all().stream()
              .collect(
                  Collectors.groupingBy(ActorEntry::kind, TreeMap::new, Collectors.counting()));
      row(out, "CAMEO codes", knowledge.ontology().cameoCodes().size());
      kinds.forEach((kind, count) -> row(out, kind.name().toLowerCase(Locale.ROOT), count));
      row(out, "terms of office", knowledge.actors().offices());
      row(out, "names of actors", knowledge.actors().names().size());
      row(out, "agents", knowledge.agents().all().size());
      row(out, "lexicon entries", knowledge.lexicon().entries().size());
      row(out, "  with classes spelled out", knowledge.lexicon().size());
      row(out, "modality entries", knowledge.lexicon().wrappers().size());
      if (knowledge.discards().size() > 0) {
        row(out, "discards", knowledge.discards().size());
      }
      row(out, "places", knowledge.gazetteer().size());
      row(out, "  populated", knowledge.gazetteer().populatedPlaces());
      out.println("no mistakes; hash " + knowledge.hash());
    }

    private static void row(PrintWriter out, String what, long count) {
      out.printf(Locale.ROOT, "%-28s %,9d%n", what, count);
    }
  }
}
