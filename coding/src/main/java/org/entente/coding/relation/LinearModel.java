package org.entente.coding.relation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.entente.model.EventType;

/** Multinomial logistic regression over named features. Immutable; safe to share. */
public final class LinearModel {
  private static final String BUNDLED = "fast.tsv.gz";
  private static final double UNIT = 1000;
  private static final int LEAST = 20;

  static final int CLASSES = EventType.values().length;

  private final Map<String, Integer> index;
  private final float[] weights;

  /**
   * @param index of each feature
   * @param weights {@link #CLASSES} for each feature, in the order of {@link EventType}
   */
  LinearModel(Map<String, Integer> index, float[] weights) {
    this.index = index;
    this.weights = weights;
  }

  /**
   * A weight that took part.
   *
   * @param weight what it adds to the type's score
   */
  record Term(String feature, double weight) {}

  /** Scores of the types, before the softmax. */
  double[] scores(List<String> features) {
    double[] scores = new double[CLASSES];
    double scale = scale(features.size());
    for (String feature : features) {
      Integer row = index.get(feature);
      if (row != null) {
        for (int c = 0, at = row * CLASSES; c < CLASSES; c++, at++) {
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
        int at = row * CLASSES;
        double weight = weights[at + type.ordinal()] - weights[at + rather.ordinal()];
        terms.add(new Term(feature, weight * scale));
      }
    }
    terms.sort(Comparator.comparingDouble((Term t) -> Math.abs(t.weight())).reversed());
    return terms.subList(0, Math.min(most, terms.size()));
  }

  static double scale(int features) {
    return 1 / Math.sqrt(Math.max(1, features));
  }

  /** How many features it knows. */
  public int size() {
    return index.size();
  }

  /** The model that comes with Entente, read once. */
  static LinearModel bundled() {
    return Bundled.MODEL;
  }

  private static final class Bundled {
    private static final LinearModel MODEL = load();

    private static LinearModel load() {
      try (InputStream in = LinearModel.class.getResourceAsStream(BUNDLED)) {
        if (in == null) {
          throw new IOException(BUNDLED + " is missing from the class path");
        }
        return read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Writes it as a packed table: a feature, then its weights in thousandths; sorted. */
  public void write(OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Integer> entry : new TreeMap<>(index).entrySet()) {
      int at = entry.getValue() * CLASSES;
      StringBuilder row = new StringBuilder(entry.getKey()).append('\t');
      long most = 0;
      for (int c = 0; c < CLASSES; c++) {
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
   * @throws IOException if the table cannot be unpacked or a row has not {@link #CLASSES} weights
   */
  static LinearModel read(InputStream in) throws IOException {
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
      int at = index.size() * CLASSES;
      if (at + CLASSES > weights.length) {
        weights = Arrays.copyOf(weights, weights.length * 2);
      }
      int count = row(bytes, tab + 1, i, weights, at);
      if (count != CLASSES) {
        throw new IOException("line " + line + ": " + count + " weights instead of " + CLASSES);
      }
      index.put(new String(bytes, start, tab - start, StandardCharsets.UTF_8), index.size());
      start = i + 1;
    }
    return new LinearModel(index, Arrays.copyOf(weights, index.size() * CLASSES));
  }

  private static int row(byte[] bytes, int from, int to, float[] weights, int at) {
    int count = 0;
    int value = 0;
    boolean minus = false;
    for (int i = from; i <= to; i++) {
      byte b = i == to ? (byte) ' ' : bytes[i];
      if (b == ' ') {
        if (count < CLASSES) {
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
