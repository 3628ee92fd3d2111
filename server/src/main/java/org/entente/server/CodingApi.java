package org.entente.server;

import static org.entente.server.Route.post;
import static org.entente.server.Route.string;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.entente.coding.Coder;
import org.entente.coding.event.EventFinder;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Dates;
import org.entente.coding.ingest.Ingest;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Evidence;
import org.entente.model.Paragraph;
import org.entente.model.Span;
import org.entente.model.TimeSpan;
import org.entente.store.EventStore;

/** Codes what is pasted, dropped or fetched, and shows how the coder came to it. */
final class CodingApi {
  private static final int NEAR = 6;
  private static final int LONGEST_SENTENCE = 5_000;

  private final EventStore store;
  private final Supplier<Coder> coder;
  private final ExecutorService pool;
  private final Duration limit;

  /**
   * @param coder loaded when it is first asked for
   * @param pool that codes; as many at once as it has threads, the others wait
   * @param limit longest wait
   */
  CodingApi(EventStore store, Supplier<Coder> coder, ExecutorService pool, Duration limit) {
    this.store = store;
    this.coder = coder;
    this.pool = pool;
    this.limit = limit;
  }

  void addTo(List<Route> routes) {
    routes.add(
        post(
            "/api/code",
            "Coding",
            "Codes a text, a page of HTML, or a URL",
            List.of(),
            "CodeRequest",
            "Coded",
            this::code));
    routes.add(
        Route.get(
            "/api/explain",
            "Coding",
            "How an event of the store, or the events of a sentence, came about",
            List.of(
                string("event", "Id of an event of the store"),
                string("sentence", "Or a sentence"),
                string("date", "Date of publication of the sentence")),
            "Explanation",
            this::explain));
  }

  private void code(Context context) {
    JsonNode body = Body.json(context);
    String text = Body.text(body, "text");
    String html = Body.text(body, "html");
    String url = Body.text(body, "url");
    if ((text == null ? 0 : 1) + (html == null ? 0 : 1) + (url == null ? 0 : 1) != 1) {
      throw new IllegalArgumentException("send one of text, html and url");
    }
    boolean save = body.path("save").asBoolean(true);
    Ingest.Options options = options(body);
    String command = "workbench: " + (url != null ? url : html != null ? "a page" : "a text");
    String checked = url == null ? null : checked(url);
    Map<String, Object> answer =
        queued(
            () -> {
              Taken taken = new Taken();
              if (checked != null) {
                Ingest.read(checked, options, taken);
              } else {
                Ingest.Source source =
                    html == null
                        ? Ingest.Source.file("pasted.txt")
                        : new Ingest.Source("dropped.html", "html", "text/html", null, null);
                String words = html == null ? text : html;
                Ingest.read(
                    new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8)),
                    source,
                    html == null ? options : options.withCharset(StandardCharsets.UTF_8),
                    taken);
              }
              return coded(taken, save, command);
            });
    context.contentType("application/json");
    context.result(Json.bytes(answer));
  }

  private Map<String, Object> coded(Taken taken, boolean save, String command) {
    if (taken.documents.isEmpty()) {
      String why = taken.asides.isEmpty() ? "nothing to read in it" : taken.asides.get(0).message();
      if (save && !taken.asides.isEmpty()) {
        Aside aside = taken.asides.get(0);
        store.asideAlone(
            aside.origin(), aside.reason().name(), aside.message(), coder.get().name(), command);
      }
      throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, why);
    }
    Document document = taken.documents.get(0);
    Coder coding = coder.get();
    List<Event> events = coding.code(document);
    Integer run = save ? store.saveAlone(document, events, coding.name(), command) : null;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("document", document);
    answer.put("events", new EventViews(store).of(document, StoreApi.inOrderOfText(events)));
    answer.put("saved", save);
    answer.put("run", run);
    return answer;
  }

  static Ingest.Options options(JsonNode body) {
    String date = Body.text(body, "date");
    TimeSpan published = date == null ? null : date(date);
    return Ingest.Options.DEFAULT.withDate(published).withPublisher(Body.text(body, "publisher"));
  }

  private static TimeSpan date(String date) {
    try {
      return Dates.parse(date);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("date: " + e.getMessage(), e);
    }
  }

  /** A URL of the web, and nothing that leads to a file; its address is checked when it is read. */
  static String checked(String url) {
    try {
      URI uri = new URI(url);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && url.matches("(?i)https?://.*")) {
        return url;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new IllegalArgumentException("url: must begin with http:// or https:// and a host");
  }

  /** Does it when its turn comes. */
  <T> T queued(Callable<T> work) {
    Future<T> future;
    try {
      future = pool.submit(work);
    } catch (RejectedExecutionException e) {
      throw new Problem(
          HttpStatus.SERVICE_UNAVAILABLE, "too many texts are waiting; try again in a moment");
    }
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new Problem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "not coded within " + limit.toSeconds() + " s; send less of it, or code it as a job");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "the server is stopping");
    }
  }

  private static final class Taken implements Ingest.Sink {
    final List<Document> documents = new ArrayList<>();
    final List<Aside> asides = new ArrayList<>();

    @Override
    public void document(Document document) {
      documents.add(document);
    }

    @Override
    public void aside(Aside aside) {
      asides.add(aside);
    }
  }

  /** Bytes that somebody sent, as a stream of the kind that a file of this name would be. */
  static void read(String name, String text, Ingest.Options options, Ingest.Sink sink) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String kind = ending.matches("[A-Za-z]{1,5}") ? ending : "txt";
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Ingest.Source source = Ingest.Source.file("sent." + kind.toLowerCase(Locale.ROOT));
    Ingest.read(
        in,
        new Ingest.Source(
            label(name), source.ending(), source.type(), StandardCharsets.UTF_8, null),
        options,
        sink);
  }

  /** A name to be shown: no folder, nothing that a terminal takes as an order. */
  static String label(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("[\\p{Cntrl}]", " ").strip();
    String cut = clean.length() > 120 ? clean.substring(0, 120) : clean;
    return cut.isEmpty() ? "sent" : cut;
  }

  private void explain(Context context) {
    Asked asked = Asked.of(context, Set.of("event", "sentence", "date"));
    String id = asked.text("event");
    String sentence = context.queryParam("sentence");
    if ((id == null) == (sentence == null || sentence.isBlank())) {
      throw new IllegalArgumentException("ask for an event or for a sentence");
    }
    if (id == null && sentence.length() > LONGEST_SENTENCE) {
      throw new IllegalArgumentException("sentence: at most " + LONGEST_SENTENCE + " characters");
    }
    Document document;
    Set<Integer> wanted = null;
    if (id != null) {
      Event event =
          store
              .event(id)
              .orElseThrow(
                  () -> new Problem(HttpStatus.NOT_FOUND, "no event of this id in the store"));
      document =
          store
              .document(event.document())
              .orElseThrow(
                  () ->
                      new Problem(
                          HttpStatus.NOT_FOUND,
                          "the event was imported: no text tells how it came about"));
      wanted = event.evidence().stream().map(Evidence::sentence).collect(Collectors.toSet());
    } else {
      document =
          new Document(
              "sentence",
              "-",
              null,
              null,
              null,
              asked.text("date") == null ? TimeSpan.UNKNOWN : date(asked.text("date")),
              null,
              "en",
              sentence,
              List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, sentence.length()))),
              List.of());
    }
    Set<Integer> only = wanted;
    Object answer = queued(() -> explained(coder.get().explain(document), only));
    context.contentType("application/json");
    context.result(Json.bytes(answer));
  }

  private record Word(int n, String text, String lemma, String tag, String label, int head) {}

  private record Who(String text, String code, String name, String because) {}

  private record Nearly(String word, String entry, String type, String outcome, String example) {}

  private record Sentence(
      int number,
      String text,
      List<Word> words,
      List<Who> who,
      List<Event> events,
      List<Nearly> nearly,
      String discarded) {}

  private static Object explained(Coder.Reading reading, Set<Integer> wanted) {
    String text = reading.document().text();
    List<Sentence> sentences = new ArrayList<>();
    for (Coder.ReadSentence read : reading.sentences()) {
      int number = read.sentence().number();
      if (wanted != null && !wanted.contains(number)) {
        continue;
      }
      sentences.add(
          new Sentence(
              number,
              read.sentence().span().in(text),
              read.sentence().tokens().stream()
                  .map(
                      token ->
                          new Word(
                              token.index(),
                              token.text(),
                              token.lemma(),
                              token.tag(),
                              token.label(),
                              token.head()))
                  .toList(),
              read.mentions().all().stream()
                  .map(
                      mention ->
                          new Who(
                              mention.span().in(text),
                              mention.actor().fullCode(),
                              mention.actor().name(),
                              mention.because()))
                  .toList(),
              reading.events().stream()
                  .filter(
                      event -> event.evidence().stream().anyMatch(one -> one.sentence() == number))
                  .toList(),
              read.attempts().stream()
                  .filter(attempt -> !attempt.fired() && attempt.near())
                  .sorted(
                      Comparator.comparingInt(
                          (EventFinder.Attempt attempt) -> -attempt.entry().weight()))
                  .limit(NEAR)
                  .map(
                      attempt ->
                          new Nearly(
                              attempt.trigger().text(),
                              attempt.entry().place(),
                              String.valueOf(attempt.entry().type()),
                              attempt.outcome(),
                              attempt.entry().example()))
                  .toList(),
              read.discard() == null ? null : read.discard().phrase()));
    }
    return Map.of("sentences", sentences);
  }
}
