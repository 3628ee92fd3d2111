package org.entente.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.store.LeftOut;

/** Says what an answer does not count. */
final class LeftOutNotes {
  private LeftOutNotes() {}

  static List<String> of(LeftOut leftOut) {
    List<String> notes = new ArrayList<>();
    if (leftOut.denied() > 0) {
      notes.add(
          events(leftOut.denied())
              + " that the texts deny left out; --status denied shows what is denied.");
    }
    if (leftOut.undated() > 0) {
      notes.add(events(leftOut.undated()) + " of unknown day left out.");
    }
    if (leftOut.rejected() > 0) {
      notes.add(
          events(leftOut.rejected())
              + " that a reader has rejected left out; --with-rejected counts them.");
    }
    return notes;
  }

  private static String events(long count) {
    return String.format(Locale.ROOT, "%,d event%s", count, count == 1 ? "" : "s");
  }
}
