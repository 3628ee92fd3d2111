package org.entente.knowledge.petrarch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a dictionary of actors. */
final class ActorReader {
  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*)\\]");

  private final Ledger ledger;
  private final Spelling spelling;
  private final List<ActorRecord> records = new ArrayList<>();

  private ActorReader(Ledger ledger, Spelling spelling) {
    this.ledger = ledger;
    this.spelling = spelling;
  }

  static List<ActorRecord> read(Dictionary dictionary, Ledger ledger, Spelling spelling) {
    ActorReader reader = new ActorReader(ledger, spelling);
    dictionary.lines().forEach(reader::add);
    return reader.records.stream().filter(reader::stands).toList();
  }

  private void add(Line line) {
    String text = line.text().strip();
    int bracket = text.indexOf('[');
    String phrase = (bracket < 0 ? text : text.substring(0, bracket)).strip();
    String rest = bracket < 0 ? "" : text.substring(bracket);
    if (phrase.indexOf(']') >= 0 || !BRACKETS.matcher(rest).replaceAll("").isBlank()) {
      ledger.left(line, "brackets that do not match, or something after them", null);
      return;
    }
    boolean synonym = phrase.startsWith("+");
    if (!phrase.isEmpty()) {
      if (!synonym) {
        records.add(new ActorRecord());
      }
      name(line, synonym ? phrase.substring(1).strip() : phrase);
    }
    if (records.isEmpty()) {
      ledger.left(line, "no name above it that it belongs to", null);
      return;
    }
    Matcher codes = BRACKETS.matcher(rest);
    while (codes.find()) {
      code(line, codes.group(1));
    }
  }

  private void name(Line line, String phrase) {
    String name = spelling.name(phrase);
    if (name == null || name.indexOf('|') >= 0 || name.indexOf('\t') >= 0) {
      ledger.left(line, "no name: no letter in it, or a tab or |", null);
    } else if (!records.isEmpty()) {
      records.get(records.size() - 1).names().add(new ActorRecord.Name(line, name));
      if (phrase.contains(" ")) {
        ledger.partly(
            line,
            "other words may stand at its blank in PETRARCH; taken as words that follow each other",
            null);
      }
    }
  }

  private void code(Line line, String text) {
    try {
      ActorCode code = ActorCode.of(line, text);
      records.get(records.size() - 1).codes().add(code);
      if (code.clipped()) {
        ledger.partly(line, "a day that its month does not have; the nearest day is taken", null);
      }
    } catch (ActorCode.NoCode e) {
      ledger.left(line, "no code: " + e.getMessage(), "[" + text + "]");
    }
  }

  /** Whether an actor has a name and a code at any time. */
  private boolean stands(ActorRecord actor) {
    boolean coded = actor.codes().stream().anyMatch(code -> code.code() != null);
    String reason =
        actor.names().isEmpty()
            ? "its name could not be taken"
            : actor.codes().isEmpty()
                ? "no code that could be taken, neither beside the name nor below it (a + left out?)"
                : "its code is ---: no actor";
    boolean stands = coded && !actor.names().isEmpty();
    for (ActorRecord.Name name : actor.names()) {
      settle(name.line(), stands, reason);
    }
    for (ActorCode code : actor.codes()) {
      settle(code.line(), stands, reason);
    }
    return stands;
  }

  private void settle(Line line, boolean stands, String reason) {
    if (stands) {
      ledger.taken(line);
    } else {
      ledger.left(line, reason, null);
    }
  }
}
