package org.entente.exchange.layout;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;
import org.entente.exchange.rows.Table;
import org.entente.model.Actor;
import org.entente.model.EventType;
import org.entente.model.Magnitude;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Sector;

/** ACLED's CSV. Sub-event types become types and modes by a table. */
final class Acled implements Layout {
  private record Meaning(String cameo, EventType type, String mode) {}

  private static final Map<String, Meaning> MEANINGS = new HashMap<>();

  /** By {@code inter1} and {@code inter2}: numbers until 2024, then words. */
  private static final Map<String, List<Sector>> INTER =
      Map.ofEntries(
          Map.entry("1", List.of(Sector.MIL)),
          Map.entry("stateforces", List.of(Sector.MIL)),
          Map.entry("2", List.of(Sector.REB)),
          Map.entry("rebelgroup", List.of(Sector.REB)),
          Map.entry("3", List.of(Sector.UAF)),
          Map.entry("politicalmilitia", List.of(Sector.UAF)),
          Map.entry("4", List.of(Sector.UAF)),
          Map.entry("identitymilitia", List.of(Sector.UAF)),
          Map.entry("5", List.of(Sector.CVL)),
          Map.entry("rioters", List.of(Sector.CVL)),
          Map.entry("6", List.of(Sector.OPP)),
          Map.entry("protesters", List.of(Sector.OPP)),
          Map.entry("7", List.of(Sector.CVL)),
          Map.entry("civilians", List.of(Sector.CVL)));

  static {
    for (String[] row : Table.read(Acled.class, "acled.tsv")) {
      MEANINGS.put(
          Columns.key(row[0]),
          new Meaning(row[1], EventType.valueOf(row[2]), row[3].isEmpty() ? null : row[3]));
    }
  }

  private final Setting setting;
  private final Columns names;
  private final Others others;

  Acled(Setting setting, Columns names) {
    this.setting = setting;
    this.names = names;
    this.others =
        new Others(
            names,
            names.at("event_date"),
            names.at("year"),
            names.at("actor1"),
            names.at("actor2"),
            names.at("latitude"),
            names.at("longitude"),
            names.at("location"),
            names.at("country"),
            names.at("source"),
            names.at("fatalities"));
  }

  @Override
  public Read read(Row row) throws WrongRow {
    Others.check(row, names);
    Setting.Said said = new Setting.Said();
    LocalDate day = Days.day(text(row, "event_date"));
    Meaning meaning = MEANINGS.get(Columns.key(text(row, "sub_event_type")));
    if (meaning == null) {
      throw new WrongRow(
          "unknown event", "'" + text(row, "sub_event_type") + "' is no sub-event type of ACLED");
    }
    said.key = text(row, "event_id_cnty");
    said.time =
        switch (text(row, "time_precision")) {
          case "2" -> Setting.time(day, day.plusDays(6), Precision.WEEK);
          case "3" ->
              Setting.time(
                  day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()), Precision.MONTH);
          default -> setting.time(day);
        };
    said.type = meaning.type();
    said.mode = meaning.mode();
    said.cameo = meaning.cameo();
    said.goldstein = setting.cameo().goldstein(meaning.cameo(), meaning.type());
    String country = setting.actors().country(text(row, "country"));
    said.source = actor(row, "1", country, day);
    if (said.source == null) {
      throw new WrongRow("no source", "actor1 is missing");
    }
    said.target = actor(row, "2", country, day);
    said.publisher = text(row, "source");
    String place = text(row, "location");
    said.place =
        new Place(
            place.isEmpty() ? null : place,
            country,
            Numbers.number(text(row, "latitude")),
            Numbers.number(text(row, "longitude")),
            null,
            null,
            null);
    Double killed = Numbers.number(text(row, "fatalities"));
    if (killed != null && killed > 0) {
      said.magnitudes = List.of(new Magnitude(Magnitude.Kind.KILLED, killed, killed, null, null));
    }
    return new Read(setting.event(row, said), others.json(row));
  }

  private String text(Row row, String column) {
    return row.at(names.at(column));
  }

  private Actor actor(Row row, String number, String country, LocalDate day) {
    String name = text(row, "actor" + number);
    return name.isEmpty()
        ? null
        : setting
            .actors()
            .named(
                name,
                country,
                INTER.getOrDefault(Columns.key(text(row, "inter" + number)), List.of()),
                day);
  }
}
