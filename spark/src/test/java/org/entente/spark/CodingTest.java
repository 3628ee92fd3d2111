package org.entente.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.entente.model.Document;
import org.entente.model.Event;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** Poison, and ids that come twice. */
class CodingTest {
  private final Map<String, byte[]> items = new TreeMap<>();
  private final Counters counters =
      new Counters(
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator(),
          new LongAccumulator());

  private static Document document(String id, String origin, String text) {
    return new Document(id, origin, null, null, null, null, null, "en", text, List.of(), List.of());
  }

  private void read(String id, String text) {
    Document document = document(id, "news.jsonl:" + items.size(), text);
    items.put(Keys.of(id, 1, items.size()), DocumentBytes.of(new DocumentBytes.Read(document)));
  }

  private List<Row> code(Function<Document, List<Event>> coder) {
    Iterator<Tuple2<String, byte[]>> sorted =
        items.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue())).iterator();
    List<Row> rows = new ArrayList<>();
    new Coding(sorted, coder, 1, counters).forEachRemaining(rows::add);
    return rows;
  }

  private static String message(Row row) {
    return row.getString(Columns.RESULT.fieldIndex("message"));
  }

  @Test
  void whatTheCoderFailsOnIsSetAsideAndTheRestIsCoded() {
    read("a", "fine");
    read("b", "deep");
    read("c", "wrong");
    read("d", "endless");
    read("e", "large");
    read("f", "fine again");
    CountDownLatch never = new CountDownLatch(1);
    List<Row> rows =
        code(
            document -> {
              switch (document.text()) {
                case "deep" -> throw new StackOverflowError();
                case "wrong" -> throw new IllegalStateException("no such row");
                case "large" -> throw new OutOfMemoryError("Java heap space");
                case "endless" -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    // the coder does not hear
                  }
                }
                default -> {
                  // fine
                }
              }
              return List.of();
            });
    assertThat(rows).hasSize(6);
    assertThat(message(rows.get(0))).isNull();
    assertThat(message(rows.get(1)))
        .isEqualTo("the coder failed on it: java.lang.StackOverflowError");
    assertThat(message(rows.get(2)))
        .isEqualTo("the coder failed on it: java.lang.IllegalStateException: no such row");
    assertThat(message(rows.get(3))).isEqualTo("the coder took more than 1 s on it; split it");
    assertThat(message(rows.get(4))).contains("OutOfMemoryError");
    assertThat(message(rows.get(5))).isNull();
    assertThat(counters.documents().value()).isEqualTo(2);
    assertThat(counters.aside().value()).isEqualTo(4);
  }

  @Test
  void aBrokenInstallationIsNoFaultOfTheDocument() {
    read("a", "fine");
    assertThatThrownBy(
            () ->
                code(
                    document -> {
                      throw new NoClassDefFoundError("ai/onnxruntime/OrtSession");
                    }))
        .isInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void aSecondTextOfAnIdIsSetAsideAndARepeatIsCodedOnce() {
    read("a", "one");
    read("a", "one");
    read("a", "two");
    read("b", "three");
    items.put(
        Keys.of("b", 0, 0),
        DocumentBytes.of(new DocumentBytes.Known("b", "old.jsonl:7", "four".hashCode())));
    AtomicInteger coded = new AtomicInteger();
    List<Row> rows =
        code(
            document -> {
              coded.incrementAndGet();
              return List.of();
            });
    assertThat(rows).hasSize(4);
    assertThat(coded).hasValue(1);
    assertThat(message(rows.get(1))).isNull();
    assertThat(message(rows.get(2)))
        .isEqualTo("its id 'a' is that of news.jsonl:0 too; give each document an id of its own");
    assertThat(message(rows.get(3)))
        .isEqualTo("its id 'b' is that of old.jsonl:7 too; give each document an id of its own");
  }
}
