package org.entente.sway.issue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.sway.vote.Member;

/**
 * Reads options, and ties, which an option has too.
 *
 * @param scales of the issue
 * @param ids of its actors
 */
record OptionReader(Scales scales, Set<String> ids) {
  /**
   * @param voting of the issue, or null
   */
  Option option(Field field, BallotReader voting) {
    Map<String, Field> keys =
        field.map(
            "id",
            "name",
            "actor",
            "proposal",
            "sponsor",
            "vote",
            "veto",
            "leanings",
            "changes",
            "ties",
            "risk",
            "why");
    String id = keys.containsKey("id") ? keys.get("id").text() : "";
    String name = keys.containsKey("name") ? keys.get("name").text() : id;
    if (id.isEmpty()) {
      field.wrong("an id is missing");
    }
    String actor = keys.containsKey("actor") ? actor(keys.get("actor")) : "";
    if (actor.isEmpty() && !keys.containsKey("actor")) {
      field.wrong("an actor is missing: whose option is it?");
    }
    double[] proposal = keys.containsKey("proposal") ? scales.numbers(keys.get("proposal")) : null;
    String sponsor =
        keys.containsKey("sponsor") ? actor(keys.get("sponsor")) : proposal == null ? null : actor;
    if (sponsor != null && proposal == null) {
      field.wrong("a sponsor without a proposal; say what is proposed, or leave the sponsor out");
    }
    boolean vote = keys.containsKey("vote") && keys.get("vote").yes();
    if (vote && voting == null) {
      keys.get("vote").wrong("no body votes in this issue; say which under 'vote' of the file");
    }
    List<String> vetoes = keys.containsKey("veto") ? keys.get("veto").texts() : List.of();
    if (!vetoes.isEmpty() && voting == null) {
      keys.get("veto").wrong("no body votes in this issue; say which under 'vote' of the file");
    }
    for (String veto : vetoes) {
      if (!ids.contains(veto)) {
        keys.get("veto")
            .wrong(
                "'"
                    + veto
                    + "' is no actor of the issue"
                    + Nearest.hint(veto, ids)
                    + "; add it under actors");
      } else if (voting != null) {
        voting.known(veto, keys.get("veto"));
      }
    }
    Map<String, Option.Lean> leanings = Map.of();
    if (keys.containsKey("leanings")) {
      leanings = BallotReader.leans(keys.get("leanings"));
      if (voting != null) {
        keys.get("leanings").map().forEach(voting::known);
      }
    }
    if (vote && voting != null) {
      undecided(field, voting, vetoes, leanings.keySet());
    }
    List<Change> changes = new ArrayList<>();
    if (keys.containsKey("changes")) {
      keys.get("changes").list().forEach(one -> changes.add(change(one)));
    }
    return new Option(
        id,
        name,
        actor,
        proposal,
        sponsor,
        vote,
        vetoes,
        leanings,
        changes,
        keys.containsKey("ties") ? ties(keys.get("ties")) : List.of(),
        keys.containsKey("risk") ? risk(keys.get("risk")) : Option.Risk.NONE,
        keys.containsKey("why") ? keys.get("why").text() : "",
        field.line());
  }

  /** Notes members of whose vote nothing is known. */
  private void undecided(
      Field field, BallotReader voting, List<String> vetoes, Set<String> leaning) {
    Ballot ballot = voting.ballot();
    if (voting.voters() == null || ballot.others() != null) {
      return;
    }
    List<String> undecided =
        voting.voters().members().stream()
            .map(Member::id)
            .filter(
                id ->
                    !ids.contains(id)
                        && !vetoes.contains(id)
                        && !leaning.contains(id)
                        && !ballot.leanings().containsKey(id))
            .toList();
    if (!undecided.isEmpty()) {
      field.wrong(
          "how does "
              + undecided.get(0)
              + (undecided.size() == 1 ? "" : ", as " + (undecided.size() - 1) + " more,")
              + " lean, a member of "
              + voting.voters().name()
              + "? It is no actor of the issue: give it under vote.leanings, or vote.others for all"
              + " such");
    }
  }

  private static Option.Risk risk(Field field) {
    try {
      return Option.Risk.valueOf(field.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      field.wrong("force, joining, help or none is wanted here, not '" + field.text() + "'");
      return Option.Risk.NONE;
    }
  }

  private Change change(Field field) {
    Map<String, Field> keys = field.map("actor", "position", "capability", "salience", "why");
    String actor = keys.containsKey("actor") ? actor(keys.get("actor")) : "";
    if (!keys.containsKey("actor")) {
      field.wrong("an actor is missing: whose numbers change?");
    }
    Shift[] positions = new Shift[scales.size()];
    Shift[] saliences = new Shift[scales.size()];
    if (keys.containsKey("position")) {
      List<Field> fields = scales.perScale(keys.get("position"), false);
      for (int k = 0; k < positions.length; k++) {
        positions[k] =
            fields.get(k) == null
                ? null
                : fields.get(k).shift(scales.get(k).from(), scales.get(k).to());
      }
    }
    if (keys.containsKey("salience")) {
      List<Field> fields = scales.perScale(keys.get("salience"), false);
      for (int k = 0; k < saliences.length; k++) {
        saliences[k] = fields.get(k) == null ? null : fields.get(k).shift(0, 100);
      }
    }
    Shift capability =
        keys.containsKey("capability") ? keys.get("capability").shift(0, Double.MAX_VALUE) : null;
    return new Change(actor, Arrays.asList(positions), capability, Arrays.asList(saliences));
  }

  private String actor(Field field) {
    String id = field.text();
    if (!ids.contains(id)) {
      field.wrong("'" + id + "' is no actor of the issue" + Nearest.hint(id, ids));
      return "";
    }
    return id;
  }

  List<Tie> ties(Field field) {
    List<Tie> ties = new ArrayList<>();
    Set<Set<String>> seen = new HashSet<>();
    for (Field one : field.list()) {
      List<Field> parts;
      String why = "";
      if (one.isMap()) {
        Map<String, Field> keys = one.map("between", "weight", "why");
        if (!keys.containsKey("between") || !keys.containsKey("weight")) {
          one.wrong("between: [A, B] and weight are wanted here");
          continue;
        }
        parts = new ArrayList<>(keys.get("between").list());
        parts.add(keys.get("weight"));
        why = keys.containsKey("why") ? keys.get("why").text() : "";
      } else {
        parts = one.list();
      }
      if (parts.size() != 3) {
        one.wrong("two actors and a weight are wanted here: [EGY, LBY, 2]");
        continue;
      }
      String a = actor(parts.get(0));
      String b = actor(parts.get(1));
      if (!a.isEmpty() && a.equals(b)) {
        one.wrong(a + " cannot have a tie to itself");
      }
      if (!seen.add(Set.of(a, b + (a.equals(b) ? " " : "")))) {
        one.wrong("the tie of " + a + " and " + b + " is there already");
      }
      ties.add(new Tie(a, b, parts.get(2).number(-1000, 1000), why));
    }
    return ties;
  }
}
