package org.entente.exchange.layout;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;
import org.entente.model.Actor;
import org.entente.model.Place;

/** Phoenix, the events of PETRARCH that OEDA publishes: 26 columns parted by tabs. */
final class Phoenix implements Layout {
  /** For files without a header. */
  static final List<String> COLUMNS =
      List.of(
          "EventID",
          "Date",
          "Year",
          "Month",
          "Day",
          "SourceActorFull",
          "SourceActorEntity",
          "SourceActorRole",
          "SourceActorAttribute",
          "TargetActorFull",
          "TargetActorEntity",
          "TargetActorRole",
          "TargetActorAttribute",
          "EventCode",
          "EventRootCode",
          "PentaClass",
          "GoldsteinScore",
          "Issues",
          "Lat",
          "Lon",
          "LocationName",
          "StateName",
          "CountryCode",
          "SentenceID",
          "URLs",
          "NewsSources");

  private final Setting setting;
  private final Columns names;
  private final Others others;

  Phoenix(Setting setting, Columns names) {
    this.setting = setting;
    this.names = names;
    this.others =
        new Others(
            names,
            at("Date"),
            at("Year"),
            at("Month"),
            at("Day"),
            at("SourceActorFull"),
            at("SourceActorEntity"),
            at("SourceActorRole"),
            at("TargetActorFull"),
            at("TargetActorEntity"),
            at("TargetActorRole"),
            at("EventCode"),
            at("Lat"),
            at("Lon"),
            at("LocationName"),
            at("CountryCode"),
            at("NewsSources"));
  }

  private int at(String name) {
    return names.at(name);
  }

  @Override
  public Read read(Row row) throws WrongRow {
    Others.check(row, names, at("EventCode") + 1);
    Setting.Said said = new Setting.Said();
    LocalDate day = Days.day(row.at(at("Date")));
    said.key = row.at(at("EventID"));
    said.time = setting.time(day);
    said.means(setting.meaning(row.at(at("EventCode"))));
    said.source = actor(row, "SourceActor");
    if (said.source == null) {
      throw new WrongRow("no source", "the source is missing");
    }
    said.target = actor(row, "TargetActor");
    said.publisher = row.at(at("NewsSources"));
    String name = row.at(at("LocationName"));
    String country = setting.actors().country(row.at(at("CountryCode")).toUpperCase(Locale.ROOT));
    Double latitude = Numbers.number(row.at(at("Lat")));
    if (!name.isEmpty() || country != null || latitude != null) {
      said.place =
          new Place(
              name.isEmpty() ? null : name,
              country,
              latitude,
              Numbers.number(row.at(at("Lon"))),
              null,
              null,
              null);
    }
    return new Read(setting.event(row, said), others.json(row));
  }

  private Actor actor(Row row, String side) {
    String full = row.at(at(side + "Full"));
    if (full.isEmpty()) {
      full = row.at(at(side + "Entity")) + row.at(at(side + "Role"));
    }
    return full.isEmpty() || full.equals("---") ? null : setting.actors().coded(full, null);
  }
}
