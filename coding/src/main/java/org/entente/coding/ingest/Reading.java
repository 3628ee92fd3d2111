package org.entente.coding.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.entente.model.Document;
import org.jsoup.parser.Parser;

/** One reading: options and sink, and the way from bytes to documents. */
final class Reading {
  private static final long STEP = 1 << 18;

  final Ingest.Options options;
  final Ingest.Sink sink;

  Reading(Ingest.Options options, Ingest.Sink sink) {
    this.options = options;
    this.sink = sink;
  }

  void file(String name) {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      sink.aside(new Aside(name, Aside.Reason.UNREADABLE, "not a path: " + e.getReason()));
      return;
    }
    long size = 0;
    Counted counted = null;
    try {
      size = Files.isRegularFile(path) ? Files.size(path) : 0;
      counted = new Counted(Files.newInputStream(path));
    } catch (IOException e) {
      sink.aside(Inputs.unreadable(path, e));
    }
    if (counted != null) {
      try (InputStream in = counted) {
        source(in, Ingest.Source.file(name), draft -> {});
      } catch (IOException e) {
        // closing what was read
      }
      counted.tell();
      size -= counted.told;
    }
    if (size > 0) {
      sink.progress(size);
    }
  }

  void url(String url) {
    Fetch.Answer fetched;
    try {
      fetched = Fetch.get(url, options);
    } catch (Trouble e) {
      sink.aside(e.at(url));
      return;
    }
    page(url, fetched, draft -> {});
  }

  /** Reads a page of which something is known. */
  void page(Known known, Fetch.Answer fetched) {
    page(known.origin(), fetched, known::fill);
  }

  /** Reads a text, plain or with HTML's tags, of which something is known. */
  void text(Known known, String text) {
    Draft draft = new Draft(known.origin());
    known.fill(draft);
    try {
      if (text.length() > options.limits().documentBytes()) {
        throw Trouble.tooLarge(options.limits().documentBytes());
      }
      if (Sniff.hasTags(text)) {
        Html.field(text, draft, options.limits());
      } else {
        draft.blocks.addAll(PlainText.blocks(Parser.unescapeEntities(text, false)));
      }
    } catch (Trouble e) {
      sink.aside(e.at(known.origin()));
      return;
    } catch (StackOverflowError | RuntimeException e) {
      sink.aside(failed(known.origin(), e));
      return;
    }
    try {
      take(draft);
    } catch (SinkFailure e) {
      throw e.thrown();
    }
  }

  private void page(String origin, Fetch.Answer fetched, Consumer<Draft> known) {
    Counted in = new Counted(new ByteArrayInputStream(fetched.body()));
    source(
        in,
        Ingest.Source.response(origin, fetched.url().toString(), fetched.type(), fetched.charset()),
        known);
    in.tell();
  }

  void stream(InputStream in, Ingest.Source source) {
    Counted counted = new Counted(in);
    source(counted, source, draft -> {});
    counted.tell();
  }

  /** A line of JSON Lines. */
  void line(Json json, byte[] line, String place) {
    try {
      json.line(line, place);
    } catch (SinkFailure e) {
      throw e.thrown();
    }
  }

  private void source(InputStream raw, Ingest.Source source, Consumer<Draft> known) {
    try {
      Draft draft = draft(raw, source, known);
      if (draft != null) {
        take(draft);
      }
    } catch (Trouble e) {
      sink.aside(e.at(source.origin()));
    } catch (IOException e) {
      sink.aside(broken(source.origin(), e));
    } catch (SinkFailure e) {
      throw e.thrown();
    } catch (StackOverflowError | RuntimeException e) {
      sink.aside(failed(source.origin(), e));
    }
  }

  /** Makes the draft of a single document; of a collection hands on all documents, giving null. */
  private Draft draft(InputStream raw, Ingest.Source source, Consumer<Draft> known)
      throws IOException, Trouble {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    byte[] head = peek(in);
    if (Sniff.gzip(head, head.length)) {
      in = new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16);
      head = peek(in);
    }
    if (head.length == 0) {
      throw new Trouble(Aside.Reason.EMPTY, "an empty file");
    }
    Charset declared = options.charset() != null ? options.charset() : source.charset();
    Sniff.text(head, head.length, declared);
    Charset mark = Decoder.mark(head);
    Charset guess = mark != null ? mark : declared;
    guess = guess != null ? guess : Decoder.wide(head, head.length);
    String start = new String(head, guess == null ? StandardCharsets.UTF_8 : guess);
    start = start.startsWith("\uFEFF") ? start.substring(1) : start;
    Sniff.Format format = Sniff.format(source.ending(), source.type(), start);
    if (format == Sniff.Format.JSON) {
      new Json(this, source.origin(), source.ending(), declared).read(in, guess);
      return null;
    }
    int limit = options.limits().documentBytes();
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw Trouble.tooLarge(limit);
    }
    if (format == Sniff.Format.HTML && declared == null && mark == null) {
      declared = Sniff.meta(head, head.length);
    }
    Decoder.Decoded decoded = Decoder.decode(bytes, declared);
    Draft draft = new Draft(source.origin());
    draft.notes.addAll(decoded.notes());
    draft.url = source.url();
    known.accept(draft);
    if (format == Sniff.Format.HTML) {
      Html.page(decoded.text(), draft, options.limits());
    } else {
      draft.blocks.addAll(PlainText.blocks(decoded.text()));
    }
    return draft;
  }

  /** Hands a draft's document to the sink, or why there is none. */
  void take(Draft draft) {
    Document document;
    try {
      document = Assembly.document(draft, options);
    } catch (Trouble e) {
      aside(e.at(draft.origin));
      return;
    } catch (StackOverflowError | RuntimeException e) {
      aside(failed(draft.origin, e));
      return;
    }
    try {
      sink.document(document);
    } catch (RuntimeException e) {
      throw SinkFailure.of(e);
    }
  }

  /** Tells the sink, from within a collection. */
  void aside(Aside aside) {
    try {
      sink.aside(aside);
    } catch (RuntimeException e) {
      throw SinkFailure.of(e);
    }
  }

  static Aside failed(String origin, Throwable e) {
    String message =
        e.getMessage() == null ? "" : ": " + Text.head(Text.clean(e.getMessage()), 200);
    return new Aside(
        origin,
        Aside.Reason.BROKEN,
        "could not be understood (" + e.getClass().getSimpleName() + message + ")");
  }

  private static Aside broken(String origin, IOException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (e instanceof EOFException) {
      return new Aside(origin, Aside.Reason.BROKEN, "compressed data end early; fetch it again");
    }
    if (e instanceof ZipException) {
      return new Aside(origin, Aside.Reason.BROKEN, "compressed data are broken: " + message);
    }
    return new Aside(origin, Aside.Reason.UNREADABLE, "cannot be read: " + message);
  }

  private static byte[] peek(BufferedInputStream in) throws IOException {
    in.mark(Sniff.HEAD);
    byte[] head = in.readNBytes(Sniff.HEAD);
    in.reset();
    return head;
  }

  /** Carries what a sink threw past the handlers of what documents throw. */
  private static final class SinkFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private SinkFailure(RuntimeException thrown) {
      super(null, thrown, false, false);
    }

    static SinkFailure of(RuntimeException e) {
      return e instanceof SinkFailure failure ? failure : new SinkFailure(e);
    }

    RuntimeException thrown() {
      return (RuntimeException) getCause();
    }
  }

  /** Tells the sink how far it is. */
  private final class Counted extends FilterInputStream {
    private long since;
    long told;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      count(Math.max(0, n));
      return n;
    }

    private void count(long n) {
      since += n;
      if (since >= STEP) {
        tell();
      }
    }

    void tell() {
      if (since > 0) {
        told += since;
        long n = since;
        since = 0;
        sink.progress(n);
      }
    }
  }
}
