package org.entente.exchange.layout;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.exchange.cameo.Cameo;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;

/** Four columns: date, source, event (CAMEO's text or code), target; names as ICEWS has them. */
final class Plain implements Layout {
  private static final List<String> COLUMNS = List.of("event");

  private final Setting setting;
  private final Columns names;
  private final int[] others;

  Plain(Setting setting, Columns names) {
    this.setting = setting;
    this.names = names;
    this.others = IntStream.range(4, Math.max(4, names.count())).toArray();
  }

  @Override
  public Read read(Row row) throws WrongRow {
    if (row.cells().length < 4) {
      throw new WrongRow("too few columns", row.cells().length + " columns in place of 4");
    }
    Setting.Said said = new Setting.Said();
    LocalDate day = Days.day(row.at(0));
    said.time = setting.time(day);
    String source = row.at(1);
    String target = row.at(3);
    if (source.isEmpty()) {
      throw new WrongRow("no source", "the source is missing");
    }
    String code = code(setting.cameo(), row.at(2));
    said.means(setting.meaning(code));
    said.source = setting.actors().named(source, day);
    said.target = target.isEmpty() ? null : setting.actors().named(target, day);
    String written = setting.cameo().text(code);
    return new Read(
        setting.event(row, said),
        Original.beyond(row, COLUMNS, new int[] {2}, new String[] {written}, names, others));
  }

  /** The code of a text, or of what is one already. */
  static String code(Cameo cameo, String text) throws WrongRow {
    String code = cameo.code(text);
    if (code == null && !text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
      code = text;
    }
    if (code == null) {
      throw new WrongRow("unknown event", "'" + text + "' is neither a text nor a code of CAMEO");
    }
    return code;
  }
}
