package org.entente.coding.syntax.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
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
 * Huffman codes, which stand at the head of their section. Rows and words come in groups, of which
 * it is known where they start, and are read when they are asked for.
 */
public final class ModelFile {
  static final byte[] MAGIC =
      "Entente syntax\n\u001a".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  static final int VERSION = 1;
  private static final long LONGEST = 1L << 26;
  static final int HEAD = 28;

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
      byte[] head = in.readNBytes(HEAD);
      bytes = head;
      if (head.length == HEAD && version(head) == VERSION) {
        bytes = Arrays.copyOf(head, (int) Math.max(HEAD, Math.min(LONGEST, length(head))));
        int read = HEAD + in.readNBytes(bytes, HEAD, bytes.length - HEAD);
        if (read < bytes.length) {
          bytes = Arrays.copyOf(bytes, read);
        } else if (in.read() >= 0) {
          throw new BadModelException(where, "has bytes after its end");
        }
      }
    } catch (IOException e) {
      throw new BadModelException(where, "cannot be read: " + e.getMessage(), e);
    }
    return new ModelFile(where, bytes).model();
  }

  private static long version(byte[] head) {
    return new BitInput(head, MAGIC.length, HEAD).bits(32);
  }

  private static long length(byte[] head) {
    return new BitInput(head, MAGIC.length + 4, HEAD).bits(32);
  }

  private static long checksum(byte[] head) {
    return new BitInput(head, MAGIC.length + 8, HEAD).bits(32);
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
    if (version(bytes) != VERSION) {
      throw new BadModelException(
          where, "has format " + version(bytes) + ", but this program reads format " + VERSION);
    }
    if (bytes.length != length(bytes)) {
      throw new BadModelException(
          where, "was cut off: " + bytes.length + " of " + length(bytes) + " bytes are left");
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes, HEAD, bytes.length - HEAD);
    if (checksum.getValue() != checksum(bytes)) {
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
    CompletableFuture<Weights> parser = CompletableFuture.supplyAsync(() -> weights("parser"));
    Weights tagger = weights("tagger");
    int[] range = sections.get("words");
    WordTable words = WordTable.read(section("words"), bytes, range[1]);
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
        tags, transitions, classes, tagger, parser.join(), words, irregular, in.text());
  }

  private static List<String> texts(BitInput in) {
    int size = in.number();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      texts.add(in.text());
    }
    return List.copyOf(texts);
  }

  private Weights weights(String name) {
    BitInput head = section(name);
    RowCodes codes = RowCodes.read(head);
    int keyed = (int) head.bits(32);
    int lowBits = head.number();
    int[] direct = new int[head.number()];
    int rows = keyed;
    for (int i = 0; i < direct.length; i++) {
      direct[i] = head.number();
      rows += direct[i];
    }
    int[] groups = new int[(rows + PackedRows.GROUP - 1) / PackedRows.GROUP];
    int at = 0;
    for (int i = 0; i < groups.length; i++) {
      groups[i] = at;
      at += (int) head.rice(PackedRows.LOW_BITS);
    }
    int[] range = sections.get(name + ".rows");
    if (range == null || range[1] - range[0] != (at + 7) / 8) {
      throw new IllegalStateException("rows are missing");
    }
    PackedRows packed = new PackedRows(codes, bytes, range[0], range[1], groups);
    return Weights.read(section(name + ".keys"), keyed, lowBits, direct, packed);
  }
}
