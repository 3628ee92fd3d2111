package org.entente.feeds;

import java.util.ArrayList;
import java.util.List;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Aside;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.store.FeedItem;
import org.entente.store.FeedStates;
import org.entente.store.Run;

/** Codes what was read of items, and saves it in the order that {@link FeedStates} asks for. */
final class Intake {
  /** What is coded is committed, and told, after so long at the latest. */
  private static final long COMMIT_NANOS = 1_000_000_000L;

  private final Coder coder;
  private final Run run;
  private final FeedStates feeds;
  private final Watch.Sink sink;

  /** What was coded since the last commit. */
  private final List<Coded> unsaved = new ArrayList<>();

  private long unsavedSince;
  private int coded;
  private long events;
  private int aside;

  private record Coded(FeedItem row, Document document, List<Event> events) {}

  Intake(Coder coder, Run run, FeedStates feeds, Watch.Sink sink) {
    this.coder = coder;
    this.run = run;
    this.feeds = feeds;
    this.sink = sink;
  }

  /** Documents committed. */
  int coded() {
    return coded;
  }

  /** Events committed. */
  long events() {
    return events;
  }

  /** Items set aside. */
  int aside() {
    return aside;
  }

  /** Saves what was read of an item, and then that it is dealt with. */
  void take(Article article, Reader.Read read) {
    Aside trouble = read.aside();
    List<Event> found = List.of();
    boolean fresh = trouble == null && !run.has(read.document());
    if (fresh) {
      try {
        found = coder.code(read.document());
      } catch (RuntimeException | StackOverflowError e) {
        trouble =
            new Aside(
                read.document().origin(), Aside.Reason.BROKEN, "the coder failed on it: " + e);
      }
    }
    FeedItem row = article.row();
    String hash = article.item().hash();
    if (trouble != null) {
      aside++;
      run.aside(trouble.origin(), trouble.reason().name(), trouble.message());
      feeds.save(List.of(row.done(row.document(), hash)));
      sink.said("set aside: " + trouble.origin() + ": " + trouble.message());
      return;
    }
    if (fresh) {
      run.save(read.document(), found);
      if (unsaved.isEmpty()) {
        unsavedSince = System.nanoTime();
      }
      unsaved.add(new Coded(row.done(read.document().id(), hash), read.document(), found));
      if (System.nanoTime() - unsavedSince > COMMIT_NANOS) {
        commit();
      }
    } else {
      feeds.save(List.of(row.done(read.document().id(), hash)));
    }
  }

  /** Commits what was coded, then that it is dealt with, and then tells of it. */
  void commit() {
    if (unsaved.isEmpty()) {
      return;
    }
    List<Coded> saved = List.copyOf(unsaved);
    unsaved.clear();
    run.commit();
    feeds.save(saved.stream().map(Coded::row).toList());
    for (Coded one : saved) {
      coded++;
      events += one.events().size();
      sink.coded(one.document(), one.events());
    }
  }
}
