package org.entente.coding.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What bytes are, told by the first of them. */
final class Sniff {
  /** How many bytes the rules look at. */
  static final int HEAD = 8192;

  private static final Pattern PAGE =
      Pattern.compile(
          "^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype\\s+html|html|head|body|article|div|p|h1)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:p|br|div|html|body|article|section|blockquote|h[1-6]|ul|li)(?:\\s[^<>]*)?/?>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern JSON = Pattern.compile("^\\s*(?:\\{\\s*[\"}]|\\[\\s*[{\\]])");
  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]+)|<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([A-Za-z0-9_.:-]+)",
          Pattern.CASE_INSENSITIVE);

  enum Format {
    TEXT,
    HTML,
    JSON
  }

  private Sniff() {}

  static boolean gzip(byte[] head, int length) {
    return length > 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B && head[2] == 8;
  }

  /**
   * @param ending of the file's name, or empty
   * @param type media type that a server told, or empty
   */
  static Format format(String ending, String type, String head) {
    switch (ending) {
      case "json", "jsonl", "ndjson" -> {
        return Format.JSON;
      }
      case "html", "htm", "xhtml" -> {
        return Format.HTML;
      }
      default -> {
        // told by the type or the text
      }
    }
    if (type.contains("json")) {
      return Format.JSON;
    }
    if (type.contains("html") || PAGE.matcher(head).find()) {
      return Format.HTML;
    }
    return !ending.equals("txt") && JSON.matcher(head).find() ? Format.JSON : Format.TEXT;
  }

  /** Whether a text from a field holds HTML's tags. */
  static boolean hasTags(String text) {
    return TAG.matcher(text.length() > 200_000 ? text.substring(0, 200_000) : text).find();
  }

  /** Throws if the bytes are no text. */
  static void text(byte[] head, int length, Charset declared) throws Trouble {
    String known = known(head, length);
    if (known != null) {
      throw new Trouble(
          Aside.Reason.BINARY, "not text but " + known + "; turn it into plain text or HTML first");
    }
    Charset mark = Decoder.mark(head);
    boolean wide =
        mark != null && mark != StandardCharsets.UTF_8
            || declared != null
                && (declared.name().startsWith("UTF-16") || declared.name().startsWith("UTF-32"))
            || Decoder.wide(head, length) != null;
    if (wide) {
      return;
    }
    int zeros = 0;
    int controls = 0;
    for (int i = 0; i < length; i++) {
      int b = head[i] & 0xFF;
      zeros += b == 0 ? 1 : 0;
      boolean control = b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 27;
      controls += control || b == 127 ? 1 : 0;
    }
    if (zeros > 0 || controls > length * 0.3) {
      throw new Trouble(
          Aside.Reason.BINARY,
          "not text: "
              + (zeros > 0 ? "holds zero bytes" : "holds mostly control characters")
              + "; if it is text, give its encoding");
    }
  }

  private static String known(byte[] head, int length) {
    String start = new String(head, 0, Math.min(length, 16), StandardCharsets.ISO_8859_1);
    if (start.startsWith("%PDF")) {
      return "a PDF";
    }
    if (start.startsWith("PK\u0003\u0004")) {
      return "a ZIP archive (or a .docx, .odt, .epub)";
    }
    if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return "an old Office document";
    }
    if (start.startsWith("{\\rtf")) {
      return "rich text (RTF)";
    }
    if (start.startsWith("\u0089PNG")
        || start.startsWith("GIF8")
        || start.startsWith("\u00FF\u00D8\u00FF")) {
      return "an image";
    }
    return null;
  }

  /** Charset that a page's head names, or null. */
  static Charset meta(byte[] bytes, int length) {
    String head = new String(bytes, 0, Math.min(length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher matcher = META.matcher(head);
    if (!matcher.find()) {
      return null;
    }
    Charset charset = charset(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    // a head that could be read as ASCII is not in UTF-16, whatever it says
    return charset != null && charset.name().startsWith("UTF-16")
        ? StandardCharsets.UTF_8
        : charset;
  }

  /** Charset of that name as the Web uses it, or null. */
  static Charset charset(String name) {
    try {
      Charset charset = Charset.forName(name.strip());
      return charset.equals(StandardCharsets.ISO_8859_1)
              || charset.equals(StandardCharsets.US_ASCII)
          ? Charset.forName("windows-1252")
          : charset;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
