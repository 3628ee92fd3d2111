package org.entente.knowledge.petrarch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Writes actors: those that are a state and nothing else as countries, all others with codes. */
final class ActorTables {
  private final ActorRegistry ours;
  private final Map<String, List<ActorRecord>> countries = new TreeMap<>();
  private final Map<String, ActorRecord> others = new LinkedHashMap<>();

  /**
   * @param ours tells which codes are countries, and what sort of actor a name is
   */
  ActorTables(ActorRegistry ours) {
    this.ours = ours;
  }

  void add(ActorRecord actor) {
    String code = actor.onlyCode();
    if (code != null && country(code) != null) {
      countries.computeIfAbsent(code, k -> new ArrayList<>()).add(actor);
      return;
    }
    ActorRecord same = others.computeIfAbsent(id(actor), k -> new ActorRecord());
    same.names().addAll(actor.names());
    same.codes().addAll(actor.codes());
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
      for (Map.Entry<String, List<ActorRecord>> entry : countries.entrySet()) {
        ActorEntry country = country(entry.getKey());
        Map<Form, Set<String>> names = new EnumMap<>(Form.class);
        for (Form form : Form.values()) {
          names.put(form, new LinkedHashSet<>());
        }
        for (ActorRecord actor : entry.getValue()) {
          actor.names().forEach(name -> names.get(form(name.text(), country)).add(name.text()));
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
                date(country.from()),
                date(country.to())));
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
    List<String> list = List.copyOf(names);
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
              first ? list.get(0) : "",
              first ? KnowledgeTable.list(list.subList(1, list.size())) : "",
              row.get(0),
              row.get(1),
              row.get(2)));
      first = false;
    }
  }

  /** What our registry knows it as; otherwise a person if its code changes with time. */
  private String kind(ActorRecord actor) {
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
