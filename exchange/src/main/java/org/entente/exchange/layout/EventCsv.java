package org.entente.exchange.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Row;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Magnitude;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Sector;
import org.entente.model.Status;
import org.entente.model.TimeSpan;

/**
 * Entente's own CSV: all of an event but its evidence. Lists are joined with {@code ;}. An empty
 * cell is nothing.
 */
final class EventCsv implements Layout, RowWriter {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "document",
          "from",
          "to",
          "precision",
          "time_text",
          "source_id",
          "source_name",
          "source_code",
          "source_sectors",
          "source_role",
          "source_text",
          "target_id",
          "target_name",
          "target_code",
          "target_sectors",
          "target_role",
          "target_text",
          "type",
          "mode",
          "contexts",
          "cameo",
          "goldstein",
          "quad",
          "status",
          "speaker",
          "publisher",
          "place_name",
          "place_country",
          "latitude",
          "longitude",
          "geonames",
          "magnitudes",
          "confidence",
          "coder",
          "original");

  /** {@code money=1000000..2000000 USD}. */
  private static final Pattern MAGNITUDE =
      Pattern.compile("(\\w+)=([^. ]+(?:\\.\\d[^. ]*)?)(?:\\.\\.(\\S+))?(?: (\\S+))?");

  private final Setting setting;
  private final int[] places;

  /** To read. */
  EventCsv(Setting setting, Columns names) {
    this.setting = setting;
    this.places = COLUMNS.stream().mapToInt(names::at).toArray();
  }

  /** To write. */
  EventCsv() {
    this.setting = null;
    this.places = new int[0];
  }

  static boolean is(Columns names) {
    return names.has("source_id", "source_code", "type", "status", "cameo", "confidence");
  }

  @Override
  public Read read(Row row) throws WrongRow {
    try {
      Event event =
          new Event(
              need(row, "id"),
              setting.dataset(),
              actor(row, "source"),
              actor(row, "target"),
              EventType.valueOf(need(row, "type")),
              text(row, "mode"),
              list(row, "contexts"),
              text(row, "cameo"),
              number(row, "goldstein", 0),
              Status.valueOf(need(row, "status").toUpperCase(Locale.ROOT)),
              attribution(row),
              time(row),
              place(row),
              magnitudes(text(row, "magnitudes")),
              number(row, "confidence", 1),
              setting.evidence(row),
              text(row, "coder"));
      return new Read(event, text(row, "original"));
    } catch (IllegalArgumentException e) {
      throw new WrongRow("no event", e.getMessage());
    }
  }

  private String text(Row row, String column) {
    int place = places[COLUMNS.indexOf(column)];
    String cell = place < 0 || place >= row.cells().length ? "" : row.cells()[place];
    return cell.isEmpty() ? null : cell;
  }

  private String need(Row row, String column) throws WrongRow {
    String text = text(row, column);
    if (text == null) {
      throw new WrongRow("no " + column, "'" + column + "' is empty");
    }
    return text;
  }

  private List<String> list(Row row, String column) {
    String text = text(row, column);
    return text == null ? List.of() : Arrays.asList(text.split(";"));
  }

  private double number(Row row, String column, double otherwise) throws WrongRow {
    String text = text(row, column);
    Double number = text == null ? (Double) otherwise : Numbers.number(text);
    if (number == null) {
      throw new WrongRow("wrong number", column + ": '" + text + "' is no number");
    }
    return number;
  }

  private Actor actor(Row row, String side) {
    String id = text(row, side + "_id");
    return id == null
        ? null
        : new Actor(
            id,
            text(row, side + "_name"),
            text(row, side + "_code"),
            list(row, side + "_sectors").stream().map(Sector::valueOf).toList(),
            text(row, side + "_role"),
            text(row, side + "_text"));
  }

  private Attribution attribution(Row row) {
    return new Attribution(null, text(row, "speaker"), text(row, "publisher"));
  }

  private TimeSpan time(Row row) throws WrongRow {
    String from = text(row, "from");
    String to = text(row, "to");
    String precision = text(row, "precision");
    return new TimeSpan(
        from == null ? null : Days.day(from),
        to == null ? null : Days.day(to),
        precision == null
            ? Precision.UNKNOWN
            : Precision.valueOf(precision.toUpperCase(Locale.ROOT)),
        text(row, "time_text"));
  }

  private Place place(Row row) {
    String name = text(row, "place_name");
    String country = text(row, "place_country");
    String latitude = text(row, "latitude");
    String longitude = text(row, "longitude");
    String geonames = text(row, "geonames");
    return name == null && country == null && latitude == null && geonames == null
        ? null
        : new Place(
            name,
            country,
            latitude == null ? null : Double.valueOf(latitude),
            longitude == null ? null : Double.valueOf(longitude),
            geonames == null ? null : Long.valueOf(geonames),
            null,
            null);
  }

  private static List<Magnitude> magnitudes(String text) throws WrongRow {
    if (text == null) {
      return List.of();
    }
    List<Magnitude> all = new ArrayList<>();
    for (String one : text.split(";")) {
      Matcher parts = MAGNITUDE.matcher(one);
      if (!parts.matches()) {
        throw new WrongRow("wrong number", "'" + one + "' is no magnitude such as killed=21");
      }
      double low = Double.parseDouble(parts.group(2));
      all.add(
          new Magnitude(
              Magnitude.Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
              low,
              parts.group(3) == null ? low : Double.parseDouble(parts.group(3)),
              parts.group(4),
              null));
    }
    return all;
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public String[] cells(Event event, Map<String, String> original) {
    List<String> cells = new ArrayList<>(COLUMNS.size());
    TimeSpan time = event.time();
    add(cells, event.id(), event.document(), time.from(), time.to(), lower(time.precision()));
    add(cells, time.text());
    actor(cells, event.source());
    actor(cells, event.target());
    add(cells, event.type(), event.mode(), String.join(";", event.contexts()), event.cameo());
    add(cells, event.goldstein(), lower(event.quad()), lower(event.status()));
    Attribution attribution = event.attribution();
    add(
        cells,
        attribution.speaker() != null ? attribution.speaker().name() : attribution.words(),
        attribution.publisher());
    Place place = event.place();
    if (place == null) {
      add(cells, null, null, null, null, null);
    } else {
      add(cells, place.name(), place.country(), place.latitude(), place.longitude());
      add(cells, place.geonames());
    }
    add(
        cells,
        event.magnitudes().stream().map(EventCsv::magnitude).collect(Collectors.joining(";")),
        event.confidence(),
        event.coder(),
        Original.json(original));
    return cells.toArray(String[]::new);
  }

  private static void actor(List<String> cells, Actor actor) {
    if (actor == null) {
      add(cells, null, null, null, null, null, null);
    } else {
      add(cells, actor.id(), actor.name(), actor.code());
      add(cells, actor.sectors().stream().map(Enum::name).collect(Collectors.joining(";")));
      add(cells, actor.role(), actor.text());
    }
  }

  private static void add(List<String> cells, Object... values) {
    for (Object value : values) {
      cells.add(RowWriter.text(value));
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String magnitude(Magnitude magnitude) {
    return lower(magnitude.kind())
        + "="
        + plain(magnitude.low())
        + (magnitude.low() == magnitude.high() ? "" : ".." + plain(magnitude.high()))
        + (magnitude.unit() == null ? "" : " " + magnitude.unit());
  }

  /** 21, not 21.0. */
  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }
}
