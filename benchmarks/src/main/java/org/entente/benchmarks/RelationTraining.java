package org.entente.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.entente.coding.Coder;
import org.entente.coding.relation.Calibration;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.DetectorTraining;
import org.entente.coding.relation.LinearTrainer;
import org.entente.coding.relation.LinearTrainer.Example;
import org.entente.coding.relation.PairReading;
import org.entente.coding.relation.Relation;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Settings;
import org.entente.coding.relation.Tier;
import org.entente.coding.syntax.EnglishParser;
import org.entente.evaluation.CrossValidation;
import org.entente.evaluation.EventCalibration;
import org.entente.evaluation.Folds;
import org.entente.evaluation.GoldPairs;
import org.entente.evaluation.GoldPairs.GoldPair;
import org.entente.knowledge.Knowledge;

/**
 * Trains what decides on relations. {@code cores} writes what {@code training/finetune.py} reads;
 * {@code train} takes what that has written and makes the files that Entente runs with.
 */
public final class RelationTraining {
  private static final Path MODEL =
      Path.of("coding/src/main/resources/org/entente/coding/relation");
  private static final Path EVALUATION =
      Path.of("evaluation/src/main/resources/org/entente/evaluation");

  private RelationTraining() {}

  /**
   * @param args {@code cores GOLD OUT}, or {@code train GOLD FOLDER [SHARE [UNSURE]]}, or, when the
   *     models are built in, {@code calibrate RECORDS}
   */
  public static void main(String[] args) throws IOException {
    if (args[0].equals("calibrate")) {
      calibrate(Path.of(args[1]));
      return;
    }
    List<GoldPair> gold = GoldPairs.read(Path.of(args[1]));
    Settings plain =
        Settings.plain(
            args.length > 3 ? Double.parseDouble(args[3]) : 0.4,
            args.length > 4 ? Double.parseDouble(args[4]) : 0.98);
    Relations relations =
        new Relations(Knowledge.bundled(), EnglishParser.shared(), null, null, () -> plain);
    if (args[0].equals("cores")) {
      cores(relations, gold, Path.of(args[2]));
    } else {
      train(relations, gold, Path.of(args[2]), plain);
    }
  }

  private static void cores(Relations relations, List<GoldPair> gold, Path out) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      for (boolean own : new boolean[] {false, true}) {
        for (GoldPair pair : own ? GoldPairs.own() : gold) {
          PairReading reading = relations.read(pair.pair());
          String types =
              CrossValidation.types(pair, reading).stream()
                  .sorted()
                  .map(Enum::name)
                  .collect(Collectors.joining("|"));
          String core = reading.core();
          writer.write(
              String.join("\t", pair.id(), own ? "own" : "gold", types, pair.group(), core));
          writer.newLine();
        }
      }
    }
  }

  private static void train(Relations relations, List<GoldPair> gold, Path folder, Settings plain)
      throws IOException {
    folds(gold, folder.resolve("folds.tsv"));
    if (Files.exists(folder.resolve("deep.onnx"))) {
      Files.write(MODEL.resolve("deep.onnx"), Files.readAllBytes(folder.resolve("deep.onnx")));
    }
    CrossValidation validation;
    try (InputStream in = Files.newInputStream(EVALUATION.resolve("folds.tsv.gz"))) {
      validation = new CrossValidation(relations, Folds.read(in));
    }
    List<GoldPair> own = GoldPairs.own();
    List<PairReading> readings = validation.read(gold);
    List<Example> examples = new ArrayList<>(CrossValidation.examples(gold, readings, 1));
    examples.addAll(CrossValidation.examples(own, validation.read(own), CrossValidation.OWN));
    try (OutputStream out = Files.newOutputStream(MODEL.resolve("fast.tsv.gz"))) {
      LinearTrainer.standard().train(examples, CrossValidation.SEED).write(out);
    }
    DetectorTraining detector = new DetectorTraining(Knowledge.bundled(), EnglishParser.shared());
    gold.forEach(pair -> detector.add(pair.pair(), pair.types()));
    own.forEach(pair -> detector.add(pair.pair(), pair.types()));
    try (OutputStream out = Files.newOutputStream(MODEL.resolve("detector.tsv.gz"))) {
      detector.train(CrossValidation.SEED).write(out);
    }
    StringBuilder settings = new StringBuilder();
    settings.append(
        "# Fitted by cross-validation on the gold pairs; written by entente-tools train.\n");
    settings.append(String.format(Locale.ROOT, "deep.share = %.2f%n", plain.share()));
    settings.append(String.format(Locale.ROOT, "deep.unsure = %.3f%n", plain.unsure()));
    for (Tier tier : Tier.values()) {
      List<Relation> raw = validation.raw(gold, own, tier, Convention.PLV);
      Calibration curve = CrossValidation.calibration(gold, raw, IntStream.range(0, gold.size()));
      String name = tier.name().toLowerCase(Locale.ROOT);
      settings.append(curve(name, curve));
      long right =
          IntStream.range(0, raw.size())
              .filter(i -> CrossValidation.right(gold.get(i), raw.get(i)))
              .count();
      System.out.printf(Locale.ROOT, "%s: %.3f right%n", name, right / (double) raw.size());
    }
    for (Tier tier : Tier.values()) {
      settings.append(curve("events." + tier.name().toLowerCase(Locale.ROOT), Calibration.NONE));
    }
    Files.writeString(MODEL.resolve("relation.properties"), settings);
  }

  /** Fits the curves of events anew, on top of those that the models are built with. */
  private static void calibrate(Path records) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(MODEL.resolve("relation.properties")));
    lines.removeIf(line -> line.startsWith("events."));
    StringBuilder settings = new StringBuilder();
    lines.forEach(line -> settings.append(line).append('\n'));
    for (Tier tier : Tier.values()) {
      Coder coder = new Coder(Knowledge.bundled(), EnglishParser.shared(), tier);
      Calibration now = Settings.bundled().events().get(tier);
      Calibration curve = now.then(EventCalibration.of(records, coder));
      settings.append(curve("events." + tier.name().toLowerCase(Locale.ROOT), curve));
    }
    Files.writeString(MODEL.resolve("relation.properties"), settings);
  }

  private static String curve(String name, Calibration curve) {
    return String.format(
        Locale.ROOT,
        "%s.slope = %.4f\n%s.shift = %.4f\n",
        name,
        curve.slope(),
        name,
        curve.shift());
  }

  /** Out-of-fold scores under hashes of their pairs. */
  private static void folds(List<GoldPair> gold, Path file) throws IOException {
    Map<String, String> byId =
        Files.readAllLines(file).stream()
            .skip(1)
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf('\t')),
                    line -> line.substring(line.indexOf('\t'))));
    try (Writer writer =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(EVALUATION.resolve("folds.tsv.gz"))),
            StandardCharsets.US_ASCII)) {
      for (GoldPair pair : gold) {
        String scores = byId.get(pair.id());
        if (scores == null) {
          throw new IOException(file + " has no row for " + pair.id());
        }
        writer.write(Folds.key(pair.pair()) + scores + "\n");
      }
    }
  }
}
