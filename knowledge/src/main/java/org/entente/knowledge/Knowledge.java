package org.entente.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.agents.Agents;
import org.entente.knowledge.gazetteer.Gazetteer;
import org.entente.knowledge.lexicon.Lexicon;
import org.entente.knowledge.ontology.Ontology;
import org.entente.knowledge.table.KnowledgeException;
import org.entente.knowledge.table.Mistakes;

/**
 * All that the coder knows.
 *
 * @param hash first twelve hexadecimal digits of the SHA-256 over all files
 */
public record Knowledge(
    Ontology ontology,
    ActorRegistry actors,
    Agents agents,
    Lexicon lexicon,
    Gazetteer gazetteer,
    String hash) {

  /** The knowledge that comes with Entente, read once. */
  public static Knowledge bundled() {
    return Holder.BUNDLED;
  }

  private static final class Holder {
    private static final Knowledge BUNDLED = loadBundled();
  }

  private static Knowledge loadBundled() {
    try {
      URL marker = Knowledge.class.getResource("data/ontology/types.tsv");
      if (marker == null) {
        throw new IOException("the bundled knowledge is missing from the class path");
      }
      URI uri = marker.toURI();
      if (uri.getScheme().equals("file")) {
        return load(Path.of(uri).getParent().getParent());
      }
      String whole = uri.toString();
      URI jar = URI.create(whole.substring(0, whole.indexOf('!')));
      try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
        return load(files.getPath("org/entente/knowledge/data"));
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
    if (!Files.isDirectory(folder)) {
      throw new IOException("no folder of knowledge files: " + folder);
    }
    Mistakes mistakes = new Mistakes();
    Ontology ontology = Ontology.load(folder, mistakes);
    ActorRegistry actors = ActorRegistry.load(folder, mistakes);
    Agents agents = Agents.load(folder, mistakes);
    Lexicon lexicon = Lexicon.load(folder, ontology, mistakes);
    Gazetteer gazetteer = Gazetteer.load(folder, mistakes);
    if (!mistakes.none()) {
      throw new KnowledgeException(mistakes.all());
    }
    return new Knowledge(ontology, actors, agents, lexicon, gazetteer, hash(folder));
  }

  private static String hash(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      List<Path> files =
          all.filter(path -> path.toString().matches(".*\\.tsv(\\.gz)?"))
              .sorted((a, b) -> a.toString().compareTo(b.toString()))
              .toList();
      byte[] buffer = new byte[1 << 16];
      for (Path file : files) {
        digest.update(folder.relativize(file).toString().replace('\\', '/').getBytes("UTF-8"));
        try (InputStream in = Files.newInputStream(file)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
