package org.entente.knowledge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The bundled files, as tests need them. */
final class KnowledgeFiles {
  private KnowledgeFiles() {}

  static Path folder() {
    try {
      return Path.of(Knowledge.class.getResource("data/ontology/types.tsv").toURI())
          .getParent()
          .getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static void copy(Path target) throws IOException {
    copy(target, file -> true);
  }

  /**
   * Copies the files, but of the places one, of the lexicon and of the offices one file: what is
   * left is read in no time.
   */
  static void copySmall(Path target) throws IOException {
    copy(
        target,
        file ->
            !file.matches("lexicon/(?!consult|classes|modality).*|actors/offices-(?!gulf).*")
                && !file.matches("gazetteer/.*"));
    Files.createDirectories(target.resolve("gazetteer"));
    String places =
        "geonames\tname\taliases\tcountry\tadmin\tkind\tlatitude\tlongitude\tpopulation\n"
            + "360630\tCairo\tAl Qahirah\tEGY\tCairo\tcapital\t30.06\t31.25\t9606916\n";
    Files.writeString(target.resolve("gazetteer/extra.tsv"), places);
    Files.writeString(target.resolve("gazetteer/regions.tsv"), places);
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(target.resolve("gazetteer/places.tsv.gz")))) {
      out.write(places.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void copy(Path target, Predicate<String> wanted) throws IOException {
    Path source = folder();
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        String name = source.relativize(path).toString().replace('\\', '/');
        if (wanted.test(name)) {
          Path copy = target.resolve(name);
          Files.createDirectories(copy.getParent());
          Files.copy(path, copy);
        }
      }
    }
  }

  /** All values of a column of a file of actors. */
  static List<String> names(String file, String column) {
    try {
      List<String> values = new ArrayList<>();
      int at = -1;
      for (String line : Files.readAllLines(folder().resolve("actors").resolve(file))) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> cells = Arrays.asList(line.split("\t", -1));
        if (at < 0) {
          at = cells.indexOf(column);
        } else if (!cells.get(at).isEmpty()) {
          values.addAll(Arrays.asList(cells.get(at).split("\\|")));
        }
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
