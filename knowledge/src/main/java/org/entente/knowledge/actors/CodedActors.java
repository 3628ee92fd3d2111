package org.entente.knowledge.actors;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.knowledge.table.Folders;
import org.entente.knowledge.table.Mistakes;
import org.entente.knowledge.table.Row;
import org.entente.knowledge.table.Table;
import org.entente.model.Sector;

/** Actors of whom nothing is known but names and codes, each code for its time. */
final class CodedActors {
  private static final int GROUP = 3;

  /** An actor while it has one code. */
  record Coded(Row row, ActorEntry entry, List<String> names) {}

  private final Map<String, ActorEntry> byCode;
  private final Map<String, Coded> first = new HashMap<>();
  private final List<Coded> all = new ArrayList<>();

  private CodedActors(Map<String, ActorEntry> byCode) {
    this.byCode = byCode;
  }

  /**
   * Reads {@code actors/coded*.tsv}, which need not be there.
   *
   * @param byCode the countries
   */
  static List<Coded> read(Folders folders, Mistakes mistakes, Map<String, ActorEntry> byCode)
      throws IOException {
    CodedActors actors = new CodedActors(byCode);
    Table.readAny(
        folders,
        "actors",
        "coded",
        mistakes,
        List.of("id", "kind", "name", "aliases", "code", "from", "to"),
        actors::add);
    return actors.all;
  }

  private void add(Row row) {
    String id = row.required("id");
    Coded before = first.get(id);
    ActorEntry.Kind kind = before == null ? kind(row) : before.entry.kind();
    String name = before == null ? row.required("name") : before.entry.name();
    String full = row.required("code");
    LocalDate from = row.date("from", false);
    LocalDate to = row.date("to", true);
    if (from != null && to != null && to.isBefore(from)) {
      row.mistake("to", "ends before it begins");
    }
    if (before != null && !row.text("name").isEmpty()) {
      row.mistake("name", "'" + id + "' stands twice; leave name and aliases of this line empty");
    }
    List<String> names = before == null ? new ArrayList<>(row.list("aliases")) : before.names;
    if (before == null) {
      names.add(0, name);
    }
    if (kind == null || full.isEmpty()) {
      return;
    }
    List<Sector> sectors = new ArrayList<>();
    List<String> countries = new ArrayList<>();
    boolean plain = isCountry(full, 0);
    for (int i = 0; i < full.length(); i += GROUP) {
      String group = full.substring(i, Math.min(full.length(), i + GROUP));
      Sector sector = sector(group);
      if (isCountry(full, i)) {
        countries.add(group);
      } else if (sector != null) {
        sectors.add(sector);
      }
      plain &= i == 0 || sector != null && !isCountry(full, i);
    }
    String code = plain ? full.substring(0, GROUP) : full;
    Coded coded =
        new Coded(
            row, new ActorEntry(id, kind, name, code, sectors, null, countries, from, to), names);
    first.putIfAbsent(id, coded);
    all.add(coded);
  }

  private boolean isCountry(String code, int at) {
    return at + GROUP <= code.length()
        && byCode.containsKey(code.substring(at, at + GROUP))
        && byCode.get(code.substring(at, at + GROUP)).kind() == ActorEntry.Kind.COUNTRY;
  }

  private static Sector sector(String group) {
    for (Sector sector : Sector.values()) {
      if (sector.name().equals(group)) {
        return sector;
      }
    }
    return null;
  }

  private static ActorEntry.Kind kind(Row row) {
    String text = row.required("kind");
    for (ActorEntry.Kind kind : ActorEntry.Kind.values()) {
      if (kind != ActorEntry.Kind.COUNTRY && kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return kind;
      }
    }
    row.mistake(
        "kind",
        "'"
            + text
            + "' is none of bloc, institution, organisation, group, community, media, person");
    return null;
  }
}
