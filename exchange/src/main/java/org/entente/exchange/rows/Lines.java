package org.entente.exchange.rows;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Lines of UTF-8. A line that is none is read as windows-1252, in which older files were written.
 * Of a line of more than {@value #LONGEST} bytes the rest is dropped.
 */
final class Lines implements Closeable {
  static final int LONGEST = 1 << 24;
  private static final Charset OLD = Charset.forName("windows-1252");
  private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long number;

  Lines(InputStream in) throws IOException {
    this.in = in;
    fill();
    if (end >= 2 && (buffer[0] & buffer[1]) == (byte) 0xFE && buffer[0] != buffer[1]) {
      throw new IOException("written in UTF-16; save it as UTF-8 first");
    }
    if (end >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB) {
      at = 3;
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = 0;
    while (end < buffer.length) {
      int read = in.read(buffer, end, buffer.length - end);
      if (read < 0) {
        break;
      }
      end += read;
    }
    return end > 0;
  }

  /** The next line without its end, or null. */
  String next() throws IOException {
    if (at == end && !fill()) {
      return null;
    }
    number++;
    ByteArrayOutputStream before = null;
    while (true) {
      int newline = at;
      while (newline < end && buffer[newline] != '\n') {
        newline++;
      }
      if (newline < end && before == null) {
        String line = text(buffer, at, newline);
        at = newline + 1;
        return line;
      }
      if (before == null) {
        before = new ByteArrayOutputStream();
      }
      before.write(buffer, at, Math.min(newline - at, LONGEST - before.size()));
      at = newline + (newline < end ? 1 : 0);
      if (newline < end || !fill()) {
        byte[] all = before.toByteArray();
        return text(all, 0, all.length);
      }
    }
  }

  /** Number of the line that was returned last, from 1. */
  long number() {
    return number;
  }

  private static String text(byte[] bytes, int from, int to) {
    int length = to - from - (to > from && bytes[to - 1] == '\r' ? 1 : 0);
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0 || hasReplacement(bytes, from, from + length)) {
      return text;
    }
    return new String(bytes, from, length, OLD);
  }

  private static boolean hasReplacement(byte[] bytes, int from, int to) {
    for (int i = from; i + 2 < to; i++) {
      if (bytes[i] == REPLACEMENT[0]
          && bytes[i + 1] == REPLACEMENT[1]
          && bytes[i + 2] == REPLACEMENT[2]) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
