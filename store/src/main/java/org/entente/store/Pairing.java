package org.entente.store;

/**
 * How the two sides of an event make a dyad. Actors of unknown country, {@value #UNKNOWN}, are no
 * actor at the level of countries, and left out.
 *
 * @param level at which actors are put together
 * @param undirected whether what A does to B and B to A is one dyad
 * @param domestic whether what an actor does to itself counts, at this level: a government to its
 *     people
 */
public record Pairing(Level level, boolean undirected, boolean domestic) {
  static final String UNKNOWN = "---";

  /** By country, with direction, abroad. */
  public static final Pairing COUNTRIES = new Pairing(Level.COUNTRY, false, false);

  /** The counted events that have a dyad, with its {@code source} and {@code target}. */
  String dyads(Query query) {
    String source = level.column("source");
    String target = level.column("target");
    return "SELECT "
        + (undirected ? "least(" + source + ", " + target + ")" : source)
        + " AS source, "
        + (undirected ? "greatest(" + source + ", " + target + ")" : target)
        + " AS target, day, quad, goldstein\n  FROM events"
        + query.counted()
        + "\n    AND "
        + (domestic ? target + " IS NOT NULL" : source + " <> " + target)
        + known(source)
        + known(target);
  }

  /** The counted events of each actor, once for each actor that has a part in them. */
  String actors(Query query) {
    String source = level.column("source");
    String target = level.column("target");
    String rest = " AS source, NULL AS target, day, quad, goldstein\n  FROM events";
    return "SELECT "
        + source
        + rest
        + query.counted()
        + known(source)
        + "\n  UNION ALL SELECT "
        + target
        + rest
        + query.counted()
        + "\n    AND "
        + source
        + " <> "
        + target
        + known(target);
  }

  private String known(String column) {
    return level == Level.COUNTRY ? " AND " + column + " <> " + Sql.literal(UNKNOWN) : "";
  }
}
