package org.entente.spark;

import java.util.Locale;
import java.util.Set;

/** What a file holds. */
public enum Format {
  /** By the ending of the file's name. */
  AUTO,
  /** A document a file, plain text or HTML, or what else {@code entente code} finds in it. */
  TEXT,
  /** A JSON object a line. */
  JSONL,
  PARQUET,
  /** A Web archive; its HTML responses are the documents. */
  WARC;

  private static final Set<String> TEXTS = Set.of("txt", "text", "html", "htm", "xhtml", "json");

  /** The format that a name's ending tells, or null. */
  static Format of(String name) {
    String ending = ending(name);
    return switch (ending) {
      case "jsonl", "ndjson" -> JSONL;
      case "parquet" -> PARQUET;
      case "warc" -> WARC;
      default -> TEXTS.contains(ending) ? TEXT : null;
    };
  }

  private static String ending(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    low = low.endsWith(".gz") ? low.substring(0, low.length() - 3) : low;
    return low.substring(low.lastIndexOf('.') + 1);
  }
}
