package org.entente.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final DuckDBAppender aside;
  private final Map<List<Sector>, List<String>> sectors = new HashMap<>();
  private final Set<Long> told = new HashSet<>();

  Rows(DuckDBConnection connection) throws SQLException {
    documents = connection.createAppender("main", "documents");
    events = connection.createAppender("main", "events");
    evidence = connection.createAppender("main", "evidence");
    aside = connection.createAppender("main", "aside");
  }

  void append(Coding coding, LocalDateTime now, Integer run) throws SQLException {
    byte[] signature = coding.events().isEmpty() ? null : MinHash.of(coding.document());
    append(coding.document(), coding.coder(), now, run, signature);
    long[] facts = Duplicates.facts(coding);
    TimeSpan published = coding.document().published();
    for (int n = 0; n < coding.events().size(); n++) {
      Event event = coding.events().get(n);
      columns(event, n);
      string(events, EventJson.write(event), null);
      events.append(day(event.time(), published));
      string(events, null, null);
      if (signature == null) {
        events.appendNull();
      } else {
        events.append(facts[n]);
        told.add(facts[n]);
      }
      // whether it is rejected is known afterwards
      events.appendNull();
      events.endRow();
      for (int i = 0; i < event.evidence().size(); i++) {
        append(event, event.evidence().get(i), i);
      }
    }
  }

  /**
   * An imported event that columns cannot hold, see {@link Staged}: with its JSON.
   *
   * @param n number of its row
   * @param original what the row says beyond the event, or null
   */
  void append(Event event, String dataset, int n, String original) throws SQLException {
    columns(event, n);
    string(events, EventJson.write(event), dataset);
    events.append(day(event.time(), TimeSpan.UNKNOWN));
    string(events, original, null);
    events.appendNull();
    events.appendNull();
    events.endRow();
  }

  void append(Aside one) throws SQLException {
    aside.beginRow();
    aside.append(one.run());
    string(aside, one.origin(), one.reason(), one.message());
    aside.endRow();
  }

  /** The day that an event counts for, or null. */
  static LocalDate day(TimeSpan time, TimeSpan published) {
    for (LocalDate day :
        new LocalDate[] {time.from(), time.to(), published.from(), published.to()}) {
      if (day != null && inRange(day)) {
        return day;
      }
    }
    return null;
  }

  void flush() throws SQLException {
    documents.flush();
    events.flush();
    evidence.flush();
    aside.flush();
  }

  @Override
  public void close() throws SQLException {
    try (documents;
        events;
        evidence;
        aside) {
      // closes all four
    }
  }

  /** Facts that were appended. */
  Set<Long> told() {
    return told;
  }

  private void append(Document d, String coder, LocalDateTime now, Integer run, byte[] signature)
      throws SQLException {
    documents.beginRow();
    string(documents, d.id(), d.origin(), d.title(), d.byline(), d.publisher());
    documents.append(date(d.published().from())).append(date(d.published().to()));
    string(documents, d.published().precision().name(), d.url(), d.language(), d.text());
    string(documents, Texts.sha256(d.text()), Coding.fingerprint(d), coder);
    documents.append(now).append(run);
    string(documents, EventJson.writeForStore(d));
    documents.append(signature);
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
    list(events, sectors.computeIfAbsent(actor.sectors(), Rows::names));
    string(events, actor.role(), actor.text());
  }

  private static List<String> names(List<Sector> sectors) {
    return sectors.stream().map(Sector::name).toList();
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
      appender.append(Texts.clean(value));
    }
  }

  private static void list(DuckDBAppender appender, List<String> values) throws SQLException {
    appender.append(values.stream().map(Texts::clean).toList());
  }

  /** Null where a day is beyond what DuckDB's dates are good for; the record itself keeps it. */
  private static LocalDate date(LocalDate day) {
    return inRange(day) ? day : null;
  }

  /** Whether DuckDB's dates are good for it; null is. */
  static boolean inRange(LocalDate day) {
    return day == null || Math.abs(day.getYear()) <= 9999;
  }
}
