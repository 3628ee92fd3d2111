package org.entente.exchange.layout;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.exchange.rows.Columns;
import org.entente.exchange.rows.Table;
import org.entente.model.Sector;

/** The sectors of ICEWS: a list of words with commas, the general before the special. */
final class IcewsSectors {
  private static final Map<String, Sector> SECTORS = new HashMap<>();
  private static final Map<Sector, String> NAMES = new EnumMap<>(Sector.class);

  static {
    for (String[] row : Table.read(IcewsSectors.class, "icews-sectors.tsv")) {
      Sector sector = Sector.valueOf(row[1]);
      SECTORS.put(Columns.key(row[0]), sector);
      NAMES.putIfAbsent(sector, row[0]);
    }
  }

  private IcewsSectors() {}

  /** Those of PLOVER, at most two: the first, and the last that is another. */
  static List<Sector> of(String words) {
    if (words.isEmpty() || words.equals("NULL")) {
      return List.of();
    }
    List<Sector> found = new ArrayList<>();
    for (String word : words.split(",")) {
      Sector sector = SECTORS.get(Columns.key(word));
      if (sector != null && !found.contains(sector)) {
        found.add(sector);
      }
    }
    return found.size() < 2 ? found : List.of(found.get(0), found.get(1));
  }

  static String name(Sector sector) {
    return NAMES.get(sector);
  }
}
