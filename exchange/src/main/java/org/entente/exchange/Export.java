package org.entente.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLStreamException;
import org.entente.exchange.actors.Actors;
import org.entente.exchange.cameo.Cameo;
import org.entente.exchange.graph.Network;
import org.entente.exchange.layout.Layouts;
import org.entente.exchange.layout.Original;
import org.entente.exchange.layout.RowWriter;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.Event;
import org.entente.store.EventStore;
import org.entente.store.Query;

/** Writes events of a store as files of the field, one by one and without holding them all. */
public final class Export {
  /** Names of what can be written. */
  public static final List<String> FORMATS =
      List.of("icews", "polecat", "csv", "jsonl", "parquet", "graphml", "gexf", "geojson");

  /**
   * What was written.
   *
   * @param events how many events are in the file, or were counted for it
   * @param left how many matched, but are no part of such a file: of a network those without a
   *     dyad, of a map those without coordinates
   * @param nodes of a network, else 0
   * @param edges of a network, else 0
   */
  public record Result(long events, long left, int nodes, int edges) {}

  private interface Step {
    void take(Event event, String original) throws IOException;
  }

  private final EventStore store;
  private final Knowledge knowledge;

  public Export(EventStore store, Knowledge knowledge) {
    this.store = store;
    this.knowledge = knowledge;
  }

  /**
   * Writes the events that match.
   *
   * @param format one of {@link #FORMATS}
   * @param out written over if it is there; gzipped if its name ends in {@code .gz}
   * @param byCode of a network, whether its nodes are countries and groups; else single actors
   * @throws IllegalArgumentException if there is no such format
   */
  public Result write(Query query, String format, Path out, boolean byCode) throws IOException {
    if (!FORMATS.contains(format)) {
      throw new IllegalArgumentException(
          "--format: no '" + format + "'; there are " + String.join(", ", FORMATS));
    }
    if (format.equals("parquet")) {
      return new Result(store.parquet(query, out), 0, 0, 0);
    }
    try (Writer writer = open(out)) {
      return switch (format) {
        case "jsonl" -> lines(query, writer);
        case "geojson" -> points(query, writer);
        case "graphml", "gexf" -> network(query, format, byCode, writer);
        default -> table(query, format, writer);
      };
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Writer open(Path out) throws IOException {
    OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16);
    boolean gzip = out.getFileName().toString().endsWith(".gz");
    return new OutputStreamWriter(
        gzip ? new GZIPOutputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8);
  }

  private long each(Query query, Step step) {
    long[] count = {0};
    BiConsumer<Event, String> reader =
        (event, original) -> {
          try {
            step.take(event, original);
            count[0]++;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    store.events(query, reader);
    return count[0];
  }

  private Result lines(Query query, Writer writer) {
    long events =
        each(
            query,
            (event, original) -> {
              writer.write(Layouts.json(event, original));
              writer.write('\n');
            });
    return new Result(events, 0, 0, 0);
  }

  private Result points(Query query, Writer writer) throws IOException {
    GeoJson json = new GeoJson(writer);
    long events = each(query, (event, original) -> json.write(event));
    json.close();
    return new Result(events - json.left(), json.left(), 0, 0);
  }

  private Result network(Query query, String format, boolean byCode, Writer writer)
      throws IOException {
    Network network =
        new Network(
            byCode,
            code -> {
              ActorEntry entry = knowledge.actors().find(code);
              return entry == null ? null : entry.name();
            });
    long events = each(query, (event, original) -> network.add(event));
    try {
      if (format.equals("gexf")) {
        network.gexf(writer);
      } else {
        network.graphMl(writer);
      }
    } catch (XMLStreamException e) {
      throw e.getNestedException() instanceof IOException io
          ? io
          : new IOException(e.getMessage(), e);
    }
    return new Result(
        events - network.left(), network.left(), network.nodeCount(), network.edgeCount());
  }

  private Result table(Query query, String format, Writer writer) throws IOException {
    RowWriter rows = Layouts.writer(format, new Actors(knowledge), new Cameo(knowledge.ontology()));
    if (format.equals("csv")) {
      CsvWriter csv = CsvWriter.builder().build(writer);
      csv.writeRecord(rows.columns());
      long events =
          each(
              query,
              (event, original) -> csv.writeRecord(rows.cells(event, Original.cells(original))));
      csv.flush();
      return new Result(events, 0, 0, 0);
    }
    tabbed(writer, rows.columns().toArray(String[]::new));
    long events =
        each(
            query,
            (event, original) -> tabbed(writer, rows.cells(event, Original.cells(original))));
    return new Result(events, 0, 0, 0);
  }

  /** Tables with tabs have no quotes: white space in a cell becomes a blank. */
  private static void tabbed(Writer writer, String[] cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        writer.write('\t');
      }
      writer.write(cells[i].replace('\t', ' ').replace('\n', ' ').replace('\r', ' '));
    }
    writer.write('\n');
  }
}
