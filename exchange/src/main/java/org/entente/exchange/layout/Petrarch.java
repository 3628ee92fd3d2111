package org.entente.exchange.layout;

import java.util.List;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;

/** PETRARCH's own output: date, source, target, code, then what there is: id, publisher. */
final class Petrarch implements Layout {
  static final List<String> COLUMNS =
      List.of("date", "source", "target", "code", "id", "publisher", "url");

  private final Setting setting;
  private final Columns names;
  private final Others others;

  Petrarch(Setting setting, Columns names) {
    this.setting = setting;
    this.names = names;
    this.others = new Others(names, 0, 1, 2, 3, 5);
  }

  @Override
  public Read read(Row row) throws WrongRow {
    Others.check(row, names, 4);
    Setting.Said said = new Setting.Said();
    said.time = setting.time(Days.day(row.at(0)));
    said.means(setting.meaning(row.at(3)));
    String source = row.at(1);
    String target = row.at(2);
    if (source.isEmpty() || source.equals("---")) {
      throw new WrongRow("no source", "the source is missing");
    }
    said.source = setting.actors().coded(source, null);
    said.target =
        target.isEmpty() || target.equals("---") ? null : setting.actors().coded(target, null);
    said.publisher = row.at(5);
    return new Read(setting.event(row, said), others.json(row));
  }
}
