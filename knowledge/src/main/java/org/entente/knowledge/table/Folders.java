package org.entente.knowledge.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders that knowledge is read from, and which of them each table is taken from. */
public final class Folders {
  /**
   * A file of knowledge.
   *
   * @param root the knowledge folder that it lies in, for names in messages
   * @param layer 0 for the uppermost folder
   */
  public record Source(Path root, Path path, int layer) {}

  private final List<Path> layers;
  private final boolean over;

  private Folders(List<Path> layers, boolean over) {
    this.layers = layers;
    this.over = over;
  }

  public static Folders of(Path folder) {
    return new Folders(List.of(folder), false);
  }

  /**
   * One folder alone; ontology, gazetteer, or modality with its classes come from another if the
   * folder has none at all.
   */
  public static Folders alone(Path folder, Path rest) {
    return new Folders(List.of(folder, rest), false);
  }

  /** One folder laid over another: what both tell is taken from the upper one. */
  public static Folders over(Path folder, Path under) {
    return new Folders(List.of(folder, under), true);
  }

  public boolean isOver() {
    return over;
  }

  /** The folders of which any table is used, the uppermost first. */
  public List<Path> used() {
    boolean rest =
        layers.size() > 1
            && (over || !has(0, "ontology") || !has(0, "gazetteer") || !hasModality(0));
    return rest ? layers : layers.subList(0, 1);
  }

  /** Whether a table comes from the lowest folder only. */
  public boolean onlyLowest(String folder) {
    return from(folder, "").equals(List.of(layers.size() - 1));
  }

  /** All files {@code folder/prefix*.tsv}, those of the uppermost folder first. */
  public List<Source> files(String folder, String prefix) throws IOException {
    List<Source> files = new ArrayList<>();
    for (int layer : from(folder, prefix)) {
      Path root = layers.get(layer);
      for (Path path : Table.files(root.resolve(folder), prefix)) {
        files.add(new Source(root, path, layer));
      }
    }
    return files;
  }

  private List<Integer> from(String folder, String prefix) {
    if (layers.size() == 1) {
      return List.of(0);
    }
    return switch (folder) {
      case "ontology" -> List.of(has(0, folder) ? 0 : 1);
      case "gazetteer" -> over ? List.of(0, 1) : List.of(has(0, folder) ? 0 : 1);
      case "lexicon" -> {
        boolean words = prefix.equals("classes") || prefix.equals("modality");
        yield over || words && !hasModality(0) ? List.of(0, 1) : List.of(0);
      }
      default -> over ? List.of(0, 1) : List.of(0);
    };
  }

  private boolean has(int layer, String folder) {
    return Files.isDirectory(layers.get(layer).resolve(folder));
  }

  private boolean hasModality(int layer) {
    try {
      return !Table.files(layers.get(layer).resolve("lexicon"), "modality").isEmpty();
    } catch (IOException e) {
      return true; // told when the table is read
    }
  }
}
