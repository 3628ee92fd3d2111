package org.entente.analysis.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.entente.analysis.forecast.history.History;
import org.entente.analysis.forecast.question.Case;
import org.entente.analysis.forecast.question.Origin;
import org.entente.analysis.forecast.question.QuestionModel;
import org.entente.analysis.forecast.question.Reliability;
import org.entente.analysis.forecast.question.Skill;
import org.entente.analysis.forecast.question.UnseenModel;
import org.entente.analysis.forecast.ranking.Rank;
import org.entente.analysis.forecast.ranking.RankingBacktest;
import org.entente.analysis.forecast.ranking.RankingModel;
import org.entente.analysis.forecast.ranking.RankingScore;
import org.entente.analysis.forecast.ranking.Workers;
import org.entente.model.Quad;

/**
 * How good forecasts would have been on days of the past, each made from what was before it.
 *
 * @param ranking how well answers were ranked; none if it was not asked for
 * @param windows how good probabilities were; none if they were not asked for
 * @param meetings how good they were for pairs that never met; none if they were not asked for
 */
public record Backtest(List<Ranking> ranking, List<Window> windows, List<Meeting> meetings) {
  /** Busiest dyads that are asked about. */
  public static final int DYADS = 200;

  /** Ranks of some of the questions. */
  public record Ranking(String method, String questions, RankingScore score) {}

  /**
   * Probabilities of "any act of the class within some days".
   *
   * @param quad null for all classes together
   */
  public record Window(int days, Quad quad, Reliability reliability, Skill skill) {}

  /**
   * Probabilities of "any act of the class within some days" for pairs that never had to do with
   * each other. Skill is against the share of such pairs that met in training.
   *
   * @param places whether kinds, regions and countries were gone by, and not only how busy the two
   *     were
   * @param quad null for all classes together
   */
  public record Meeting(
      int days, boolean places, Quad quad, Reliability reliability, Skill skill) {}

  public Backtest {
    ranking = List.copyOf(ranking);
    windows = List.copyOf(windows);
    meetings = List.copyOf(meetings);
  }

  /**
   * Ranks, by the model and by recurrence alone.
   *
   * @param train days to train on
   * @param gap days between training and test
   * @param from first day of the test
   * @param end day after its last
   */
  public static List<Ranking> ranking(
      History history,
      int train,
      int gap,
      int from,
      int end,
      RankingModel.Kind kind,
      long seed,
      Workers workers) {
    int last = from - gap;
    if (last - train < 0 || train < 1) {
      throw new IllegalArgumentException(
          "the history has %d days before the test; %d days of training and %d between do not fit"
              .formatted(from, train, gap));
    }
    List<Ranking> found = new ArrayList<>();
    add(found, "recurrence", RankingBacktest.recurrency(history, from, end, false, workers), seed);
    add(
        found,
        "with frequency",
        RankingBacktest.recurrency(history, from, end, true, workers),
        seed);
    RankingBacktest tested =
        RankingBacktest.run(history, last - train, last, from, end, kind, seed, workers);
    String method = kind == RankingModel.Kind.LINEAR ? "log-linear" : "network";
    add(found, method, tested, seed);
    some(found, method, "who is target", tested, rank -> !rank.inverse(), seed);
    some(found, method, "who is source", tested, Rank::inverse, seed);
    String[] strata = {"triple seen", "pair seen", "never met"};
    for (Rank.Stratum stratum : Rank.Stratum.values()) {
      some(
          found,
          method,
          strata[stratum.ordinal()],
          tested,
          rank -> rank.stratum() == stratum,
          seed);
    }
    return found;
  }

  private static void add(List<Ranking> found, String method, RankingBacktest tested, long seed) {
    found.add(new Ranking(method, "all", RankingScore.of(tested.ranks(), seed)));
  }

  private static void some(
      List<Ranking> found,
      String method,
      String which,
      RankingBacktest tested,
      Predicate<Rank> wanted,
      long seed) {
    found.add(
        new Ranking(
            method, which, RankingScore.of(tested.ranks().stream().filter(wanted).toList(), seed)));
  }

  /**
   * Probabilities, trained on the days before the test. Windows end before {@code end}.
   *
   * @param days lengths of the windows
   */
  public static List<Window> windows(
      History history, int from, int end, List<Integer> days, long seed) {
    List<Window> found = new ArrayList<>();
    for (int window : days) {
      List<Case> cases =
          QuestionModel.train(history, from, window, DYADS, seed).test(history, from, end);
      found.add(window(window, null, cases, seed));
      for (Quad quad : Quad.values()) {
        found.add(
            window(window, quad, cases.stream().filter(c -> c.quad() == quad).toList(), seed));
      }
    }
    return found;
  }

  /**
   * Probabilities for pairs that never met, with kinds, regions and countries and without, trained
   * on the days before the test. Windows end before {@code end}.
   *
   * @param days lengths of the windows
   * @param origins where the actors of the history are from
   */
  public static List<Meeting> meetings(
      History history,
      int from,
      int end,
      List<Integer> days,
      Function<String, Origin> origins,
      long seed) {
    List<Meeting> found = new ArrayList<>();
    for (int window : days) {
      for (boolean places : new boolean[] {false, true}) {
        List<Case> cases =
            UnseenModel.train(
                    history, from, window, seed, places ? origins : actor -> Origin.UNKNOWN)
                .test(history, from, end, seed);
        found.add(meeting(window, places, null, cases, seed));
        for (Quad quad : Quad.values()) {
          found.add(
              meeting(
                  window,
                  places,
                  quad,
                  cases.stream().filter(c -> c.quad() == quad).toList(),
                  seed));
        }
      }
    }
    return found;
  }

  private static Meeting meeting(int days, boolean places, Quad quad, List<Case> cases, long seed) {
    return new Meeting(days, places, quad, Reliability.of(cases), Skill.of(cases, seed));
  }

  private static Window window(int days, Quad quad, List<Case> cases, long seed) {
    return new Window(days, quad, Reliability.of(cases), Skill.of(cases, seed));
  }
}
