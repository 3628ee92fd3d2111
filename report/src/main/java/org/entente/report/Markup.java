package org.entente.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** What HTML and SVG need in common: escaping, numbers, files of the module. */
final class Markup {
  private Markup() {}

  /**
   * Escapes for element content and for attribute values in quotes alike, in HTML and in XML. White
   * space becomes one space, and what would turn the direction of the words around it U+FFFD.
   */
  static String escape(String text) {
    return exact(Columns.clean(text));
  }

  /**
   * Escapes, and leaves the text as it is: only characters that neither HTML nor XML may hold
   * become U+FFFD, so that the length stays.
   */
  static String exact(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\r' -> out.append("&#13;");
        case '\t', '\n' -> out.append(c);
        default -> {
          boolean pair =
              Character.isHighSurrogate(c)
                      && i + 1 < text.length()
                      && Character.isLowSurrogate(text.charAt(i + 1))
                  || Character.isLowSurrogate(c)
                      && i > 0
                      && Character.isHighSurrogate(text.charAt(i - 1));
          boolean bad =
              c < 0x20
                  || c >= 0x7F && c <= 0x9F
                  || Character.isSurrogate(c) && !pair
                  || c >= 0xFFFE;
          out.append(bad ? '\uFFFD' : c);
        }
      }
    }
    return out.toString();
  }

  /** A coordinate: at most one decimal. */
  static String n(double number) {
    double rounded = Math.round(number * 10) / 10.0;
    return rounded == Math.rint(rounded)
        ? String.valueOf((long) rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  /** A file beside this class. */
  static String resource(String name) {
    try (InputStream in = Markup.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not in the jar: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The hash of an inline style or script, as a content security policy names it. */
  static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** About how wide a text is in a sans-serif font of that size; rather too wide. */
  static double textWidth(String text, double size) {
    double em =
        text.codePoints()
            .mapToDouble(
                c ->
                    c > 0x1100 && Columns.width(Character.toString(c)) == 2
                        ? 1.05
                        : "ijlI.,:;'|!()·’".indexOf(c) >= 0
                            ? .34
                            : "mwMW→…—".indexOf(c) >= 0
                                ? .95
                                : Character.isUpperCase(c) ? .72 : .59)
            .sum();
    return em * size;
  }
}
