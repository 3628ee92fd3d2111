package org.entente.store;

import java.time.LocalDate;

/** Who did what to whom on which day, one event at a time: what forecasts learn from. */
public final class DatedEvents {
  /** Takes one event. */
  public interface Reader {
    /**
     * @param source code of the country or group, or the actor's id at {@link Level#ACTOR}
     * @param type PLOVER type
     * @param target as the source
     * @param document id of the document or data set that tells it
     */
    void read(LocalDate day, String source, String type, String target, String document);
  }

  private DatedEvents() {}

  /** What {@link #read} asks DuckDB, to be run by hand. */
  public static String sql(Query query, Level level) {
    String source = level.column("source");
    String target = level.column("target");
    return "SELECT day, "
        + source
        + " AS source, type, "
        + target
        + " AS target, document\nFROM events"
        + query.counted()
        + "\n  AND "
        + source
        + " <> "
        + target
        + " AND source_code <> '---' AND target_code <> '---'"
        + "\nORDER BY day, source, type, target, document, n";
  }

  /**
   * Reads the events that match, by day. Events that the text denies, those of an actor with
   * itself, without target or without day, and those of actors of whom nothing tells whose they are
   * are left out.
   */
  public static void read(EventStore store, Query query, Level level, Reader reader) {
    store.ask(
        sql(query, level),
        result -> {
          while (result.next()) {
            reader.read(
                result.getObject(1, LocalDate.class),
                result.getString(2),
                result.getString(3),
                result.getString(4),
                result.getString(5));
          }
          return null;
        });
  }
}
