package org.entente.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.server.asking.ActorNames;
import org.entente.store.ActorFilter;
import org.entente.store.EventStore;
import org.entente.sway.bargain.Range;
import org.entente.sway.derive.Derive;
import org.entente.sway.derive.Derived;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.IssueReader;
import org.entente.sway.issue.Scale;
import org.entente.sway.issue.Stake;
import org.entente.sway.issue.Value;

/** Issues as clients send them: text of a file, and actors that were moved. */
final class SentIssues {
  private static final int LONGEST = 500_000;
  private static final int KEPT = 8;
  private static final long SEED = 1;

  private record Key(String text, long version) {}

  private final EventStore store;
  private final Map<Key, Derived> derived =
      new LinkedHashMap<>(16, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Derived> eldest) {
          return size() > KEPT;
        }
      };

  SentIssues(EventStore store) {
    this.store = store;
  }

  /** The issue that was sent, derived from the store where it says so, with actors moved. */
  Issue issue(JsonNode body) {
    return moved(derived(body).issue(), body.path("positions"));
  }

  /** The issue as its file has it, with the numbers that were read from the store. */
  Derived derived(JsonNode body) {
    String text = Body.text(body, "text");
    if (text == null || text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "text: the issue as YAML, up to " + LONGEST + " characters");
    }
    Key key = new Key(text, store.version());
    synchronized (derived) {
      Derived known = derived.get(key);
      if (known != null) {
        return known;
      }
    }
    Issue issue = IssueReader.read(text, null);
    Derived filled =
        issue.derived().isEmpty()
            ? new Derived(text, issue, List.of())
            : Derive.fill(text, issue, store, SentIssues::filter, SEED);
    synchronized (derived) {
      derived.put(key, filled);
    }
    return filled;
  }

  private static ActorFilter filter(String id) {
    return ActorNames.filter("actor", List.of(id));
  }

  /**
   * @param positions by actor, one number a scale, in the scale's own numbers
   */
  private static Issue moved(Issue issue, JsonNode positions) {
    if (!positions.isObject() || positions.isEmpty()) {
      return issue;
    }
    positions
        .fieldNames()
        .forEachRemaining(
            id -> {
              if (issue.indexOf(id) < 0) {
                throw new IllegalArgumentException(
                    "positions: '" + id + "' is no actor of the issue");
              }
            });
    List<Stake> actors = new ArrayList<>();
    for (Stake stake : issue.actors()) {
      JsonNode to = positions.get(stake.id());
      actors.add(to == null ? stake : moved(stake, to, issue.scales()));
    }
    return new Issue(
        issue.file(),
        issue.question(),
        issue.date(),
        issue.scales(),
        issue.statusQuo(),
        actors,
        issue.ballot(),
        issue.options(),
        issue.ties(),
        issue.supposed(),
        issue.landscape(),
        issue.group(),
        issue.derivation(),
        issue.sources());
  }

  private static Stake moved(Stake stake, JsonNode to, List<Scale> scales) {
    List<Value> values = new ArrayList<>();
    for (int k = 0; k < scales.size(); k++) {
      Scale scale = scales.get(k);
      JsonNode number = to.path(k);
      if (!number.isNumber()
          || number.asDouble() < scale.from()
          || number.asDouble() > scale.to()) {
        throw new IllegalArgumentException(
            "positions: "
                + stake.id()
                + " needs a number from "
                + scale.from()
                + " to "
                + scale.to()
                + " for each scale");
      }
      values.add(shifted(stake.positions().get(k), number.asDouble(), scale));
    }
    return new Stake(
        stake.id(), stake.name(), values, stake.capability(), stake.saliences(), stake.line());
  }

  /** As unsure as before, about another number. */
  private static Value shifted(Value old, double mode, Scale scale) {
    Range range = old.range();
    if (range.mode() == mode) {
      return old;
    }
    double low = Math.max(scale.from(), mode - (range.mode() - range.low()));
    double high = Math.min(scale.to(), mode + (range.high() - range.mode()));
    return new Value(new Range(low, mode, high), "moved by hand", 0, 0);
  }
}
