package org.entente.exchange.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.exchange.cameo.Cameo;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;
import org.entente.model.Actor;
import org.entente.model.EventType;
import org.entente.model.Magnitude;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Sector;
import org.entente.model.Status;

/** Any table coded in CAMEO or PLOVER, by a map of its columns. */
final class Mapped implements Layout {
  private final Setting setting;
  private final Columns names;
  private final Map<String, Integer> places = new HashMap<>();
  private final Others others;

  Mapped(Setting setting, Columns names, Mapping mapping) {
    this.setting = setting;
    this.names = names;
    for (String field : Mapping.FIELDS) {
      places.put(field, mapping.at(field, names));
    }
    this.others = new Others(names, places.values().stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public Read read(Row row) throws WrongRow {
    Others.check(row, names);
    Setting.Said said = new Setting.Said();
    LocalDate from = Days.day(text(row, "date"));
    String end = text(row, "date_to");
    LocalDate to = end.isEmpty() ? from : Days.day(end);
    if (to.isBefore(from)) {
      throw new WrongRow("no date", "it ends (" + to + ") before it begins (" + from + ")");
    }
    said.key = text(row, "id");
    said.time = to.equals(from) ? setting.time(from) : Setting.time(from, to, Precision.UNKNOWN);
    what(row, said);
    said.source = actor(row, "source", from);
    if (said.source == null) {
      throw new WrongRow("no source", "the source is missing");
    }
    said.target = actor(row, "target", from);
    said.publisher = text(row, "publisher");
    said.contexts = list(text(row, "contexts"));
    said.status = constant(Status.class, text(row, "status"), Status.ACTUAL);
    Double confidence = Numbers.number(text(row, "confidence"));
    if (confidence != null) {
      if (confidence < 0 || confidence > 1) {
        throw new WrongRow("wrong number", "a confidence is from 0 to 1, not " + confidence);
      }
      said.confidence = confidence;
    }
    said.place = place(row);
    said.magnitudes = new ArrayList<>();
    magnitude(row, "killed", Magnitude.Kind.KILLED, said.magnitudes);
    magnitude(row, "injured", Magnitude.Kind.INJURED, said.magnitudes);
    return new Read(setting.event(row, said), others.json(row));
  }

  private String text(Row row, String field) {
    return row.at(places.get(field));
  }

  /** CAMEO's code or text goes before PLOVER's type, which goes before what the code implies. */
  private void what(Row row, Setting.Said said) throws WrongRow {
    Cameo cameo = setting.cameo();
    String code = text(row, "cameo");
    String words = text(row, "event");
    String type = text(row, "type");
    String mode = text(row, "mode").toLowerCase(Locale.ROOT);
    if (!code.isEmpty() || !words.isEmpty()) {
      said.means(setting.meaning(code.isEmpty() ? Plain.code(cameo, words) : code));
    }
    if (!type.isEmpty()) {
      EventType given = constant(EventType.class, type, null);
      if (given != said.type) {
        said.mode = null;
      }
      said.type = given;
    } else if (said.type == null) {
      throw new WrongRow("unknown event", "neither a code nor a type");
    }
    if (!mode.isEmpty()) {
      said.mode = mode;
    }
    if (said.cameo == null) {
      said.cameo = cameo.code(said.type, said.mode);
      said.goldstein = cameo.goldstein(said.cameo, said.type);
    }
    Double goldstein = Numbers.number(text(row, "goldstein"));
    if (goldstein != null) {
      said.goldstein = goldstein;
    }
  }

  private Actor actor(Row row, String side, LocalDate day) {
    String name = text(row, side);
    String code = text(row, side + "_code");
    if (!code.isEmpty()) {
      return setting.actors().coded(code, name.isEmpty() ? null : name);
    }
    String country = setting.actors().country(text(row, side + "_country"));
    List<Sector> sectors = new ArrayList<>();
    for (String one : list(text(row, side + "_sectors"))) {
      Arrays.stream(Sector.values()).filter(s -> s.name().equals(one)).forEach(sectors::add);
    }
    if (name.isEmpty()) {
      return country == null && sectors.isEmpty() ? null : setting.actors().part(country, sectors);
    }
    return setting.actors().named(name, country, sectors, day);
  }

  private Place place(Row row) {
    String name = text(row, "place");
    String country = setting.actors().country(text(row, "country"));
    Double latitude = Numbers.number(text(row, "latitude"));
    Double longitude = Numbers.number(text(row, "longitude"));
    Long geonames = Numbers.whole(text(row, "geonames"));
    return name.isEmpty() && country == null && latitude == null && geonames == null
        ? null
        : new Place(
            name.isEmpty() ? null : name, country, latitude, longitude, geonames, null, null);
  }

  private void magnitude(Row row, String field, Magnitude.Kind kind, List<Magnitude> all) {
    Double count = Numbers.number(text(row, field));
    if (count != null && count > 0) {
      all.add(new Magnitude(kind, count, count, null, null));
    }
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split("[;,|]"))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static <E extends Enum<E>> E constant(Class<E> kind, String name, E otherwise)
      throws WrongRow {
    if (name.isEmpty() && otherwise != null) {
      return otherwise;
    }
    try {
      return Enum.valueOf(kind, name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new WrongRow(
          "unknown " + kind.getSimpleName(), "'" + name + "' is no " + kind.getSimpleName());
    }
  }
}
