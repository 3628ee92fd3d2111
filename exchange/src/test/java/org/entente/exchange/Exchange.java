package org.entente.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.knowledge.Knowledge;
import org.entente.model.Event;
import org.entente.store.EventStore;
import org.entente.store.Query;

/** Imports and exports of samples, for tests. */
final class Exchange {
  private final Path folder;
  private int stores;

  Exchange(Path folder) {
    this.folder = folder;
  }

  /** A sample as a file. */
  Path sample(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = Exchange.class.getResourceAsStream(name)) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  Path newStore() {
    return folder.resolve("store" + stores++ + ".duckdb");
  }

  Path asideFile() {
    return folder.resolve("aside.tsv");
  }

  Import.Result read(Path store, Path file, String format, Path map) throws IOException {
    return readAll(store, file, format, map).get(0);
  }

  List<Import.Result> readAll(Path store, Path file, String format, Path map) throws IOException {
    try (EventStore events = EventStore.open(store)) {
      return new Import(
              events,
              Knowledge.bundled(),
              new Import.Options(format, map, null, asideFile()),
              row -> {})
          .read(file);
    }
  }

  /** The events of a sample, in their order. */
  List<Event> events(String name) throws IOException {
    Path store = newStore();
    read(store, sample(name), null, null);
    return events(store);
  }

  List<Event> events(Path store) {
    try (EventStore events = EventStore.open(store)) {
      return events.events(Query.ALL);
    }
  }

  List<String> originals(Path store) {
    List<String> all = new ArrayList<>();
    try (EventStore events = EventStore.open(store)) {
      events.events(Query.ALL, (event, original) -> all.add(original));
    }
    return all;
  }

  Path write(Path store, String format, String name) throws IOException {
    Path out = folder.resolve(name);
    try (EventStore events = EventStore.open(store)) {
      new Export(events, Knowledge.bundled()).write(Query.ALL, format, out, true);
    }
    return out;
  }

  static List<String> sorted(Path file) throws IOException {
    return Files.readAllLines(file).stream().sorted().toList();
  }
}
