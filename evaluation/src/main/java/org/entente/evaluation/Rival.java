package org.entente.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.coding.relation.PairFile;
import org.entente.evaluation.GoldPairs.GoldPair;

/**
 * What another system answers to the same pairs.
 *
 * @param roots in the order of the pairs; −1 where it has no answer
 */
record Rival(String name, int[] roots) {

  /**
   * @param against a column of the gold file, or a file with {@code id} and {@code root} or {@code
   *     type}, as {@code entente relate} writes it
   */
  static Rival read(String against, Path goldFile, List<GoldPair> gold) throws IOException {
    PairFile table = PairFile.read(goldFile);
    if (table.has(against)) {
      int[] roots = new int[gold.size()];
      for (int i = 0; i < roots.length; i++) {
        PairFile.Row row = table.rows().get(i);
        roots[i] = root(table.cell(row, against), goldFile + ", line " + row.line());
      }
      return new Rival(against, roots);
    }
    Path file = Path.of(against);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "--against: '" + against + "' is no column of " + goldFile + ", and no such file");
    }
    Map<String, Integer> answers = answers(file);
    int[] roots = new int[gold.size()];
    for (int i = 0; i < roots.length; i++) {
      Integer root = answers.get(gold.get(i).id());
      if (root == null) {
        throw new IOException(
            "--against: "
                + file
                + " has no row with the id '"
                + gold.get(i).id()
                + "' of "
                + goldFile);
      }
      roots[i] = root;
    }
    return new Rival(file.getFileName().toString(), roots);
  }

  private static Map<String, Integer> answers(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String head = reader.readLine();
      List<String> columns =
          head == null ? List.of() : Arrays.asList(head.replace("\uFEFF", "").split("\t", -1));
      int id = columns.indexOf("id");
      int type = columns.contains("root") ? columns.indexOf("root") : columns.indexOf("type");
      if (id < 0 || type < 0) {
        throw new IOException(
            "--against: " + file + ", line 1: needs the columns 'id' and 'root' or 'type'");
      }
      Map<String, Integer> answers = new HashMap<>();
      int line = 1;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        String where = "--against: " + file + ", line " + line;
        String[] cells = text.split("\t", -1);
        if (text.isBlank()) {
          continue;
        }
        if (cells.length <= Math.max(id, type)) {
          throw new IOException(where + ": only " + cells.length + " cells");
        }
        if (answers.put(cells[id], root(cells[type], where)) != null) {
          throw new IOException(where + ": the id '" + cells[id] + "' stands there twice");
        }
      }
      return answers;
    } catch (CharacterCodingException e) {
      throw new IOException("--against: " + file + " is not UTF-8; save it as UTF-8 text", e);
    }
  }

  private static int root(String name, String where) throws IOException {
    int root = Roots.of(name);
    if (root < 0 && !name.isBlank()) {
      throw new IOException(where + ": '" + name + "' is no type of PLOVER, nor YIELD");
    }
    return root;
  }
}
