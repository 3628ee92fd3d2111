package org.entente.server.asking;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Status;
import org.entente.store.Query;

/**
 * Which events somebody asks for, in words. What is empty or null leaves it open.
 *
 * @param mark before the names of the fields in messages: {@code --} for options of a command
 * @param source who acts, see {@link ActorNames#filter}
 * @param target to whom
 * @param actor who acts or to whom
 * @param with together with {@code actor}: between the two, in both directions
 * @param types PLOVER types
 * @param modes PLOVER's modes, or {@code statement}; with {@code !} before it, one that they must
 *     not be of
 * @param quads quad classes, or half of the name of two: {@code conflict}, {@code material}
 * @param statuses how far it has happened
 * @param from first day
 * @param to last day, included
 * @param places codes of countries (ISO 3166-1 alpha-3), their names, or parts of names of places
 * @param confidence least, 0 to 1
 * @param text words in the sentence, the actors or the place
 * @param dataset id of a data set; {@code coded} for what was coded from texts
 * @param duplicates whether further reports of one event are events of their own
 * @param rejected whether events that a reader has rejected are wanted too
 */
public record Filters(
    String mark,
    List<String> source,
    List<String> target,
    List<String> actor,
    List<String> with,
    List<String> types,
    List<String> modes,
    List<String> quads,
    List<String> statuses,
    LocalDate from,
    LocalDate to,
    List<String> places,
    double confidence,
    String text,
    String dataset,
    boolean duplicates,
    boolean rejected) {
  /** Of what is only said, CAMEO's 01; no mode of PLOVER's. */
  private static final String STATEMENT = "statement";

  /**
   * The query; actors and places are looked up in the bundled knowledge.
   *
   * @throws IllegalArgumentException if a word means nothing; the message names the field
   */
  public Query query() {
    if (!with.isEmpty() && actor.isEmpty()) {
      throw new IllegalArgumentException(mark + "with: name the other one with " + mark + "actor");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          mark + "to " + to + " is before " + mark + "from " + from + ": no day lies between them");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(mark + "min-confidence: 0 to 1, not " + confidence);
    }
    if (text != null && text.isBlank()) {
      throw new IllegalArgumentException(
          mark + "text: no words; write for example " + mark + "text \"state visit\"");
    }
    Query query =
        Query.ALL
            .source(ActorNames.filter(mark + "source", source))
            .target(ActorNames.filter(mark + "target", target))
            .types(constants("type", EventType.class, types))
            .modes(modes(false))
            .withoutModes(modes(true))
            .quads(quadClasses())
            .statuses(constants("status", Status.class, statuses))
            .from(from)
            .to(to)
            .places(placeNames())
            .confidence(confidence)
            .text(text)
            .dataset("coded".equals(dataset) ? "" : dataset)
            .duplicates(duplicates)
            .rejected(rejected);
    return with.isEmpty()
        ? query.actor(ActorNames.filter(mark + "actor", actor))
        : query.between(
            ActorNames.filter(mark + "actor", actor), ActorNames.filter(mark + "with", with));
  }

  /** Those that are wanted, or those that are not. */
  private Set<String> modes(boolean not) {
    Set<String> found = new TreeSet<>();
    for (String word : modes) {
      String mode = word.strip().toLowerCase(Locale.ROOT);
      String name = mode.startsWith("!") ? mode.substring(1).strip() : mode;
      Set<String> known = new TreeSet<>(Set.of(STATEMENT));
      for (EventType type : EventType.values()) {
        known.addAll(Knowledge.bundled().ontology().modes(type));
      }
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            mark + "mode: no mode '" + name + "'; there are " + String.join(", ", known));
      }
      if (not == mode.startsWith("!")) {
        found.add(name);
      }
    }
    return found;
  }

  /** Countries by their codes; other places under the names that the gazetteer has for them. */
  private Set<String> placeNames() {
    Set<String> found = new HashSet<>();
    for (String place : places) {
      String word = place.strip();
      if (word.isEmpty()) {
        throw new IllegalArgumentException(mark + "place: a name is empty");
      }
      found.add(word);
      if (word.matches("[A-Z]{3}")) {
        continue;
      }
      Knowledge knowledge = Knowledge.bundled();
      for (ActorEntry entry : ActorNames.named(knowledge.actors(), word)) {
        if (entry.kind() == ActorEntry.Kind.COUNTRY) {
          found.add(entry.code());
        }
      }
      knowledge.gazetteer().find(word).forEach(location -> found.add(location.name()));
    }
    return found;
  }

  private Set<Quad> quadClasses() {
    Set<Quad> found = EnumSet.noneOf(Quad.class);
    for (String name : quads) {
      String part = name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
      boolean any = false;
      for (Quad quad : Quad.values()) {
        if (quad.name().equals(part)
            || quad.name().startsWith(part + "_")
            || quad.name().endsWith("_" + part)) {
          found.add(quad);
          any = true;
        }
      }
      if (!any) {
        throw new IllegalArgumentException(
            mark
                + "quad: no class '"
                + name
                + "'; there are verbal-cooperation, material-cooperation, verbal-conflict,"
                + " material-conflict, and cooperation, conflict, verbal, material");
      }
    }
    return found;
  }

  private <E extends Enum<E>> Set<E> constants(String field, Class<E> type, List<String> names) {
    Set<E> found = EnumSet.noneOf(type);
    for (String name : names) {
      found.add(Constants.named(mark + field, type, name.strip()));
    }
    return found;
  }
}
