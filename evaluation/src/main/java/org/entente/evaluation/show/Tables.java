package org.entente.evaluation.show;

import java.util.ArrayList;
import java.util.List;
import org.entente.evaluation.measure.Confusion;

/** Tables made of other blocks where pictures cannot be shown. */
final class Tables {
  private static final int LETTERS = 4;

  private Tables() {}

  /** Gold down, answers across with short names; zeros are dots. */
  static Block.Table of(Confusion confusion) {
    List<String> columns = new ArrayList<>(List.of("gold ↓ answer →"));
    confusion.labels().forEach(label -> columns.add(brief(label)));
    List<List<String>> rows = new ArrayList<>();
    for (int gold = 0; gold < confusion.labels().size(); gold++) {
      List<String> row = new ArrayList<>(List.of(confusion.labels().get(gold)));
      for (int answer = 0; answer < confusion.labels().size(); answer++) {
        int count = confusion.count(gold, answer);
        row.add(count == 0 ? "·" : String.valueOf(count));
      }
      rows.add(row);
    }
    return new Block.Table(columns, rows, false);
  }

  static String brief(String label) {
    return label.length() <= LETTERS ? label : label.substring(0, LETTERS);
  }
}
