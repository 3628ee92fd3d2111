package org.entente.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.coding.relation.PairFile;

/** The rows of a table of pairs, one after the other, without holding the table. */
final class PairLines {
  private static final String NOT_UTF8 = "not UTF-8; save the file as UTF-8 text";

  private final InputStream in;
  private final String name;
  private final String head;
  private int line = 1;
  private long bytes;

  /**
   * Reads the first line.
   *
   * @param name for messages
   * @throws IOException if a column is missing
   */
  PairLines(InputStream in, String name) throws IOException {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.name = name;
    byte[] first = next();
    String text = first == null ? null : decoded(first);
    if (first != null && text == null) {
      throw new IOException(name + ", line 1: " + NOT_UTF8);
    }
    head = first == null ? "" : text;
    PairFile.read(new BufferedReader(new StringReader(head)), name);
  }

  /** The next row, with its line in the file; null at the end. */
  PairFile.Row row() throws IOException {
    for (byte[] read = next(); read != null; read = next()) {
      line++;
      String text = decoded(read);
      if (text == null) {
        String id = new String(read, StandardCharsets.UTF_8).split("\t", -1)[0];
        return new PairFile.Row(line, id, null, NOT_UTF8, List.of());
      }
      List<PairFile.Row> rows =
          PairFile.read(new BufferedReader(new StringReader(head + "\n" + text)), name).rows();
      if (!rows.isEmpty()) {
        PairFile.Row row = rows.get(0);
        return new PairFile.Row(line, row.id(), row.pair(), row.mistake(), row.cells());
      }
    }
    return null;
  }

  /** Bytes read so far. */
  long bytes() {
    return bytes;
  }

  private byte[] next() throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream(512);
    int one = in.read();
    if (one < 0) {
      return null;
    }
    for (; one >= 0 && one != '\n'; one = in.read()) {
      bytes++;
      read.write(one);
    }
    bytes++;
    return read.toByteArray();
  }

  private static String decoded(byte[] read) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString();
      return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
