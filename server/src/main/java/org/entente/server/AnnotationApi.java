package org.entente.server;

import static org.entente.server.Route.get;
import static org.entente.server.Route.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.ontology.CameoCode;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Evidence;
import org.entente.model.Sector;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.server.asking.ActorNames;
import org.entente.server.asking.Constants;
import org.entente.store.Annotation;
import org.entente.store.EventStore;

/** What readers say of events: right, wrong, or right but for something. */
final class AnnotationApi {
  private static final int LONGEST = 2_000;

  private final EventStore store;

  AnnotationApi(EventStore store) {
    this.store = store;
  }

  void addTo(List<Route> routes) {
    routes.add(
        get(
            "/api/annotations",
            "Annotations",
            "What readers said of events and still say",
            List.of(),
            "Annotations",
            context -> json(context, Map.of("annotations", store.annotations().standing()))));
    routes.add(
        post(
            "/api/annotations",
            "Annotations",
            "Confirms, corrects or rejects an event of the store, or takes that back",
            List.of(),
            "AnnotationRequest",
            "Annotation",
            this::add));
    routes.add(
        get(
            "/api/annotations/gold",
            "Annotations",
            "Confirmed and corrected events as gold for evaluate, a JSON object a line",
            List.of(),
            "application/jsonl",
            this::gold));
  }

  private static void json(Context context, Object value) {
    context.contentType("application/json");
    context.result(Json.bytes(value));
  }

  private void add(Context context) {
    JsonNode body = Body.json(context);
    String id = Body.text(body, "event");
    if (id == null) {
      throw new IllegalArgumentException("event: name the event by its id");
    }
    Event event =
        store
            .event(id)
            .orElseThrow(
                () ->
                    new Problem(
                        HttpStatus.NOT_FOUND,
                        "no event of this id in the store: save its document first"));
    String verdict = Body.text(body, "verdict");
    if (verdict == null) {
      throw new IllegalArgumentException(
          "verdict: say confirmed, corrected, rejected or withdrawn");
    }
    Annotation.Verdict said = Constants.named("verdict", Annotation.Verdict.class, verdict);
    Event corrected =
        said == Annotation.Verdict.CORRECTED ? corrected(event, body.path("corrected")) : null;
    String who = Body.text(body, "who");
    json(
        context,
        store
            .annotations()
            .add(
                said,
                event,
                corrected,
                cut(Body.text(body, "note")),
                who == null ? "somebody" : cut(who)));
  }

  private static String cut(String text) {
    if (text != null && text.length() > LONGEST) {
      throw new IllegalArgumentException("note, who: at most " + LONGEST + " characters");
    }
    return text;
  }

  /** The event with the fields that were sent in place of its own. */
  static Event corrected(Event event, JsonNode fields) {
    if (!fields.isObject() || fields.isEmpty()) {
      throw new IllegalArgumentException(
          "corrected: send the fields that are wrong: source, target, type, cameo, status");
    }
    Knowledge knowledge = Knowledge.bundled();
    String cameo = Body.text(fields, "cameo");
    EventType type = event.type();
    String mode = event.mode();
    String typeSaid = Body.text(fields, "type");
    if (typeSaid != null) {
      type = Constants.named("type", EventType.class, typeSaid);
      mode = type == event.type() ? mode : null;
    }
    if (cameo == null) {
      cameo = type == event.type() ? event.cameo() : knowledge.ontology().general(type);
    } else {
      CameoCode code = knowledge.ontology().cameo(cameo);
      if (code == null) {
        throw new IllegalArgumentException("cameo: CAMEO has no code '" + cameo + "'");
      }
      if (typeSaid == null && code.type() != null) {
        type = code.type();
        mode = code.mode();
      }
    }
    String status = Body.text(fields, "status");
    return new Event(
        event.id(),
        event.document(),
        actor(event.source(), Body.text(fields, "source"), "source"),
        fields.has("target") && Body.text(fields, "target") == null
            ? null
            : actor(event.target(), Body.text(fields, "target"), "target"),
        type,
        mode,
        event.contexts(),
        cameo,
        knowledge.ontology().goldstein(cameo, type),
        status == null ? event.status() : Constants.named("status", Status.class, status),
        event.attribution(),
        event.time(),
        event.place(),
        event.magnitudes(),
        event.confidence(),
        event.evidence(),
        event.coder());
  }

  /** The actor that a code with sectors, an id or a name means: EGYGOV, isis-libya, Egypt. */
  private static Actor actor(Actor old, String word, String field) {
    if (word == null || old != null && (word.equals(old.fullCode()) || word.equals(old.id()))) {
      return old;
    }
    String text = old == null ? null : old.text();
    ActorEntry entry = ActorNames.known(word);
    if (entry != null) {
      return new Actor(entry.id(), entry.name(), entry.code(), entry.sectors(), null, text);
    }
    for (int end = word.length() - 3; end >= 3; end -= 3) {
      ActorEntry whole = Knowledge.bundled().actors().find(word.substring(0, end));
      List<Sector> sectors = sectors(word.substring(end));
      if (whole != null && sectors != null) {
        return new Actor(whole.id(), whole.name(), whole.code(), sectors, null, text);
      }
    }
    throw new IllegalArgumentException(
        field + ": no actor '" + word + "'; write a code (EGY, EGYGOV), an id or a name");
  }

  private static List<Sector> sectors(String codes) {
    try {
      return IntStream.range(0, codes.length() / 3)
          .mapToObj(i -> Sector.valueOf(codes.substring(3 * i, 3 * i + 3)))
          .toList();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private void gold(Context context) {
    String lines =
        store.annotations().standing().stream()
            .filter(one -> one.verdict() != Annotation.Verdict.REJECTED)
            .map(this::record)
            .filter(record -> record != null)
            .map(ObjectNode::toString)
            .collect(Collectors.joining("\n"));
    context.contentType("application/jsonl");
    context.header("Content-Disposition", "attachment; filename=\"entente-gold.jsonl\"");
    context.result(lines.isEmpty() ? "" : lines + "\n");
  }

  /** As the gold standard of PLOVER has it, or null if its text is not in the store any more. */
  private ObjectNode record(Annotation annotation) {
    Event event = annotation.corrected() == null ? annotation.original() : annotation.corrected();
    Evidence evidence = event.evidence().get(0);
    Document document = store.document(event.document()).orElse(null);
    String sentence = EventViews.sentence(document, evidence.span());
    if (sentence == null) {
      return null;
    }
    ObjectNode record = Json.object();
    record.put("id", event.id());
    LocalDate day = document.published().to();
    if (day != null) {
      record.put("date", day.toString());
    }
    record.put("text", sentence);
    record.put("event", event.type().name());
    party(record.putArray("source"), event.source());
    party(record.putArray("target"), event.target());
    record.put("markup", markup(evidence, sentence));
    record.put("who", annotation.who());
    record.put("made", annotation.made().toString());
    return record;
  }

  private static void party(ArrayNode parties, Actor actor) {
    if (actor != null) {
      parties
          .addObject()
          .put("code", actor.code())
          .put("sector", actor.fullCode().substring(actor.code().length()));
    }
  }

  /** The sentence with its words marked as the gold standard marks them. */
  private static String markup(Evidence evidence, String sentence) {
    record Mark(String name, Span span) {}
    List<Mark> marks =
        Stream.of(
                new Mark("SRC", evidence.source()),
                new Mark("EVT", evidence.predicate()),
                new Mark("TAR", evidence.target()))
            .filter(mark -> mark.span() != null && evidence.span().contains(mark.span()))
            .sorted(Comparator.comparing(Mark::span))
            .toList();
    StringBuilder marked = new StringBuilder();
    int base = evidence.span().start();
    int at = 0;
    for (Mark mark : marks) {
      int start = mark.span().start() - base;
      int end = mark.span().end() - base;
      String words = sentence.substring(start, end);
      if (start < at || words.contains("(") || words.contains(")")) {
        continue;
      }
      marked.append(sentence, at, start);
      marked.append('(').append(mark.name()).append(": ").append(words).append(')');
      at = end;
    }
    return marked.append(sentence.substring(at)).toString();
  }
}
