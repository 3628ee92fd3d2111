package org.entente.knowledge.gazetteer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.knowledge.names.NameKey;
import org.entente.knowledge.table.Mistakes;
import org.entente.knowledge.table.Row;
import org.entente.knowledge.table.Table;

/** All places, by name. */
public final class Gazetteer {
  private static final List<String> HEADER =
      List.of(
          "geonames",
          "name",
          "aliases",
          "country",
          "admin",
          "kind",
          "latitude",
          "longitude",
          "population");

  private final Map<String, List<Location>> byName = new HashMap<>(120_000);
  private final Map<String, double[]> centres = new HashMap<>();
  private int populated;
  private int count;

  private Gazetteer() {}

  public static Gazetteer load(Path root, Mistakes mistakes) throws IOException {
    Gazetteer gazetteer = new Gazetteer();
    for (String file : List.of("extra", "regions", "places")) {
      Table.readAll(root, "gazetteer", file, mistakes, HEADER, gazetteer::add);
    }
    return gazetteer;
  }

  private void add(Row row) {
    Double latitude = row.number("latitude");
    Double longitude = row.number("longitude");
    Double population = row.number("population");
    Double geonames = row.number("geonames");
    if (latitude == null || latitude < -90 || latitude > 90) {
      row.mistake("latitude", "must be −90 to 90");
      return;
    }
    if (longitude == null || longitude < -180 || longitude > 180) {
      row.mistake("longitude", "must be −180 to 180");
      return;
    }
    Location location =
        new Location(
            geonames == null ? null : geonames.longValue(),
            row.required("name"),
            empty(row.text("country")),
            empty(row.text("admin")),
            row.required("kind"),
            latitude,
            longitude,
            population == null ? 0 : population.longValue());
    count++;
    if (location.isCity()) {
      populated++;
    }
    if (location.kind().equals("region") && location.country() != null) {
      double[] sum = centres.computeIfAbsent(location.country(), k -> new double[3]);
      sum[0] += latitude;
      sum[1] += longitude;
      sum[2]++;
    }
    put(location.name(), location);
    row.list("aliases").forEach(alias -> put(alias, location));
  }

  private static String empty(String text) {
    return text.isEmpty() ? null : text;
  }

  private void put(String name, Location location) {
    List<Location> same = byName.computeIfAbsent(NameKey.of(name), k -> new ArrayList<>(1));
    if (!same.contains(location)) {
      same.add(location);
    }
  }

  /** Places of that name, those of {@code extra.tsv} first, then regions, then cities. */
  public List<Location> find(String name) {
    return byName.getOrDefault(NameKey.of(name), List.of());
  }

  /** Latitude and longitude of the middle of a country's regions; null if it has none. */
  public double[] centre(String country) {
    double[] sum = centres.get(country);
    return sum == null ? null : new double[] {sum[0] / sum[2], sum[1] / sum[2]};
  }

  public int size() {
    return count;
  }

  public int populatedPlaces() {
    return populated;
  }
}
