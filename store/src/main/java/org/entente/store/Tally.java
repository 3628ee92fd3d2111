package org.entente.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Events counted by quad class, and their Goldstein weights added up.
 *
 * @param goldsteinSum sum of their Goldstein weights, to six decimals
 * @param weighted how many of them have a weight
 */
public record Tally(
    long verbalCooperation,
    long materialCooperation,
    long verbalConflict,
    long materialConflict,
    double goldsteinSum,
    long weighted) {
  /** Of no events. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

  /** As many columns as {@link #read} reads; ends without a comma. */
  static final String COLUMNS =
      """
      count(*) FILTER (quad = 'VERBAL_COOPERATION') AS verbal_cooperation,
        count(*) FILTER (quad = 'MATERIAL_COOPERATION') AS material_cooperation,
        count(*) FILTER (quad = 'VERBAL_CONFLICT') AS verbal_conflict,
        count(*) FILTER (quad = 'MATERIAL_CONFLICT') AS material_conflict,
        round(coalesce(sum(goldstein), 0), 6) AS goldstein_sum,
        count(goldstein) AS weighted\
      """;

  /**
   * The counted events by day and class, which {@link #SUMS} adds up: the quicker way to few rows.
   */
  static String byDay(Query query) {
    return "SELECT day, quad, count(*) AS events, sum(goldstein) AS goldstein,"
        + " count(goldstein) AS weighted\n  FROM events"
        + query.counted()
        + "\n  GROUP BY day, quad";
  }

  /** The columns of {@link #COLUMNS}, from {@link #byDay}. */
  static final String SUMS =
      """
      coalesce(sum(events) FILTER (quad = 'VERBAL_COOPERATION'), 0)::BIGINT AS verbal_cooperation,
        coalesce(sum(events) FILTER (quad = 'MATERIAL_COOPERATION'), 0)::BIGINT
          AS material_cooperation,
        coalesce(sum(events) FILTER (quad = 'VERBAL_CONFLICT'), 0)::BIGINT AS verbal_conflict,
        coalesce(sum(events) FILTER (quad = 'MATERIAL_CONFLICT'), 0)::BIGINT AS material_conflict,
        round(coalesce(sum(goldstein), 0), 6) AS goldstein_sum,
        sum(weighted)::BIGINT AS weighted\
      """;

  static Tally read(ResultSet row, int first) throws SQLException {
    return new Tally(
        row.getLong(first),
        row.getLong(first + 1),
        row.getLong(first + 2),
        row.getLong(first + 3),
        // no −0
        row.getDouble(first + 4) + 0.0,
        row.getLong(first + 5));
  }

  public long events() {
    return cooperation() + conflict();
  }

  public long cooperation() {
    return verbalCooperation + materialCooperation;
  }

  public long conflict() {
    return verbalConflict + materialConflict;
  }

  /** Mean of the Goldstein weights, −10 to 10; NaN if there are none. */
  public double goldsteinMean() {
    return weighted == 0 ? Double.NaN : goldsteinSum / weighted;
  }

  public Tally plus(Tally more) {
    return new Tally(
        verbalCooperation + more.verbalCooperation,
        materialCooperation + more.materialCooperation,
        verbalConflict + more.verbalConflict,
        materialConflict + more.materialConflict,
        goldsteinSum + more.goldsteinSum,
        weighted + more.weighted);
  }
}
