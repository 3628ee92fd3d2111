package org.entente.coding.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes to characters. */
final class Decoder {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Decoder() {}

  /**
   * Characters, and what the reader should know of how they came.
   *
   * @param text without a byte order mark
   * @param charset that it was read in
   * @param notes "3 wrong bytes replaced"
   */
  record Decoded(String text, Charset charset, List<String> notes) {}

  /** The charset that a byte order mark tells, or null. */
  static Charset mark(byte[] bytes) {
    int a = at(bytes, 0);
    int b = at(bytes, 1);
    int c = at(bytes, 2);
    int d = at(bytes, 3);
    if (a == 0xEF && b == 0xBB && c == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (a == 0xFF && b == 0xFE) {
      return c == 0 && d == 0 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
    }
    if (a == 0xFE && b == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return a == 0 && b == 0 && c == 0xFE && d == 0xFF ? Charset.forName("UTF-32BE") : null;
  }

  /** UTF-16 without a mark, told by the places of its zeros; null if it is not that. */
  static Charset wide(byte[] bytes, int length) {
    int n = Math.min(length, 4096) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < n; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    int half = n / 2;
    if (half < 4) {
      return null;
    }
    if (odd > half * 0.7 && even < half * 0.05) {
      return StandardCharsets.UTF_16LE;
    }
    return even > half * 0.7 && odd < half * 0.05 ? StandardCharsets.UTF_16BE : null;
  }

  private static int at(byte[] bytes, int i) {
    return i < bytes.length ? bytes[i] & 0xFF : -1;
  }

  /**
   * Decodes. A byte order mark decides, then {@code declared}, then UTF-8. Undeclared bytes that
   * are no UTF-8 are windows-1252, unless most of what is not ASCII in them is UTF-8: then single
   * wrong bytes were slipped in.
   *
   * @param declared what the user or the document says, or null
   */
  static Decoded decode(byte[] bytes, Charset declared) {
    Charset charset = mark(bytes);
    charset = charset != null ? charset : declared;
    charset = charset != null ? charset : wide(bytes, bytes.length);
    if (charset != null) {
      return strict(bytes, charset, new ArrayList<>());
    }
    Decoded utf8 = strict(bytes, StandardCharsets.UTF_8, new ArrayList<>());
    if (utf8.notes().isEmpty()) {
      return utf8;
    }
    long wrong = 0;
    long right = 0;
    for (int i = 0; i < utf8.text().length(); i++) {
      char c = utf8.text().charAt(i);
      wrong += c == '\uFFFD' ? 1 : 0;
      right += c > 127 && c != '\uFFFD' ? 1 : 0;
    }
    if (right > wrong) {
      return utf8;
    }
    List<String> notes = new ArrayList<>();
    notes.add("not UTF-8: read as windows-1252");
    return strict(bytes, WINDOWS, notes);
  }

  private static Decoded strict(byte[] bytes, Charset charset, List<String> notes) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out =
        CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 8);
    long wrong = 0;
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (result.isError()) {
        wrong += result.length();
        in.position(in.position() + result.length());
        out = room(out, 1).put('\uFFFD');
      } else if (result.isOverflow()) {
        out = room(out, out.capacity());
      } else {
        break;
      }
    }
    while (decoder.flush(out).isOverflow()) {
      out = room(out, 16);
    }
    out.flip();
    if (out.hasRemaining() && out.get(0) == '\uFEFF') {
      out.position(1);
    }
    if (wrong > 0) {
      notes.add(wrong == 1 ? "1 wrong byte replaced" : wrong + " wrong bytes replaced");
    }
    return new Decoded(out.toString(), charset, notes);
  }

  private static CharBuffer room(CharBuffer buffer, int more) {
    if (buffer.remaining() >= more) {
      return buffer;
    }
    buffer.flip();
    return CharBuffer.allocate(buffer.limit() + Math.max(more, 64)).put(buffer);
  }
}
