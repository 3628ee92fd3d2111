package org.entente.exchange.layout;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;
import org.entente.model.Actor;
import org.entente.model.Place;
import org.entente.model.Sector;

/** GDELT's event files, 1.0 (57 or 58 columns) and 2.0 (61), which have no header. */
final class Gdelt implements Layout {
  private static final List<Sector> NONE = List.of();

  private final Setting setting;
  private final Columns names;
  private final Others others;
  private final int code;
  private final int place;
  private final int url;

  Gdelt(Setting setting, Columns names) {
    this.setting = setting;
    this.names = names;
    this.code = names.at("EventCode");
    this.place = names.at("ActionGeo_FullName");
    this.url = names.at("SOURCEURL");
    this.others =
        new Others(
            names,
            names.at("SQLDATE"),
            names.at("MonthYear"),
            names.at("Year"),
            names.at("FractionDate"),
            names.at("Actor1Code"),
            names.at("Actor1Name"),
            names.at("Actor2Code"),
            names.at("Actor2Name"),
            code,
            names.at("EventBaseCode"),
            names.at("EventRootCode"),
            names.at("QuadClass"),
            place,
            names.at("ActionGeo_Lat"),
            names.at("ActionGeo_Long"));
  }

  /** The names of the columns of a version. */
  static List<String> columns(int version) {
    List<String> names =
        new ArrayList<>(List.of("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"));
    for (String actor : List.of("Actor1", "Actor2")) {
      for (String part :
          List.of(
              "Code",
              "Name",
              "CountryCode",
              "KnownGroupCode",
              "EthnicCode",
              "Religion1Code",
              "Religion2Code",
              "Type1Code",
              "Type2Code",
              "Type3Code")) {
        names.add(actor + part);
      }
    }
    names.addAll(
        List.of(
            "IsRootEvent",
            "EventCode",
            "EventBaseCode",
            "EventRootCode",
            "QuadClass",
            "GoldsteinScale",
            "NumMentions",
            "NumSources",
            "NumArticles",
            "AvgTone"));
    for (String geo : List.of("Actor1Geo_", "Actor2Geo_", "ActionGeo_")) {
      names.add(geo + "Type");
      names.add(geo + "FullName");
      names.add(geo + "CountryCode");
      names.add(geo + "ADM1Code");
      if (version == 2) {
        names.add(geo + "ADM2Code");
      }
      names.add(geo + "Lat");
      names.add(geo + "Long");
      names.add(geo + "FeatureID");
    }
    names.add("DATEADDED");
    names.add("SOURCEURL");
    return names;
  }

  @Override
  public Read read(Row row) throws WrongRow {
    Others.check(row, names, names.count() - 1);
    Setting.Said said = new Setting.Said();
    said.key = row.at(0);
    said.time = setting.time(Days.day(row.at(1)));
    said.means(setting.meaning(row.at(code)));
    Actor first = actor(row, 5);
    said.source =
        first != null
            ? first
            : new Actor("unknown", "unknown", Actor.UNKNOWN_CODE, NONE, null, null);
    said.target = actor(row, 15);
    if (first == null && said.target == null) {
      throw new WrongRow("no actors", "both actors are missing");
    }
    said.publisher = host(row.at(url));
    said.place = place(row);
    return new Read(setting.event(row, said), others.json(row));
  }

  private Actor actor(Row row, int at) {
    String coded = row.at(at);
    String name = row.at(at + 1);
    if (!coded.isEmpty()) {
      return setting.actors().coded(coded, name);
    }
    return name.isEmpty() ? null : setting.actors().named(name, null);
  }

  /** The country is the last part of the name: its code is one of FIPS 10-4. */
  private Place place(Row row) {
    String full = row.at(place);
    int adm = names.at("ActionGeo_Lat");
    Double latitude = Numbers.number(row.at(adm));
    Double longitude = Numbers.number(row.at(adm + 1));
    if (full.isEmpty() && latitude == null) {
      return null;
    }
    String country = setting.actors().country(full.substring(full.lastIndexOf(',') + 1).strip());
    return new Place(full.isEmpty() ? null : full, country, latitude, longitude, null, null, null);
  }

  private static String host(String url) {
    if (url.indexOf("://") < 0) {
      return url;
    }
    try {
      String host = URI.create(url).getHost();
      return host == null ? url : host.startsWith("www.") ? host.substring(4) : host;
    } catch (IllegalArgumentException e) {
      return url;
    }
  }
}
