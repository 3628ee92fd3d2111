package org.entente.coding.relation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.coding.syntax.Token;
import org.entente.model.EventType;

/**
 * Whose reading of the ontology is followed where two part ways; the file {@code conventions.tsv}
 * says where.
 */
public enum Convention {
  /** The code book of 2021. */
  PLOVER,
  /** The annotators of PLV (Hu et al., ACL 2024). */
  PLV;

  private static final String FILE = "conventions.tsv";

  private record Parting(List<List<String>> words, EventType book, EventType plv) {
    boolean holds(Set<String> lemmas) {
      return words.stream().allMatch(group -> group.stream().anyMatch(w -> has(lemmas, w)));
    }

    private static boolean has(Set<String> lemmas, String word) {
      if (!word.endsWith("*")) {
        return lemmas.contains(word);
      }
      String beginning = word.substring(0, word.length() - 1);
      return lemmas.stream().anyMatch(lemma -> lemma.startsWith(beginning));
    }
  }

  private static final class Bundled {
    private static final List<Parting> PARTINGS = read();

    private static List<Parting> read() {
      List<Parting> partings = new ArrayList<>();
      try (InputStream in = Convention.class.getResourceAsStream(FILE)) {
        if (in == null) {
          throw new IOException(FILE + " is missing from the class path");
        }
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        reader
            .lines()
            .filter(line -> !line.startsWith("#") && !line.startsWith("words\t"))
            .map(line -> line.split("\t"))
            .forEach(
                cells -> {
                  List<List<String>> groups = new ArrayList<>();
                  for (String group : cells[0].split(" ")) {
                    groups.add(List.of(group.split("\\|")));
                  }
                  partings.add(
                      new Parting(
                          groups, EventType.valueOf(cells[1]), EventType.valueOf(cells[2])));
                });
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return List.copyOf(partings);
    }
  }

  /** A type of either convention as this one has it. */
  EventType of(EventType type, Iterable<Token> core) {
    Set<String> lemmas = lemmas(core);
    for (Parting parting : Bundled.PARTINGS) {
      if ((parting.book == type || parting.plv == type) && parting.holds(lemmas)) {
        return this == PLV ? parting.plv : parting.book;
      }
    }
    return type;
  }

  private static Set<String> lemmas(Iterable<Token> core) {
    Set<String> lemmas = new HashSet<>();
    core.forEach(word -> lemmas.add(word.lemma()));
    return lemmas;
  }
}
