package org.entente.server;

import static org.entente.server.Route.get;
import static org.entente.server.Route.integer;
import static org.entente.server.Route.string;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Office;
import org.entente.knowledge.lexicon.Entry;
import org.entente.knowledge.lexicon.Trigger;
import org.entente.knowledge.ontology.CameoCode;
import org.entente.model.EventType;
import org.entente.server.asking.ActorNames;

/** What the coder knows: actors and their offices, words, places, the code book. */
final class KnowledgeApi {
  private static final int OFFICES = 60;

  private record OfficeView(
      String office, String of, String holder, String from, String to, String holderId) {}

  private record ActorView(
      ActorEntry actor, String partOf, List<OfficeView> offices, List<String> parts) {}

  private record EntryView(
      String place,
      String triggers,
      String pos,
      List<String> where,
      EventType type,
      String mode,
      String cameo,
      List<String> source,
      List<String> target,
      String example) {}

  private record TypeView(
      EventType type, String quad, String definition, Set<String> modes, String cameo) {}

  private final Answers answers;

  KnowledgeApi(Answers answers) {
    this.answers = answers;
  }

  void addTo(List<Route> routes) {
    add(routes, "actors", "Actors by name, code or id, with the offices they hold", this::actors);
    add(routes, "lexicon", "Words and what they are coded as", this::lexicon);
    add(routes, "places", "Places of the gazetteer", this::places);
    add(routes, "ontology", "The code book: types, CAMEO codes, contexts", this::ontology);
  }

  private interface Search {
    Object find(Knowledge knowledge, String words, int limit);
  }

  private void add(List<Route> routes, String what, String summary, Search search) {
    List<Route.Parameter> parameters =
        List.of(string("q", "What to look for"), integer("limit", "1 to 200; 20 if not said"));
    String path = "/api/knowledge/" + what;
    routes.add(
        get(
            path,
            "Knowledge",
            summary,
            parameters,
            "Found",
            context -> {
              Asked asked = Asked.of(context, Set.of("q", "limit"));
              String words = asked.text("q", "");
              int limit = asked.number("limit", 20, 1, 200);
              context.contentType("application/json");
              context.result(
                  answers.get(
                      path + asked.key(),
                      () -> Json.bytes(search.find(Knowledge.bundled(), words, limit))));
            }));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private Object actors(Knowledge knowledge, String words, int limit) {
    ActorRegistry registry = knowledge.actors();
    Set<ActorEntry> found = new LinkedHashSet<>();
    if (!words.isEmpty()) {
      ActorEntry exact = registry.find(words);
      if (exact == null) {
        exact = registry.find(words.toUpperCase(Locale.ROOT));
      }
      if (exact != null) {
        found.add(exact);
      }
      found.addAll(ActorNames.named(registry, words));
      String wanted = plain(words);
      registry.all().stream()
          .filter(entry -> entry.name() != null && plain(entry.name()).contains(wanted))
          .sorted(
              Comparator.comparing((ActorEntry entry) -> !plain(entry.name()).startsWith(wanted))
                  .thenComparing(ActorEntry::kind)
                  .thenComparing(ActorEntry::name))
          .limit(limit)
          .forEach(found::add);
    }
    return Map.of(
        "found",
        found.stream().limit(limit).map(entry -> view(registry, entry)).toList(),
        "known",
        registry.all().size());
  }

  private static ActorView view(ActorRegistry registry, ActorEntry entry) {
    List<OfficeView> offices = new ArrayList<>();
    var held =
        entry.kind() == ActorEntry.Kind.PERSON
            ? registry.officesHeldBy(entry.id())
            : registry.officesOf(entry.id());
    held.stream()
        .sorted(
            Comparator.comparing(
                    (Office office) -> office.from() == null ? LocalDate.MIN : office.from())
                .reversed())
        .limit(OFFICES)
        .forEach(
            office ->
                offices.add(
                    new OfficeView(
                        office.key().replace('_', ' '),
                        name(registry, office.of()),
                        name(registry, office.holder()),
                        office.from() == null ? null : office.from().toString(),
                        office.to() == null ? null : office.to().toString(),
                        office.holder())));
    return new ActorView(
        entry,
        entry.parent() == null ? null : name(registry, entry.parent()),
        offices,
        registry.children(entry.id()).stream().map(ActorEntry::name).limit(40).toList());
  }

  private static String name(ActorRegistry registry, String id) {
    ActorEntry entry = registry.find(id);
    return entry == null ? id : entry.name();
  }

  private Object lexicon(Knowledge knowledge, String words, int limit) {
    String wanted = words.toLowerCase(Locale.ROOT);
    List<Entry> entries = knowledge.lexicon().entries();
    List<EntryView> found =
        wanted.isEmpty()
            ? List.of()
            : entries.stream()
                .filter(
                    entry ->
                        entry.place().equals(wanted)
                            || entry.triggers().stream()
                                .anyMatch(trigger -> trigger.toString().contains(wanted)))
                .sorted(
                    Comparator.comparing(
                            (Entry entry) ->
                                entry.triggers().stream()
                                    .noneMatch(trigger -> trigger.lemma().equals(wanted)))
                        .thenComparing(Entry::place))
                .limit(limit)
                .map(KnowledgeApi::view)
                .toList();
    return Map.of("found", found, "known", entries.size());
  }

  private static EntryView view(Entry entry) {
    return new EntryView(
        entry.place(),
        String.join(", ", entry.triggers().stream().map(Trigger::toString).limit(12).toList()),
        entry.pos().key(),
        entry.where().stream()
            .map(
                condition ->
                    condition.slot()
                        + " "
                        + condition.kind().name().toLowerCase(Locale.ROOT)
                        + (condition.words().isEmpty()
                            ? ""
                            : ": "
                                + String.join(
                                    ", ", condition.words().stream().sorted().limit(8).toList())))
            .toList(),
        entry.type(),
        entry.mode(),
        entry.cameo(),
        entry.source(),
        entry.target(),
        entry.example());
  }

  private Object places(Knowledge knowledge, String words, int limit) {
    return Map.of(
        "found",
        words.isEmpty()
            ? List.of()
            : knowledge.gazetteer().find(words).stream().limit(limit).toList(),
        "known",
        knowledge.gazetteer().size());
  }

  private Object ontology(Knowledge knowledge, String words, int limit) {
    String wanted = words.toLowerCase(Locale.ROOT);
    Map<String, Object> found = new LinkedHashMap<>();
    List<TypeView> types = new ArrayList<>();
    for (EventType type : EventType.values()) {
      types.add(
          new TypeView(
              type,
              type.quad().label(),
              knowledge.ontology().definition(type),
              knowledge.ontology().modes(type),
              knowledge.ontology().general(type)));
    }
    found.put("types", types);
    found.put(
        "cameo",
        knowledge.ontology().cameoCodes().stream()
            .filter(
                code ->
                    wanted.isEmpty()
                        || code.code().startsWith(wanted)
                        || code.text().toLowerCase(Locale.ROOT).contains(wanted)
                        || code.type() != null
                            && code.type().name().toLowerCase(Locale.ROOT).equals(wanted))
            .sorted(Comparator.comparing(CameoCode::code))
            .toList());
    found.put("contexts", knowledge.ontology().contexts().keySet());
    return found;
  }
}
