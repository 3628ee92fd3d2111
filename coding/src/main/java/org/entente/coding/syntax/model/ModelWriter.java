package org.entente.coding.syntax.model;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.entente.coding.syntax.model.RowCodes.Row;
import org.entente.coding.syntax.model.WordTable.Base;

/**
 * Writes a model file: the same content gives the same bytes, on any machine. Used by the converter
 * of the build and by tests; {@link ModelFile} reads it.
 */
public final class ModelWriter {
  private final ByteArrayOutputStream sections = new ByteArrayOutputStream();

  /**
   * Rows of weights by key, and rows of small sets by number.
   *
   * @param keyed weights by {@link KeyHash#key}, at most {@link Weights#LANES} each
   * @param groups rows of sets, which are found by number
   * @param scale steps that one unit of weight is told in; rows with large weights are coarser
   */
  public record Table(SortedMap<Long, float[]> keyed, List<List<float[]>> groups, int scale) {}

  /** What is known of words: by {@link KeyHash#of}, class and cluster from 0 or −1, and bases. */
  public record Word(int tagClass, int cluster, int bases) {}

  private void section(String name, BitOutput bits) {
    byte[] bytes = bits.toBytes();
    BitOutput head = new BitOutput();
    head.text(name);
    head.bits(bytes.length, 32);
    sections.writeBytes(head.toBytes());
    sections.writeBytes(bytes);
  }

  public void names(
      List<String> tags,
      List<String> transitions,
      List<String> tagClasses,
      Map<Base, Map<String, String>> irregular,
      String source) {
    BitOutput out = new BitOutput();
    for (List<String> texts : List.of(tags, transitions, tagClasses)) {
      out.number(texts.size());
      texts.forEach(out::text);
    }
    for (Base part : Base.values()) {
      Map<String, String> forms = new TreeMap<>(irregular.getOrDefault(part, Map.of()));
      out.number(forms.size());
      forms.forEach(
          (form, lemma) -> {
            out.text(form);
            out.text(lemma);
          });
    }
    out.text(source);
    section("names", out);
  }

  public void words(Map<Long, Word> words) {
    SortedMap<Long, Word> sorted = new TreeMap<>();
    words.forEach((word, known) -> sorted.put(WordTable.hash(word), known));
    long[][] counts = {
      new long[1 << WordTable.CLASS_BITS],
      new long[1 << WordTable.CLUSTER_BITS],
      new long[1 << WordTable.BASE_BITS]
    };
    for (Word word : sorted.values()) {
      counts[0][word.tagClass + 1]++;
      counts[1][word.cluster + 1]++;
      counts[2][word.bases]++;
    }
    BitOutput head = new BitOutput();
    List<PrefixCode> codes = new ArrayList<>();
    for (long[] count : counts) {
      PrefixCode code = PrefixCode.of(count, 15);
      code.write(head);
      codes.add(code);
    }
    head.align();
    List<byte[]> blocks = new ArrayList<>();
    for (long block = 0; block < 1 << WordTable.BLOCK_BITS; block++) {
      long first = block << (WordTable.HASH_BITS - WordTable.BLOCK_BITS);
      long next = (block + 1) << (WordTable.HASH_BITS - WordTable.BLOCK_BITS);
      blocks.add(block(sorted.subMap(first, next), first, codes));
    }
    blocks.forEach(block -> head.number(block.length));
    blocks.forEach(head::bytes);
    section("words", head);
  }

  private static byte[] block(Map<Long, Word> words, long first, List<PrefixCode> codes) {
    BitOutput out = new BitOutput();
    if (!words.isEmpty()) {
      out.number(words.size());
    }
    long last = first;
    for (Map.Entry<Long, Word> entry : words.entrySet()) {
      out.rice(entry.getKey() - last, WordTable.LOW_BITS);
      last = entry.getKey();
      codes.get(0).put(out, entry.getValue().tagClass + 1);
      codes.get(1).put(out, entry.getValue().cluster + 1);
      codes.get(2).put(out, entry.getValue().bases);
    }
    return out.toBytes();
  }

  /** The weights of the tagger or of the parser. */
  public void weights(String name, Table table) {
    List<Long> keys = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    table.keyed.forEach(
        (key, weights) -> {
          Row row = quantised(weights, table.scale);
          if (row.labels().length > 0) {
            keys.add(key);
            rows.add(row);
          }
        });
    for (List<float[]> group : table.groups) {
      group.forEach(weights -> rows.add(quantised(weights, table.scale)));
    }
    RowCodes codes = RowCodes.of(rows);
    int low = 0;
    while (1L << (low + 1) < (1L << KeyHash.BITS) / Math.max(1, keys.size())) {
      low++;
    }
    BitOutput head = new BitOutput();
    codes.write(head);
    head.bits(keys.size(), 32);
    head.number(low);
    head.number(table.groups.size());
    table.groups.forEach(group -> head.number(group.size()));
    BitOutput packed = new BitOutput();
    int start = 0;
    for (int row = 0; row < rows.size(); row++) {
      codes.put(packed, rows.get(row));
      if (row % PackedRows.GROUP == PackedRows.GROUP - 1 || row == rows.size() - 1) {
        head.rice(packed.size() - start, PackedRows.LOW_BITS);
        start = packed.size();
      }
    }
    section(name, head);
    section(name + ".rows", packed);
    BitOutput keyBits = new BitOutput();
    long before = 0;
    for (long key : keys) {
      keyBits.rice(key - before, low);
      before = key;
    }
    section(name + ".keys", keyBits);
  }

  private static Row quantised(float[] weights, int scale) {
    float highest = 0;
    for (float weight : weights) {
      highest = Math.max(highest, Math.abs(weight));
    }
    int shift = 0;
    while (shift < 3 && Math.round(highest * scale / (1 << shift)) > 127) {
      shift++;
    }
    int[] labels = new int[weights.length];
    int[] values = new int[weights.length];
    int size = 0;
    for (int label = 0; label < weights.length; label++) {
      int value = Math.round(weights[label] * scale / (1 << shift));
      if (value != 0) {
        labels[size] = label;
        values[size++] = Math.max(-127, Math.min(127, value));
      }
    }
    return new Row(
        shift, java.util.Arrays.copyOf(labels, size), java.util.Arrays.copyOf(values, size));
  }

  /** The whole file. */
  public byte[] toBytes() {
    byte[] body = sections.toByteArray();
    CRC32 checksum = new CRC32();
    checksum.update(body);
    BitOutput head = new BitOutput();
    head.bits(ModelFile.VERSION, 32);
    head.bits(ModelFile.HEAD + body.length, 32);
    head.bits(checksum.getValue(), 32);
    byte[] rest = head.toBytes();
    byte[] file = new byte[ModelFile.HEAD + body.length];
    System.arraycopy(ModelFile.MAGIC, 0, file, 0, ModelFile.MAGIC.length);
    System.arraycopy(rest, 0, file, ModelFile.MAGIC.length, rest.length);
    System.arraycopy(body, 0, file, ModelFile.HEAD, body.length);
    return file;
  }
}
