package org.entente.store;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.duckdb.DuckDBConnection;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.Place;

/**
 * Recognises an event that several reports tell which are nearly the same, as papers print the
 * story of an agency: the same source, target, type, mode, status, day and place, in texts that
 * have at least {@value #LEAST} of their runs of words in common.
 *
 * <p>Events that agree in all but the text have the same {@code fact}, which SQL finds. Among them,
 * texts are near if {@link MinHash} says so, and candidates are those that agree in one of {@value
 * #BANDS} bands of their signatures. What is near to the same is a group; the first of it, by day
 * of publication and then by id of the document, is the event, the rest are its duplicates. So
 * groups depend on what is in the store, and not on when it came.
 */
final class Duplicates {
  /** Least similarity. */
  static final double LEAST = 0.5;

  /** Of four hashes, which are a long. */
  private static final int BANDS = MinHash.HASHES / 4;

  /** Of so many texts each pair is looked at; of more, those that a table finds. */
  private static final int FEW = 32;

  private static final String TOLD =
      """
      WITH told AS (
        SELECT rowid AS place, id, document, fact, duplicate_of FROM events
        WHERE fact IN (SELECT unnest(?))
        QUALIFY count(*) OVER (PARTITION BY fact) > 1 OR duplicate_of IS NOT NULL)
      SELECT place, told.id, document, fact, duplicate_of, signature,
        coalesce(published_from, published_to) AS published
      FROM told JOIN documents d ON d.id = document""";

  private static final String MARK =
      """
      UPDATE events SET duplicate_of = marks.first
      FROM (SELECT unnest(?) AS place, unnest(?) AS first) marks
      WHERE events.rowid = marks.place""";

  private record Told(
      long place,
      String id,
      String document,
      String duplicateOf,
      Signature signature,
      LocalDate published) {}

  private static final class Signature {
    final byte[] bytes;
    final long[] bands = new long[BANDS];

    Signature(byte[] bytes) {
      this.bytes = bytes;
      ByteBuffer.wrap(bytes).asLongBuffer().get(bands);
    }

    boolean sharesBand(Signature other) {
      for (int i = 0; i < BANDS; i++) {
        if (bands[i] == other.bands[i]) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Signature one && Arrays.equals(bands, one.bands);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bands);
    }
  }

  private static final Comparator<Told> FIRST =
      Comparator.comparing(
              Told::published, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(Told::document)
          .thenComparing(Told::id);

  private Duplicates() {}

  /**
   * What each event tells, as a hash; one that a document tells twice counts as two. Times without
   * a day are taken to be equal.
   */
  static long[] facts(Coding coding) {
    long[] facts = new long[coding.events().size()];
    Map<String, Integer> before = new HashMap<>();
    for (int i = 0; i < facts.length; i++) {
      Event event = coding.events().get(i);
      String fact =
          String.join(
              "\n",
              event.source().id(),
              id(event.target()),
              event.type().name(),
              event.mode(),
              event.status().name(),
              String.valueOf(Rows.day(event.time(), coding.document().published())),
              place(event.place()));
      String hash = Texts.sha256(fact + "\n" + before.merge(fact, 1, Integer::sum));
      facts[i] = Long.parseUnsignedLong(hash.substring(0, 16), 16);
    }
    return facts;
  }

  private static String id(Actor actor) {
    return actor == null ? null : actor.id();
  }

  private static String place(Place place) {
    if (place == null) {
      return null;
    }
    return place.geonames() != null
        ? place.geonames().toString()
        : place.name() + ", " + place.country();
  }

  /** Marks anew whatever tells one of these facts, within the transaction of the connection. */
  static void mark(DuckDBConnection connection, Collection<Long> facts) throws SQLException {
    if (facts.isEmpty()) {
      return;
    }
    List<Object> places = new ArrayList<>();
    List<Object> firsts = new ArrayList<>();
    for (List<Told> told : told(connection, facts).values()) {
      for (List<Told> group : groups(told)) {
        Told first = group.stream().min(FIRST).orElseThrow();
        for (Told one : group) {
          String wanted = one == first ? null : first.id();
          if (!Objects.equals(wanted, one.duplicateOf())) {
            places.add(one.place());
            firsts.add(wanted);
          }
        }
      }
    }
    if (places.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(MARK)) {
      statement.setArray(1, connection.createArrayOf("BIGINT", places.toArray()));
      statement.setArray(2, connection.createArrayOf("VARCHAR", firsts.toArray()));
      statement.executeUpdate();
    }
  }

  private static Map<Long, List<Told>> told(DuckDBConnection connection, Collection<Long> facts)
      throws SQLException {
    Map<Long, List<Told>> told = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(TOLD)) {
      statement.setArray(1, connection.createArrayOf("BIGINT", facts.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          told.computeIfAbsent(row.getLong(4), fact -> new ArrayList<>())
              .add(
                  new Told(
                      row.getLong(1),
                      row.getString(2),
                      row.getString(3),
                      row.getString(5),
                      new Signature(row.getBytes(6)),
                      row.getObject(7, LocalDate.class)));
        }
      }
    }
    return told;
  }

  /** Those that tell one fact, by texts that are near to each other or to the same. */
  private static Collection<List<Told>> groups(List<Told> told) {
    Map<Signature, List<Told>> same = new LinkedHashMap<>();
    told.forEach(one -> same.computeIfAbsent(one.signature(), s -> new ArrayList<>()).add(one));
    List<Signature> signatures = List.copyOf(same.keySet());
    int[] parent = new int[signatures.size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    if (parent.length <= FEW) {
      for (int i = 0; i < parent.length; i++) {
        for (int other = 0; other < i; other++) {
          if (signatures.get(i).sharesBand(signatures.get(other))) {
            join(signatures, parent, i, other);
          }
        }
      }
    } else {
      for (int band = 0; band < BANDS; band++) {
        Map<Long, List<Integer>> candidates = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
          List<Integer> others =
              candidates.computeIfAbsent(signatures.get(i).bands[band], b -> new ArrayList<>());
          for (int other : others) {
            join(signatures, parent, i, other);
          }
          others.add(i);
        }
      }
    }
    Map<Integer, List<Told>> groups = new HashMap<>();
    for (int i = 0; i < parent.length; i++) {
      groups
          .computeIfAbsent(root(parent, i), r -> new ArrayList<>())
          .addAll(same.get(signatures.get(i)));
    }
    return groups.values();
  }

  private static void join(List<Signature> signatures, int[] parent, int one, int two) {
    if (root(parent, one) != root(parent, two)
        && MinHash.similarity(signatures.get(one).bytes, signatures.get(two).bytes) >= LEAST) {
      parent[root(parent, one)] = root(parent, two);
    }
  }

  private static int root(int[] parent, int of) {
    int at = of;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
