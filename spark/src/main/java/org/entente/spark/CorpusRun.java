package org.entente.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Codes a corpus: the one class to start from.
 *
 * <pre>{@code
 * new CorpusRun(spark, Settings.DEFAULT).code(List.of("s3a://news/2015/"), "s3a://events/2015");
 * }</pre>
 *
 * <p>The output folder gets {@code events} (Parquet, by month), {@code documents} (Parquet), {@code
 * aside} (JSON Lines) and {@code _entente}: a manifest for each batch, and {@code summary.json}.
 * What the folder has already is not coded again. One run at a time may write to it.
 */
public final class CorpusRun {
  private final SparkSession spark;
  private final Settings settings;
  private Format format = Format.AUTO;
  private long batchBytes = 1L << 30;
  private int tasks;
  private boolean recode;
  private Consumer<String> progress = line -> {};

  public CorpusRun(SparkSession spark, Settings settings) {
    this.spark = spark;
    this.settings = settings;
  }

  /** What all files hold; else told by their names. */
  public CorpusRun format(Format value) {
    format = value;
    return this;
  }

  /**
   * @param value bytes of input in a batch, about; above 0
   */
  public CorpusRun batchBytes(long value) {
    if (value < 1) {
      throw new IllegalArgumentException("--batch-bytes: above 0, not " + value);
    }
    batchBytes = value;
    return this;
  }

  /**
   * @param value coding tasks in a batch, or 0 to choose by its size
   */
  public CorpusRun tasks(int value) {
    tasks = value;
    return this;
  }

  /** Whether what the output has is thrown away first, if it was coded otherwise. */
  public CorpusRun recode(boolean value) {
    recode = value;
    return this;
  }

  /** Takes a line for a person on how far it is. */
  public CorpusRun progress(Consumer<String> value) {
    progress = value;
    return this;
  }

  /**
   * Codes what the output does not have yet.
   *
   * @param inputs files, folders or patterns on any file system that Hadoop knows
   * @param out folder
   * @throws IOException if an input is missing, or the output cannot be written or was coded
   *     otherwise
   */
  public Summary code(List<String> inputs, String out) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> configuration =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    FileList files = FileList.of(inputs, format, context.hadoopConfiguration());
    if (!files.unsupported().isEmpty()) {
      progress.accept(
          "not read, as their endings say that they are no documents: "
              + files.unsupported().size()
              + ", "
              + files.unsupported().get(0)
              + " for one");
    }
    String coder = settings.load().name();
    Ledger ledger = Ledger.open(out, context.hadoopConfiguration());
    check(ledger, out, coder);
    List<Slice> slices = Plan.slices(files, settings, context, configuration);
    for (Manifest changed : Plan.changed(ledger.batches(), slices)) {
      progress.accept("batch " + changed.batch() + " is coded again: a file of it has changed");
      ledger.drop(changed);
    }
    int known = ledger.batches().size();
    List<List<Slice>> batches = Plan.batches(slices, ledger.batches(), batchBytes);
    if (known > 0) {
      progress.accept(known + " batches are there already, " + batches.size() + " to code");
    }
    BatchRun run = new BatchRun(spark, configuration, settings, coder, tasks, ledger);
    int done = 0;
    for (List<Slice> batch : batches) {
      Manifest manifest = run.run(ledger.next(), batch);
      progress.accept(told(manifest, ++done, batches.size()));
      ledger.write("summary.json", summary(coder, ledger, known, files));
    }
    Summary summary = summary(coder, ledger, known, files);
    ledger.write("summary.json", summary);
    return summary;
  }

  private static Summary summary(String coder, Ledger ledger, int known, FileList files) {
    return Summary.of(coder, ledger.batches(), known, files.unsupported().size());
  }

  /** Refuses an output that was coded otherwise, or empties it if that is asked for. */
  private void check(Ledger ledger, String out, String coder) throws IOException {
    Map<String, String> now = settings.fingerprint(coder);
    for (Manifest manifest : new ArrayList<>(ledger.batches())) {
      if (manifest.settings().equals(now)) {
        continue;
      }
      if (!recode) {
        throw new IOException(
            out
                + " was coded with another "
                + differences(manifest.settings(), now)
                + "; name another folder with --out, or code all again with --recode");
      }
      progress.accept("batch " + manifest.batch() + " is coded again, as --recode says");
      ledger.drop(manifest);
    }
  }

  private static String differences(Map<String, String> then, Map<String, String> now) {
    List<String> all = new ArrayList<>();
    now.forEach(
        (name, value) -> {
          if (!value.equals(then.get(name))) {
            all.add(name + " (" + then.get(name) + ", now " + value + ")");
          }
        });
    return String.join(", ", all);
  }

  private static String told(Manifest batch, int number, int of) {
    long aside = batch.aside().values().stream().mapToLong(Long::longValue).sum();
    return "batch %d of %d: %,d documents, %,d events, %,d set aside, %.0f documents a second"
        .formatted(
            number,
            of,
            batch.documents(),
            batch.events(),
            aside,
            batch.documents() / Math.max(0.001, batch.seconds()));
  }
}
