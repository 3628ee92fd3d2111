package org.entente.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;
import org.entente.model.Document;
import scala.Tuple2;

/**
 * Codes one batch: reads its slices, spreads the documents by their ids, codes them, and writes the
 * results as they are; then makes the tables of these, by month, and hands the batch to the {@link
 * Ledger}. The second part does not code again if it fails and is tried anew.
 */
final class BatchRun {
  /** Bytes of input for a coding task, by default. */
  private static final long TASK = 4L << 20;

  private final SparkSession spark;
  private final JavaSparkContext context;
  private final Broadcast<SerializableConfiguration> configuration;
  private final Settings settings;
  private final String coder;
  private final int tasks;
  private final int attempts;
  private final Ledger ledger;

  /**
   * @param coder name of the driver's coder
   * @param tasks coding tasks of a batch, or 0 to choose by its size
   */
  BatchRun(
      SparkSession spark,
      Broadcast<SerializableConfiguration> configuration,
      Settings settings,
      String coder,
      int tasks,
      Ledger ledger) {
    this.spark = spark;
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.configuration = configuration;
    this.settings = settings;
    this.coder = coder;
    this.tasks = tasks;
    this.ledger = ledger;
    this.attempts =
        spark.sparkContext().isLocal()
            ? 1
            : spark.sparkContext().getConf().getInt("spark.task.maxFailures", 4);
  }

  Manifest run(int number, List<Slice> slices) throws IOException {
    long start = System.nanoTime();
    Counters counters = Counters.of(spark.sparkContext());
    Path staging = ledger.staging(number);
    String results = new Path(staging, "results").toString();
    spark
        .createDataFrame(coded(slices, counters), Columns.RESULT)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(results);
    Dataset<Row> read = spark.read().schema(Columns.RESULT).parquet(results);
    tables(read, staging);
    long documents = 0;
    long events = 0;
    long characters = 0;
    Map<String, Long> aside = new TreeMap<>();
    for (Row row : totals(read)) {
      if (row.isNullAt(0)) {
        documents = row.getLong(1);
        events = row.getLong(2);
        characters = row.getLong(3);
      } else {
        aside.put(row.getString(0), row.getLong(1));
      }
    }
    Manifest manifest =
        new Manifest(
            number,
            settings.fingerprint(coder),
            slices,
            documents,
            events,
            aside,
            characters,
            counters.skipped().value(),
            (System.nanoTime() - start) / 1_000_000 / 1e3,
            counters.milliseconds().value() / 1e3,
            ledger.moves(number));
    ledger.commit(manifest);
    return manifest;
  }

  private JavaRDD<Row> coded(List<Slice> slices, Counters counters) {
    int cores = Math.max(1, context.defaultParallelism());
    List<List<Slice>> groups = Plan.tasks(slices, cores, settings.sliceBytes());
    List<Tuple2<Integer, List<Slice>>> reading = new ArrayList<>();
    int first = 1;
    for (List<Slice> group : groups) {
      reading.add(new Tuple2<>(first, new ArrayList<>(group)));
      first += group.size();
    }
    Settings how = settings;
    int most = attempts;
    Broadcast<SerializableConfiguration> hadoop = configuration;
    JavaPairRDD<String, byte[]> items =
        context
            .parallelize(reading, reading.size())
            .mapPartitionsToPair(parts -> read(parts, how, hadoop.value().value(), most, counters));
    JavaPairRDD<String, byte[]> known = known();
    int seconds = settings.seconds();
    String name = coder;
    return (known == null ? items : items.union(known))
        .repartitionAndSortWithinPartitions(new Keys.ById(partitions(slices, cores)))
        .mapPartitions(
            sorted -> {
              Coder loaded = ExecutorCoder.of(how, name);
              Coding coding = new Coding(sorted, loaded::code, seconds, counters);
              TaskContext.get()
                  .addTaskCompletionListener((TaskCompletionListener) done -> coding.close());
              return coding;
            });
  }

  private int partitions(List<Slice> slices, int cores) {
    if (tasks > 0) {
      return tasks;
    }
    long bytes = 0;
    for (Slice slice : slices) {
      bytes +=
          slice.path().endsWith(".gz") && slice.format() != Format.WARC
              ? 3 * slice.length()
              : slice.length();
    }
    return (int) Math.min(20_000, Math.max(3L * cores, bytes / TASK));
  }

  private static Iterator<Tuple2<String, byte[]>> read(
      Iterator<Tuple2<Integer, List<Slice>>> parts,
      Settings settings,
      Configuration configuration,
      int attempts,
      Counters counters) {
    boolean last = TaskContext.get().attemptNumber() + 1 >= attempts;
    SliceReader reader = new SliceReader(settings, configuration, last, counters.skipped());
    Pulled<Tuple2<String, byte[]>> pulled =
        new Pulled<>(
            to -> {
              while (parts.hasNext()) {
                Tuple2<Integer, List<Slice>> part = parts.next();
                int number = part._1();
                for (Slice slice : part._2()) {
                  reader.read(slice, new Sender(number++, to));
                }
              }
            });
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) done -> pulled.close());
    return pulled;
  }

  /** Gives each document of a slice its key. */
  private static final class Sender implements Ingest.Sink {
    private final int slice;
    private final Consumer<Tuple2<String, byte[]>> to;
    private long number;

    Sender(int slice, Consumer<Tuple2<String, byte[]>> to) {
      this.slice = slice;
      this.to = to;
    }

    @Override
    public void document(Document document) {
      send(document.id(), new DocumentBytes.Read(document));
    }

    @Override
    public void aside(Aside aside) {
      send("", new DocumentBytes.SetAside(aside));
    }

    private void send(String id, DocumentBytes.Item item) {
      to.accept(new Tuple2<>(Keys.of(id, slice, number++), DocumentBytes.of(item)));
    }
  }

  /** The ids of earlier batches, or null if there are none. */
  private JavaPairRDD<String, byte[]> known() {
    if (ledger.batches().stream().allMatch(batch -> batch.documents() == 0)) {
      return null;
    }
    return spark
        .read()
        .parquet(ledger.table("documents").toString())
        .select("id", "origin", "text_hash")
        .javaRDD()
        .mapToPair(
            row ->
                new Tuple2<>(
                    Keys.of(row.getString(0), 0, 0),
                    DocumentBytes.of(
                        new DocumentBytes.Known(
                            row.getString(0), row.getString(1), row.getInt(2)))));
  }

  private void tables(Dataset<Row> results, Path staging) {
    Dataset<Row> coded = results.where(col("reason").isNull());
    coded
        .select(explode(col("events")).as("event"))
        .select("event.*")
        .hint("rebalance", col("month"))
        .sortWithinPartitions("month", "day", "id")
        .write()
        .partitionBy("month")
        .parquet(new Path(staging, "events").toString());
    List<Column> columns = new ArrayList<>(Columns.DOCUMENT.stream().map(c -> col(c)).toList());
    columns.add(size(col("events")).as("events"));
    coded
        .select(columns.toArray(Column[]::new))
        .hint("rebalance")
        .write()
        .parquet(new Path(staging, "documents").toString());
    results
        .where(col("reason").isNotNull())
        .select(Columns.ASIDE.stream().map(c -> col(c)).toArray(Column[]::new))
        .coalesce(1)
        .sortWithinPartitions("origin")
        .write()
        .json(new Path(staging, "aside").toString());
  }

  private static List<Row> totals(Dataset<Row> results) {
    return results
        .groupBy(col("reason"))
        .agg(
            count(lit(1)),
            sum(size(col("events")).cast("long")),
            sum(col("characters").cast("long")))
        .collectAsList();
  }
}
