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
import org.entente.knowledge.discards.Discards;
import org.entente.knowledge.gazetteer.Gazetteer;
import org.entente.knowledge.lexicon.Lexicon;
import org.entente.knowledge.ontology.Ontology;
import org.entente.knowledge.table.Folders;
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
    Discards discards,
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
      return withBundled(folder -> load(Folders.of(folder), checked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Reading {
    Knowledge from(Path folder) throws IOException;
  }

  private static Knowledge withBundled(Reading reading) throws IOException {
    try {
      URL marker = Knowledge.class.getResource("data/ontology/types.tsv");
      if (marker == null) {
        throw new IOException("the bundled knowledge is missing from the class path");
      }
      URI uri = marker.toURI();
      if (uri.getScheme().equals("file")) {
        return reading.from(Path.of(uri).getParent().getParent());
      }
      String whole = uri.toString();
      URI jar = URI.create(whole.substring(0, whole.indexOf('!')));
      try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
        return reading.from(files.getPath("org/entente/knowledge/data"));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a folder of knowledge files. Ontology, gazetteer, or modality with its classes are those
   * that come with Entente if the folder has none at all.
   *
   * @throws KnowledgeException if a file has a mistake; all mistakes are named
   * @throws IOException if a file cannot be read
   */
  public static Knowledge load(Path folder) throws IOException {
    checkFolder(folder);
    return withBundled(
        bundled -> {
          Folders folders = Folders.alone(folder, bundled);
          return load(folders, folders.onlyLowest("gazetteer"));
        });
  }

  /**
   * Reads a folder of knowledge files laid over those that come with Entente: of an actor's name, a
   * role noun or a trigger that both know, what the folder says goes first.
   *
   * @throws KnowledgeException if a file has a mistake; all mistakes are named
   * @throws IOException if a file cannot be read
   */
  public static Knowledge loadOver(Path folder) throws IOException {
    checkFolder(folder);
    return withBundled(bundled -> load(Folders.over(folder, bundled), false));
  }

  private static void checkFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("no folder of knowledge files: " + folder);
    }
  }

  /**
   * @param checked whether the build has checked the files, so that large ones may be read as they
   *     are asked for
   */
  private static Knowledge load(Folders folders, boolean checked) throws IOException {
    Loading loading = new Loading(folders);
    var actors = loading.start(ActorRegistry::load);
    var gazetteer = loading.start(checked ? Gazetteer::loadChecked : Gazetteer::load);
    var words =
        loading.start(
            (from, mistakes) -> {
              Ontology ontology = Ontology.load(from, mistakes);
              return new Words(ontology, Lexicon.load(from, ontology, mistakes));
            });
    var agents = loading.start(Agents::load);
    var discards = loading.start(Discards::load);
    var hash = loading.start((from, mistakes) -> hash(from));
    Words known = words.get();
    Knowledge knowledge =
        new Knowledge(
            known.ontology,
            actors.get(),
            agents.get(),
            known.lexicon,
            gazetteer.get(),
            discards.get(),
            hash.get());
    loading.check();
    return knowledge;
  }

  private record Words(Ontology ontology, Lexicon lexicon) {}

  /** Reads the parts side by side; what is wrong is told in the order in which they were begun. */
  private static final class Loading {
    private interface Loader<T> {
      T load(Folders folders, Mistakes mistakes) throws IOException;
    }

    private interface Part<T> {
      T get() throws IOException;
    }

    private final Folders folders;
    private final List<Mistakes> mistakes = new ArrayList<>();

    Loading(Folders folders) {
      this.folders = folders;
    }

    <T> Part<T> start(Loader<T> loader) {
      Mistakes own = new Mistakes();
      mistakes.add(own);
      CompletableFuture<T> part =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return loader.load(folders, own);
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

  private static String hash(Folders folders) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path folder : folders.used()) {
        hash(folder, digest);
      }
      if (folders.isOver()) {
        digest.update("over".getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void hash(Path folder, MessageDigest digest) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
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
    }
  }
}
