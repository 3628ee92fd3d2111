package org.entente.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.entente.model.Actor;
import org.entente.model.Event;
import org.entente.model.EventType;
import org.entente.model.Precision;
import org.entente.model.Sector;
import org.entente.model.Status;
import org.entente.model.TimeSpan;

/**
 * Who else reports an event, and who says otherwise. Two reports are compared by their dyad, by
 * what is done and by when:
 *
 * <ul>
 *   <li><b>same</b>: the same parties, the same CAMEO root or PLOVER type, at most a day apart;
 *   <li><b>similar</b>: the same parties, at least the same quad class, within the window;
 *   <li><b>contrary</b>: the same parties within the window, and either one of the two says that it
 *       did not happen, or one is cooperation of positive and the other conflict of negative
 *       Goldstein weight.
 * </ul>
 *
 * <p>A party is a whole: a person stands for its government, a branch for the group, a body of an
 * organisation for the organisation. Different parts of a whole, as a government and its citizens,
 * are at most similar. What two do together (CONSULT, COOPERATE) has no direction.
 *
 * <p>A time that is known to a week or month is as wide as that. "Before the report" and "after it"
 * reach {@value #OPEN_DAYS} days. An event without any time is compared with every day, and is at
 * most similar.
 */
public final class Corroboration {
  /** How far a time reaches of which only one end is known, in days. */
  public static final int OPEN_DAYS = 14;

  /** From which nearness on two parties count as the same. */
  private static final double SAME_PARTY = 0.9;

  private static final String STATEMENT = "01";
  private static final double SAME_ACT = 0.75;
  private static final double LEAST_ACT = 0.5;

  private static final Set<EventType> MUTUAL = EnumSet.of(EventType.CONSULT, EventType.COOPERATE);

  /** Parts of a state that news does not keep apart. */
  private static final Set<Sector> STATE =
      EnumSet.of(Sector.GOV, Sector.MIL, Sector.COP, Sector.SPY);

  /** How two reports are to each other. */
  public enum Grade {
    SAME,
    SIMILAR,
    CONTRARY
  }

  /**
   * Another report.
   *
   * @param event what it says
   * @param grade how it is to ours
   * @param nearness 0 to 1: product of how near parties, act, time and status are
   * @param days days between the two times, 0 if they overlap; −1 if ours is unknown
   * @param because what differs, in words; empty if nothing does
   */
  public record Match(Event event, Grade grade, double nearness, int days, List<String> because) {
    public Match {
      because = List.copyOf(because);
    }
  }

  /**
   * One of our events and what others say of it.
   *
   * @param comparable whether it has two parties that are known
   * @param matches nearest first, those that say the same before those that say otherwise
   */
  public record Finding(Event event, boolean comparable, List<Match> matches) {
    public Finding {
      matches = List.copyOf(matches);
    }

    /** How many say so. */
    public long count(Grade grade) {
      return matches.stream().filter(match -> match.grade() == grade).count();
    }

    /** Nearness of the nearest report of the same or similar; 0 if there is none. */
    public double support() {
      return most(Grade.SAME, Grade.SIMILAR);
    }

    /** Nearness of the nearest report to the contrary; 0 if there is none. */
    public double contradiction() {
      return most(Grade.CONTRARY, Grade.CONTRARY);
    }

    private double most(Grade one, Grade other) {
      return matches.stream()
          .filter(match -> match.grade() == one || match.grade() == other)
          .mapToDouble(Match::nearness)
          .max()
          .orElse(0);
    }
  }

  /**
   * A document's events together.
   *
   * @param events how many there are
   * @param comparable of these, how many have two parties that are known
   * @param same of these, how many others report as the same
   * @param similar how many others report as similar only
   * @param contrary how many others contradict; they may be among the same and similar too
   * @param support mean support of those that are comparable, 0 to 1; 0 if there are none
   */
  public record Totals(
      int events, int comparable, int same, int similar, int contrary, double support) {}

  /** Days from first to last, both included. */
  public record Days(LocalDate first, LocalDate last) {
    /** The same days in as few pieces as there are gaps between them, in their order. */
    public static List<Days> joined(Collection<Days> pieces) {
      List<Days> joined = new ArrayList<>();
      for (Days next : pieces.stream().sorted(Comparator.comparing(Days::first)).toList()) {
        Days last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
        if (last == null || next.first().isAfter(last.last().plusDays(1))) {
          joined.add(next);
        } else if (next.last().isAfter(last.last())) {
          joined.set(joined.size() - 1, new Days(last.first(), next.last()));
        }
      }
      return joined;
    }
  }

  private final BiFunction<Actor, LocalDate, Set<String>> wholes;
  private final int window;

  /**
   * @param wholes what an actor is part of, as codes: as its report says, or, given a day, as it
   *     was then. Two actors are of one party if they have one in common
   * @param window most days between two reports that are compared, at least 0
   */
  public Corroboration(BiFunction<Actor, LocalDate, Set<String>> wholes, int window) {
    if (window < 0) {
      throw new IllegalArgumentException("a window is at least 0 days: " + window);
    }
    this.wholes = Objects.requireNonNull(wholes);
    this.window = window;
  }

  /** The days within which another report of an event may lie; null if its time is unknown. */
  public Days days(Event event) {
    if (!event.time().known()) {
      return null;
    }
    Days reach = reach(event.time());
    return new Days(reach.first().minusDays(window), reach.last().plusDays(window));
  }

  /** What these others say of our event; those of our own document are passed over. */
  public Finding find(Event ours, Collection<Event> others) {
    if (!ours.hasDyad()) {
      return new Finding(ours, false, List.of());
    }
    List<Match> matches = new ArrayList<>();
    for (Event other : others) {
      Match match = match(ours, other);
      if (match != null) {
        matches.add(match);
      }
    }
    matches.sort(
        Comparator.comparing((Match match) -> match.grade() == Grade.CONTRARY)
            .thenComparing(Comparator.comparingDouble(Match::nearness).reversed())
            .thenComparing(Match::grade)
            .thenComparing(match -> match.event().document())
            .thenComparing(match -> match.event().id()));
    return new Finding(ours, true, matches);
  }

  /** All findings of a document together. */
  public static Totals totals(Collection<Finding> findings) {
    int comparable = 0;
    int same = 0;
    int similar = 0;
    int contrary = 0;
    double support = 0;
    for (Finding finding : findings) {
      comparable += finding.comparable() ? 1 : 0;
      boolean told = finding.count(Grade.SAME) > 0;
      same += told ? 1 : 0;
      similar += !told && finding.count(Grade.SIMILAR) > 0 ? 1 : 0;
      contrary += finding.count(Grade.CONTRARY) > 0 ? 1 : 0;
      support += finding.support();
    }
    return new Totals(
        findings.size(),
        comparable,
        same,
        similar,
        contrary,
        comparable == 0 ? 0 : support / comparable);
  }

  /** How another report is to ours, or null if it is about something else. */
  Match match(Event ours, Event other) {
    if (!ours.hasDyad() || !other.hasDyad() || ours.document().equals(other.document())) {
      return null;
    }
    int days = days(ours.time(), other.time());
    if (days > window) {
      return null;
    }
    double parties = parties(ours, other, false);
    boolean turned = false;
    if (MUTUAL.contains(ours.type()) && MUTUAL.contains(other.type())) {
      double swapped = parties(ours, other, true);
      turned = swapped > parties;
      parties = Math.max(parties, swapped);
    }
    if (parties == 0) {
      return null;
    }
    double act = act(ours, other);
    boolean oneDenies = (ours.status() == Status.DENIED) != (other.status() == Status.DENIED);
    List<String> because = new ArrayList<>();
    double time = time(ours.time(), other.time(), days);
    if (parties < SAME_PARTY) {
      because.add("other part of it");
    }
    if (days > 0) {
      because.add(days == 1 ? "1 day apart" : days + " days apart");
    } else if (days < 0) {
      because.add("our day is unknown");
    }
    boolean opposed =
        ours.quad().isCooperation() != other.quad().isCooperation()
            && ours.goldstein() * other.goldstein() < 0;
    if (oneDenies && act >= SAME_ACT || opposed && !oneDenies) {
      // what was done before the report at some time is not denied by what was done at another
      boolean theseDays = days >= 0 && fromKnownEnd(ours.time(), other.time()) <= window;
      if (parties < SAME_PARTY || turned || !theseDays) {
        return null;
      }
      because.add(0, oneDenies ? "denied" : "opposite sign");
      return new Match(other, Grade.CONTRARY, parties * time, days, because);
    }
    if (act < LEAST_ACT || oneDenies) {
      return null;
    }
    double status = status(ours.status(), other.status());
    if (status < 1) {
      because.add("there " + other.status().name().toLowerCase(java.util.Locale.ROOT));
    }
    if (act < SAME_ACT) {
      because.add(0, "other act of its class");
    }
    boolean same =
        parties >= SAME_PARTY && act >= SAME_ACT && status >= SAME_PARTY && days >= 0 && days <= 1;
    return new Match(
        other, same ? Grade.SAME : Grade.SIMILAR, parties * act * time * status, days, because);
  }

  private double parties(Event ours, Event other, boolean swapped) {
    // whom an actor of ours speaks for depends on the day: that of the other report if ours is
    // unknown
    LocalDate day = ours.time().known() ? null : known(other.time().from(), other.time().to());
    // between parts of one whole, the whole's name does not say which part is meant
    boolean atHome = share(ours.source(), day, ours.target(), day);
    return party(ours.source(), swapped ? other.target() : other.source(), day, atHome)
        * party(ours.target(), swapped ? other.source() : other.target(), day, atHome);
  }

  /** 1 for the same actor, less for other parts of the same whole, 0 for others. */
  private double party(Actor ours, Actor other, LocalDate day, boolean atHome) {
    if (ours.id().equals(other.id())) {
      return 1;
    }
    if (!share(ours, day, other, null)) {
      return 0;
    }
    return sameSectors(ours.sectors(), other.sectors(), atHome) ? 0.95 : 0.6;
  }

  private boolean share(Actor one, LocalDate oneDay, Actor other, LocalDate otherDay) {
    Set<String> whole = wholes.apply(one, oneDay);
    return wholes.apply(other, otherDay).stream().anyMatch(whole::contains);
  }

  private static boolean sameSectors(List<Sector> ours, List<Sector> others, boolean atHome) {
    return !atHome && (ours.isEmpty() || others.isEmpty())
        || ours.stream()
            .anyMatch(
                one ->
                    others.contains(one)
                        || STATE.contains(one) && others.stream().anyMatch(STATE::contains));
  }

  /** 1 for the same CAMEO code to three digits; ¾ and more for the same root or type. */
  private static double act(Event ours, Event other) {
    String code = digits(ours.cameo(), 3);
    if (code != null && (code.equals(digits(other.cameo(), 3)) || isMirror(code, other.cameo()))) {
      return 1;
    }
    String root = digits(ours.cameo(), 2);
    String otherRoot = digits(other.cameo(), 2);
    boolean sameRoot = root != null && root.equals(otherRoot);
    // whoever only makes a statement does not do what others do of its type
    boolean statement = !sameRoot && (STATEMENT.equals(root) || STATEMENT.equals(otherRoot));
    if (ours.type() == other.type() && !statement) {
      return isAsked(root, otherRoot)
              && code != null
              && other.cameo().length() > 2
              && code.charAt(2) == other.cameo().charAt(2)
          ? 0.95
          : 0.9;
    }
    if (sameRoot) {
      return SAME_ACT;
    }
    return ours.quad() == other.quad() ? LEAST_ACT : 0;
  }

  /**
   * CAMEO's roots 02 and 10 are alike digit by digit: what is appealed for and what is demanded.
   */
  private static boolean isAsked(String root, String otherRoot) {
    return "02".equals(root) && "10".equals(otherRoot)
        || "10".equals(root) && "02".equals(otherRoot);
  }

  /** Who makes a visit is host to none: 042 and 043 tell one meeting. */
  private static boolean isMirror(String code, String other) {
    return "042".equals(code) && "043".equals(digits(other, 3))
        || "043".equals(code) && "042".equals(digits(other, 3));
  }

  private static String digits(String cameo, int count) {
    return cameo == null || cameo.length() < count ? null : cameo.substring(0, count);
  }

  private static double status(Status ours, Status other) {
    if (ours == other) {
      return 1;
    }
    // what was due has come about, or has been announced
    boolean due = ours == Status.PLANNED || other == Status.PLANNED;
    boolean done = ours == Status.ACTUAL || other == Status.ACTUAL;
    return due && done ? 0.95 : 0.7;
  }

  /** Days between two times, 0 if they overlap; −1 if ours is unknown. */
  private static int days(TimeSpan ours, TimeSpan other) {
    if (!ours.known()) {
      return -1;
    }
    if (!other.known()) {
      return Integer.MAX_VALUE;
    }
    return between(reach(ours), reach(other));
  }

  /** As {@link #days}, where a time with an open end is no longer than its known end. */
  private static int fromKnownEnd(TimeSpan ours, TimeSpan other) {
    return between(
        new Days(known(ours.from(), ours.to()), known(ours.to(), ours.from())), reach(other));
  }

  private static int between(Days one, Days two) {
    long gap =
        Math.max(
            ChronoUnit.DAYS.between(one.last(), two.first()),
            ChronoUnit.DAYS.between(two.last(), one.first()));
    return (int) Math.min(Integer.MAX_VALUE, Math.max(0, gap));
  }

  private static Days reach(TimeSpan time) {
    return new Days(
        time.from() == null ? time.to().minusDays(OPEN_DAYS) : time.from(),
        time.to() == null ? time.from().plusDays(OPEN_DAYS) : time.to());
  }

  private static LocalDate known(LocalDate one, LocalDate other) {
    return one == null ? other : one;
  }

  /** 1 on the same day; less the further apart, and the vaguer either is. */
  private double time(TimeSpan ours, TimeSpan other, int days) {
    if (days < 0) {
      return 0.5;
    }
    double near = 1 - 0.4 * days / (window + 1.0);
    if (ours.from() == null || ours.to() == null) {
      // the news tells first of what is new
      return near * (1 - 0.3 * Math.min(OPEN_DAYS, fromKnownEnd(ours, other)) / OPEN_DAYS);
    }
    boolean vague =
        ours.precision() != Precision.DAY
            || ChronoUnit.DAYS.between(ours.from(), ours.to()) > 1
            || other.precision() != Precision.DAY;
    return vague ? near * 0.85 : near;
  }
}
