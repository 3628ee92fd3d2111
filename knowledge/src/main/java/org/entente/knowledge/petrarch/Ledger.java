package org.entente.knowledge.petrarch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each line. */
final class Ledger {
  enum Fate {
    TAKEN,
    IN_PART,
    LEFT
  }

  /**
   * @param reason the same for all lines of its sort; null for what was taken
   * @param detail of this line, or null
   */
  record Note(Fate fate, String reason, String detail) {
    String words() {
      return detail == null ? reason : reason + ": " + detail;
    }
  }

  private static final Note TAKEN = new Note(Fate.TAKEN, null, null);

  private final Map<Line, List<Note>> notes = new LinkedHashMap<>();

  void taken(Line line) {
    notes.putIfAbsent(line, List.of(TAKEN));
  }

  void partly(Line line, String reason, String detail) {
    add(line, new Note(Fate.IN_PART, reason, detail));
  }

  void left(Line line, String reason, String detail) {
    add(line, new Note(Fate.LEFT, reason, detail));
  }

  private void add(Line line, Note note) {
    List<Note> before = notes.getOrDefault(line, List.of(TAKEN));
    if (!before.contains(note)) {
      List<Note> all = new ArrayList<>(before);
      all.remove(TAKEN);
      all.add(note);
      notes.put(line, all);
    }
  }

  Fate fate(Line line) {
    return notes.get(line).stream().map(Note::fate).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** Every line with what there is to say of it, by file and number. */
  Map<Line, List<Note>> all() {
    Map<Line, List<Note>> sorted = new LinkedHashMap<>();
    notes.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing(Line::file).thenComparingInt(Line::number)))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }
}
