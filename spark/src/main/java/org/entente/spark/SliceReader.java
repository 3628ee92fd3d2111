package org.entente.spark;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.util.LongAccumulator;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;

/** Reads the documents of a slice, all by {@link Ingest}, as {@code entente code} does. */
final class SliceReader {
  static {
    // it prints whole pages that it finds odd, and does without what it complains of
    Configurator.setLevel("net.dankito.readability4j", Level.OFF);
  }

  private final Ingest.Options options;
  private final ParquetColumns columns;
  private final Configuration configuration;
  private final boolean last;
  private final LongAccumulator skipped;

  /**
   * @param last whether this is the last attempt: what the file system fails on is then set aside,
   *     and until then thrown, so that Spark tries again
   * @param skipped counts what is no page in Web archives
   */
  SliceReader(
      Settings settings, Configuration configuration, boolean last, LongAccumulator skipped) {
    this.options = settings.ingest();
    this.columns = settings.columns();
    this.configuration = configuration;
    this.last = last;
    this.skipped = skipped;
  }

  void read(Slice slice, Ingest.Sink sink) throws IOException {
    try {
      switch (slice.format()) {
        case PARQUET -> parquet(slice, sink);
        case WARC ->
            stream(slice, in -> new WarcPages(slice.origin(), options, skipped).read(in, sink));
        case JSONL -> lines(slice, sink);
        default ->
            stream(slice, in -> Ingest.read(in, Ingest.Source.file(slice.origin()), options, sink));
      }
    } catch (IOException e) {
      if (!last) {
        throw e;
      }
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      sink.aside(new Aside(slice.origin(), Aside.Reason.UNREADABLE, "cannot be read: " + message));
    }
  }

  private void lines(Slice slice, Ingest.Sink sink) throws IOException {
    if (slice.whole()) {
      Ingest.Source source = new Ingest.Source(slice.origin(), "jsonl", "", null, null);
      stream(slice, in -> Ingest.read(in, source, options, sink));
      return;
    }
    Ingest.Lines lines = Ingest.lines(options, sink);
    try (LineSlice cut = LineSlice.open(slice, options.limits().documentBytes(), configuration)) {
      long number = slice.before();
      while (cut.next()) {
        lines.read(cut.line(), slice.origin() + ":" + ++number);
      }
    }
  }

  private void parquet(Slice slice, Ingest.Sink sink) throws IOException {
    Ingest.Lines lines = Ingest.lines(options.withCharset(StandardCharsets.UTF_8), sink);
    try {
      new ParquetRows(slice, columns, configuration).read(lines);
    } catch (RuntimeException e) {
      // how Parquet tells that a file is broken
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      sink.aside(
          new Aside(slice.origin(), Aside.Reason.BROKEN, "cannot be read as Parquet: " + message));
    }
  }

  private interface Use {
    void read(InputStream in) throws IOException;
  }

  private void stream(Slice slice, Use use) throws IOException {
    Path path = new Path(slice.path());
    FileSystem files = path.getFileSystem(configuration);
    try (FSDataInputStream raw = files.open(path)) {
      Watched watched = new Watched(raw);
      use.read(new BufferedInputStream(watched, 1 << 16));
      if (watched.failure != null && !last) {
        throw watched.failure;
      }
    }
  }

  /** Remembers what the file system failed on, which {@link Ingest} takes for a broken file. */
  private static final class Watched extends FilterInputStream {
    private IOException failure;

    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
