package org.entente.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Evidence;
import org.entente.model.Place;
import org.entente.model.Sector;
import org.entente.model.Span;
import org.entente.model.TimeSpan;

/** Appends codings to the tables, column by column in the order of {@link Schema}. */
final class Rows implements AutoCloseable {
  private final DuckDBAppender documents;
  private final DuckDBAppender events;
  private final DuckDBAppender evidence;

  Rows(DuckDBConnection connection) throws SQLException {
    documents = connection.createAppender("main", "documents");
    events = connection.createAppender("main", "events");
    evidence = connection.createAppender("main", "evidence");
  }

  void append(Coding coding, LocalDateTime now, Integer run) throws SQLException {
    append(coding.document(), coding.coder(), now, run);
    TimeSpan published = coding.document().published();
    for (int n = 0; n < coding.events().size(); n++) {
      Event event = coding.events().get(n);
      columns(event, n);
      string(events, EventJson.write(event), null);
      events.append(day(event.time(), published));
      string(events, null, null);
      events.endRow();
      for (int i = 0; i < event.evidence().size(); i++) {
        append(event, event.evidence().get(i), i);
      }
    }
  }

  /**
   * An imported event.
   *
   * @param n number of its row
   * @param original what the row says beyond the event, or null
   * @param whole whether the columns do not hold all of it
   */
  void append(Event event, String dataset, int n, String original, boolean whole)
      throws SQLException {
    columns(event, n);
    string(events, whole ? EventJson.write(event) : null);
    string(events, dataset);
    events.append(day(event.time(), TimeSpan.UNKNOWN));
    string(events, original);
    events.appendNull();
    events.endRow();
  }

  private static LocalDate day(TimeSpan time, TimeSpan published) {
    for (LocalDate day :
        new LocalDate[] {time.from(), time.to(), published.from(), published.to()}) {
      if (date(day) != null) {
        return day;
      }
    }
    return null;
  }

  void flush() throws SQLException {
    documents.flush();
    events.flush();
    evidence.flush();
  }

  @Override
  public void close() throws SQLException {
    try (documents;
        events;
        evidence) {
      // closes all three
    }
  }

  private void append(Document d, String coder, LocalDateTime now, Integer run)
      throws SQLException {
    documents.beginRow();
    string(documents, d.id(), d.origin(), d.title(), d.byline(), d.publisher());
    documents.append(date(d.published().from())).append(date(d.published().to()));
    string(documents, d.published().precision().name(), d.url(), d.language(), d.text());
    string(documents, Texts.sha256(d.text()), Coding.fingerprint(d), coder);
    documents.append(now).append(run);
    string(documents, EventJson.writeForStore(d));
    documents.endRow();
  }

  /** All columns up to {@code json}. */
  private void columns(Event e, int n) throws SQLException {
    events.beginRow();
    string(events, e.id(), e.document());
    events.append(n);
    actor(e.source());
    actor(e.target());
    string(events, e.type().name(), e.mode());
    list(events, e.contexts());
    string(events, e.cameo());
    events.append(e.goldstein());
    string(events, e.quad().name(), e.status().name());
    Actor speaker = e.attribution().speaker();
    string(events, speaker == null ? null : speaker.id(), speaker == null ? null : speaker.name());
    string(events, e.attribution().words(), e.attribution().publisher());
    events.append(date(e.time().from())).append(date(e.time().to()));
    string(events, e.time().precision().name(), e.time().text());
    place(e.place());
    string(events, e.magnitudes().isEmpty() ? "[]" : EventJson.magnitudes(e.magnitudes()));
    events.append(e.confidence());
    string(events, e.coder());
  }

  private void append(Event event, Evidence e, int n) throws SQLException {
    evidence.beginRow();
    string(evidence, event.document(), event.id());
    evidence.append(n).append(e.sentence());
    for (Span span :
        new Span[] {e.span(), e.source(), e.predicate(), e.target(), e.time(), e.place()}) {
      evidence.append(span == null ? null : (Integer) span.start());
      evidence.append(span == null ? null : (Integer) span.end());
    }
    string(evidence, e.rule());
    list(evidence, e.because());
    evidence.endRow();
  }

  private void actor(Actor actor) throws SQLException {
    if (actor == null) {
      for (int column = 0; column < 6; column++) {
        events.appendNull();
      }
      return;
    }
    string(events, actor.id(), actor.name(), actor.code());
    list(events, actor.sectors().stream().map(Sector::name).toList());
    string(events, actor.role(), actor.text());
  }

  private void place(Place place) throws SQLException {
    if (place == null) {
      for (int column = 0; column < 5; column++) {
        events.appendNull();
      }
      return;
    }
    string(events, place.name(), place.country());
    events.append(place.latitude()).append(place.longitude()).append(place.geonames());
  }

  private static void string(DuckDBAppender appender, String... values) throws SQLException {
    for (String value : values) {
      string(appender, value);
    }
  }

  private static void string(DuckDBAppender appender, String value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else {
      appender.append(Texts.clean(value));
    }
  }

  private static void list(DuckDBAppender appender, List<String> values) throws SQLException {
    appender.append(values.stream().map(Texts::clean).toList());
  }

  /** Null where a day is beyond what DuckDB's dates are good for; the record itself keeps it. */
  private static LocalDate date(LocalDate day) {
    return day == null || Math.abs(day.getYear()) > 9999 ? null : day;
  }
}
