package org.entente.knowledge.petrarch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import took.
 *
 * @param files by name
 * @param reasons why lines were not taken, or not as they stand; the most frequent first
 */
public record ImportSummary(List<FileCount> files, List<ReasonCount> reasons) {
  /**
   * Lines of a file that say something.
   *
   * @param inPart with a part left out or read otherwise
   */
  public record FileCount(String file, int taken, int inPart, int notTaken) {
    public int lines() {
      return taken + inPart + notTaken;
    }
  }

  /**
   * @param inPart whether the rest of such lines was taken
   */
  public record ReasonCount(boolean inPart, String reason, int lines) {}

  static ImportSummary of(Ledger ledger, Map<Line, List<Ledger.Note>> all) {
    Map<String, Map<Ledger.Fate, Integer>> byFile = new TreeMap<>();
    Map<Ledger.Note, Integer> byReason = new LinkedHashMap<>();
    all.forEach(
        (line, notes) -> {
          byFile
              .computeIfAbsent(line.file(), k -> new EnumMap<>(Ledger.Fate.class))
              .merge(ledger.fate(line), 1, Integer::sum);
          notes.stream()
              .filter(note -> note.fate() != Ledger.Fate.TAKEN)
              .map(note -> new Ledger.Note(note.fate(), note.reason(), null))
              .distinct()
              .forEach(note -> byReason.merge(note, 1, Integer::sum));
        });
    List<FileCount> files = new ArrayList<>();
    byFile.forEach(
        (file, counts) ->
            files.add(
                new FileCount(
                    file,
                    counts.getOrDefault(Ledger.Fate.TAKEN, 0),
                    counts.getOrDefault(Ledger.Fate.IN_PART, 0),
                    counts.getOrDefault(Ledger.Fate.LEFT, 0))));
    List<ReasonCount> reasons = new ArrayList<>();
    byReason.forEach(
        (note, count) ->
            reasons.add(new ReasonCount(note.fate() == Ledger.Fate.IN_PART, note.reason(), count)));
    reasons.sort(
        Comparator.comparing(ReasonCount::inPart)
            .thenComparing(Comparator.comparingInt(ReasonCount::lines).reversed())
            .thenComparing(ReasonCount::reason));
    return new ImportSummary(files, reasons);
  }
}
