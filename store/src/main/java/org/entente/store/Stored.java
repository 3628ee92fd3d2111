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
      SELECT json, id, document, n, dataset, source_id, source_name, source_code, source_sectors,
        source_role, source_text, target_id, target_name, target_code, target_sectors, target_role,
        target_text, type, mode, contexts, cameo, goldstein, status, speaker_name, speaker_words,
        publisher, time_from, time_to, precision, time_text, place_name, place_country, latitude,
        longitude, geonames, magnitudes, confidence, coder, original
      FROM events""";

  private Stored() {}

  static Event event(ResultSet row) throws SQLException {
    String json = row.getString("json");
    return json == null ? fromColumns(row) : EventJson.readEvent(json);
  }

  private static Event fromColumns(ResultSet row) throws SQLException {
    String speaker = row.getString("speaker_words");
    return new Event(
        row.getString("id"),
        row.getString("document"),
        actor(row, "source"),
        actor(row, "target"),
        EventType.valueOf(row.getString("type")),
        row.getString("mode"),
        strings(row.getArray("contexts")),
        row.getString("cameo"),
        row.getDouble("goldstein"),
        Status.valueOf(row.getString("status")),
        new Attribution(null, speaker, row.getString("publisher")),
        new TimeSpan(
            row.getObject("time_from", LocalDate.class),
            row.getObject("time_to", LocalDate.class),
            Precision.valueOf(row.getString("precision")),
            row.getString("time_text")),
        place(row),
        EventJson.readMagnitudes(row.getString("magnitudes")),
        row.getDouble("confidence"),
        List.of(
            new Evidence(
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                row.getString("dataset") + ", row " + row.getInt("n"),
                List.of())),
        row.getString("coder"));
  }

  private static Actor actor(ResultSet row, String side) throws SQLException {
    String id = row.getString(side + "_id");
    if (id == null) {
      return null;
    }
    return new Actor(
        id,
        row.getString(side + "_name"),
        row.getString(side + "_code"),
        strings(row.getArray(side + "_sectors")).stream().map(Sector::valueOf).toList(),
        row.getString(side + "_role"),
        row.getString(side + "_text"));
  }

  private static Place place(ResultSet row) throws SQLException {
    String name = row.getString("place_name");
    String country = row.getString("place_country");
    Double latitude = row.getObject("latitude", Double.class);
    Double longitude = row.getObject("longitude", Double.class);
    Long geonames = row.getObject("geonames", Long.class);
    return name == null && country == null && latitude == null && geonames == null
        ? null
        : new Place(name, country, latitude, longitude, geonames, null, null);
  }

  private static List<String> strings(Array array) throws SQLException {
    List<String> strings = new ArrayList<>();
    if (array != null) {
      for (Object one : (Object[]) array.getArray()) {
        strings.add((String) one);
      }
    }
    return strings;
  }
}
