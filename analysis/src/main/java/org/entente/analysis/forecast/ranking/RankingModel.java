package org.entente.analysis.forecast.ranking;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.analysis.forecast.counts.Decays;
import org.entente.analysis.forecast.history.History;

/**
 * A trained ranker. Counters and rules are no part of it: they are rebuilt from a history in a
 * moment, see {@link Forecaster}. Never changed.
 */
public final class RankingModel {
  private static final String HEAD = "entente forecast model 1";

  /** Which kind of ranker. */
  public enum Kind {
    /** A weight for each feature; the default. */
    LINEAR,
    /** A small network over the same features. */
    MLP
  }

  private final Ranker ranker;

  RankingModel(Ranker ranker) {
    this.ranker = ranker;
  }

  Ranker ranker() {
    return ranker;
  }

  public Kind kind() {
    return ranker instanceof LogLinear ? Kind.LINEAR : Kind.MLP;
  }

  /**
   * Trains on the questions of some days, each from what was before it.
   *
   * @param from number of the first day
   * @param end number of the day after the last
   * @throws IllegalArgumentException if nothing can be learned from these days
   */
  public static RankingModel train(
      History history, int from, int end, Kind kind, long seed, Workers workers) {
    return train(new Walk(history, workers), from, end, kind, seed, workers);
  }

  static RankingModel train(Walk walk, int from, int end, Kind kind, long seed, Workers workers) {
    Sample sample = walk.sample(from, end, seed);
    if (sample.size() == 0) {
      throw new IllegalArgumentException(
          "nothing to learn from between day " + from + " and day " + end + " of the history");
    }
    Scale scale = Scale.of(sample);
    for (int q = 0; q < sample.size(); q++) {
      scale.apply(sample.get(q).features());
    }
    return new RankingModel(
        switch (kind) {
          case LINEAR -> LogLinear.fit(sample, scale, seed, workers);
          case MLP -> Perceptron.fit(sample, scale, seed, workers);
        });
  }

  /** Writes it as text: kind, half-lives, mean and spread of the features, weights. */
  public void save(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(HEAD + "\nkind " + kind() + "\nhalf-lives " + Decays.words() + "\n");
      numbers(out, "mean", ranker.scale().mean());
      numbers(out, "deviation", ranker.scale().deviation());
      numbers(out, "weights", ranker.weights());
    }
  }

  private static void numbers(Writer out, String name, float[] values) throws IOException {
    StringBuilder line = new StringBuilder(name);
    for (float value : values) {
      line.append(' ').append(value);
    }
    out.write(line.append('\n').toString());
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws IOException if it cannot be read or is no such model
   */
  public static RankingModel load(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      if (!HEAD.equals(in.readLine())) {
        throw new IOException(file + ": no forecast model of this version. Train one anew");
      }
      String kind = in.readLine();
      String halfLives = in.readLine();
      if (!("half-lives " + Decays.words()).equals(halfLives)) {
        throw new IOException(file + ": its half-lives are others. Train one anew");
      }
      boolean linear = "kind LINEAR".equals(kind);
      float[] mean = numbers(file, in, "mean", Features.COUNT);
      float[] deviation = numbers(file, in, "deviation", Features.COUNT);
      float[] weights =
          numbers(file, in, "weights", linear ? Features.COUNT : Perceptron.PARAMETERS);
      Scale scale = new Scale(mean, deviation);
      return new RankingModel(
          linear ? new LogLinear(scale, weights) : new Perceptron(scale, weights));
    }
  }

  private static float[] numbers(Path file, BufferedReader in, String name, int count)
      throws IOException {
    String line = in.readLine();
    String[] fields = line == null ? new String[0] : line.split(" ");
    if (fields.length != count + 1 || !fields[0].equals(name)) {
      throw new IOException(
          file + ": " + count + " numbers of '" + name + "' expected. Train one anew");
    }
    float[] values = new float[count];
    try {
      for (int i = 0; i < count; i++) {
        values[i] = Float.parseFloat(fields[i + 1]);
      }
    } catch (NumberFormatException e) {
      throw new IOException(file + ": a number of '" + name + "' is none. Train one anew", e);
    }
    return values;
  }
}
