package org.entente.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.entente.model.Countries;

/**
 * What codes and ids go by in a store. A code takes the name of the actor that has it as its id,
 * else that of the country of ISO 3166-1, else the most frequent name among those that are no
 * person or office of a country; an id takes its most frequent name.
 */
final class ActorNames {
  private ActorNames() {}

  static String sql(Level level, Collection<String> keys) {
    boolean codes = level == Level.COUNTRY;
    String key = codes ? "code" : "id";
    String one =
        """
        SELECT %1$s_%2$s AS key, %1$s_id AS id, %1$s_name AS name FROM events
            WHERE %1$s_name IS NOT NULL AND %3$s\
        """;
    String filter = codes ? " AND NOT contains(%s_id, '/')" : "%s";
    return """
    WITH mentions AS (
      %s%s
      UNION ALL
      %s%s)
    SELECT key, name, lower(id) = lower(key) FROM mentions GROUP BY key, id, name
    QUALIFY row_number() OVER (
      PARTITION BY key ORDER BY lower(id) = lower(key) DESC, count(*) DESC, name, id) = 1\
    """
        .formatted(
            one.formatted("source", key, Sql.in("source_" + key, keys)),
            codes ? filter.formatted("source") : "",
            one.formatted("target", key, Sql.in("target_" + key, keys)),
            codes ? filter.formatted("target") : "");
  }

  /** A key that has no name goes by itself. */
  static Map<String, String> of(EventStore store, Level level, Collection<String> keys) {
    Map<String, String> names = new HashMap<>();
    if (keys.isEmpty()) {
      return names;
    }
    for (String key : keys) {
      names.put(key, level == Level.ACTOR ? key : Countries.name(key, key));
    }
    return store.ask(
        sql(level, new TreeSet<>(keys)),
        result -> {
          while (result.next()) {
            String key = result.getString(1);
            boolean itself = level == Level.ACTOR || result.getBoolean(3);
            names.put(key, itself ? result.getString(2) : Countries.name(key, result.getString(2)));
          }
          return names;
        });
  }
}
