package org.entente.knowledge.actors;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.knowledge.names.NameKey;
import org.entente.knowledge.names.Names;
import org.entente.knowledge.table.Folders;
import org.entente.knowledge.table.Mistakes;
import org.entente.knowledge.table.Row;
import org.entente.knowledge.table.Table;
import org.entente.model.Actor;
import org.entente.model.Sector;

/** All actors, by id and by name; who held which office when. */
public final class ActorRegistry {
  private final Map<String, ActorEntry> byId = new LinkedHashMap<>();
  private final Map<String, ActorEntry> byCode = new HashMap<>();
  private final Names<Named> names = new Names<>();
  private final Names<Title> titles = new Names<>();
  private final List<Title> allTitles = new ArrayList<>();
  private final Set<String> titledOffices = new HashSet<>();
  private final Map<String, List<Office>> officesOfActor = new HashMap<>();
  private final Map<String, List<Office>> officesOfPerson = new HashMap<>();
  private final Map<String, List<ActorEntry>> children = new HashMap<>();
  private final Map<String, Row> rows = new HashMap<>();
  private final Set<String> under = new HashSet<>();
  private final Map<String, String> regions = new HashMap<>();
  private int offices;

  private ActorRegistry() {}

  public static ActorRegistry load(Folders folders, Mistakes mistakes) throws IOException {
    ActorRegistry registry = new ActorRegistry();
    registry.loadActors(folders, mistakes);
    registry.loadOffices(folders, mistakes);
    registry.rows.clear();
    return registry;
  }

  private void loadActors(Folders folders, Mistakes mistakes) throws IOException {
    readTable(
        folders,
        "actors",
        "countries",
        mistakes,
        List.of(
            "code", "name", "aliases", "adjectives", "people", "capital", "region", "from", "to"),
        row -> {
          String code = row.required("code");
          ActorEntry entry =
              new ActorEntry(
                  code.toLowerCase(Locale.ROOT),
                  ActorEntry.Kind.COUNTRY,
                  row.required("name"),
                  code,
                  List.of(),
                  null,
                  List.of(code),
                  row.date("from", false),
                  row.date("to", true));
          ActorEntry known = add(row, "code", entry);
          if (!row.text("region").isEmpty()) {
            regions.put(known.code(), row.text("region"));
          }
          names(row, known);
          row.list("people").forEach(name -> names.add(name, new Named(known, Form.PEOPLE)));
          row.list("capital").forEach(name -> names.add(name, new Named(known, Form.CAPITAL)));
        });
    read(folders, mistakes, "blocs", ActorEntry.Kind.BLOC, "members");
    read(folders, mistakes, "organisations", ActorEntry.Kind.ORGANISATION, "members");
    read(folders, mistakes, "groups", ActorEntry.Kind.GROUP, "countries");
    read(folders, mistakes, "communities", ActorEntry.Kind.COMMUNITY, "countries");
    readTable(
        folders,
        "actors",
        "institutions",
        mistakes,
        List.of("id", "of", "name", "aliases", "sectors", "from", "to"),
        row -> {
          String of = row.required("of");
          if (!byCode.containsKey(of)) {
            row.mistake("of", "no such country: '" + of + "'");
          }
          ActorEntry entry =
              new ActorEntry(
                  row.required("id"),
                  ActorEntry.Kind.INSTITUTION,
                  row.required("name"),
                  of,
                  row.constants("sectors", Sector.class),
                  of.toLowerCase(Locale.ROOT),
                  List.of(of),
                  row.date("from", false),
                  row.date("to", true));
          names(row, add(row, "id", entry));
        });
    readTable(
        folders,
        "actors",
        "media",
        mistakes,
        List.of("id", "name", "aliases", "country", "kind"),
        row -> {
          String country = row.text("country");
          if (!country.isEmpty() && !byCode.containsKey(country)) {
            row.mistake("country", "no such country: '" + country + "'");
          }
          ActorEntry entry =
              new ActorEntry(
                  row.required("id"),
                  ActorEntry.Kind.MEDIA,
                  row.required("name"),
                  country.isEmpty() ? "MED" : country,
                  List.of(Sector.MED),
                  null,
                  country.isEmpty() ? List.of() : List.of(country),
                  null,
                  null);
          names(row, add(row, "id", entry));
        });
    for (CodedActors.Coded coded : CodedActors.read(folders, mistakes, byCode)) {
      ActorEntry entry = coded.entry();
      if (byId.containsKey(entry.id()) && rows.get(entry.id()) != null) {
        coded.row().mistake("id", "'" + entry.id() + "' stands twice");
      }
      byId.putIfAbsent(entry.id(), entry);
      under(coded.row(), entry);
      Named named = new Named(entry, Form.NAME);
      coded.names().forEach(name -> names.add(name, named));
    }
    for (ActorEntry entry : byId.values()) {
      if (entry.parent() != null && !byId.containsKey(entry.parent())) {
        rows.get(entry.id()).mistake("parent", "no such actor: '" + entry.parent() + "'");
      } else if (entry.parent() != null) {
        children.computeIfAbsent(entry.parent(), k -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** Where actors have codes of their own, the other tables need not be there. */
  private static void readTable(
      Folders folders,
      String folder,
      String prefix,
      Mistakes mistakes,
      List<String> header,
      Consumer<Row> each)
      throws IOException {
    if (folders.files(folder, "coded").isEmpty()) {
      Table.readAll(folders, folder, prefix, mistakes, header, each);
    } else {
      Table.readAny(folders, folder, prefix, mistakes, header, each);
    }
  }

  private void read(
      Folders folders, Mistakes mistakes, String files, ActorEntry.Kind kind, String countries)
      throws IOException {
    readTable(
        folders,
        "actors",
        files,
        mistakes,
        List.of("id", "code", "name", "aliases", countries),
        row -> {
          for (String country : row.list(countries)) {
            if (!byCode.containsKey(country)) {
              row.mistake(countries, "no such country: '" + country + "'");
            }
          }
          List<Sector> sectors = row.constants("sectors", Sector.class);
          String parent = row.text("parent");
          ActorEntry entry =
              new ActorEntry(
                  row.required("id"),
                  kind,
                  row.required("name"),
                  row.required("code"),
                  sectors,
                  parent.isEmpty() ? null : parent,
                  row.list(countries),
                  row.date("from", false),
                  row.date("to", true));
          names(row, add(row, "id", entry));
        });
  }

  /** The entry; where an upper folder has one of the same id, that one. */
  private ActorEntry add(Row row, String field, ActorEntry entry) {
    if (entry.from() != null && entry.to() != null && entry.to().isBefore(entry.from())) {
      row.mistake("to", "ends before it begins");
    }
    Row before = rows.putIfAbsent(entry.id(), row);
    if (before != null && before.layer() < row.layer()) {
      return byId.get(entry.id());
    }
    if (byId.put(entry.id(), entry) != null) {
      row.mistake(field, "'" + entry.id() + "' stands twice");
    }
    under(row, entry);
    if (entry.kind() != ActorEntry.Kind.INSTITUTION && entry.kind() != ActorEntry.Kind.MEDIA) {
      ActorEntry other = byCode.putIfAbsent(entry.code(), entry);
      if (other != null
          && other.kind() != ActorEntry.Kind.PERSON
          && rows.get(other.id()).layer() == row.layer()
          && entry.kind() != ActorEntry.Kind.COMMUNITY) {
        row.mistake("code", "'" + entry.code() + "' is the code of " + other.id() + " too");
      }
    }
    return entry;
  }

  private void under(Row row, ActorEntry entry) {
    if (row.layer() > 0) {
      under.add(entry.id());
    }
  }

  private void names(Row row, ActorEntry entry) {
    names.add(row.text("name"), new Named(entry, Form.NAME));
    row.list("aliases").forEach(name -> names.add(name, new Named(entry, Form.NAME)));
    row.list("adjectives").forEach(name -> names.add(name, new Named(entry, Form.ADJECTIVE)));
  }

  private void loadOffices(Folders folders, Mistakes mistakes) throws IOException {
    readTable(
        folders,
        "actors",
        "titles",
        mistakes,
        List.of("office", "titles", "sectors", "of"),
        row -> {
          List<String> of = new ArrayList<>();
          for (String id : row.list("of")) {
            ActorEntry entry = find(id);
            if (entry == null) {
              row.mistake("of", "no such actor: '" + id + "'");
            } else {
              of.add(entry.id());
            }
          }
          for (String text : row.list("titles")) {
            Title title =
                new Title(row.required("office"), text, row.constants("sectors", Sector.class), of);
            titles.add(text, title);
            titles.add(plural(text), title);
            allTitles.add(title);
            titledOffices.add(title.office());
          }
        });
    readTable(
        folders,
        "actors",
        "offices",
        mistakes,
        List.of("of", "office", "holder", "aliases", "from", "to", "source"),
        this::office);
    officesOfActor.values().forEach(list -> list.sort(BY_START));
    officesOfPerson.values().forEach(list -> list.sort(BY_START));
  }

  private static String plural(String title) {
    int of = title.indexOf(" of ");
    int at = of < 0 ? title.indexOf(" for ") : of;
    String head = at < 0 ? title : title.substring(0, at);
    String rest = at < 0 ? "" : title.substring(at);
    return head.endsWith("y") && !head.endsWith("ey")
        ? head.substring(0, head.length() - 1) + "ies" + rest
        : head + "s" + rest;
  }

  private static final Comparator<Office> BY_START =
      Comparator.comparing(Office::from, Comparator.nullsFirst(Comparator.naturalOrder()));

  private void office(Row row) {
    ActorEntry of = find(row.required("of"));
    String holder = row.required("holder");
    String key = row.required("office");
    row.required("source");
    if (of == null) {
      row.mistake("of", "no such actor: '" + row.text("of") + "'");
      return;
    }
    if (!titledOffices.contains(key)) {
      row.mistake("office", "'" + key + "' has no titles in titles.tsv");
    }
    String id = idOf(holder);
    LocalDate from = row.date("from", false);
    LocalDate to = row.date("to", true);
    if (from != null && to != null && to.isBefore(from)) {
      row.mistake("to", "ends before it begins");
      return;
    }
    ActorEntry person = byId.get(id);
    if (person == null) {
      person =
          new ActorEntry(
              id,
              ActorEntry.Kind.PERSON,
              holder,
              of.code(),
              List.of(),
              of.id(),
              of.countries(),
              null,
              null);
      byId.put(id, person);
      under(row, person);
    }
    Named named = new Named(person, Form.NAME);
    names.addOnce(holder, named);
    row.list("aliases").forEach(alias -> names.addOnce(alias, named));
    Office office = new Office(of.id(), key, id, from, to);
    officesOfActor.computeIfAbsent(of.id(), k -> new ArrayList<>()).add(office);
    officesOfPerson.computeIfAbsent(id, k -> new ArrayList<>()).add(office);
    offices++;
  }

  /** "person/abdel-fattah-al-sisi". */
  private static String idOf(String holder) {
    String key = NameKey.of(holder);
    StringBuilder id = new StringBuilder("person/");
    boolean gap = false;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        if (gap) {
          id.append('-');
        }
        id.append(c);
        gap = false;
      } else {
        gap = true;
      }
    }
    return id.toString();
  }

  /** By id or by code, whatever its case; null if there is none such. */
  public ActorEntry find(String idOrCode) {
    ActorEntry byItsId = byId.get(idOrCode.toLowerCase(Locale.ROOT));
    return byItsId != null ? byItsId : byCode.get(idOrCode.toUpperCase(Locale.ROOT));
  }

  /**
   * The region of a country, about as the United Nations Statistics Division draws them: {@code
   * North Africa}; null if there is no such country.
   *
   * @param code ISO 3166-1 alpha-3
   */
  public String region(String code) {
    return regions.get(code);
  }

  public Names<Named> names() {
    return names;
  }

  public Names<Title> titles() {
    return titles;
  }

  public Collection<ActorEntry> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** Whether it comes from a folder over which another is laid, whose actors go before it. */
  public boolean isUnder(ActorEntry entry) {
    return under.contains(entry.id());
  }

  /** Branches and organs of an actor. */
  public List<ActorEntry> children(String id) {
    return Collections.unmodifiableList(children.getOrDefault(id, List.of()));
  }

  /** The actor with this id and all that are part of it, branches of branches included. */
  public List<ActorEntry> family(String id) {
    List<ActorEntry> family = new ArrayList<>();
    if (byId.containsKey(id)) {
      family.add(byId.get(id));
      for (int i = 0; i < family.size(); i++) {
        for (ActorEntry child : children(family.get(i).id())) {
          if (!family.contains(child)) {
            family.add(child);
          }
        }
      }
    }
    return family;
  }

  public int offices() {
    return offices;
  }

  /** All terms of an actor's offices, by their start. */
  public List<Office> officesOf(String actor) {
    return Collections.unmodifiableList(officesOfActor.getOrDefault(actor, List.of()));
  }

  /** All offices that a person held, by their start. */
  public List<Office> officesHeldBy(String person) {
    return Collections.unmodifiableList(officesOfPerson.getOrDefault(person, List.of()));
  }

  /**
   * Who held an office on a day.
   *
   * @param day or null: today's holder, as far as the files know
   * @return null if nobody is known
   */
  public ActorEntry holder(String actor, String office, LocalDate day) {
    ActorEntry found = null;
    for (Office term : officesOfActor.getOrDefault(actor, List.of())) {
      if (term.key().equals(office) && (day == null ? term.to() == null : term.heldAt(day))) {
        found = byId.get(term.holder());
      }
    }
    return found;
  }

  /** The office that a person held on a day, or else the one nearest in time; null without any. */
  public Office officeAt(String person, LocalDate day) {
    List<Office> held = officesOfPerson.getOrDefault(person, List.of());
    if (held.isEmpty()) {
      return null;
    }
    if (day == null) {
      return held.get(held.size() - 1);
    }
    Office best = null;
    for (Office office : held) {
      if (best == null
          || office.distance(day) < best.distance(day)
          || office.distance(day) == best.distance(day) && (ofState(office) || !ofState(best))) {
        best = office;
      }
    }
    return best;
  }

  private boolean ofState(Office office) {
    return byId.get(office.of()).kind() == ActorEntry.Kind.COUNTRY;
  }

  /**
   * How many days lie between a day and the nearest office of a person; 0 while in office, and for
   * who never held one.
   */
  public long daysFromOffice(String person, LocalDate day) {
    Office office = officeAt(person, day);
    return office == null || day == null ? 0 : office.distance(day);
  }

  /**
   * The actor as events name it, on a day: a person with the code and sectors of the office held.
   */
  public Actor actor(ActorEntry entry, LocalDate day, String text) {
    if (entry.kind() != ActorEntry.Kind.PERSON) {
      return new Actor(entry.id(), entry.name(), entry.code(), entry.sectors(), null, text);
    }
    Office office = officeAt(entry.id(), day);
    if (office == null) {
      return new Actor(entry.id(), entry.name(), entry.code(), entry.sectors(), null, text);
    }
    ActorEntry of = byId.get(office.of());
    List<Sector> sectors = new ArrayList<>();
    boolean state = of.kind() == ActorEntry.Kind.COUNTRY;
    if (day != null && office.distance(day) > 0) {
      sectors.add(Sector.ELI);
    } else if (state || of.kind() == ActorEntry.Kind.INSTITUTION) {
      sectors.addAll(state ? sectorsOf(office) : of.sectors());
    } else {
      sectors.addAll(of.sectors());
    }
    return new Actor(entry.id(), entry.name(), of.code(), sectors, office.key(), text);
  }

  /** The same with its office as people write it: "head of state". */
  public static Actor inWords(Actor actor) {
    return actor.role() == null || actor.role().indexOf('_') < 0
        ? actor
        : new Actor(
            actor.id(),
            actor.name(),
            actor.code(),
            actor.sectors(),
            actor.role().replace('_', ' '),
            actor.text());
  }

  private List<Sector> sectorsOf(Office office) {
    for (Title title : allTitles) {
      if (title.office().equals(office.key())
          && (title.of().isEmpty() || title.of().contains(office.of()))) {
        return title.sectors();
      }
    }
    return List.of(Sector.GOV);
  }
}
