package org.entente.knowledge.petrarch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Form;
import org.entente.knowledge.actors.Named;
import org.entente.knowledge.names.NameKey;
import org.entente.model.Sector;

/** Writes actors: those that are a state and nothing else as countries, all others with codes. */
final class ActorTables {
  /** Codes of three letters that are those of no state, present or past. */
  private static final Set<String> NO_STATE =
      Set.of("IGO", "NGO", "NGM", "MNC", "IMG", "MED", "ELI", "GOV", "MIL", "REB", "OPP", "BUS");

  private final ActorRegistry ours;
  private final Ledger ledger;
  private final Map<String, Country> countries = new TreeMap<>();
  private final Map<String, ActorRecord> others = new LinkedHashMap<>();

  /**
   * @param ours tells which codes are countries, and what sort of actor a name is
   */
  ActorTables(ActorRegistry ours, Ledger ledger) {
    this.ours = ours;
    this.ledger = ledger;
  }

  void add(ActorRecord actor) {
    String state = state(actor);
    if (state == null) {
      addCoded(actor);
    } else {
      countries.computeIfAbsent(state, this::emptyCountry).records().add(actor);
    }
  }

  private Country emptyCountry(String code) {
    ActorEntry state = country(code);
    return new Country(
        code,
        name -> ours.names().exact(name).contains(new Named(state, Form.NAME)),
        new ArrayList<>());
  }

  /** What a state was before or after it had its own code, and its names then. */
  private void addOtherTimes(Country country) {
    boolean forever = country.isForever();
    for (ActorRecord actor : country.records()) {
      ActorRecord then = new ActorRecord(new ArrayList<>(actor.names()), new ArrayList<>());
      for (ActorCode code : actor.codes()) {
        boolean own = country.code().equals(code.code());
        if (code.code() == null || own && (code.dated() || forever)) {
          continue;
        }
        if (!own && country.covers(code)) {
          ledger.left(
              code.line(), "another code of a state at a time when it has its own", code.code());
        } else {
          then.codes().add(code);
        }
      }
      if (!then.codes().isEmpty()) {
        addCoded(then);
      }
    }
  }

  private void addCoded(ActorRecord actor) {
    ActorRecord same = others.computeIfAbsent(id(actor), k -> new ActorRecord());
    same.names().addAll(actor.names());
    same.codes().addAll(actor.codes());
  }

  /** The code of the country that it is, at some time at least; null if it is none. */
  private String state(ActorRecord actor) {
    for (ActorCode code : actor.codes()) {
      String state = code.code();
      if (state != null && country(state) != null) {
        boolean other =
            actor.codes().stream()
                .anyMatch(one -> isSectorOf(state, one) || isAnother(state, one.code()));
        return other ? null : state;
      }
    }
    return null;
  }

  private boolean isAnother(String state, String code) {
    return code != null && !code.equals(state) && country(code) != null;
  }

  /** {@code EGYGOV}: who has it at any time is a person or a body, not the state. */
  private static boolean isSectorOf(String state, ActorCode code) {
    return code.code() != null
        && code.code().length() >= 6
        && code.code().startsWith(state)
        && Arrays.stream(Sector.values())
            .anyMatch(sector -> code.code().startsWith(sector.name(), 3));
  }

  private ActorEntry country(String code) {
    ActorEntry entry = ours.find(code);
    return entry != null && entry.kind() == ActorEntry.Kind.COUNTRY && entry.code().equals(code)
        ? entry
        : null;
  }

  private static String id(ActorRecord actor) {
    String slug =
        NameKey.of(actor.names().get(0).text())
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return "petrarch-" + (slug.isEmpty() ? actor.names().get(0).line().number() : slug);
  }

  void write(Path folder) throws IOException {
    countries.values().forEach(this::addOtherTimes);
    writeCountries(folder);
    try (KnowledgeTable table =
        new KnowledgeTable(
            folder,
            "actors/coded.tsv",
            List.of("id", "kind", "name", "aliases", "code", "from", "to"))) {
      for (Map.Entry<String, ActorRecord> actor : others.entrySet()) {
        write(table, actor.getKey(), actor.getValue());
      }
    }
  }

  private void writeCountries(Path folder) throws IOException {
    try (KnowledgeTable table =
        new KnowledgeTable(
            folder,
            "actors/countries.tsv",
            List.of(
                "code",
                "name",
                "aliases",
                "adjectives",
                "people",
                "capital",
                "region",
                "from",
                "to"))) {
      for (Map.Entry<String, Country> entry : countries.entrySet()) {
        ActorEntry country = country(entry.getKey());
        Map<Form, Set<String>> names = new EnumMap<>(Form.class);
        for (Form form : Form.values()) {
          names.put(form, new LinkedHashSet<>());
        }
        for (ActorRecord actor : entry.getValue().records()) {
          for (ActorRecord.Name name : actor.names()) {
            names.get(form(name.text(), country)).add(name.text());
          }
        }
        String name = country.name();
        names.get(Form.NAME).remove(name);
        table.row(
            List.of(
                entry.getKey(),
                name,
                KnowledgeTable.list(names.get(Form.NAME)),
                KnowledgeTable.list(names.get(Form.ADJECTIVE)),
                KnowledgeTable.list(names.get(Form.PEOPLE)),
                KnowledgeTable.list(names.get(Form.CAPITAL)),
                "",
                date(entry.getValue().from()),
                date(entry.getValue().to())));
      }
    }
  }

  private Form form(String name, ActorEntry country) {
    for (Named named : ours.names().exact(name)) {
      if (named.entry().id().equals(country.id())) {
        return named.form();
      }
    }
    return Form.NAME;
  }

  /** The latest code first, one without dates last: it holds when no other does. */
  private void write(KnowledgeTable table, String id, ActorRecord actor) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    actor.names().forEach(name -> names.add(name.text()));
    String title = Spelling.title(actor.names().get(0).text());
    names.remove(title);
    List<ActorCode> codes =
        actor.codes().stream()
            .filter(code -> code.code() != null)
            .sorted(
                Comparator.comparing(ActorCode::dated)
                    .thenComparing(
                        ActorCode::from,
                        Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                    .reversed())
            .toList();
    Set<List<String>> rows = new LinkedHashSet<>();
    for (ActorCode code : codes) {
      rows.add(List.of(code.code(), date(code.from()), date(code.to())));
    }
    boolean first = true;
    for (List<String> row : rows) {
      table.row(
          List.of(
              id,
              first ? kind(actor) : "",
              first ? title : "",
              first ? KnowledgeTable.list(names) : "",
              row.get(0),
              row.get(1),
              row.get(2)));
      first = false;
    }
  }

  /** What our registry knows it as; otherwise a person if its code changes with time. */
  private String kind(ActorRecord actor) {
    boolean state =
        actor.codes().stream()
            .map(ActorCode::code)
            .anyMatch(code -> code != null && code.length() == 3 && !NO_STATE.contains(code));
    if (state) {
      return "bloc";
    }
    for (ActorRecord.Name name : actor.names()) {
      for (Named named : ours.names().exact(name.text())) {
        if (named.form() == Form.NAME && named.entry().kind() != ActorEntry.Kind.COUNTRY) {
          return named.entry().kind().name().toLowerCase(Locale.ROOT);
        }
      }
    }
    return actor.hasDates() ? "person" : "organisation";
  }

  private static String date(LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
