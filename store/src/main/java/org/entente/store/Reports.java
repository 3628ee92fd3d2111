package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which reports tell an event, and how many. */
final class Reports {
  private final EventStore store;

  Reports(EventStore store) {
    this.store = store;
  }

  /** See {@link EventStore#reports}. */
  List<Reported> of(String eventId) {
    return store.ask(
        """
        SELECT e.id, e.document, d.title, d.publisher,
          coalesce(d.published_from, d.published_to) AS published, d.url
        FROM events e LEFT JOIN documents d ON d.id = e.document
        WHERE coalesce(e.duplicate_of, e.id) IN (
          SELECT coalesce(duplicate_of, id) FROM events WHERE id = ?)
        ORDER BY e.duplicate_of IS NOT NULL, published NULLS LAST, e.document""",
        result -> {
          List<Reported> reports = new ArrayList<>();
          while (result.next()) {
            reports.add(
                new Reported(
                    result.getString(1),
                    result.getString(2),
                    result.getString(3),
                    result.getString(4),
                    result.getObject(5, LocalDate.class),
                    result.getString(6)));
          }
          return List.copyOf(reports);
        },
        Texts.clean(eventId));
  }

  /** See {@link EventStore#told}. */
  Map<String, Integer> told(Collection<String> eventIds) {
    if (eventIds.isEmpty() || !store.known("SELECT count(duplicate_of) > 0 FROM events")) {
      return Map.of();
    }
    return store.ask(
        "SELECT duplicate_of, count(*) + 1 FROM events WHERE "
            + Sql.in("duplicate_of", eventIds)
            + " GROUP BY duplicate_of",
        result -> {
          Map<String, Integer> told = new HashMap<>();
          while (result.next()) {
            told.put(result.getString(1), result.getInt(2));
          }
          return Map.copyOf(told);
        });
  }
}
