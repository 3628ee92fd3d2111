package org.entente.knowledge.lexicon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.knowledge.ontology.Ontology;
import org.entente.knowledge.table.Folders;
import org.entente.knowledge.table.Mistakes;
import org.entente.knowledge.table.Row;
import org.entente.knowledge.table.Table;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Status;

/** All entries, found by trigger. */
public final class Lexicon {
  private static final Set<String> SLOTS =
      Set.of(
          "subj", "obj", "iobj", "poss", "mod", "comp", "xcomp", "ccomp", "both", "prt", "acomp");
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "about",
          "above",
          "across",
          "after",
          "against",
          "ahead",
          "along",
          "alongside",
          "amid",
          "among",
          "around",
          "as",
          "at",
          "before",
          "behind",
          "below",
          "beneath",
          "beside",
          "besides",
          "between",
          "beyond",
          "by",
          "concerning",
          "despite",
          "down",
          "during",
          "for",
          "from",
          "in",
          "inside",
          "into",
          "like",
          "near",
          "of",
          "off",
          "on",
          "onto",
          "out",
          "outside",
          "over",
          "past",
          "per",
          "regarding",
          "round",
          "since",
          "through",
          "throughout",
          "to",
          "toward",
          "towards",
          "under",
          "underneath",
          "until",
          "up",
          "upon",
          "via",
          "with",
          "within",
          "without");
  private static final Set<String> LINKS =
      Set.of("aux", "xcomp", "ger", "ccomp", "obj", "mod", "acomp");

  /** What an upper folder says goes before all that a lower one says. */
  private static final Comparator<Entry> SPECIFIC_FIRST =
      Comparator.comparingInt(Entry::layer).thenComparingInt(entry -> -entry.weight());

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Pos, Map<String, List<Entry>>> byTrigger = new EnumMap<>(Pos.class);
  private final List<Wrapper> wrappers = new ArrayList<>();
  private final Map<Pos, Map<String, List<Wrapper>>> wrappersByTrigger = new EnumMap<>(Pos.class);
  private final Map<String, Set<String>> classes = new HashMap<>();

  private Lexicon() {
    for (Pos pos : Pos.values()) {
      byTrigger.put(pos, new HashMap<>());
      wrappersByTrigger.put(pos, new HashMap<>());
    }
  }

  public static Lexicon load(Folders folders, Ontology ontology, Mistakes mistakes)
      throws IOException {
    Lexicon lexicon = new Lexicon();
    Table.readAll(
        folders,
        "lexicon",
        "classes",
        mistakes,
        List.of("class", "pos", "words", "note"),
        row ->
            lexicon
                .classes
                .computeIfAbsent(row.required("class").replace("@", ""), k -> new LinkedHashSet<>())
                .addAll(row.list("words")));
    for (Folders.Source file : folders.files("lexicon", "")) {
      String name = file.path().getFileName().toString();
      if (name.startsWith("classes") || name.startsWith("modality")) {
        continue;
      }
      Table table =
          Table.read(
              file,
              mistakes,
              List.of("trigger", "pos", "where", "type", "mode", "cameo", "source", "target"));
      for (Row row : table.rows()) {
        lexicon.add(row, ontology);
      }
    }
    Table.readAll(
        folders,
        "lexicon",
        "modality",
        mistakes,
        List.of(
            "trigger",
            "pos",
            "negated",
            "links",
            "where",
            "verbal_cooperation",
            "material_cooperation",
            "verbal_conflict",
            "material_conflict",
            "status"),
        lexicon::addWrapper);
    lexicon
        .byTrigger
        .values()
        .forEach(map -> map.values().forEach(list -> list.sort(SPECIFIC_FIRST)));
    return lexicon;
  }

  private void add(Row row, Ontology ontology) {
    Pos pos = pos(row);
    EventType type = row.constant("type", EventType.class);
    if (type == null) {
      row.mistake("type", "must not be empty");
    }
    String mode = row.text("mode").isEmpty() ? null : row.text("mode");
    if (mode != null && type != null && !ontology.modes(type).contains(mode)) {
      row.mistake("mode", "'" + mode + "' is no mode of " + type);
    }
    String cameo = row.text("cameo");
    if (ontology.cameo(cameo) == null) {
      row.mistake("cameo", "no such CAMEO code: '" + cameo + "'");
    }
    List<Trigger> triggers = triggers(row);
    List<Condition> where = where(row);
    List<String> source =
        slots(row, "source", pos, List.of("subj"), List.of("by", "poss", "mod", "subj"));
    List<String> target =
        slots(row, "target", pos, List.of("obj"), List.of("of", "against", "on", "with", "to"));
    if (pos == null || type == null) {
      return;
    }
    int weight = where.stream().mapToInt(Condition::weight).sum();
    if (triggers.stream().anyMatch(t -> t.particle() != null)) {
      weight += 8;
    }
    if (!row.text("trigger").startsWith("@")) {
      weight += 1;
    }
    Entry entry =
        new Entry(
            row.file(),
            row.line(),
            triggers,
            pos,
            where,
            type,
            mode,
            cameo,
            source,
            target,
            row.text("example"),
            weight,
            row.layer());
    entries.add(entry);
    for (Trigger trigger : triggers) {
      byTrigger.get(pos).computeIfAbsent(trigger.lemma(), k -> new ArrayList<>(2)).add(entry);
    }
  }

  private void addWrapper(Row row) {
    Pos pos = pos(row);
    Map<Quad, String> types = new EnumMap<>(Quad.class);
    for (Quad quad : Quad.values()) {
      String field = quad.name().toLowerCase(Locale.ROOT);
      String text = row.required(field);
      if (!text.equals("=")) {
        row.constant(field, EventType.class);
      }
      types.put(quad, text);
    }
    if (!row.required("status").equals("=")) {
      row.constant("status", Status.class);
    }
    Set<String> links = new LinkedHashSet<>(row.list("links"));
    for (String link : links) {
      if (!LINKS.contains(link) && !PREPOSITIONS.contains(link)) {
        row.mistake("links", "no link: '" + link + "'");
      }
    }
    if (pos == null) {
      return;
    }
    Wrapper wrapper =
        new Wrapper(
            row.file(),
            row.line(),
            triggers(row),
            pos,
            row.text("negated").equals("yes"),
            links,
            where(row),
            types,
            row.text("status"));
    wrappers.add(wrapper);
    for (Trigger trigger : wrapper.triggers()) {
      wrappersByTrigger
          .get(pos)
          .computeIfAbsent(trigger.lemma(), k -> new ArrayList<>(2))
          .add(wrapper);
    }
  }

  private static Pos pos(Row row) {
    String key = row.required("pos");
    for (Pos pos : Pos.values()) {
      if (pos.key().equals(key)) {
        return pos;
      }
    }
    row.mistake("pos", "'" + key + "' is none of v, n, a");
    return null;
  }

  private List<Trigger> triggers(Row row) {
    List<Trigger> triggers = new ArrayList<>();
    for (String text : row.list("trigger")) {
      for (String words : expand(row, "trigger", text)) {
        String[] parts = words.toLowerCase(Locale.ROOT).split("\\s+", 2);
        triggers.add(new Trigger(parts[0], parts.length > 1 ? parts[1] : null));
      }
    }
    if (triggers.isEmpty()) {
      row.mistake("trigger", "must not be empty");
    }
    return triggers;
  }

  private Set<String> expand(Row row, String field, String word) {
    if (!word.startsWith("@")) {
      return Set.of(word.toLowerCase(Locale.ROOT));
    }
    String[] parts = word.substring(1).split("\\s+", 2);
    Set<String> members = classes.get(parts[0]);
    if (members == null) {
      row.mistake(field, "no such class: '@" + parts[0] + "'");
      return Set.of();
    }
    Set<String> expanded = new LinkedHashSet<>();
    for (String member : members) {
      expanded.add(parts.length > 1 ? member + " " + parts[1] : member);
    }
    return expanded;
  }

  private List<Condition> where(Row row) {
    List<Condition> conditions = new ArrayList<>();
    for (String text : row.text("where").split("\\s+")) {
      if (text.isEmpty()) {
        continue;
      }
      int equals = text.indexOf('=');
      if (equals < 0) {
        boolean absent = text.startsWith("!");
        String slot = absent ? text.substring(1) : text;
        checkSlot(row, "where", slot);
        conditions.add(
            new Condition(
                slot,
                absent ? Condition.Kind.ABSENT : Condition.Kind.PRESENT,
                Set.of(),
                false,
                false));
        continue;
      }
      boolean other = text.startsWith("!");
      String slot = text.substring(other ? 1 : 0, equals);
      String value = text.substring(equals + 1);
      checkSlot(row, "where", slot);
      Set<String> words = new HashSet<>();
      boolean byClass = false;
      boolean actor = false;
      for (String word : value.split("\\|")) {
        if (word.equals("ACTOR")) {
          actor = true;
          continue;
        }
        if (word.equals("STATE")) {
          words.add(word);
          continue;
        }
        byClass |= word.startsWith("@");
        words.addAll(expand(row, "where", word));
      }
      conditions.add(
          new Condition(
              slot, other ? Condition.Kind.OTHER : Condition.Kind.WORD, words, actor, byClass));
    }
    return conditions;
  }

  private static List<String> slots(
      Row row, String field, Pos pos, List<String> ofVerb, List<String> ofNoun) {
    List<String> slots = row.list(field);
    slots.forEach(slot -> checkSlot(row, field, slot));
    if (!slots.isEmpty()) {
      return slots;
    }
    return pos == Pos.NOUN ? ofNoun : ofVerb;
  }

  /** Whether a word can be a slot as a preposition. */
  public static boolean isPreposition(String word) {
    return PREPOSITIONS.contains(word);
  }

  /** A slot is one of the fixed names, a preposition, or a path of two. */
  private static void checkSlot(Row row, String field, String slot) {
    for (String part : slot.split("\\.", -1)) {
      if (!SLOTS.contains(part) && !PREPOSITIONS.contains(part)) {
        row.mistake(field, "no slot: '" + slot + "'");
      }
    }
  }

  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** Entries that may hang on a lemma, the most specific first. */
  public List<Entry> entries(Pos pos, String lemma) {
    return byTrigger.get(pos).getOrDefault(lemma, List.of());
  }

  public List<Wrapper> wrappers() {
    return Collections.unmodifiableList(wrappers);
  }

  public List<Wrapper> wrappers(Pos pos, String lemma) {
    return wrappersByTrigger.get(pos).getOrDefault(lemma, List.of());
  }

  /** The words of a class; empty if there is none such. */
  public Set<String> classOf(String name) {
    return Collections.unmodifiableSet(classes.getOrDefault(name, Set.of()));
  }

  /** How many pairs of a trigger and an entry there are, classes spelled out. */
  public int size() {
    return entries.stream().mapToInt(entry -> entry.triggers().size()).sum();
  }
}
