package org.entente.coding.relation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.entente.model.EventType;

/** Multinomial logistic regression over named features. Immutable; safe to share. */
public final class LinearModel {
  private static final double UNIT = 1000;
  private static final int LEAST = 20;

  /** How many types there are. */
  public static final int TYPES = EventType.values().length;

  private final Map<String, Integer> index;
  private final float[] weights;
  private final int classes;

  /**
   * @param index of each feature
   * @param weights {@code classes} for each feature; of types in the order of {@link EventType}
   */
  LinearModel(Map<String, Integer> index, float[] weights, int classes) {
    this.classes = classes;
    this.index = index;
    this.weights = weights;
  }

  /**
   * A weight that took part.
   *
   * @param weight what it adds to the type's score
   */
  record Term(String feature, double weight) {}

  /** Scores of the classes, before the softmax. */
  double[] scores(List<String> features) {
    double[] scores = new double[classes];
    double scale = scale(features.size());
    for (String feature : features) {
      Integer row = index.get(feature);
      if (row != null) {
        for (int c = 0, at = row * classes; c < classes; c++, at++) {
          scores[c] += weights[at] * scale;
        }
      }
    }
    return scores;
  }

  /** What speaks for one type rather than another, the strongest first. */
  List<Term> terms(List<String> features, EventType type, EventType rather, int most) {
    List<Term> terms = new ArrayList<>();
    double scale = scale(features.size());
    for (String feature : features) {
      Integer row = index.get(feature);
      if (row != null) {
        int at = row * classes;
        double weight = (weights[at + type.ordinal()] - weights[at + rather.ordinal()]) * scale;
        boolean full = terms.size() == most;
        if (full && Math.abs(weight) <= Math.abs(terms.get(most - 1).weight())) {
          continue;
        }
        if (full) {
          terms.remove(most - 1);
        }
        int place = terms.size();
        while (place > 0 && Math.abs(terms.get(place - 1).weight()) < Math.abs(weight)) {
          place--;
        }
        terms.add(place, new Term(feature, weight));
      }
    }
    return terms;
  }

  static double scale(int features) {
    return 1 / Math.sqrt(Math.max(1, features));
  }

  /** How many features it knows. */
  public int size() {
    return index.size();
  }

  /** The model of types that comes with Entente, read once. */
  static LinearModel bundled() {
    return Bundled.MODEL;
  }

  private static final class Bundled {
    private static final LinearModel MODEL = resource("fast.tsv.gz", TYPES);
  }

  static LinearModel resource(String name, int classes) {
    try (InputStream in = LinearModel.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing from the class path");
      }
      return read(in, classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it as a packed table: a feature, then its weights in thousandths; sorted. */
  public void write(OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Integer> entry : new TreeMap<>(index).entrySet()) {
      int at = entry.getValue() * classes;
      StringBuilder row = new StringBuilder(entry.getKey()).append('\t');
      long most = 0;
      for (int c = 0; c < classes; c++) {
        long value = Math.round(weights[at + c] * UNIT);
        most = Math.max(most, Math.abs(value));
        row.append(c == 0 ? "" : " ").append(value);
      }
      if (most >= LEAST) {
        text.append(row).append('\n');
      }
    }
    try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
      packed.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * @throws IOException if the table cannot be unpacked or a row has not as many weights as there
   *     are classes
   */
  static LinearModel read(InputStream in, int classes) throws IOException {
    Map<String, Integer> index = new HashMap<>(1 << 16);
    byte[] bytes = new GZIPInputStream(in, 1 << 16).readAllBytes();
    float[] weights = new float[1 << 18];
    int start = 0;
    int line = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      line++;
      int tab = start;
      while (tab < i && bytes[tab] != '\t') {
        tab++;
      }
      int at = index.size() * classes;
      if (at + classes > weights.length) {
        weights = Arrays.copyOf(weights, weights.length * 2);
      }
      int count = row(bytes, tab + 1, i, weights, at, classes);
      if (count != classes) {
        throw new IOException("line " + line + ": " + count + " weights instead of " + classes);
      }
      index.put(new String(bytes, start, tab - start, StandardCharsets.UTF_8), index.size());
      start = i + 1;
    }
    return new LinearModel(index, Arrays.copyOf(weights, index.size() * classes), classes);
  }

  private static int row(byte[] bytes, int from, int to, float[] weights, int at, int classes) {
    int count = 0;
    int value = 0;
    boolean minus = false;
    for (int i = from; i <= to; i++) {
      byte b = i == to ? (byte) ' ' : bytes[i];
      if (b == ' ') {
        if (count < classes) {
          weights[at + count] = (float) ((minus ? -value : value) / UNIT);
        }
        count++;
        value = 0;
        minus = false;
      } else if (b == '-') {
        minus = true;
      } else {
        value = value * 10 + b - '0';
      }
    }
    return count;
  }
}
