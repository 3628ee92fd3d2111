package org.entente.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import org.entente.exchange.actors.Actors;
import org.entente.exchange.cameo.Cameo;
import org.entente.exchange.layout.Layouts;
import org.entente.exchange.layout.Mapping;
import org.entente.exchange.layout.Setting;
import org.entente.exchange.layout.WrongRow;
import org.entente.exchange.rows.Input;
import org.entente.exchange.rows.Row;
import org.entente.exchange.rows.Rows;
import org.entente.knowledge.Knowledge;
import org.entente.store.Dataset;
import org.entente.store.DatasetRun;
import org.entente.store.EventStore;

/**
 * Brings other people's events into a store. Each file, and each table of a zip, is a data set; one
 * that is there already is not read again, one that was cut short goes on where it was. A row that
 * makes no event is set aside with the reason, in the store and in a file.
 */
public final class Import {
  /** Longest piece of a row that is set aside. */
  private static final int LONGEST = 10_000;

  /**
   * How to read.
   *
   * @param format see {@link Layouts#FORMATS}; null to find out
   * @param map which column is what, of a table of no layout of its own; or null
   * @param id of the data set, or null for the file's name without extensions
   * @param aside where wrong rows are written
   */
  public record Options(String format, Path map, String id, Path aside) {}

  /**
   * What became of a data set.
   *
   * @param id what it goes by in the store
   * @param label the file
   * @param format that was found
   * @param events in the store
   * @param aside rows that were set aside
   * @param there whether it was there already, to the last row
   * @param before rows that were there of an import that was cut short
   */
  public record Result(
      String id,
      String label,
      String format,
      long events,
      long aside,
      boolean there,
      long before) {}

  private final EventStore store;
  private final Knowledge knowledge;
  private final Options options;
  private final LongConsumer progress;

  /**
   * @param progress is told of each row that is read
   */
  public Import(EventStore store, Knowledge knowledge, Options options, LongConsumer progress) {
    this.store = store;
    this.knowledge = knowledge;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Imports a file.
   *
   * @throws IOException if it cannot be read, or the rows set aside cannot be written
   * @throws IllegalArgumentException if its format cannot be told
   */
  public List<Result> read(Path file) throws IOException {
    List<Result> results = new ArrayList<>();
    List<Input> inputs = Input.of(file);
    for (Input input : inputs) {
      String id =
          options.id() == null
              ? input.name()
              : inputs.size() == 1
                  ? options.id()
                  : options.id() + input.name().substring(input.name().lastIndexOf('/'));
      results.add(read(input, id));
    }
    return results;
  }

  private Result read(Input input, String id) throws IOException {
    Layouts layout = Layouts.of(input.label(), Rows.first(input), options.format(), mapping());
    Dataset dataset =
        new Dataset(
            id, layout.format(), input.file().toAbsolutePath().normalize().toString(), hash(input));
    checkOrigin(dataset);
    try (DatasetRun run = store.begin(dataset, "import " + input.label())) {
      if (run.complete()) {
        return new Result(id, input.label(), layout.format(), run.events(), run.aside(), true, 0);
      }
      long before = run.done();
      try (AsideFile aside = new AsideFile(options.aside(), input.label())) {
        rows(input, layout, id, run, aside);
      }
      run.finish();
      return new Result(
          id, input.label(), layout.format(), run.events(), run.aside(), false, before);
    }
  }

  /** A data set is replaced by another reading of its own file only. */
  private void checkOrigin(Dataset dataset) {
    Dataset before = store.dataset(dataset.id()).orElse(null);
    if (before != null
        && !before.hash().equals(dataset.hash())
        && !dataset.origin().equals(before.origin())) {
      throw new IllegalArgumentException(
          "--id: the store has a data set '"
              + dataset.id()
              + "' of another file, "
              + before.origin()
              + "; name this one with --id");
    }
  }

  /**
   * Rows that are there are read as well: ids depend on them, and the file of wrong ones too. One
   * thread reads and another stores.
   */
  private void rows(Input input, Layouts layout, String id, DatasetRun run, AsideFile aside)
      throws IOException {
    long done = run.done();
    Setting setting =
        new Setting(id, layout.format(), new Actors(knowledge), new Cameo(knowledge.ontology()));
    try (Reading reading = Reading.of(input, layout, setting)) {
      for (List<Reading.Item> some = reading.next(); !some.isEmpty(); some = reading.next()) {
        for (Reading.Item item : some) {
          long line = item.row().line();
          if (item.wrong() != null) {
            aside.write(item.row(), item.wrong());
            if (line > done) {
              run.aside(line, item.wrong().reason(), item.wrong().getMessage());
            }
          } else if (line > done && layout.whole()) {
            run.addWhole(line, item.read().event(), item.read().original());
          } else if (line > done) {
            run.add(line, item.read().event(), item.read().original());
          }
          progress.accept(line);
        }
      }
    }
  }

  private Mapping mapping() throws IOException {
    return options.map() == null ? null : Mapping.read(options.map());
  }

  private String hash(Input input) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(knowledge.hash().getBytes(StandardCharsets.UTF_8));
      digest.update(String.valueOf(options.format()).getBytes(StandardCharsets.UTF_8));
      digest.update(String.valueOf(input.entry()).getBytes(StandardCharsets.UTF_8));
      if (options.map() != null) {
        digest.update(Files.readAllBytes(options.map()));
      }
      try (InputStream in = new DigestInputStream(Files.newInputStream(input.file()), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Wrong rows: file, line, reason, and the row as it was. Made with the first of them. */
  private static final class AsideFile implements AutoCloseable {
    private final Path file;
    private final String label;
    private BufferedWriter writer;

    AsideFile(Path file, String label) {
      this.file = file;
      this.label = label;
    }

    void write(Row row, WrongRow why) throws IOException {
      if (writer == null) {
        writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        writer.write("file\tline\treason\trow\n");
      }
      String raw = row.raw();
      writer.write(label + "\t" + row.line() + "\t" + why.getMessage().replace('\t', ' ') + "\t");
      writer.write(raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST) + "…");
      writer.write('\n');
    }

    @Override
    public void close() throws IOException {
      if (writer != null) {
        writer.close();
      }
    }
  }
}
