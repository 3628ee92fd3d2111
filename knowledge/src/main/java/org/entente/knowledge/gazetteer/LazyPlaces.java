package org.entente.knowledge.gazetteer;

import java.util.ArrayList;
import java.util.List;
import org.entente.knowledge.names.NameKey;
import org.entente.knowledge.table.Lines;
import org.entente.knowledge.table.Row;

/** Places that are known by the hashes of their names until one is asked for. */
final class LazyPlaces {
  private final List<Lines> files = new ArrayList<>();

  /** Hash of a name, and behind it file and row; 0 is a free place. */
  private long[] table = new long[1 << 18];

  private int names;
  private int size;

  void add(Lines lines) {
    files.add(lines);
    size += lines.size();
    lines.each("name", (bytes, from, to, row) -> put(NameKey.hash(bytes, from, to), row));
    lines.each("aliases", this::putAliases);
  }

  private void putAliases(byte[] bytes, int from, int to, int row) {
    int start = from;
    for (int i = from; i <= to; i++) {
      if (i == to || bytes[i] == '|') {
        if (start < i) {
          put(NameKey.hash(bytes, start, i), row);
        }
        start = i + 1;
      }
    }
  }

  private void put(int hash, int row) {
    if (2 * ++names > table.length) {
      long[] old = table;
      table = new long[2 * old.length];
      // from a free place on, so that names of one hash keep their order
      int free = 0;
      while (old[free] != 0) {
        free++;
      }
      for (int i = 0; i < old.length; i++) {
        long entry = old[free + i & old.length - 1];
        if (entry != 0) {
          put(entry);
        }
      }
    }
    put((long) hash << 32 | (long) files.size() << 24 | row);
  }

  private void put(long entry) {
    int slot = slot((int) (entry >>> 32));
    while (table[slot] != 0) {
      slot = slot + 1 & table.length - 1;
    }
    table[slot] = entry;
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) * 0x2C1B3C6D >>> 7 & table.length - 1;
  }

  /** Whether there may be a place whose {@link NameKey} that is. */
  boolean has(String key) {
    int hash = key.hashCode();
    for (int slot = slot(hash); table[slot] != 0; slot = slot + 1 & table.length - 1) {
      if ((int) (table[slot] >>> 32) == hash) {
        return true;
      }
    }
    return false;
  }

  /** Places by their {@link NameKey}: those of that name first, then those also called so. */
  List<Location> find(String key) {
    List<Location> found = new ArrayList<>();
    int hash = key.hashCode();
    for (int slot = slot(hash); table[slot] != 0; slot = slot + 1 & table.length - 1) {
      if ((int) (table[slot] >>> 32) == hash) {
        Row row = row((int) table[slot]);
        Location place = Gazetteer.location(row);
        if (place != null && isNamed(row, place, key)) {
          found.add(place);
        }
      }
    }
    return found;
  }

  private Row row(int fileAndRow) {
    return files.get((fileAndRow >>> 24) - 1).row(fileAndRow & 0xFFFFFF);
  }

  private static boolean isNamed(Row row, Location place, String key) {
    return NameKey.of(place.name()).equals(key)
        || row.list("aliases").stream().anyMatch(alias -> NameKey.of(alias).equals(key));
  }

  int size() {
    return size;
  }

  int cities() {
    return (int)
        files.stream()
            .mapToLong(
                lines ->
                    java.util.stream.IntStream.range(0, lines.size())
                        .mapToObj(row -> Gazetteer.location(lines.row(row)))
                        .filter(place -> place != null && place.isCity())
                        .count())
            .sum();
  }
}
