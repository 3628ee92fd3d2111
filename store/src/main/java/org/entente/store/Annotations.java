package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.model.Event;
import org.entente.store.Annotation.Verdict;

/**
 * What readers said of events. Nothing is ever changed: the last annotation of an event counts, and
 * those before it stay. They stay too when a document is coded again. An event that is rejected is
 * left out of whatever is asked, see {@link Query#rejected}; one that is corrected counts as it was
 * coded.
 */
public final class Annotations {
  private static final String SELECT =
      "SELECT id, verdict, original, corrected, note, who, made FROM annotations ";

  private final EventStore store;

  Annotations(EventStore store) {
    this.store = store;
  }

  /**
   * Adds one.
   *
   * @param corrected the event as it ought to be; null unless it is corrected
   * @param note why, or null
   * @param who says so
   */
  public Annotation add(Verdict verdict, Event event, Event corrected, String note, String who) {
    synchronized (store) {
      int id = store.ask("SELECT coalesce(max(id), 0) + 1 FROM annotations", EventStore::oneInt);
      LocalDateTime made = EventStore.now();
      Annotation annotation =
          new Annotation(id, verdict, event, corrected, note, who, made.toInstant(ZoneOffset.UTC));
      store.write(
          "annotating",
          () -> {
            store.update(
                "INSERT INTO annotations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                Texts.clean(event.id()),
                Texts.clean(event.document()),
                verdict.name(),
                EventJson.write(event),
                corrected == null ? null : EventJson.write(corrected),
                Texts.clean(note),
                Texts.clean(who),
                made);
            store.update(
                "UPDATE events SET rejected = ? WHERE id = ? AND rejected IS DISTINCT FROM ?",
                rejects(verdict),
                Texts.clean(event.id()),
                rejects(verdict));
          });
      return annotation;
    }
  }

  /** As the table has it: never false. */
  private static Boolean rejects(Verdict verdict) {
    return verdict == Verdict.REJECTED ? true : null;
  }

  /** Marks the rows of events that are rejected and were written anew, within their transaction. */
  static void mark(EventStore store) throws SQLException {
    if (store.known("SELECT count(*) FILTER (verdict = 'REJECTED') > 0 FROM annotations")) {
      store.update(
          """
          UPDATE events SET rejected = true WHERE rejected IS NULL AND id IN (
            SELECT event FROM annotations WHERE verdict = 'REJECTED'
              AND id IN (SELECT max(id) FROM annotations GROUP BY event))""");
    }
  }

  /** The one that counts of each event that has one, first made to last; none that is withdrawn. */
  public List<Annotation> standing() {
    return store.ask(
        SELECT
            + "WHERE verdict <> 'WITHDRAWN' AND id IN (SELECT max(id) FROM annotations GROUP BY"
            + " event) ORDER BY id",
        Annotations::read);
  }

  /** The same of these events, by their ids. */
  public Map<String, Annotation> of(Collection<String> eventIds) {
    if (eventIds.isEmpty() || !store.known("SELECT count(*) > 0 FROM annotations")) {
      return Map.of();
    }
    Map<String, Annotation> found = new HashMap<>();
    store
        .ask(SELECT + "WHERE " + Sql.in("event", eventIds) + " ORDER BY id", Annotations::read)
        .forEach(one -> found.put(one.original().id(), one));
    found.values().removeIf(one -> one.verdict() == Verdict.WITHDRAWN);
    return Map.copyOf(found);
  }

  private static List<Annotation> read(ResultSet row) throws SQLException {
    List<Annotation> found = new ArrayList<>();
    while (row.next()) {
      String corrected = row.getString(4);
      found.add(
          new Annotation(
              row.getInt(1),
              Verdict.valueOf(row.getString(2)),
              EventJson.readEvent(row.getString(3)),
              corrected == null ? null : EventJson.readEvent(corrected),
              row.getString(5),
              row.getString(6),
              row.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
    }
    return List.copyOf(found);
  }
}
