package org.entente.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** Reads what a run wrote, without Spark. */
final class Written {
  private Written() {}

  /** The events' JSON, sorted. */
  static List<String> events(Path out) throws IOException {
    return column(out.resolve("events"), "json");
  }

  /** The texts of a column in all files of a folder, sorted. */
  static List<String> column(Path folder, String column) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path file : files(folder, ".parquet")) {
      try (ParquetReader<Group> reader =
          ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
              .build()) {
        for (Group group = reader.read(); group != null; group = reader.read()) {
          int field = group.getType().getFieldIndex(column);
          all.add(
              group.getFieldRepetitionCount(field) == 0 ? null : group.getValueToString(field, 0));
        }
      }
    }
    all.sort(java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()));
    return all;
  }

  /** Origin, reason and message of what was set aside, as {@code entente code} would say it. */
  static List<String> aside(Path out) throws IOException {
    List<String> all = new ArrayList<>();
    for (Path file : files(out.resolve("aside"), ".json")) {
      for (String line : Files.readAllLines(file)) {
        JsonNode aside = new ObjectMapper().readTree(line);
        all.add(aside.path("origin").asText() + ": " + aside.path("message").asText());
      }
    }
    all.sort(null);
    return all;
  }

  static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> file.getFileName().toString().matches("[^.].*\\" + ending))
          .sorted()
          .toList();
    }
  }
}
