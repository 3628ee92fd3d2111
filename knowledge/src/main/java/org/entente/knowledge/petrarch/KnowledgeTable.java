package org.entente.knowledge.petrarch;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Writes one knowledge file. */
final class KnowledgeTable implements AutoCloseable {
  private final Writer out;
  private final int width;

  KnowledgeTable(Path folder, String name, List<String> columns) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
    width = columns.size();
    out.write("# Made by 'entente knowledge import petrarch'.\n");
    row(columns);
  }

  void row(List<String> cells) throws IOException {
    if (cells.size() != width) {
      throw new IllegalArgumentException(cells.size() + " cells for " + width + " columns");
    }
    out.write(String.join("\t", cells));
    out.write('\n');
  }

  static String list(Collection<String> values) {
    return String.join("|", values);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
