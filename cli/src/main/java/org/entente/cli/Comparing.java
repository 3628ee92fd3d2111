package org.entente.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.entente.analysis.Corroboration;
import org.entente.analysis.Corroboration.Days;
import org.entente.analysis.Corroboration.Finding;
import org.entente.coding.Coder;
import org.entente.coding.ingest.Aside;
import org.entente.coding.ingest.Ingest;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.ontology.CameoCode;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.report.CorroborationReport;
import org.entente.server.asking.ActorNames;
import org.entente.store.ActorFilter;
import org.entente.store.EventStore;
import org.entente.store.Query;

/** Codes documents and looks in the store for other reports of their events. */
final class Comparing {
  private final EventStore store;
  private final Query query;
  private final int days;
  private final Coder coder;
  private final ActorRegistry registry;
  private final Corroboration corroboration;
  private final Origins origins;
  private int documents;

  /**
   * @param query which events of the store count
   * @param days most days between two reports
   */
  Comparing(EventStore store, Query query, int days, Coder coder) {
    this.store = store;
    this.query = query;
    this.days = days;
    this.coder = coder;
    this.registry = coder.knowledge().actors();
    this.corroboration = new Corroboration(this::wholes, days);
    this.origins = new Origins(store);
  }

  private Set<String> wholes(Actor actor, LocalDate day) {
    return ActorNames.wholes(registry, actor, day);
  }

  /** How many documents were read so far. */
  int documents() {
    return documents;
  }

  /** A report for each document; what cannot be read is told. */
  List<CorroborationReport> read(String input, Ingest.Options options, PrintWriter errors) {
    List<CorroborationReport> reports = new ArrayList<>();
    String counted = counted();
    code(
        input,
        options,
        errors,
        (document, events) -> {
          List<Query> queries = queries(events);
          List<Event> others = queries.isEmpty() ? List.of() : store.events(queries);
          List<Finding> findings =
              events.stream().map(event -> corroboration.find(event, others)).toList();
          reports.add(
              new CorroborationReport(
                  document, findings, about(document) + counted, this::words, this::origin));
        });
    return reports;
  }

  /** What is asked for each document. */
  String sql(String input, Ingest.Options options, PrintWriter errors) {
    StringBuilder sql = new StringBuilder();
    code(
        input,
        options,
        errors,
        (document, events) -> {
          List<Query> queries = queries(events);
          sql.append(queries.isEmpty() ? "" : EventStore.sql(queries) + ";\n");
        });
    return sql.toString();
  }

  private void code(
      String input,
      Ingest.Options options,
      PrintWriter errors,
      BiConsumer<Document, List<Event>> reader) {
    Ingest.read(
        input,
        options,
        new Ingest.Sink() {
          @Override
          public void document(Document document) {
            documents++;
            reader.accept(document, coder.code(document));
          }

          @Override
          public void aside(Aside aside) {
            errors.println("set aside: " + aside.origin() + ": " + aside.message());
            errors.flush();
          }
        });
  }

  /**
   * What is to be asked for the events of a document: whatever happened between any two of their
   * parties within reach. It is more than is compared in the end, but quickly found.
   */
  private List<Query> queries(List<Event> events) {
    Set<String> parties = new HashSet<>();
    List<Days> reaches = new ArrayList<>();
    boolean always = false;
    for (Event event : events) {
      if (event.hasDyad()) {
        for (Actor actor : List.of(event.source(), event.target())) {
          parties.addAll(
              event.time().known() ? wholes(actor, null) : ActorNames.allWholes(registry, actor));
        }
        Days reach = corroboration.days(event);
        always |= reach == null;
        reaches.add(reach);
      }
    }
    ActorFilter any =
        new ActorFilter(Set.of(), ActorNames.parts(registry, parties), null, Set.of());
    Query between = query.between(any, any);
    if (always) {
      return List.of(between);
    }
    List<Query> queries = new ArrayList<>();
    for (Days days : Days.joined(reaches)) {
      LocalDate from = later(days.first(), query.from());
      LocalDate to =
          query.to() != null && query.to().isBefore(days.last()) ? query.to() : days.last();
      if (!from.isAfter(to)) {
        queries.add(between.from(null).to(to).from(from));
      }
    }
    return queries;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return other != null && other.isAfter(one) ? other : one;
  }

  private static String about(Document document) {
    return document.published().known()
        ? document.published().label()
        : "date unknown, so compared with every day: give --date";
  }

  private String counted() {
    return String.format(
        Locale.ROOT,
        " · within %d %s · among %,d events of %s",
        days,
        days == 1 ? "day" : "days",
        store.count(query),
        store.file().getFileName());
  }

  /** The sentence of a text; the CAMEO code's text where there is none. */
  private String words(Event event) {
    Document document = origins.of(event);
    if (document != null) {
      return event.evidence().get(0).span().in(document.text());
    }
    CameoCode code =
        event.cameo() == null ? null : coder.knowledge().ontology().cameo(event.cameo());
    return code == null ? null : code.text();
  }

  private String origin(Event event) {
    Document document = origins.of(event);
    if (document == null) {
      return event.evidence().get(0).rule();
    }
    Set<String> parts = new LinkedHashSet<>();
    for (String part : new String[] {document.publisher(), document.title()}) {
      if (part != null && !part.isBlank()) {
        parts.add(part);
      }
    }
    return parts.isEmpty() ? document.id() : String.join(": ", parts);
  }
}
