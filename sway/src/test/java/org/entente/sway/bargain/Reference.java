package org.entente.sway.bargain;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Published results beside the project; tests that need them are left out where they are absent.
 */
final class Reference {
  static final String CHALLENGE = "01-scholz-challenge-model/";
  static final String SPATIAL = "02-ktab-smp/";

  private Reference() {}

  static Path file(String name) {
    Path file = Path.of(System.getProperty("entente.shared", "../../shared"), "reference", name);
    assumeTrue(Files.isRegularFile(file), "needs " + file);
    return file;
  }

  /** Rows by column name. */
  static List<Map<String, String>> rows(String name) throws IOException {
    List<String> lines = Files.readAllLines(file(name));
    String[] head = lines.get(0).split(",");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      Map<String, String> row = new LinkedHashMap<>();
      for (int c = 0; c < cells.length; c++) {
        row.put(head[c], cells[c]);
      }
      rows.add(row);
    }
    return rows;
  }

  static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(file(name).toFile());
  }

  static double[][] matrix(JsonNode node) {
    double[][] rows = new double[node.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = vector(node.get(i));
    }
    return rows;
  }

  static double[] vector(JsonNode node) {
    double[] values = new double[node.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = node.get(i).asDouble();
    }
    return values;
  }

  static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** The emission standards: one dimension, 4 to 10 years. */
  static Setting emission() throws IOException {
    List<Map<String, String>> rows = rows(CHALLENGE + "emission_standards_input.csv");
    return Setting.of(
        rows.stream().map(row -> row.get("actor")).toList(),
        rows.stream().mapToDouble(row -> number(row, "position")).toArray(),
        rows.stream().mapToDouble(row -> number(row, "capability")).toArray(),
        rows.stream().mapToDouble(row -> number(row, "salience_0_100") / 100).toArray());
  }

  /** An input in KTAB's columns. */
  static Setting ktab(String name) throws IOException {
    List<Map<String, String>> rows = rows(SPATIAL + name + "_input.csv");
    int dimensions = (rows.get(0).size() - 2) / 2;
    double[][] positions = new double[rows.size()][dimensions];
    double[][] saliences = new double[rows.size()][dimensions];
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < dimensions; k++) {
        positions[i][k] = number(rows.get(i), "dim" + k + "_position");
        saliences[i][k] = number(rows.get(i), "dim" + k + "_salience") / 100;
      }
    }
    return new Setting(
        rows.stream().map(row -> row.get("actor")).toList(),
        positions,
        rows.stream().mapToDouble(row -> number(row, "power")).toArray(),
        saliences,
        null);
  }
}
