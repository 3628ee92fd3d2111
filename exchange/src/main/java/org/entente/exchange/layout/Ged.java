package org.entente.exchange.layout;

import java.time.LocalDate;
import java.util.List;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;
import org.entente.model.Magnitude;
import org.entente.model.Place;
import org.entente.model.Precision;

/** UCDP's Georeferenced Event Dataset: each row is an ASSAULT with deaths. */
final class Ged implements Layout {
  private final Setting setting;
  private final Columns names;
  private final Others others;

  Ged(Setting setting, Columns names) {
    this.setting = setting;
    this.names = names;
    this.others =
        new Others(
            names,
            names.at("side_a"),
            names.at("side_b"),
            names.at("date_start"),
            names.at("date_end"),
            names.at("latitude"),
            names.at("longitude"),
            names.at("country"),
            names.at("low"),
            names.at("high"));
  }

  @Override
  public Read read(Row row) throws WrongRow {
    Others.check(row, names);
    Setting.Said said = new Setting.Said();
    LocalDate from = Days.day(text(row, "date_start"));
    String end = text(row, "date_end");
    LocalDate to = end.isEmpty() ? from : Days.day(end);
    if (to.isBefore(from)) {
      throw new WrongRow("no date", "it ends (" + to + ") before it begins (" + from + ")");
    }
    said.key = text(row, "id");
    said.time = Setting.time(from, to, precision(text(row, "date_prec"), from, to));
    said.means(setting.meaning(text(row, "type_of_violence").equals("3") ? "180" : "190"));
    if (text(row, "side_a").isEmpty()) {
      throw new WrongRow("no source", "side_a is missing");
    }
    String country = setting.actors().country(text(row, "country"));
    said.source = setting.actors().named(text(row, "side_a"), country, List.of(), from);
    String other = text(row, "side_b");
    said.target = other.isEmpty() ? null : setting.actors().named(other, country, List.of(), from);
    said.place = place(row, country);
    said.magnitudes = killed(row);
    return new Read(setting.event(row, said), others.json(row));
  }

  private String text(Row row, String column) {
    return row.at(names.at(column));
  }

  /** 1: the day is known; 2: two to six days; 3: a week; 4: a month; 5: more. */
  private static Precision precision(String code, LocalDate from, LocalDate to) {
    return switch (code) {
      case "1" -> Precision.DAY;
      case "2", "3" -> Precision.WEEK;
      case "4" -> Precision.MONTH;
      case "5" -> Precision.YEAR;
      default -> from.equals(to) ? Precision.DAY : Precision.UNKNOWN;
    };
  }

  private Place place(Row row, String country) {
    String name = "";
    for (String column : List.of("where_coordinates", "adm_2", "adm_1")) {
      name = name.isEmpty() ? text(row, column) : name;
    }
    Double latitude = Numbers.number(text(row, "latitude"));
    return name.isEmpty() && country == null && latitude == null
        ? null
        : new Place(
            name.isEmpty() ? null : name,
            country,
            latitude,
            Numbers.number(text(row, "longitude")),
            null,
            null,
            null);
  }

  /** From the lowest to the highest count; the best is its text. */
  private List<Magnitude> killed(Row row) throws WrongRow {
    Double best = Numbers.number(text(row, "best"));
    Double low = Numbers.number(text(row, "low"));
    Double high = Numbers.number(text(row, "high"));
    if (best == null && low == null && high == null) {
      return List.of();
    }
    double least = low != null ? low : best != null ? best : high;
    double most = high != null ? high : best != null ? best : low;
    if (least > most) {
      throw new WrongRow("wrong count", "low is more than high: " + least + ", " + most);
    }
    return List.of(
        new Magnitude(
            Magnitude.Kind.KILLED, least, most, null, best == null ? null : text(row, "best")));
  }
}
