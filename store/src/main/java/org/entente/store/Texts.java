package org.entente.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What UTF-8 cannot hold, and hashes. */
final class Texts {
  private Texts() {}

  /**
   * The text with every lone surrogate replaced by U+FFFD: the same length, so that spans hold;
   * null for null.
   */
  static String clean(String text) {
    int at = text == null ? -1 : loneSurrogate(text, 0);
    if (at < 0) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (; at >= 0; at = loneSurrogate(text, at + 1)) {
      chars[at] = '\uFFFD';
    }
    return new String(chars);
  }

  /** JSON with every lone surrogate written as an escape. */
  static String escapeLoneSurrogates(String json) {
    int at = loneSurrogate(json, 0);
    if (at < 0) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 16);
    int done = 0;
    for (; at >= 0; at = loneSurrogate(json, at + 1)) {
      escaped.append(json, done, at).append(String.format("\\u%04x", (int) json.charAt(at)));
      done = at + 1;
    }
    return escaped.append(json, done, json.length()).toString();
  }

  /** SHA-256 of the text in UTF-8, 64 hexadecimal digits. */
  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(clean(text).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int loneSurrogate(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }
}
