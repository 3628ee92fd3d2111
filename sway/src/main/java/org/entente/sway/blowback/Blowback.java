package org.entente.sway.blowback;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How often a group strikes at those who turned against it, before and after, beside others that
 * did not. Made by {@link Cases}. It counts reports; a rise after a blow may have come without it.
 *
 * @param group name
 * @param kind what the states did
 * @param first day of the data
 * @param last day of the data
 * @param windows by days, and within them what is counted
 * @param cases the states that did, in order of time
 * @param rate what the group does to a state that does nothing against it: hostile acts reported a
 *     year, over all states that it touched at all
 */
public record Blowback(
    String group,
    Kind kind,
    LocalDate first,
    LocalDate last,
    List<Window> windows,
    List<Case> cases,
    double rate) {
  /** What a state does against a group. */
  public enum Kind {
    /** It assaults the group (PLOVER ASSAULT). */
    FORCE("used force against it"),
    /** It works together in arms (CAMEO 062, 072) with a state that has used force lately. */
    JOINING("joined in arms with a state that fights it");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** What is counted of the group's deeds against a state. */
  public enum Deed {
    /** Material conflict: assaults, coercion, protest, mobilisation, sanctions. */
    HOSTILE("hostile"),
    THREAT("threats");

    private final String words;

    Deed(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * A comparison over all cases.
   *
   * @param days before and after
   * @param deed what is counted
   * @param cases how many could be observed that long
   * @param before deeds in the cases in the days before
   * @param after in the days after
   * @param othersBefore deeds against the matched states, before
   * @param othersAfter after
   * @param ratio how many times as often after as before, over the same of the matched states
   * @param low 5 % quantile
   * @param high 95 % quantile
   * @param thin whether there is too little to believe it: fewer than 5 cases or 10 deeds, or an
   *     interval whose ends differ more than a hundredfold
   */
  public record Window(
      int days,
      Deed deed,
      int cases,
      int before,
      int after,
      int othersBefore,
      int othersAfter,
      double ratio,
      double low,
      double high,
      boolean thin) {}

  /**
   * A state that turned against the group.
   *
   * @param state code
   * @param day of its first deed after a quiet time
   * @param counts by windows as in {@link Blowback#windows}: before and after; empty where the data
   *     do not reach so far
   * @param others codes of the states that it is compared with
   */
  public record Case(
      String state, LocalDate day, List<Optional<Count>> counts, List<String> others) {
    public Case {
      counts = List.copyOf(counts);
      others = List.copyOf(others);
    }
  }

  /** Deeds of the group in as many days before and after. */
  public record Count(int before, int after) {}

  public Blowback {
    windows = List.copyOf(windows);
    cases = List.copyOf(cases);
  }

  /** The comparison of so many days, or null. */
  public Window window(int days, Deed deed) {
    return windows.stream()
        .filter(one -> one.days() == days && one.deed() == deed)
        .findFirst()
        .orElse(null);
  }

  /** Whether nothing of it should be believed. */
  public boolean thin() {
    return windows.stream().allMatch(Window::thin);
  }
}
