package org.entente.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.entente.coding.Coder;
import org.entente.coding.relation.Tier;
import org.entente.knowledge.table.KnowledgeException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entente spark}, and the main class for {@code spark-submit}. */
@Command(
    name = "entente spark",
    description =
        "Codes a corpus of any size on Apache Spark: documents on any Hadoop file system to"
            + " events as Parquet, by month. What the output has already is not coded again.",
    mixinStandardHelpOptions = true,
    version = "entente " + Coder.VERSION,
    footer = {
      "",
      "Example: entente spark news/ --out events",
      "         spark-submit --class org.entente.spark.Main entente-spark.jar s3a://news/2015-* \\",
      "           --out s3a://events/2015",
      "The output has the folders events, documents, aside and _entente; docs/scale.md has more.",
      "Exit: 0 done, 1 nothing could be done, 2 wrong use."
    })
public final class Main implements Callable<Integer> {
  /** Spark's own voice: warnings alone. */
  private static final String LOGGING = "log4j2.configurationFile";

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description =
          "Files, folders or patterns, on any file system that Hadoop knows; gzipped ones too.")
  List<String> inputs;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write to.")
  String out;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "auto",
      description =
          "text (a document a file, HTML too), jsonl, parquet, warc, or auto: by each file's"
              + " ending. Default: ${DEFAULT-VALUE}.")
  Format format;

  @Option(
      names = "--columns",
      paramLabel = "NAME=COLUMN,…",
      description =
          "Columns of Parquet files where they are not id, title, text, published, publisher and"
              + " url: text=body,published=date")
  String columns;

  @Option(
      names = "--model",
      paramLabel = "M",
      defaultValue = "fast",
      description =
          "fast: lexicon and linear model; deep: a small transformer too. Default:"
              + " ${DEFAULT-VALUE}.")
  Tier model;

  @Option(
      names = "--knowledge",
      paramLabel = "DIR",
      description = "Use the knowledge files of this folder, which every machine must have.")
  String knowledge;

  @Option(
      names = "--knowledge-mode",
      paramLabel = "M",
      defaultValue = "alone",
      description =
          "alone: instead of the knowledge that comes with Entente; over: laid over it. Default:"
              + " ${DEFAULT-VALUE}.")
  Mode mode;

  enum Mode {
    ALONE,
    OVER
  }

  @Option(
      names = "--date",
      paramLabel = "D",
      description = "Date of publication of all documents. Goes before any date in them.")
  String date;

  @Option(
      names = "--publisher",
      paramLabel = "NAME",
      description = "Publisher of texts that name none.")
  String publisher;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "Encoding of the files; else recognised.")
  String charset;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark's master. Default: that of spark-submit, else local[*].")
  String master;

  @Option(
      names = "--batch-bytes",
      paramLabel = "N",
      description = "Input of a batch, committed together: 512m, 4g. Default: 1g.")
  String batchBytes = "1g";

  @Option(
      names = "--slice-bytes",
      paramLabel = "N",
      description =
          "Large JSON Lines and Parquet files are cut into slices of that size."
              + " Default: 128m.")
  String sliceBytes = "128m";

  @Option(
      names = "--document-bytes",
      paramLabel = "N",
      description = "Larger documents are set aside. Default: 20 MB, as entente code has it.")
  String documentBytes = "20000000";

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "600",
      description =
          "A document that the coder needs longer for is set aside. Default: ${DEFAULT-VALUE}.")
  int seconds;

  @Option(
      names = "--tasks",
      paramLabel = "N",
      defaultValue = "0",
      description = "Coding tasks of a batch. Default: by its size.")
  int tasks;

  @Option(
      names = "--recode",
      description =
          "Where the output was coded by another version or with other options: code all again."
              + " Without it, that is refused.")
  boolean recode;

  private Main() {}

  public static void main(String[] args) {
    if (System.getProperty(LOGGING) == null && System.getProperty("SPARK_SUBMIT") == null) {
      System.setProperty(LOGGING, "classpath:org/entente/spark/quiet.properties");
    }
    int code = commandLine().execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setExecutionExceptionHandler(Main::failed);
    return line;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings =
        new Settings(
            model,
            knowledge,
            mode == Mode.OVER,
            date,
            publisher,
            charset,
            Math.toIntExact(bytes("--document-bytes", documentBytes)),
            seconds,
            ParquetColumns.of(columns),
            bytes("--slice-bytes", sliceBytes));
    settings.ingest(); // tells what is wrong with a date or a charset before Spark starts
    PrintWriter err = spec.commandLine().getErr();
    boolean here = SparkSession.getActiveSession().isEmpty();
    SparkSession spark = session();
    try {
      Summary summary =
          new CorpusRun(spark, settings)
              .format(format)
              .batchBytes(bytes("--batch-bytes", batchBytes))
              .tasks(tasks)
              .recode(recode)
              .progress(
                  line -> {
                    err.println(line);
                    err.flush();
                  })
              .code(inputs, out);
      PrintWriter to = spec.commandLine().getOut();
      to.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(summary));
      to.flush();
      return 0;
    } finally {
      if (here) {
        spark.stop();
      }
    }
  }

  private SparkSession session() {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("entente")
            .config("spark.log.level", "WARN")
            .config("spark.sql.debug.maxToStringFields", "100")
            .config("spark.sql.datetime.java8API.enabled", "true");
    String where = master != null ? master : System.getProperty("spark.master");
    if (where == null) {
      where = "local[*]";
    }
    builder = builder.master(where);
    if (where.startsWith("local")) {
      builder =
          builder.config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "16");
    }
    if (where.startsWith("local-cluster")) {
      builder =
          builder.config("spark.executor.extraClassPath", System.getProperty("java.class.path"));
    }
    return builder.getOrCreate();
  }

  /** {@code 512m} in bytes. */
  static long bytes(String option, String text) {
    String low = text.strip().toLowerCase(Locale.ROOT);
    int shift = low.isEmpty() ? -1 : "kmgt".indexOf(low.charAt(low.length() - 1));
    try {
      long number = Long.parseLong(shift < 0 ? low : low.substring(0, low.length() - 1).strip());
      return Math.multiplyExact(number, 1L << 10 * (shift + 1));
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException(
          option + ": '" + text + "' is no number of bytes; write 512m or 4g", e);
    }
  }

  /** What went wrong and what to do; with a stack trace if {@code ENTENTE_TRACE} is set. */
  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    boolean expected =
        e instanceof IOException
            || e instanceof UncheckedIOException
            || e instanceof KnowledgeException
            || e instanceof IllegalArgumentException;
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    line.getErr().println("entente: " + (expected ? message : "Spark failed: " + e));
    if (System.getenv("ENTENTE_TRACE") != null) {
      e.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return e instanceof IllegalArgumentException ? 2 : 1;
  }
}
