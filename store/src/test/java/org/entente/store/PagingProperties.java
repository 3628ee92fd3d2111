package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.entente.model.Event;

/** Whatever the size of the page, all pages together are all events, each once. */
class PagingProperties {
  private static Path file;
  private static EventStore store;

  @BeforeContainer
  static void fill() throws Exception {
    file = Files.createTempDirectory("paging").resolve("p.duckdb");
    store = EventStore.open(file);
    for (int document = 0; document < 40; document++) {
      store.save(Samples.numbered(document), Samples.eventsOf(document), "coder");
    }
  }

  @AfterContainer
  static void close() throws Exception {
    store.close();
    Files.delete(file);
    Files.delete(file.getParent());
  }

  @Property(tries = 40)
  void pagesTogetherAreAll(
      @ForAll @IntRange(min = 1, max = 130) int size, @ForAll Query.Order order) {
    Query query = Query.ALL.order(order);
    List<Event> all = store.events(query);
    List<Event> pages = new ArrayList<>();
    List<Event> page;
    do {
      page = store.events(query.limit(size).offset(pages.size()));
      pages.addAll(page);
    } while (!page.isEmpty());
    assertThat(pages).isEqualTo(all).doesNotHaveDuplicates();
    assertThat(all).hasSize((int) store.count(query));
  }
}
