package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Where events happened: counted by place. */
public final class Places {
  private Places() {}

  /**
   * The places of the events that a query finds, whatever page of them it asks for; those with the
   * most events first, then by name.
   *
   * @param atTarget whether events at no place are counted with their target's code
   */
  public static List<PlaceCount> of(EventStore store, Query query, boolean atTarget) {
    return store.ask(
        sql(query, atTarget),
        row -> {
          List<PlaceCount> places = new ArrayList<>();
          while (row.next()) {
            places.add(
                new PlaceCount(
                    row.getString("place"),
                    row.getString("country"),
                    row.getObject("lat", Double.class),
                    row.getObject("lon", Double.class),
                    PlaceCount.Basis.valueOf(row.getString("basis")),
                    row.getLong("events"),
                    row.getLong("cooperation"),
                    row.getLong("conflict"),
                    row.getDouble("goldstein_mean"),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)));
          }
          return List.copyOf(places);
        });
  }

  /** What {@link #of} asks DuckDB, to be run by hand. */
  public static String sql(Query query, boolean atTarget) {
    return """
        WITH located AS (
          SELECT *,
            CASE WHEN place_name IS NOT NULL OR latitude IS NOT NULL THEN 'PLACE'
              WHEN place_country IS NOT NULL THEN 'COUNTRY'
              WHEN %s AND target_code IS NOT NULL THEN 'TARGET' END AS basis
          FROM events%s)
        SELECT place_name AS place,
          CASE basis WHEN 'TARGET' THEN target_code ELSE place_country END AS country,
          avg(latitude) AS lat, avg(longitude) AS lon, basis, count(*) AS events,
          count(*) FILTER (ends_with(quad, '_COOPERATION')) AS cooperation,
          count(*) FILTER (ends_with(quad, '_CONFLICT')) AS conflict,
          round(avg(goldstein), 6) AS goldstein_mean, min(day) AS first_day, max(day) AS last_day
        FROM located WHERE basis IS NOT NULL
        GROUP BY place, country, basis, round(latitude, 2), round(longitude, 2)
        ORDER BY events DESC, place NULLS LAST, country, basis, lat, lon"""
        .formatted(atTarget, query.where());
  }
}
