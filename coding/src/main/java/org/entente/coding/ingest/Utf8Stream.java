package org.entente.coding.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A stream in a wide charset, read as UTF-8, so that line ends are single bytes. */
final class Utf8Stream extends InputStream {
  private final Reader reader;
  private final char[] chars = new char[4096];
  private byte[] bytes = new byte[0];
  private int at;
  private int kept;

  Utf8Stream(InputStream in, Charset charset) {
    reader = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int n = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, n);
    at += n;
    return n;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int n = reader.read(chars, kept, chars.length - kept);
      if (n < 0 && kept == 0) {
        return false;
      }
      int end = kept + Math.max(0, n);
      // a pair of surrogates must not be parted
      boolean half = n >= 0 && Character.isHighSurrogate(chars[end - 1]);
      bytes = new String(chars, 0, half ? end - 1 : end).getBytes(StandardCharsets.UTF_8);
      at = 0;
      kept = half ? 1 : 0;
      chars[0] = half ? chars[end - 1] : chars[0];
    }
    return true;
  }
}
