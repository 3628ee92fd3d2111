package org.entente.coding.ingest;

import java.util.Locale;

/** Numbers of bytes in words. */
final class Sizes {
  private Sizes() {}

  static String of(long bytes) {
    if (bytes < 1_000) {
      return bytes + " bytes";
    }
    if (bytes < 1_000_000) {
      return String.format(Locale.ROOT, "%.0f kB", bytes / 1e3);
    }
    return bytes % 1_000_000 == 0
        ? bytes / 1_000_000 + " MB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
