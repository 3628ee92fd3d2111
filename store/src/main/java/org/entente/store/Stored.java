package org.entente.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Sector;
import org.entente.model.Status;
import org.entente.model.TimeSpan;

/** Events as they come out of the table: from their JSON, or if imported from the columns. */
final class Stored {
  static final String SELECT =
      """
      SELECT json, original, id, document, n, dataset, source_id, source_name, source_code,
        source_sectors, source_role, source_text, target_id, target_name, target_code,
        target_sectors, target_role, target_text, type, mode, contexts, cameo, goldstein, status,
        speaker_words, publisher, time_from, time_to, precision, time_text, place_name,
        place_country, latitude, longitude, geonames, magnitudes, confidence, coder,
        rowid
      FROM events""";

  private static final int PLACE = 39;

  private final ResultSet row;
  private int column;

  private Stored(ResultSet row) {
    this.row = row;
  }

  static Event event(ResultSet row) throws SQLException {
    String json = row.getString(1);
    return json == null ? new Stored(row).fromColumns() : EventJson.readEvent(json);
  }

  /** What an imported row says beyond its event, or null. */
  static String original(ResultSet row) throws SQLException {
    return row.getString(2);
  }

  /** Where the row is, until something is written. */
  static long place(ResultSet row) throws SQLException {
    return row.getLong(PLACE);
  }

  /** Whether an imported event comes out of the columns as it was, but for wrong characters. */
  static boolean inColumns(Event event, String dataset, int n) {
    Place place = event.place();
    return event.attribution().speaker() == null
        && (place == null
            || place.kind() == null
                && place.text() == null
                && (place.name() != null
                    || place.country() != null
                    || place.latitude() != null
                    || place.geonames() != null))
        && event.evidence().size() == 1
        && event.evidence().get(0).equals(evidence(dataset, n));
  }

  private static Evidence evidence(String dataset, int n) {
    return new Evidence(0, null, null, null, null, null, null, dataset + ", row " + n, List.of());
  }

  /** Column by column, in the order of {@link #SELECT}. */
  private Event fromColumns() throws SQLException {
    column = 2;
    String id = string();
    String document = string();
    int n = row.getInt(++column);
    String dataset = string();
    return new Event(
        id,
        document,
        actor(),
        actor(),
        EventType.valueOf(string()),
        string(),
        strings(),
        string(),
        number(),
        Status.valueOf(string()),
        new Attribution(null, string(), string()),
        new TimeSpan(day(), day(), Precision.valueOf(string()), string()),
        place(),
        EventJson.readMagnitudes(string()),
        number(),
        List.of(evidence(dataset, n)),
        string());
  }

  private Actor actor() throws SQLException {
    String id = string();
    String name = string();
    String code = string();
    List<String> sectors = strings();
    String role = string();
    String text = string();
    return id == null
        ? null
        : new Actor(id, name, code, sectors.stream().map(Sector::valueOf).toList(), role, text);
  }

  private Place place() throws SQLException {
    String name = string();
    String country = string();
    Double latitude = row.getObject(++column, Double.class);
    Double longitude = row.getObject(++column, Double.class);
    Long geonames = row.getObject(++column, Long.class);
    return name == null && country == null && latitude == null && geonames == null
        ? null
        : new Place(name, country, latitude, longitude, geonames, null, null);
  }

  private String string() throws SQLException {
    return row.getString(++column);
  }

  private double number() throws SQLException {
    return row.getDouble(++column);
  }

  private LocalDate day() throws SQLException {
    return row.getObject(++column, LocalDate.class);
  }

  private List<String> strings() throws SQLException {
    Array array = row.getArray(++column);
    if (array == null) {
      return List.of();
    }
    List<String> strings = new ArrayList<>();
    for (Object one : (Object[]) array.getArray()) {
      strings.add((String) one);
    }
    return strings;
  }
}
