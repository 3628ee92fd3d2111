package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.model.Countries;

/**
 * What one actor did to another, day by day: the sums from which networks and affinities are
 * computed. Events that the text denies, those of an actor with itself, without target, without day
 * or without Goldstein weight, and those of actors of whom nothing tells whose they are ({@code
 * ---}) are left out.
 *
 * @param actors who takes part, by code
 * @param sums by source, target and day
 */
public record DyadDays(List<Party> actors, List<Sum> sums) {
  /**
   * An actor.
   *
   * @param id code of the country or group, or the actor's id at {@link Level#ACTOR}
   * @param code code of the country or group
   * @param name the name it goes by most; the id or code where there is none
   */
  public record Party(String id, String code, String name) {}

  /**
   * The events of a day.
   *
   * @param source index into {@link DyadDays#actors}
   * @param target index into {@link DyadDays#actors}
   * @param day days since 1970-01-01
   * @param events how many, at least 1
   * @param goldstein sum of their weights, each −10 to 10
   */
  public record Sum(int source, int target, int day, int events, double goldstein) {}

  /**
   * What the busiest did to each other.
   *
   * @param days without the sums of others
   * @param actors how many actors have events, the others included
   * @param last day of the last event, those of others included; null if there is none
   */
  public record Busiest(DyadDays days, int actors, LocalDate last) {}

  public DyadDays {
    actors = List.copyOf(actors);
    sums = List.copyOf(sums);
  }

  /** The place of an actor with this id or name, in any case; −1 if there is none. */
  public int find(String name) {
    int found = -1;
    for (int i = actors.size() - 1; i >= 0; i--) {
      Party actor = actors.get(i);
      if (actor.id().equalsIgnoreCase(name)) {
        return i;
      }
      if (actor.name().equalsIgnoreCase(name)) {
        found = i;
      }
    }
    return found;
  }

  /** The sums of the events that match; order and page of the query do not matter. */
  public static DyadDays of(EventStore store, Query query, Level level) {
    return read(store, sql(query, level), level, null);
  }

  /**
   * The sums of those with the most events that match, in both roles: the same that {@link #of} has
   * of them, without reading all of it.
   *
   * @param daily whether each day has a sum of its own; else there is one for all days, on the last
   * @param most actors, at least 1
   */
  public static Busiest busiest(
      EventStore store, Query query, Level level, boolean daily, int most) {
    record Busy(String id, int actors, LocalDate last) {}
    List<Busy> busy =
        store.ask(
            """
            WITH sides AS (
              SELECT %1$s AS who, count(*) AS events, max(day) AS last FROM events%3$s GROUP BY who
              UNION ALL
              SELECT %2$s, count(*), max(day) FROM events%3$s GROUP BY %2$s)
            SELECT who, count(*) OVER (), max(max(last)) OVER () FROM sides GROUP BY who
            ORDER BY sum(events) DESC, who LIMIT %4$d\
            """
                .formatted(
                    level.column("source"), level.column("target"), where(query, level), most),
            result -> {
              List<Busy> found = new ArrayList<>();
              while (result.next()) {
                found.add(
                    new Busy(
                        result.getString(1),
                        result.getInt(2),
                        result.getObject(3, LocalDate.class)));
              }
              return found;
            });
    if (busy.isEmpty()) {
      return new Busiest(new DyadDays(List.of(), List.of()), 0, null);
    }
    List<String> ids = busy.stream().map(Busy::id).toList();
    String sql =
        sums(
            where(query, level)
                + " AND "
                + Sql.in(level.column("source"), ids)
                + " AND "
                + Sql.in(level.column("target"), ids),
            level,
            daily);
    return new Busiest(read(store, sql, level, ids), busy.get(0).actors(), busy.get(0).last());
  }

  private static DyadDays read(EventStore store, String sql, Level level, List<String> only) {
    Map<String, Integer> index = new HashMap<>();
    List<Sum> sums =
        store.ask(
            sql,
            result -> {
              List<Sum> found = new ArrayList<>();
              while (result.next()) {
                String source = result.getString(1);
                String target = result.getString(2);
                found.add(
                    new Sum(
                        index(index, source),
                        index(index, target),
                        (int) result.getObject(3, LocalDate.class).toEpochDay(),
                        result.getInt(4),
                        result.getDouble(5)));
              }
              return found;
            });
    if (sums.isEmpty()) {
      return new DyadDays(List.of(), List.of());
    }
    Map<String, Party> named = parties(store, level, only);
    List<String> ids = index.keySet().stream().sorted().toList();
    int[] place = new int[ids.size()];
    List<Party> actors = new ArrayList<>();
    for (String id : ids) {
      place[index.get(id)] = actors.size();
      actors.add(named.getOrDefault(id, new Party(id, id, id)));
    }
    return new DyadDays(
        actors,
        sums.stream()
            .map(
                sum ->
                    new Sum(
                        place[sum.source()],
                        place[sum.target()],
                        sum.day(),
                        sum.events(),
                        sum.goldstein()))
            .toList());
  }

  private static int index(Map<String, Integer> index, String id) {
    return index.computeIfAbsent(id, k -> index.size());
  }

  /** What {@link #of} asks DuckDB for the sums, to be run by hand. */
  public static String sql(Query query, Level level) {
    return sums(where(query, level), level, true);
  }

  private static String sums(String where, Level level, boolean daily) {
    return """
    SELECT %1$s AS source, %2$s AS target, %4$s AS day, count(*)::INTEGER AS events,
      round(sum(goldstein), 6) AS goldstein
    FROM events%3$s
    GROUP BY %1$s, %2$s%5$s ORDER BY source, target, day\
    """
        .formatted(
            level.column("source"),
            level.column("target"),
            where,
            daily ? "day" : "max(day)",
            daily ? ", day" : "");
  }

  private static String where(Query query, Level level) {
    String where = query.where();
    return """
    %3$s %4$s target_id IS NOT NULL AND %1$s <> %2$s
      AND source_code <> '---' AND target_code <> '---' AND status <> 'DENIED'
      AND day IS NOT NULL AND goldstein IS NOT NULL\
    """
        .formatted(
            level.column("source"),
            level.column("target"),
            where,
            where.isEmpty() ? "WHERE" : "AND");
  }

  /**
   * By id; a country goes by its own name, whoever of it there is, and a group by its code where
   * only persons and offices of it act.
   *
   * @param only these, or null for all
   */
  private static Map<String, Party> parties(EventStore store, Level level, List<String> only) {
    String who = level == Level.COUNTRY ? "code" : "id";
    Map<String, Party> parties =
        store.ask(
            """
            WITH sides AS (
              SELECT source_id AS id, source_code AS code, source_name AS name, count(*) AS events
              FROM events WHERE %4$s GROUP BY ALL
              UNION ALL SELECT target_id, target_code, target_name, count(*)
              FROM events WHERE target_id IS NOT NULL AND %5$s GROUP BY ALL)
            SELECT %1$s, code, coalesce(%3$s, %1$s) FROM sides
            QUALIFY row_number() OVER (PARTITION BY %1$s ORDER BY %2$s
              name IS NULL, events DESC, name, id, code) = 1\
            """
                .formatted(
                    who,
                    level == Level.COUNTRY ? "lower(id) <> lower(code), contains(id, '/')," : "",
                    level == Level.COUNTRY ? "if(contains(id, '/'), NULL, name)" : "name",
                    only == null ? "true" : Sql.in(level.column("source"), only),
                    only == null ? "true" : Sql.in(level.column("target"), only)),
            result -> {
              Map<String, Party> found = new HashMap<>();
              while (result.next()) {
                String id = result.getString(1);
                found.put(id, new Party(id, result.getString(2), result.getString(3)));
              }
              return found;
            });
    if (level == Level.COUNTRY) {
      parties.replaceAll(
          (code, party) ->
              Countries.has(code) ? new Party(code, code, Countries.name(code, code)) : party);
    }
    return parties;
  }
}
