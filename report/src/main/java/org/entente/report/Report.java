package org.entente.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.model.Document;
import org.entente.model.Event;

/**
 * Writes coded documents in one of four formats.
 *
 * <pre>{@code
 * try (Report report = Report.to(out, Format.TABLE, Options.PLAIN)) {
 *   report.add(new Coded(document, events));
 * }
 * }</pre>
 *
 * <p>{@link Format#TABLE}, {@link Format#JSONL} and {@link Format#CSV} are written as documents are
 * added and hold nothing back; {@link Format#HTML} is one page, written on {@link #close()}. The
 * same documents give the same characters. The output is to be encoded as UTF-8. Not thread-safe.
 */
public final class Report implements Closeable {
  /** What to write. */
  public enum Format {
    /** For a terminal. */
    TABLE,
    /** One event a line, as JSON: the model's record, dates in ISO 8601. */
    JSONL,
    /** RFC 4180, with a header; one row an event. */
    CSV,
    /** One self-contained page. */
    HTML;

    /**
     * The format of that name, in any case.
     *
     * @throws IllegalArgumentException with the names there are, if there is none
     */
    public static Format of(String name) {
      for (Format format : values()) {
        if (format.name().equalsIgnoreCase(name)) {
          return format;
        }
      }
      throw new IllegalArgumentException(
          "no format '"
              + name
              + "'; there are "
              + Arrays.stream(values())
                  .map(format -> format.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(", ")));
    }
  }

  /**
   * A document and what was found in it.
   *
   * @param document the document
   * @param events its events, in the order in which they are to be shown; may be empty
   */
  public record Coded(Document document, List<Event> events) {
    public Coded {
      events = List.copyOf(events);
    }
  }

  /**
   * How tables look.
   *
   * @param width columns of the terminal; no line is longer. At least 40
   * @param colour whether to use ANSI colours; not for pipes
   */
  public record Options(int width, boolean colour) {
    /** 100 columns without colour. */
    public static final Options PLAIN = new Options(100, false);

    public Options {
      if (width < 40) {
        throw new IllegalArgumentException("a table needs 40 columns, not " + width);
      }
    }
  }

  /** What one format does. */
  interface Sink {
    void add(Coded coded) throws IOException;

    void close() throws IOException;
  }

  private final Sink sink;
  private boolean closed;

  private Report(Sink sink) {
    this.sink = sink;
  }

  /**
   * A report to be filled.
   *
   * @param out where it goes; not closed
   */
  public static Report to(Appendable out, Format format, Options options) {
    return new Report(
        switch (format) {
          case TABLE -> new TableSink(out, options);
          case JSONL -> new JsonlSink(out);
          case CSV -> new CsvSink(out);
          case HTML -> new HtmlSink(out);
        });
  }

  /** The whole report as a string. */
  public static String of(List<Coded> coded, Format format, Options options) {
    StringBuilder out = new StringBuilder();
    try (Report report = to(out, format, options)) {
      for (Coded one : coded) {
        report.add(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** Adds a document; one without events too. */
  public void add(Coded coded) throws IOException {
    if (closed) {
      throw new IOException("the report is closed");
    }
    sink.add(coded);
  }

  /** Writes what is left: totals, or the page. Does not close what it writes to. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      sink.close();
    }
  }
}
