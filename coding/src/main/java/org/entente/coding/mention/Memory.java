package org.entente.coding.mention;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.entente.knowledge.names.NameKey;

/** Whom a document has spoken of so far, the latest first; persons that only the text names. */
final class Memory {
  private record Remembered(Mention mention, boolean subject, boolean acting, int sentence) {}

  private static final int KEPT = 60;

  private final Deque<Remembered> recent = new ArrayDeque<>();
  private final Map<String, Mention> byName = new HashMap<>();
  private boolean subjectUnknown;
  private List<Mention> group = List.of();

  /**
   * @param acting whether it is more than the place of something: not "near the border"
   */
  void remember(Mention mention, boolean subject, boolean acting, int sentence) {
    if (mention.actor() == null) {
      return;
    }
    recent.addFirst(new Remembered(mention, subject, acting, sentence));
    if (recent.size() > KEPT) {
      recent.removeLast();
    }
  }

  /** The members of the last sentence's compound subject; empty if it had none. */
  List<Mention> group() {
    return group;
  }

  void group(List<Mention> members) {
    group = members;
  }

  /** Whether the last sentence's subject was something that is no actor. */
  boolean lastSubjectUnknown() {
    return subjectUnknown;
  }

  void subjectOfSentence(boolean unknown) {
    subjectUnknown = unknown;
  }

  /** A person whom the text introduces: "Foreign Ministry spokesman John Doe", later "Doe". */
  void introduce(String name, Mention mention) {
    String key = NameKey.of(name);
    byName.put(key, mention);
    String last = key.substring(key.lastIndexOf(' ') + 1);
    if (last.length() > 2) {
      byName.put(last, mention);
    }
  }

  Mention named(String name) {
    return byName.get(NameKey.of(name));
  }

  /**
   * The latest that fits, of the last sentence with one the subject before others; null if none.
   */
  Mention latest(Predicate<Mention> fits) {
    return latest(fits, false);
  }

  /** The same among those who are more than a place. */
  Mention latestActing(Predicate<Mention> fits) {
    return latest(fits, true);
  }

  private Mention latest(Predicate<Mention> fits, boolean actingOnly) {
    Remembered best = null;
    for (Remembered candidate : recent) {
      if (best != null && candidate.sentence() < best.sentence()) {
        break;
      }
      if ((candidate.acting() || !actingOnly)
          && fits.test(candidate.mention())
          && (best == null || candidate.subject() && !best.subject())) {
        best = candidate;
      }
    }
    return best == null ? null : best.mention();
  }

  /** The latest first. */
  List<Mention> recent() {
    return recent.stream().map(Remembered::mention).toList();
  }
}
