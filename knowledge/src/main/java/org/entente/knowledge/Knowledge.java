package org.entente.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.agents.Agents;
import org.entente.knowledge.gazetteer.Gazetteer;
import org.entente.knowledge.lexicon.Lexicon;
import org.entente.knowledge.ontology.Ontology;
import org.entente.knowledge.table.KnowledgeException;
import org.entente.knowledge.table.Mistake;
import org.entente.knowledge.table.Mistakes;

/**
 * All that the coder knows.
 *
 * @param hash first twelve hexadecimal digits of the SHA-256 over name, length and CRC-32 of each
 *     file
 */
public record Knowledge(
    Ontology ontology,
    ActorRegistry actors,
    Agents agents,
    Lexicon lexicon,
    Gazetteer gazetteer,
    String hash) {

  /** The knowledge that comes with Entente, read once. */
  public static synchronized Knowledge bundled() {
    if (Bundled.knowledge == null) {
      Bundled.knowledge = loadBundled(true);
    }
    return Bundled.knowledge;
  }

  private static final class Bundled {
    private static Knowledge knowledge;
  }

  /**
   * Reads the knowledge that comes with Entente anew, every row of it.
   *
   * @throws KnowledgeException if a file has a mistake; all mistakes are named
   */
  public static Knowledge checkBundled() {
    return loadBundled(false);
  }

  private static Knowledge loadBundled(boolean checked) {
    try {
      URL marker = Knowledge.class.getResource("data/ontology/types.tsv");
      if (marker == null) {
        throw new IOException("the bundled knowledge is missing from the class path");
      }
      URI uri = marker.toURI();
      if (uri.getScheme().equals("file")) {
        return load(Path.of(uri).getParent().getParent(), checked);
      }
      String whole = uri.toString();
      URI jar = URI.create(whole.substring(0, whole.indexOf('!')));
      try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
        return load(files.getPath("org/entente/knowledge/data"), checked);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a folder of knowledge files.
   *
   * @throws KnowledgeException if a file has a mistake; all mistakes are named
   * @throws IOException if a file cannot be read
   */
  public static Knowledge load(Path folder) throws IOException {
    return load(folder, false);
  }

  /**
   * @param checked whether the build has checked the files, so that large ones may be read as they
   *     are asked for
   */
  private static Knowledge load(Path folder, boolean checked) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("no folder of knowledge files: " + folder);
    }
    Loading loading = new Loading(folder);
    var actors = loading.start(ActorRegistry::load);
    var gazetteer = loading.start(checked ? Gazetteer::loadChecked : Gazetteer::load);
    var words =
        loading.start(
            (root, mistakes) -> {
              Ontology ontology = Ontology.load(root, mistakes);
              return new Words(ontology, Lexicon.load(root, ontology, mistakes));
            });
    var agents = loading.start(Agents::load);
    var hash = loading.start((root, mistakes) -> hash(root));
    Words known = words.get();
    Knowledge knowledge =
        new Knowledge(
            known.ontology, actors.get(), agents.get(), known.lexicon, gazetteer.get(), hash.get());
    loading.check();
    return knowledge;
  }

  private record Words(Ontology ontology, Lexicon lexicon) {}

  /** Reads the parts side by side; what is wrong is told in the order in which they were begun. */
  private static final class Loading {
    private interface Loader<T> {
      T load(Path root, Mistakes mistakes) throws IOException;
    }

    private interface Part<T> {
      T get() throws IOException;
    }

    private final Path folder;
    private final List<Mistakes> mistakes = new ArrayList<>();

    Loading(Path folder) {
      this.folder = folder;
    }

    <T> Part<T> start(Loader<T> loader) {
      Mistakes own = new Mistakes();
      mistakes.add(own);
      CompletableFuture<T> part =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return loader.load(folder, own);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      return () -> {
        try {
          return part.join();
        } catch (CompletionException e) {
          if (e.getCause() instanceof UncheckedIOException unread) {
            throw unread.getCause();
          }
          throw e;
        }
      };
    }

    void check() {
      List<Mistake> all = mistakes.stream().flatMap(some -> some.all().stream()).toList();
      if (!all.isEmpty()) {
        throw new KnowledgeException(all);
      }
    }
  }

  private static boolean isTable(Path path) {
    return path.toString().endsWith(".tsv") || path.toString().endsWith(".tsv.gz");
  }

  private static String hash(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Path> files =
          all.filter(Knowledge::isTable)
              .sorted((a, b) -> a.toString().compareTo(b.toString()))
              .toList();
      for (Path file : files) {
        byte[] bytes = Files.readAllBytes(file);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        String name = folder.relativize(file).toString().replace('\\', '/');
        String line = name + " " + bytes.length + " " + sum.getValue() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
