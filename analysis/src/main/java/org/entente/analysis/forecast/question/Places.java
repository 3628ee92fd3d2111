package org.entente.analysis.forecast.question;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The groups that pairs of actors belong to, by what they are and where they are from. */
final class Places {
  /** What groups are made of, from the widest to the narrowest. */
  enum Level {
    KIND,
    REGION,
    COUNTRY
  }

  static final long NONE = -1;

  private final Origin[] origins;
  private final Map<String, Integer> words = new HashMap<>();
  private final int[][] places;
  private final int[] kinds;

  /** Whether an actor is a country itself: then the two countries are the pair. */
  private final boolean[] whole;

  Places(List<String> actors, Function<String, Origin> of) {
    int n = actors.size();
    origins = new Origin[n];
    kinds = new int[n];
    whole = new boolean[n];
    places = new int[Level.values().length][n];
    for (int a = 0; a < n; a++) {
      origins[a] = of.apply(actors.get(a));
      kinds[a] = number(origins[a].kind());
      whole[a] = Origin.STATE.equals(origins[a].kind());
      places[Level.KIND.ordinal()][a] = 0;
      places[Level.REGION.ordinal()][a] = number(origins[a].region());
      places[Level.COUNTRY.ordinal()][a] = number(origins[a].country());
    }
  }

  private int number(String word) {
    if (word == null) {
      return -1;
    }
    Integer known = words.putIfAbsent(word, words.size());
    return known == null ? words.size() - 1 : known;
  }

  /** A number for the group that an actor is of, {@link #NONE} where too little is known of it. */
  long one(Level level, int actor) {
    int place = places[level.ordinal()][actor];
    if (kinds[actor] < 0 || place < 0) {
      return NONE;
    }
    long base = words.size() + 1;
    return (level.ordinal() * base + kinds[actor]) * base + place;
  }

  /**
   * A number for the group of a pair, {@link #NONE} where too little is known of the two, or where
   * the group is the pair itself.
   */
  long pair(Level level, int source, int target) {
    long one = one(level, source);
    long other = one(level, target);
    if (one == NONE || other == NONE || level == Level.COUNTRY && whole[source] && whole[target]) {
      return NONE;
    }
    long base = words.size() + 1;
    return one * Level.values().length * base * base + other;
  }

  /** An actor of each group of a level. */
  int[] examples(Level level) {
    Map<Long, Integer> examples = new TreeMap<>();
    for (int actor = 0; actor < origins.length; actor++) {
      examples.putIfAbsent(one(level, actor), actor);
    }
    examples.remove(NONE);
    return examples.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /** {@code armed group → state}, {@code Middle East → Eastern Europe (armed group → state)}. */
  String name(Level level, int source, int target) {
    Origin one = origins[source];
    Origin other = origins[target];
    String kinds = one.kind() + " → " + other.kind();
    return switch (level) {
      case KIND -> kinds;
      case REGION -> one.region() + " → " + other.region() + " (" + kinds + ")";
      case COUNTRY -> one.country() + " → " + other.country() + " (" + kinds + ")";
    };
  }
}
