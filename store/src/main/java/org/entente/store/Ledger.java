package org.entente.store;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Which commands wrote to the store, when, and what they set aside. */
final class Ledger {
  private final EventStore store;

  Ledger(EventStore store) {
    this.store = store;
  }

  /** Writes down that a run begins; returns its id. */
  int begin(String command, String coder) {
    synchronized (store) {
      int id = store.ask("SELECT coalesce(max(id), 0) + 1 FROM runs", EventStore::oneInt);
      store.write(
          "beginning a run",
          () ->
              store.update(
                  "INSERT INTO runs VALUES (?, ?, NULL, ?, ?, 0, 0, 0, 0)",
                  id,
                  EventStore.now(),
                  Texts.clean(command),
                  Texts.clean(coder)));
      return id;
    }
  }

  void aside(int runId, String origin, String reason, String message) {
    store.write(
        "saving",
        () -> {
          store.update(
              "INSERT INTO aside VALUES (?, ?, ?, ?)",
              runId,
              Texts.clean(origin),
              Texts.clean(reason),
              Texts.clean(message));
          store.update("UPDATE runs SET aside = aside + 1 WHERE id = ?", runId);
        });
  }

  void finish(int runId) {
    store.write(
        "finishing a run",
        () -> store.update("UPDATE runs SET finished = ? WHERE id = ?", EventStore.now(), runId));
  }

  /** First to last. */
  List<RunRecord> runs() {
    return store.ask(
        "SELECT id, started, finished, command, coder, coded, replaced, aside, events"
            + " FROM runs ORDER BY id",
        result -> {
          List<RunRecord> runs = new ArrayList<>();
          while (result.next()) {
            runs.add(
                new RunRecord(
                    result.getInt(1),
                    EventStore.instant(result.getObject(2, LocalDateTime.class)),
                    EventStore.instant(result.getObject(3, LocalDateTime.class)),
                    result.getString(4),
                    result.getString(5),
                    result.getLong(6),
                    result.getLong(7),
                    result.getLong(8),
                    result.getLong(9)));
          }
          return List.copyOf(runs);
        });
  }

  /** What a run set aside, in its order; of all runs if {@code id} is 0. */
  List<Aside> aside(int id) {
    return store.ask(
        "SELECT run, origin, reason, message FROM aside WHERE ? IN (0, run) ORDER BY run, rowid",
        result -> {
          List<Aside> aside = new ArrayList<>();
          while (result.next()) {
            aside.add(
                new Aside(
                    result.getInt(1),
                    result.getString(2),
                    result.getString(3),
                    result.getString(4)));
          }
          return List.copyOf(aside);
        },
        id);
  }
}
