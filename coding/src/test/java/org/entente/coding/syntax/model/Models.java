package org.entente.coding.syntax.model;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.coding.syntax.model.WordTable.Base;

/** Small models for tests. */
final class Models {
  private Models() {}

  static Weights weights(ModelWriter.Table table) {
    return read(file(table, Map.of())).parser();
  }

  static SyntaxModel read(byte[] file) {
    return ModelFile.read("test.model", new ByteArrayInputStream(file));
  }

  static byte[] file(ModelWriter.Table parser, Map<Long, ModelWriter.Word> words) {
    TreeMap<Long, float[]> none = new TreeMap<>();
    none.put(1L, new float[] {1, -1});
    ModelWriter writer = new ModelWriter();
    writer.names(
        List.of("NN", "VB"),
        List.of("N_S_", "L_R_nsubj", "R_S_root"),
        List.of("NN_VB"),
        Map.of(Base.VERB, Map.of("went", "go")),
        "a test");
    writer.words(words);
    writer.weights("tagger", new ModelWriter.Table(none, List.of(), 100));
    writer.weights("parser", parser);
    return writer.toBytes();
  }

  static byte[] file() {
    TreeMap<Long, float[]> rows = new TreeMap<>();
    rows.put(KeyHash.key(3, KeyHash.of("war")), new float[] {0.5f, 0, -0.25f});
    return file(
        new ModelWriter.Table(rows, List.of(List.of(new float[] {1}, new float[] {0})), 100),
        Map.of(KeyHash.of("war"), new ModelWriter.Word(0, 4, 2)));
  }
}
