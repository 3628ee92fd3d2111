package org.entente.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.duckdb.DuckDBConnection;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.store.StoreException.Kind;

/**
 * The event store: one DuckDB file with documents, events, the evidence for them, and the runs that
 * wrote them. Writing is transactional and exactly once: a document coded again replaces what was
 * there of it. One process at a time can have it open.
 *
 * <p>A single document is saved with {@link #save}, many with a {@link Run}, see {@link #begin}.
 * DuckDB's own shell opens the file as well; {@link Schema} has its tables. Every method throws a
 * {@link StoreException} that names the file and what to do if DuckDB cannot do it, and an {@link
 * IllegalStateException} after {@link #close()}. Safe for use by several threads.
 */
public final class EventStore implements AutoCloseable {
  /** The files that this process has open: DuckDB keeps out other processes only. */
  private static final Set<Path> OPEN = new HashSet<>();

  private final Path file;
  private final DuckDBConnection connection;
  private Run run;
  private DatasetRun importing;
  private volatile boolean closed;
  private final AtomicLong version = new AtomicLong();
  private final Readers readers;
  private final Readers.Link writer;
  private final Pages pages = new Pages(this);
  private final Known known = new Known(this);
  private final Ledger ledger = new Ledger(this);
  private final Reports reports = new Reports(this);
  private final Codings codings;

  private EventStore(Path file, DuckDBConnection connection) {
    this.file = file;
    this.connection = connection;
    this.readers = new Readers(connection);
    this.writer = new Readers.Link(connection);
    this.codings = new Codings(this);
  }

  /**
   * Opens a store, makes it if there is no such file, and brings one of an older version up to
   * date.
   *
   * @param file its folder must exist
   * @throws StoreException if the file is no store, of a newer version, in use, cannot be reached,
   *     or the disk is full
   */
  public static EventStore open(Path file) {
    return open(file, Schema.STEPS);
  }

  static EventStore open(Path file, List<String> steps) {
    Path absolute = StoreFile.check(file);
    synchronized (OPEN) {
      if (!OPEN.add(absolute)) {
        throw new StoreException(
            Kind.LOCKED, file, "this process has it open already. Close the other first", null);
      }
    }
    Connection connection = null;
    try {
      // nothing is fetched from the net
      Properties properties = new Properties();
      properties.setProperty("autoinstall_known_extensions", "false");
      properties.setProperty("autoload_known_extensions", "false");
      connection = DriverManager.getConnection("jdbc:duckdb:" + absolute, properties);
      NativeLibrary.unlink();
      Schema.migrate(connection, file, steps);
      return new EventStore(absolute, connection.unwrap(DuckDBConnection.class));
    } catch (SQLException | RuntimeException e) {
      release(absolute, connection, e);
      throw e instanceof SQLException failure
          ? Failures.translate(file, "opening", failure)
          : (RuntimeException) e;
    } catch (LinkageError e) {
      release(absolute, connection, e);
      throw new StoreException(
          Kind.UNREACHABLE,
          file,
          "DuckDB's library cannot be loaded. It needs Linux with glibc, macOS or Windows, and 80 MB"
              + " of room in "
              + System.getProperty("java.io.tmpdir")
              + " (another folder: -Djava.io.tmpdir=FOLDER)",
          e);
    }
  }

  DuckDBConnection connection() {
    return connection;
  }

  /** Where it is, absolute. */
  public Path file() {
    return file;
  }

  /**
   * Grows with whatever is written: an answer is good as long as it has not grown. Only this
   * process can write.
   */
  public long version() {
    return version.get();
  }

  /** Whether something was being committed as the store had this version. */
  static boolean changing(long version) {
    return version % 2 == 1;
  }

  /** How many threads a question may use, at least 1; all cores if this is never called. */
  public synchronized void threads(int most) {
    ensureOpen();
    try {
      execute("SET threads = " + Math.max(1, most));
    } catch (SQLException e) {
      throw Failures.translate(file, "setting threads", e);
    }
  }

  /** SHA-256 of a text, as {@link #has(String, String, String)} wants it. */
  public static String textHash(String text) {
    return Texts.sha256(text);
  }

  /**
   * Whether a document with this id and this text was saved by this coder.
   *
   * @param textHash see {@link #textHash}
   * @param coder version of the coder and hash of its knowledge
   */
  public boolean has(String documentId, String textHash, String coder) {
    return found(documentId, coder, "text_hash", textHash);
  }

  /**
   * Whether this very document was saved by this coder: its text, and its title, date, publisher
   * and paragraphs, on which events depend as well.
   */
  public boolean has(Document document, String coder) {
    return found(document.id(), coder, "fingerprint", Coding.fingerprint(document));
  }

  private synchronized boolean found(String id, String coder, String hash, String value) {
    ensureOpen();
    return codings.found(id, coder, hash, value);
  }

  /**
   * Saves one document and its events at once, in place of what the store has of it.
   *
   * @param events in their order; may be empty
   * @param coder version of the coder and hash of its knowledge
   * @return whether the document was there before
   * @throws IllegalArgumentException if an event is of another document, or two have one id
   * @throws StoreException if it fails: then the store is as it was
   */
  public boolean save(Document document, List<Event> events, String coder) {
    return save(List.of(new Coding(document, events, coder)), null) > 0;
  }

  /**
   * Saves one document as {@link #save(Document, List, String)} does, as a run of its own; another
   * run may be open.
   *
   * @param command what is run, for the record
   * @return id of the run
   */
  public int saveAlone(Document document, List<Event> events, String coder, String command) {
    Coding coding = new Coding(document, events, coder);
    synchronized (this) {
      int id = ledger.begin(command, coder);
      save(List.of(coding), id);
      finish(id);
      return id;
    }
  }

  /**
   * Writes down, as a run of its own, that a document could not be coded; another run may be open.
   *
   * @param reason in a word, so that they can be counted: {@code "not English"}
   * @param message the whole of it, and what to do
   * @return id of the run
   */
  public synchronized int asideAlone(
      String origin, String reason, String message, String coder, String command) {
    int id = ledger.begin(command, coder);
    aside(id, origin, reason, message);
    finish(id);
    return id;
  }

  /**
   * Begins a run: the way to save many documents.
   *
   * @param command what is run, for the record
   * @param coder version of the coder and hash of its knowledge
   * @throws IllegalStateException if a run is open
   */
  public synchronized Run begin(String command, String coder) {
    run = new Run(this, enter(command, coder), coder);
    return run;
  }

  /** Writes down that a run begins; returns its id. */
  int enter(String command, String coder) {
    if (run != null) {
      throw new IllegalStateException("run " + run.id() + " is open: close it first");
    }
    if (importing != null) {
      throw new IllegalStateException("an import is open: close it first");
    }
    return ledger.begin(command, coder);
  }

  /** Whether a statement of one truth value says yes; kept until something is written. */
  boolean known(String sql) {
    return known.get(sql);
  }

  /** What readers said of events. */
  public Annotations annotations() {
    return new Annotations(this);
  }

  /** The feeds that are followed, and how far. */
  public FeedStates feeds() {
    return new FeedStates(this);
  }

  /**
   * The events that match, by time, then document and their order in it; those of unknown time
   * last. What a run has not committed is not among them.
   */
  public List<Event> events(Query query) {
    return ask(
        Stored.SELECT + query.found(),
        result -> {
          List<Event> events = new ArrayList<>();
          while (result.next()) {
            events.add(Stored.event(result));
          }
          return List.copyOf(events);
        });
  }

  /**
   * As {@link #events(Query)}, one by one and without holding them all.
   *
   * @param reader gets each event, and what the row that it was imported from says beyond it, or
   *     null
   */
  public void events(Query query, BiConsumer<Event, String> reader) {
    ask(
        Stored.SELECT + query.where() + query.page(),
        result -> {
          while (result.next()) {
            reader.accept(Stored.event(result), Stored.original(result));
          }
          return null;
        });
  }

  /**
   * A page and how many match, for those who go on to the next: where the events are is kept until
   * something is written, so a page far behind costs no more than the second.
   *
   * @param query with a limit
   */
  public Page page(Query query) {
    return pages.of(query);
  }

  /** How many events match, whatever page of them is asked for. */
  public long count(Query query) {
    return ask(
        "SELECT count(*) FROM events" + query.where(),
        result -> {
          result.next();
          return result.getLong(1);
        });
  }

  /**
   * The events that one of these finds, each once, in the order of the first: in one go, which is
   * faster than one by one. Their pages do not count.
   *
   * @param any at least one
   */
  public List<Event> events(List<Query> any) {
    return ask(
        Stored.SELECT + Query.any(any),
        result -> {
          List<Event> events = new ArrayList<>();
          while (result.next()) {
            events.add(Stored.event(result));
          }
          return List.copyOf(events);
        });
  }

  /** What {@link #events(List)} asks DuckDB, to be run by hand. */
  public static String sql(List<Query> any) {
    return "SELECT * EXCLUDE (json, original, fact) FROM events" + Query.any(any);
  }

  /** What {@link #events(Query)} asks DuckDB, to be run by hand. */
  public static String sql(Query query) {
    return "SELECT * EXCLUDE (json, original, fact) FROM events" + query.where() + query.page();
  }

  /**
   * Begins to import a data set, or goes on with it where the last import was cut short. One that
   * is there with another hash is replaced.
   *
   * @param command what is run, for the record
   * @throws IllegalStateException if a run is open
   */
  public synchronized DatasetRun begin(Dataset dataset, String command) {
    return begin(dataset, command, DatasetRun.ROWS);
  }

  synchronized DatasetRun begin(Dataset dataset, String command, int due) {
    importing = DatasetRun.begin(this, dataset, command, due);
    return importing;
  }

  /**
   * Writes the events that match as a Parquet file: the columns of the table, without the JSON of
   * the records. What is there is written over.
   *
   * @return how many there are
   */
  public long parquet(Query query, Path to) {
    write(
        "writing " + to,
        () ->
            update(
                "COPY (SELECT * EXCLUDE (json, duplicate_of, rejected) FROM events"
                    + query.where()
                    + query.page()
                    + ") TO "
                    + Sql.literal(to.toString())
                    + " (FORMAT parquet, COMPRESSION zstd)"));
    return count(query);
  }

  /** The data set of this id, as it was imported or is being. */
  public Optional<Dataset> dataset(String id) {
    return ask(
        "SELECT id, format, origin, hash FROM datasets WHERE id = ?",
        result ->
            result.next()
                ? Optional.of(
                    new Dataset(
                        result.getString(1),
                        result.getString(2),
                        result.getString(3),
                        result.getString(4)))
                : Optional.<Dataset>empty(),
        Texts.clean(id));
  }

  /** The event with this id. */
  public Optional<Event> event(String id) {
    return ask(
        Stored.SELECT + " WHERE id = ? LIMIT 1",
        result -> result.next() ? Optional.of(Stored.event(result)) : Optional.<Event>empty(),
        Texts.clean(id));
  }

  /**
   * The reports that tell of an event, the first of them first: its document, and those that are
   * nearly the same and tell it too. Empty if there is no event with this id.
   */
  public List<Reported> reports(String eventId) {
    return reports.of(eventId);
  }

  /** How many reports tell of each of these events; those that only one tells are left out. */
  public Map<String, Integer> told(Collection<String> eventIds) {
    return reports.told(eventIds);
  }

  /** The document with this id, as it was saved. */
  public Optional<Document> document(String id) {
    return ask(
        "SELECT json, text FROM documents WHERE id = ?",
        result ->
            result.next()
                ? Optional.of(EventJson.readFromStore(result.getString(1), result.getString(2)))
                : Optional.<Document>empty(),
        Texts.clean(id));
  }

  /** How much the store holds. */
  public Counts counts() {
    return ask(
        "SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM events),"
            + " (SELECT count(*) FROM aside), (SELECT count(*) FROM runs)",
        result -> {
          result.next();
          return new Counts(
              result.getLong(1), result.getLong(2), result.getLong(3), result.getLong(4));
        });
  }

  /** Of which days the store has events. */
  public Days days() {
    return Days.of(this, "events");
  }

  /** The runs, first to last. */
  public List<RunRecord> runs() {
    return ledger.runs();
  }

  /** What a run set aside, in its order; of all runs if {@code id} is 0. */
  public List<Aside> aside(int id) {
    return ledger.aside(id);
  }

  /**
   * Closes the run that is open, which commits what it has, and the file. Once is enough; more does
   * nothing. May be called from a shutdown hook while another thread saves.
   */
  @Override
  public void close() {
    DatasetRun open;
    synchronized (this) {
      open = importing;
    }
    // not with the lock, for which its thread may wait
    if (open != null) {
      open.close();
    }
    closeFile();
  }

  private synchronized void closeFile() {
    if (closed) {
      return;
    }
    StoreException failure = null;
    try {
      if (run != null) {
        run.close();
      }
    } catch (StoreException e) {
      failure = e;
    }
    closed = true;
    try {
      codings.close();
      writer.close();
      readers.close();
      connection.close();
    } catch (SQLException e) {
      StoreException second = Failures.translate(file, "closing", e);
      if (failure == null) {
        failure = second;
      } else {
        failure.addSuppressed(second);
      }
    } finally {
      synchronized (OPEN) {
        OPEN.remove(file);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /**
   * Saves codings of different documents in one transaction; returns how many were there before.
   */
  synchronized int save(List<Coding> all, Integer runId) {
    return codings.save(all, runId);
  }

  void aside(int runId, String origin, String reason, String message) {
    ledger.aside(runId, origin, reason, message);
  }

  void finish(int runId) {
    ledger.finish(runId);
  }

  synchronized void ended(Run finished) {
    if (run == finished) {
      run = null;
    }
  }

  synchronized void ended(DatasetRun finished) {
    if (importing == finished) {
      importing = null;
    }
  }

  interface Work {
    void run() throws SQLException;
  }

  interface Reader<T> {
    T read(ResultSet result) throws SQLException;
  }

  /** All of the work or nothing. */
  synchronized void write(String doing, Work work) {
    ensureOpen();
    try {
      // setAutoCommit(false) would not do: appenders do not begin a transaction, statements do
      execute("BEGIN TRANSACTION");
      try {
        work.run();
        version.incrementAndGet();
        try {
          execute("COMMIT");
        } finally {
          version.incrementAndGet();
        }
      } catch (SQLException | RuntimeException e) {
        try {
          execute("ROLLBACK");
        } catch (SQLException again) {
          e.addSuppressed(again);
        }
        throw e;
      }
    } catch (SQLException e) {
      throw Failures.translate(file, doing, e);
    }
  }

  /**
   * Asks: threads side by side, each on a connection of its own, which sees what is committed. Only
   * whoever holds the lock, and so may be writing, asks on the connection that writes.
   */
  <T> T ask(String sql, Reader<T> reader, Object... values) {
    return ask(
        own -> {
          try (PreparedStatement statement = own.connection.prepareStatement(sql)) {
            return answer(statement, reader, values);
          }
        });
  }

  /**
   * As {@link #ask(String, Reader, Object...)}, for what is asked again and again: prepared once.
   *
   * @param now the store's version
   */
  <T> T askAgain(String sql, long now, Reader<T> reader, Object... values) {
    return ask(own -> answer(own.again(sql, now), reader, values));
  }

  private interface Asking<T> {
    T ask(Readers.Link own) throws SQLException;
  }

  private <T> T ask(Asking<T> asking) {
    ensureOpen();
    try {
      if (Thread.holdsLock(this)) {
        return asking.ask(writer);
      }
      Readers.Link own = readers.take();
      try {
        return asking.ask(own);
      } finally {
        readers.give(own);
      }
    } catch (SQLException e) {
      ensureOpen();
      throw Failures.translate(file, "reading", e);
    }
  }

  private static <T> T answer(PreparedStatement statement, Reader<T> reader, Object... values)
      throws SQLException {
    bind(statement, values);
    try (ResultSet result = statement.executeQuery()) {
      return reader.read(result);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.executeUpdate();
    }
  }

  static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Long[] many) {
        statement.setArray(i + 1, statement.getConnection().createArrayOf("BIGINT", many));
      } else {
        statement.setObject(i + 1, values[i]);
      }
    }
  }

  static int oneInt(ResultSet result) throws SQLException {
    result.next();
    return result.getInt(1);
  }

  static LocalDateTime now() {
    return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
  }

  static Instant instant(LocalDateTime utc) {
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  private void ensureOpen() {
    if (closed) {
      throw new IllegalStateException("the store " + file + " is closed");
    }
  }

  private static void release(Path absolute, Connection connection, Throwable failure) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        failure.addSuppressed(e);
      }
    }
    synchronized (OPEN) {
      OPEN.remove(absolute);
    }
  }
}
