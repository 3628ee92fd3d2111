package org.entente.sway.issue;

import java.util.Collection;
import java.util.Locale;

/** What somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /** {@code " (did you mean 'x'?)"}, or nothing. */
  static String hint(String written, Collection<String> known) {
    String best = null;
    int least = Math.min(Math.max(2, written.length() / 3) + 1, written.length());
    for (String one : known.stream().sorted().toList()) {
      int steps = steps(written.toLowerCase(Locale.ROOT), one.toLowerCase(Locale.ROOT));
      if (steps < least) {
        least = steps;
        best = one;
      }
    }
    return best == null ? "" : " (did you mean '" + best + "'?)";
  }

  /** Levenshtein's distance. */
  private static int steps(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
