package org.entente.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
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
 * Imported events on their way to the table. An appender's cost is in strings and lists, and events
 * of a data set share most of theirs; so each actor, each place and each kind of event is appended
 * once, to tables that last as long as this, and DuckDB joins them. It halves the time of an
 * import.
 */
final class Staged implements AutoCloseable {
  private static final String TABLES =
      """
      CREATE TEMP TABLE staged_events (id VARCHAR, n INTEGER, source INTEGER, target INTEGER,
        what INTEGER, circumstances INTEGER, time_from DATE, time_to DATE, day DATE,
        original VARCHAR);
      CREATE TEMP TABLE staged_actors (number INTEGER, id VARCHAR, name VARCHAR, code VARCHAR,
        sectors VARCHAR[], role VARCHAR, text VARCHAR);
      CREATE TEMP TABLE staged_what (number INTEGER, document VARCHAR, type VARCHAR, mode VARCHAR,
        contexts VARCHAR[], cameo VARCHAR, goldstein DOUBLE, quad VARCHAR, status VARCHAR,
        precision VARCHAR, time_text VARCHAR, confidence DOUBLE, coder VARCHAR, dataset VARCHAR);
      CREATE TEMP TABLE staged_circumstances (number INTEGER, speaker_words VARCHAR,
        publisher VARCHAR, place_name VARCHAR, place_country VARCHAR, latitude DOUBLE,
        longitude DOUBLE, geonames BIGINT, magnitudes VARCHAR);
      """;

  private static final String INSERT =
      """
      INSERT INTO events (id, document, n, source_id, source_name, source_code, source_sectors,
        source_role, source_text, target_id, target_name, target_code, target_sectors, target_role,
        target_text, type, mode, contexts, cameo, goldstein, quad, status, speaker_words,
        publisher, time_from, time_to, precision, time_text, place_name, place_country, latitude,
        longitude, geonames, magnitudes, confidence, coder, dataset, day, original)
      SELECT e.id, w.document, e.n, s.id, s.name, s.code, s.sectors, s.role, s.text, t.id, t.name,
        t.code, t.sectors, t.role, t.text, w.type, w.mode, w.contexts, w.cameo, w.goldstein,
        w.quad, w.status, c.speaker_words, c.publisher, e.time_from, e.time_to, w.precision,
        w.time_text, c.place_name, c.place_country, c.latitude, c.longitude, c.geonames,
        c.magnitudes, w.confidence, w.coder, w.dataset, e.day, e.original
      FROM staged_events e
        JOIN staged_actors s ON s.number = e.source
        LEFT JOIN staged_actors t ON t.number = e.target
        JOIN staged_what w ON w.number = e.what
        JOIN staged_circumstances c ON c.number = e.circumstances\
      """;

  private static final String DROP =
      "DROP TABLE staged_events; DROP TABLE staged_actors; DROP TABLE staged_what;"
          + " DROP TABLE staged_circumstances";

  /** Number of what has characters that UTF-8 cannot hold. */
  private static final int UNCLEAN = -1;

  private record What(
      String document,
      EventType type,
      String mode,
      List<String> contexts,
      String cameo,
      double goldstein,
      Status status,
      Precision precision,
      String timeText,
      double confidence,
      String coder) {}

  private record Circumstances(Attribution attribution, Place place, List<Magnitude> magnitudes) {}

  private final DuckDBConnection connection;
  private final String dataset;
  private final DuckDBAppender events;
  private final DuckDBAppender actors;
  private final DuckDBAppender whats;
  private final DuckDBAppender circumstances;
  private final Map<Actor, Integer> actorNumbers = new IdentityHashMap<>();
  private final Map<What, Integer> whatNumbers = new HashMap<>();
  private final Map<Circumstances, Integer> circumstancesNumbers = new HashMap<>();

  /** In the transaction that is open, or that this begins. */
  Staged(DuckDBConnection connection, String dataset) throws SQLException {
    this.connection = connection;
    this.dataset = Texts.clean(dataset);
    run(TABLES);
    events = appender("staged_events");
    actors = appender("staged_actors");
    whats = appender("staged_what");
    circumstances = appender("staged_circumstances");
  }

  private DuckDBAppender appender(String table) throws SQLException {
    return connection.createAppender("temp", "main", table);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * Takes an event, unless columns cannot hold it.
   *
   * @param n number of its row
   * @param original what the row says beyond the event, or null
   * @return whether it was taken
   */
  boolean append(Event event, int n, String original) throws SQLException {
    TimeSpan time = event.time();
    if (!Stored.inColumns(event, dataset, n)
        || !Rows.inRange(time.from())
        || !Rows.inRange(time.to())
        || !clean(event.id(), original)) {
      return false;
    }
    int source = number(event.source());
    int target = event.target() == null ? 0 : number(event.target());
    int what = what(event);
    int where = circumstances(event);
    if (source == UNCLEAN || target == UNCLEAN || what == UNCLEAN || where == UNCLEAN) {
      return false;
    }
    LocalDate day = Rows.day(time, TimeSpan.UNKNOWN);
    events.beginRow();
    events.append(event.id()).append(n).append(source);
    if (event.target() == null) {
      events.appendNull();
    } else {
      events.append(target);
    }
    events.append(what).append(where).append(time.from()).append(time.to()).append(day);
    events.append(original);
    events.endRow();
    return true;
  }

  private int number(Actor actor) throws SQLException {
    Integer known = actorNumbers.get(actor);
    if (known != null) {
      return known;
    }
    int number =
        clean(actor.id(), actor.name(), actor.code(), actor.role(), actor.text())
            ? actorNumbers.size()
            : UNCLEAN;
    actorNumbers.put(actor, number);
    if (number != UNCLEAN) {
      actors.beginRow();
      actors.append(number).append(actor.id()).append(actor.name()).append(actor.code());
      actors.append(actor.sectors().stream().map(Sector::name).toList());
      actors.append(actor.role()).append(actor.text());
      actors.endRow();
    }
    return number;
  }

  private int what(Event e) throws SQLException {
    What what =
        new What(
            e.document(),
            e.type(),
            e.mode(),
            e.contexts(),
            e.cameo(),
            e.goldstein(),
            e.status(),
            e.time().precision(),
            e.time().text(),
            e.confidence(),
            e.coder());
    Integer known = whatNumbers.get(what);
    if (known != null) {
      return known;
    }
    boolean clean = clean(e.document(), e.mode(), e.cameo(), e.time().text(), e.coder());
    for (String context : e.contexts()) {
      clean &= clean(context);
    }
    int number = clean ? whatNumbers.size() : UNCLEAN;
    whatNumbers.put(what, number);
    if (clean) {
      whats.beginRow();
      whats.append(number).append(e.document()).append(e.type().name()).append(e.mode());
      whats.append(e.contexts());
      whats.append(e.cameo()).append(e.goldstein()).append(e.quad().name());
      whats.append(e.status().name()).append(e.time().precision().name());
      whats.append(e.time().text()).append(e.confidence()).append(e.coder()).append(dataset);
      whats.endRow();
    }
    return number;
  }

  private int circumstances(Event e) throws SQLException {
    Circumstances these = new Circumstances(e.attribution(), e.place(), e.magnitudes());
    Integer known = circumstancesNumbers.get(these);
    if (known != null) {
      return known;
    }
    Attribution attribution = e.attribution();
    Place place = e.place();
    String counts = e.magnitudes().isEmpty() ? "[]" : EventJson.magnitudes(e.magnitudes());
    boolean clean =
        clean(attribution.words(), attribution.publisher(), counts)
            && (place == null || clean(place.name(), place.country()));
    int number = clean ? circumstancesNumbers.size() : UNCLEAN;
    circumstancesNumbers.put(these, number);
    if (clean) {
      circumstances.beginRow();
      circumstances.append(number).append(attribution.words()).append(attribution.publisher());
      if (place == null) {
        for (int column = 0; column < 5; column++) {
          circumstances.appendNull();
        }
      } else {
        circumstances.append(place.name()).append(place.country()).append(place.latitude());
        circumstances.append(place.longitude()).append(place.geonames());
      }
      circumstances.append(counts);
      circumstances.endRow();
    }
    return number;
  }

  private static boolean clean(String... texts) {
    for (String text : texts) {
      if (Texts.clean(text) != text) {
        return false;
      }
    }
    return true;
  }

  /** Moves what was taken to the table; no more can be taken. */
  void insert() throws SQLException {
    close();
    run(INSERT);
    run(DROP);
  }

  /** Its tables go with {@link #insert}, or with the transaction if it is rolled back. */
  @Override
  public void close() throws SQLException {
    try (events;
        actors;
        whats;
        circumstances) {
      // closes all four
    }
  }
}
