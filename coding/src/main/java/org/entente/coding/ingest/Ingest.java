package org.entente.coding.ingest;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.model.Document;
import org.entente.model.TimeSpan;

/**
 * Takes texts in: the one class to start from.
 *
 * <pre>{@code
 * Ingest.read("news/", Ingest.Options.DEFAULT, sink);
 * }</pre>
 *
 * <p>The way of a text: {@link Inputs} finds the files, {@link Fetch} a URL; {@link Sniff} tells
 * what the bytes are; {@link Decoder} makes characters of them; {@link PlainText}, {@link Html} or
 * {@link Json} makes a {@link Draft} of blocks; {@link Kinds} says what each block is for; {@link
 * Assembly} makes the document; {@link Language} sets aside what is not English.
 *
 * <p>What cannot be taken in is told to the sink as an {@link Aside} and never stops the run.
 * Nothing is thrown but programming errors and what the sink itself throws.
 */
public final class Ingest {
  private Ingest() {}

  /** Takes what is read, in the order of the input, on the caller's thread. */
  public interface Sink {
    /** A document, ready to be coded. */
    void document(Document document);

    /** Something that could not be taken in. */
    void aside(Aside aside);

    /**
     * Called while reading, for progress.
     *
     * @param bytes read since the last call; the sum over a run comes to what {@link
     *     Ingest#measure} said, unless files change in between
     */
    default void progress(long bytes) {}
  }

  /**
   * How to read.
   *
   * @param date of publication, for every document; goes before any date that the documents give;
   *     null if the documents' own is to be taken
   * @param publisher for every document that names none itself, or null
   * @param charset of every file, or null to recognise it
   * @param allowPrivate whether URLs may lead to private and loopback addresses
   * @param checkLanguage whether texts that are not English are set aside
   * @param limits of size and time
   */
  public record Options(
      TimeSpan date,
      String publisher,
      Charset charset,
      boolean allowPrivate,
      boolean checkLanguage,
      Limits limits) {
    /** No date, no publisher, charset recognised, public addresses only, English only. */
    public static final Options DEFAULT =
        new Options(null, null, null, false, true, Limits.DEFAULT);

    public Options {
      limits = limits == null ? Limits.DEFAULT : limits;
      publisher = publisher == null || publisher.isBlank() ? null : publisher.strip();
    }

    public Options withDate(TimeSpan value) {
      return new Options(value, publisher, charset, allowPrivate, checkLanguage, limits);
    }

    public Options withPublisher(String value) {
      return new Options(date, value, charset, allowPrivate, checkLanguage, limits);
    }

    public Options withCharset(Charset value) {
      return new Options(date, publisher, value, allowPrivate, checkLanguage, limits);
    }

    public Options withAllowPrivate(boolean value) {
      return new Options(date, publisher, charset, value, checkLanguage, limits);
    }

    public Options withCheckLanguage(boolean value) {
      return new Options(date, publisher, charset, allowPrivate, value, limits);
    }

    public Options withLimits(Limits value) {
      return new Options(date, publisher, charset, allowPrivate, checkLanguage, value);
    }
  }

  /**
   * Where reading gives up.
   *
   * @param documentBytes most bytes of one document, after decompression; above 0
   * @param redirects most redirects of a URL
   * @param connect longest wait for a connection
   * @param total longest time for a URL, redirects and all
   * @param layout longest time to look for the article in a page before simpler rules take over
   */
  public record Limits(
      int documentBytes, int redirects, Duration connect, Duration total, Duration layout) {
    /** 20 MB, 5 redirects, 10 s to connect, 30 s in all, 5 s for the layout of a page. */
    public static final Limits DEFAULT =
        new Limits(
            20_000_000, 5, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(5));

    public Limits {
      if (documentBytes <= 0 || redirects < 0) {
        throw new IllegalArgumentException(
            "limits: bytes must be above 0 and redirects at least 0, but are "
                + documentBytes
                + " and "
                + redirects);
      }
    }
  }

  /**
   * What is known of a stream before its first byte; empty or null where nothing is.
   *
   * @param origin what to call it in documents and messages
   * @param ending of the file's name in lower case, without {@code .gz}: {@code jsonl}
   * @param type media type that a server told, in lower case: {@code text/html}
   * @param charset that a server told
   * @param url that it was fetched from
   */
  public record Source(String origin, String ending, String type, Charset charset, String url) {
    public Source {
      ending = ending == null ? "" : ending;
      type = type == null ? "" : type;
    }

    /** A file; its ending tells what is in it. */
    public static Source file(String name) {
      return new Source(name, Inputs.ending(name), "", null, null);
    }

    /**
     * A server's answer.
     *
     * @param contentType the header as it came, {@code text/html; charset=utf-8}, or null
     */
    public static Source response(String origin, String url, String contentType) {
      String header = contentType == null ? "" : contentType;
      String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
      return response(origin, url, type, Fetch.charset(header));
    }

    static Source response(String origin, String url, String type, Charset charset) {
      boolean vague = type.isEmpty() || type.contains("octet-stream") || type.contains("gzip");
      String path = url.replaceFirst("[?#].*", "").replaceFirst("^[a-z]+://[^/]*", "");
      return new Source(origin, vague ? Inputs.ending(path) : "", type, charset, url);
    }
  }

  /**
   * How much there is to read.
   *
   * @param files documents or collections of documents (JSON Lines), URLs and standard input too
   * @param bytes on disk, compressed files as they are; 0 for URLs and standard input
   * @param complete whether {@code bytes} counts everything: false with a URL or standard input
   */
  public record Measure(long files, long bytes, boolean complete) {}

  /**
   * Counts what there is to read, without opening a file.
   *
   * @param inputs as {@link #read} takes them
   */
  public static Measure measure(List<String> inputs) {
    return Inputs.measure(inputs);
  }

  /**
   * The single inputs that these stand for, in the order in which {@link #read} would take them: a
   * folder's files in the order of their names, sub-folders in their place; the rest as it is.
   *
   * @param inputs as {@link #read} takes them
   * @param sink told of what a folder holds besides documents
   */
  public static List<String> expand(List<String> inputs, Sink sink) {
    List<String> found = new ArrayList<>();
    for (String input : inputs) {
      Inputs.expand(input, sink, found::add);
    }
    return found;
  }

  /**
   * Reads one input.
   *
   * @param input a file (plain text, HTML, JSON, JSON Lines; each may be gzipped), a folder that is
   *     read with all below it, a URL (http or https), or {@code -} for standard input
   * @param options how
   * @param sink takes the documents
   */
  public static void read(String input, Options options, Sink sink) {
    Reading reading = new Reading(options, sink);
    if (input.equals("-")) {
      reading.stream(System.in, new Source("-", "", "", null, null));
    } else if (Inputs.isUrl(input)) {
      reading.url(input);
    } else {
      Inputs.expand(input, sink, reading::file);
    }
  }

  /** Reads one input after the other, as {@link #read(String, Options, Sink)} does. */
  public static void read(List<String> inputs, Options options, Sink sink) {
    inputs.forEach(input -> read(input, options, sink));
  }

  /**
   * Reads a stream; what it holds is told by its first bytes. Does not close it.
   *
   * @param in the bytes
   * @param origin what to call it in documents and messages
   * @param options how
   * @param sink takes the documents
   */
  public static void read(InputStream in, String origin, Options options, Sink sink) {
    read(in, new Source(origin, "", "", null, null), options, sink);
  }

  /**
   * Reads a stream of which more is known than its bytes tell. Does not close it.
   *
   * @param in the bytes; may be gzipped
   * @param source what is known of it
   * @param options how
   * @param sink takes the documents
   */
  public static void read(InputStream in, Source source, Options options, Sink sink) {
    new Reading(options, sink).stream(in, source);
  }

  /**
   * Reads single lines of JSON Lines, for those who cut the lines themselves.
   *
   * <pre>{@code
   * Ingest.Lines lines = Ingest.lines(options, sink);
   * lines.read(bytes, "news.jsonl:3");
   * }</pre>
   */
  public static Lines lines(Options options, Sink sink) {
    return new Lines(new Reading(options, sink));
  }

  /** Reads lines one by one; not for several threads. */
  public static final class Lines {
    private final Reading reading;
    private final Json json;

    private Lines(Reading reading) {
      this.reading = reading;
      this.json = new Json(reading, "", "jsonl", reading.options.charset());
    }

    /**
     * @param line without its end; null for one that is longer than {@link Limits#documentBytes}
     * @param origin file and line
     */
    public void read(byte[] line, String origin) {
      reading.line(json, line, origin);
    }
  }

  /**
   * Reads a text of which something is known.
   *
   * @param known goes before what the text says of itself
   * @param text plain, or with HTML's tags
   * @param options how
   * @param sink takes the document
   */
  public static void read(Known known, String text, Options options, Sink sink) {
    new Reading(options, sink).text(known, text);
  }

  /**
   * Reads a page that was fetched with {@link Fetch#ask}, of which something is known.
   *
   * @param known goes before what the page says of itself
   * @param page with a body, compressed with gzip or not at all
   * @param options how
   * @param sink takes the document
   */
  public static void read(Known known, Fetch.Answer page, Options options, Sink sink) {
    new Reading(options, sink).page(known, page);
  }
}
