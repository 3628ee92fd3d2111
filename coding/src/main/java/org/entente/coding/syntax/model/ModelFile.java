package org.entente.coding.syntax.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.zip.CRC32;
import org.entente.coding.syntax.model.WordTable.Base;

/**
 * Reads the model file.
 *
 * <p>The file is a head of 28 bytes (the magic word, the version, the length of the whole and the
 * CRC-32 of all that follows the head) and sections, each with its name and its length. Sections
 * are streams of bits. Keys of features and hashes of words are sorted, and their differences are
 * written in Golomb-Rice codes; rows of weights and values of words are written in canonical
 * Huffman codes, which stand at the head of their section. Rows come in parts that are read side by
 * side.
 */
public final class ModelFile {
  static final byte[] MAGIC =
      "Entente syntax\n\u001a".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  static final int VERSION = 1;
  static final int HEAD = 28;

  /** Low bits of differences between keys and between hashes that are written as they are. */
  static final int WORD_LOW_BITS = 20;

  /** Rows with more weights than this lie in memory in full. */
  private static final int SPARSEST_DENSE = 9;

  private final String where;
  private final byte[] bytes;
  private final Map<String, int[]> sections = new LinkedHashMap<>();

  private ModelFile(String where, byte[] bytes) {
    this.where = where;
    this.bytes = bytes;
  }

  /**
   * Reads and checks a model.
   *
   * @param where it is, for messages
   * @param in the file, or null if there is none
   * @throws BadModelException if the file is missing, cut off, changed, or of another version
   */
  public static SyntaxModel read(String where, InputStream in) {
    if (in == null) {
      throw new BadModelException(where, "is missing");
    }
    byte[] bytes;
    try (in) {
      bytes = in.readAllBytes();
    } catch (IOException e) {
      throw new BadModelException(where, "cannot be read: " + e.getMessage(), e);
    }
    return new ModelFile(where, bytes).model();
  }

  private SyntaxModel model() {
    check();
    try {
      return load();
    } catch (CompletionException | IllegalStateException | IndexOutOfBoundsException e) {
      throw new BadModelException(where, "does not hold what its head says (" + e + ")", e);
    }
  }

  private void check() {
    for (int i = 0; i < MAGIC.length; i++) {
      if (i >= bytes.length || bytes[i] != MAGIC[i]) {
        throw new BadModelException(where, "is no model of Entente's parser");
      }
    }
    if (bytes.length < HEAD) {
      throw new BadModelException(where, "is cut off after " + bytes.length + " bytes");
    }
    BitInput head = new BitInput(bytes, MAGIC.length, HEAD);
    int version = (int) head.bits(32);
    if (version != VERSION) {
      throw new BadModelException(
          where, "has format " + version + ", but this program reads format " + VERSION);
    }
    long length = head.bits(32);
    if (bytes.length != length) {
      throw new BadModelException(
          where,
          "has " + bytes.length + " bytes instead of " + length + ": it was cut off or added to");
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes, HEAD, bytes.length - HEAD);
    if (checksum.getValue() != head.bits(32)) {
      throw new BadModelException(where, "was changed: its checksum is wrong");
    }
  }

  private BitInput section(String name) {
    int[] range = sections.get(name);
    if (range == null) {
      throw new IllegalStateException("no section " + name);
    }
    return new BitInput(bytes, range[0], range[1]);
  }

  private SyntaxModel load() {
    int at = HEAD;
    while (at < bytes.length) {
      BitInput in = new BitInput(bytes, at, bytes.length);
      String name = in.text();
      int size = (int) in.bits(32);
      int start = at + 1 + name.length() + 4;
      sections.put(name, new int[] {start, start + size});
      at = start + size;
    }
    CompletableFuture<WordTable> words = CompletableFuture.supplyAsync(this::words);
    CompletableFuture<Weights> tagger = weights("tagger");
    CompletableFuture<Weights> parser = weights("parser");
    BitInput in = section("names");
    List<String> tags = texts(in);
    List<String> transitions = texts(in);
    List<String> classes = texts(in);
    Map<Base, Map<String, String>> irregular = new EnumMap<>(Base.class);
    for (Base part : Base.values()) {
      Map<String, String> forms = new HashMap<>();
      for (int left = in.number(); left > 0; left--) {
        forms.put(in.text(), in.text());
      }
      irregular.put(part, forms);
    }
    return new SyntaxModel(
        tags,
        transitions,
        classes,
        tagger.join(),
        parser.join(),
        words.join(),
        irregular,
        in.text());
  }

  private static List<String> texts(BitInput in) {
    int size = in.number();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      texts.add(in.text());
    }
    return List.copyOf(texts);
  }

  private WordTable words() {
    BitInput in = section("words");
    PrefixCode classes = PrefixCode.read(in);
    PrefixCode clusters = PrefixCode.read(in);
    PrefixCode bases = PrefixCode.read(in);
    int size = (int) in.bits(32);
    WordTable.Builder table = new WordTable.Builder();
    long hash = 0;
    for (int i = 0; i < size; i++) {
      hash += in.rice(WORD_LOW_BITS);
      table.add(hash, classes.next(in), clusters.next(in), bases.next(in));
    }
    if (in.past()) {
      throw new IllegalStateException("words are missing");
    }
    return table.build();
  }

  /** Rows that were read side by side with others: where each starts among them. */
  private record Part(long[] rows, int[] references) {}

  private CompletableFuture<Weights> weights(String name) {
    BitInput head = section(name);
    RowCodes codes = RowCodes.read(head);
    int keyed = (int) head.bits(32);
    int lowBits = head.number();
    int[] hot = new int[head.number()];
    for (int i = 0, row = -1; i < hot.length; i++) {
      row += head.number() + 1;
      hot[i] = row;
    }
    int[] groups = new int[head.number()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = head.number();
    }
    int parts = head.number();
    List<CompletableFuture<Part>> read = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      BitInput in = section(name + "." + i);
      read.add(CompletableFuture.supplyAsync(() -> part(in, codes)));
    }
    BitInput keys = section(name + ".keys");
    return CompletableFuture.supplyAsync(() -> assemble(keys, keyed, lowBits, hot, groups, read));
  }

  private static Part part(BitInput in, RowCodes codes) {
    int size = (int) in.bits(32);
    int[] references = new int[size];
    long[] rows = new long[4 * size + 16];
    int used = 0;
    byte[] labels = new byte[RowCodes.LANES];
    byte[] values = new byte[RowCodes.LANES];
    for (int row = 0; row < size; row++) {
      int head = codes.next(in, labels, values);
      int shift = head >>> 8;
      int count = head & 255;
      if (used + 8 > rows.length) {
        rows = java.util.Arrays.copyOf(rows, rows.length * 3 / 2 + 8);
      }
      if (count >= SPARSEST_DENSE) {
        references[row] = Weights.reference(used, shift, Weights.DENSE);
        dense(rows, used, labels, values, count);
        used += 8;
      } else {
        references[row] = Weights.reference(used, shift, count);
        for (int i = 0; i < count; i++) {
          rows[used + (i >> 2)] |= (labels[i] & 63L | (values[i] & 255L) << 8) << ((i & 3) << 4);
        }
        used += (count + 3) >> 2;
      }
    }
    if (in.past()) {
      throw new IllegalStateException("rows are missing");
    }
    return new Part(java.util.Arrays.copyOf(rows, used), references);
  }

  private static void dense(long[] rows, int at, byte[] labels, byte[] values, int count) {
    for (int i = 0; i < 8; i++) {
      rows[at + i] = 0x8080808080808080L;
    }
    for (int i = 0; i < count; i++) {
      int place = (labels[i] & 7) << 3;
      long word = rows[at + (labels[i] >>> 3)];
      rows[at + (labels[i] >>> 3)] = word & ~(255L << place) | (long) (values[i] + 128) << place;
    }
  }

  private static Weights assemble(
      BitInput keys,
      int keyed,
      int lowBits,
      int[] hot,
      int[] groups,
      List<CompletableFuture<Part>> reading) {
    List<Part> parts = reading.stream().map(CompletableFuture::join).toList();
    int hotSize = 8 * hot.length;
    int total = 1 + hotSize;
    int all = 0;
    for (Part part : parts) {
      total += part.rows.length;
      all += part.references.length;
    }
    long[] rows = new long[total];
    int[] references = new int[all];
    int offset = 1 + hotSize;
    int at = 0;
    for (Part part : parts) {
      System.arraycopy(part.rows, 0, rows, offset, part.rows.length);
      for (int reference : part.references) {
        references[at++] = reference + (offset << 6);
      }
      offset += part.rows.length;
    }
    int hotUsed = 1;
    for (int row : hot) {
      int length = (references[row] & 15) == Weights.DENSE ? 8 : ((references[row] & 15) + 3) >> 2;
      System.arraycopy(rows, references[row] >>> 6, rows, hotUsed, length);
      references[row] = references[row] & 63 | hotUsed << 6;
      hotUsed += length;
    }
    int slotBits = 1;
    while (1 << slotBits < 2 * keyed) {
      slotBits++;
    }
    int slotShift = KeyHash.BITS - slotBits;
    long[] table = new long[(1 << slotBits) + 4096];
    long[] hotTable = new long[Math.max(2, Integer.highestOneBit(Math.max(1, hot.length)) * 4)];
    long key = 0;
    int free = 0;
    int nextHot = 0;
    for (int row = 0; row < keyed; row++) {
      key += keys.rice(lowBits);
      int slot = Math.max(free, (int) (key >>> slotShift));
      long entry = key << 32 | references[row];
      table[slot] = entry;
      free = slot + 1;
      if (nextHot < hot.length && hot[nextHot] == row) {
        int place = Weights.hotSlot(key) & hotTable.length - 1;
        while (hotTable[place] != 0) {
          place = place + 1 & hotTable.length - 1;
        }
        hotTable[place] = entry;
        nextHot++;
      }
    }
    if (keys.past() || free >= table.length) {
      throw new IllegalStateException("keys are missing");
    }
    int[][] direct = new int[groups.length][];
    at = keyed;
    for (int i = 0; i < groups.length; i++) {
      direct[i] = java.util.Arrays.copyOfRange(references, at, at + groups[i]);
      for (int id = 0; id < groups[i]; id++) {
        if ((direct[i][id] & 15) == 0) {
          direct[i][id] = 0;
        }
      }
      at += groups[i];
    }
    return new Weights(table, slotShift, hotTable, rows, direct);
  }
}
