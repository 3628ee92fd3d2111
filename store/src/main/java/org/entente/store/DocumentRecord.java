package org.entente.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A document of the store, without its text.
 *
 * @param id see {@link EventStore#document}
 * @param title or null
 * @param publisher or null
 * @param published first possible day of publication, or null
 * @param origin where it was read from, or null
 * @param url or null
 * @param coded when
 * @param run that saved it, or null
 * @param events how many it has
 */
public record DocumentRecord(
    String id,
    String title,
    String publisher,
    LocalDate published,
    String origin,
    String url,
    Instant coded,
    Integer run,
    long events) {

  /**
   * Documents, the last coded first.
   *
   * @param run that saved them; 0 for all
   * @param limit most of them
   * @param offset so many are left out before
   */
  public static List<DocumentRecord> of(EventStore store, int run, int limit, long offset) {
    return store.ask(
        """
        WITH page AS (
          SELECT id, title, publisher, coalesce(published_from, published_to) AS published, origin,
            url, coded_at, run
          FROM documents WHERE ? IN (0, run) ORDER BY coded_at DESC, id LIMIT ? OFFSET ?)
        SELECT page.*, (SELECT count(*) FROM events WHERE document = page.id AND dataset IS NULL)
        FROM page ORDER BY coded_at DESC, id""",
        row -> {
          List<DocumentRecord> found = new ArrayList<>();
          while (row.next()) {
            found.add(
                new DocumentRecord(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, LocalDate.class),
                    row.getString(5),
                    row.getString(6),
                    EventStore.instant(row.getObject(7, LocalDateTime.class)),
                    row.getObject(8, Integer.class),
                    row.getLong(9)));
          }
          return List.copyOf(found);
        },
        run,
        limit,
        offset);
  }
}
