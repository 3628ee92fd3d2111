package org.entente.knowledge.gazetteer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.knowledge.names.NameKey;
import org.entente.knowledge.table.Folders;
import org.entente.knowledge.table.Lines;
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

  private final Map<String, List<Location>> byName = new HashMap<>();
  private final Map<String, List<Location>> found = new ConcurrentHashMap<>();
  private final Map<String, double[]> centres = new HashMap<>();
  private LazyPlaces lazy;
  private int populated;
  private int count;

  private Gazetteer() {}

  /** Reads and checks all files. */
  public static Gazetteer load(Folders folders, Mistakes mistakes) throws IOException {
    return load(folders, mistakes, List.of("extra", "regions", "places"));
  }

  /** Reads the small files, and the largest only as far as it is asked for, without checking it. */
  public static Gazetteer loadChecked(Folders folders, Mistakes mistakes) throws IOException {
    Gazetteer gazetteer = load(folders, mistakes, List.of("extra", "regions"));
    gazetteer.lazy = new LazyPlaces();
    for (Folders.Source file : folders.files("gazetteer", "places")) {
      gazetteer.lazy.add(Lines.read(file, mistakes, HEADER));
    }
    return gazetteer;
  }

  private static Gazetteer load(Folders folders, Mistakes mistakes, List<String> files)
      throws IOException {
    Gazetteer gazetteer = new Gazetteer();
    for (String file : files) {
      Table.readAll(folders, "gazetteer", file, mistakes, HEADER, gazetteer::add);
    }
    return gazetteer;
  }

  private void add(Row row) {
    Location location = location(row);
    if (location == null) {
      return;
    }
    count++;
    if (location.isCity()) {
      populated++;
    }
    if (location.kind().equals("region") && location.country() != null) {
      double[] sum = centres.computeIfAbsent(location.country(), k -> new double[3]);
      sum[0] += location.latitude();
      sum[1] += location.longitude();
      sum[2]++;
    }
    put(location.name(), location);
    row.list("aliases").forEach(alias -> put(alias, location));
  }

  /** The place of a row, or null if it is nowhere. */
  static Location location(Row row) {
    Double latitude = row.number("latitude");
    Double longitude = row.number("longitude");
    Double population = row.number("population");
    Double geonames = row.number("geonames");
    if (latitude == null || latitude < -90 || latitude > 90) {
      row.mistake("latitude", "must be −90 to 90");
      return null;
    }
    if (longitude == null || longitude < -180 || longitude > 180) {
      row.mistake("longitude", "must be −180 to 180");
      return null;
    }
    return new Location(
        geonames == null ? null : geonames.longValue(),
        row.required("name"),
        empty(row.text("country")),
        empty(row.text("admin")),
        row.required("kind"),
        latitude,
        longitude,
        population == null ? 0 : population.longValue());
  }

  private static String empty(String text) {
    return text.isEmpty() ? null : text;
  }

  private void put(String name, Location location) {
    String key = NameKey.of(name);
    List<Location> same = byName.putIfAbsent(key, List.of(location));
    if (same == null || same.contains(location)) {
      return;
    }
    if (same.size() == 1) {
      same = new ArrayList<>(same);
      byName.put(key, same);
    }
    same.add(location);
  }

  /** Places of that name, those of {@code extra.tsv} first, then regions, then cities. */
  public List<Location> find(String name) {
    String key = NameKey.of(name);
    List<Location> known = byName.getOrDefault(key, List.of());
    if (lazy == null || !lazy.has(key)) {
      return known;
    }
    return found.computeIfAbsent(
        key,
        k -> {
          List<Location> all = new ArrayList<>(known);
          lazy.find(k).stream().filter(place -> !all.contains(place)).forEach(all::add);
          return List.copyOf(all);
        });
  }

  /** Latitude and longitude of the middle of a country's regions; null if it has none. */
  public double[] centre(String country) {
    double[] sum = centres.get(country);
    return sum == null ? null : new double[] {sum[0] / sum[2], sum[1] / sum[2]};
  }

  public int size() {
    return count + (lazy == null ? 0 : lazy.size());
  }

  public int populatedPlaces() {
    return populated + (lazy == null ? 0 : lazy.cities());
  }
}
