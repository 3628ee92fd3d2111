package org.entente.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.entente.coding.relation.Pair;

/**
 * Which pairs the bundled models have learned from, and what a transformer trained without a pair's
 * fold says of it. Kept are hashes of the pairs, no words.
 */
public final class Folds {
  /** Into how many parts the gold pairs are cut. */
  public static final int COUNT = 5;

  private static final String FILE = "folds.tsv.gz";

  private final Map<String, double[]> scores;

  private Folds(Map<String, double[]> scores) {
    this.scores = scores;
  }

  /** Those of the bundled models. */
  public static Folds bundled() {
    try (InputStream in = Folds.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is missing from the class path");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a packed table of keys and scores. */
  public static Folds read(InputStream in) throws IOException {
    Map<String, double[]> scores = new HashMap<>();
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String[] cells = line.split("\t");
      double[] row = new double[cells.length - 1];
      for (int i = 0; i < row.length; i++) {
        row[i] = Double.parseDouble(cells[i + 1]);
      }
      scores.put(cells[0], row);
    }
    return new Folds(scores);
  }

  /** Whether the bundled models have learned from a pair. */
  public boolean known(Pair pair) {
    return scores.containsKey(key(pair));
  }

  /** Scores of a transformer that has not seen the pair's fold; the pair must be known. */
  public double[] scores(Pair pair) {
    return scores.get(key(pair)).clone();
  }

  /** The fold of a group of pairs, from 0. */
  public static int of(String group) {
    CRC32 sum = new CRC32();
    sum.update(group.getBytes(StandardCharsets.UTF_8));
    return (int) (sum.getValue() % COUNT);
  }

  /** Stands for a pair. */
  public static String key(Pair pair) {
    String whole = pair.text() + "\u0000" + pair.source() + "\u0000" + pair.target();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
