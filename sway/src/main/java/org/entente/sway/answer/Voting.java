package org.entente.sway.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.sway.bargain.Range;
import org.entente.sway.bargain.UncertainSetting;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.Option;
import org.entente.sway.vote.Body;
import org.entente.sway.vote.Leaning;
import org.entente.sway.vote.Leanings;

/** How the body of an issue would vote on an option. */
final class Voting {
  private static final int POSITIONS = 21;
  private static final int LISTED = 5;

  private final Issue issue;
  private final Body body;

  Voting(Issue issue) {
    this.issue = issue;
    this.body = issue.ballot() == null ? null : issue.ballot().voters();
  }

  /**
   * Asks it.
   *
   * @param proposal one a scale, in points of 100
   */
  Council council(Option option, double[] proposal) {
    UncertainSetting setting = issue.setting(option);
    double[] quo = setting.statusQuo();
    Map<String, Leaning> leanings = new LinkedHashMap<>();
    List<Council.Seat> seats = new ArrayList<>();
    Option.Lean others = issue.ballot().others();
    for (var member : body.members()) {
      String id = member.id();
      int index = issue.indexOf(id);
      double gain = index < 0 ? Double.NaN : gain(setting, index, quo, proposal);
      Council.From from;
      if (option.vetoes().contains(id)) {
        leanings.put(id, Leaning.NO);
        from = Council.From.VETO;
      } else if (option.leanings().containsKey(id)) {
        leanings.put(id, leaning(option.leanings().get(id)));
        from = Council.From.OPTION;
      } else if (issue.ballot().leanings().containsKey(id)) {
        leanings.put(id, leaning(issue.ballot().leanings().get(id)));
        from = Council.From.ISSUE;
      } else if (index >= 0) {
        leanings.put(id, leaning(setting, index, quo, proposal));
        from = Council.From.POSITION;
      } else {
        leanings.put(id, leaning(others));
        from = Council.From.OTHERS;
      }
      seats.add(new Council.Seat(id, from, gain));
    }
    Leanings all = Leanings.of(body, leanings, null);
    return new Council(body, all.odds(), seats, all.toPersuade(LISTED), all.toBeCertain(LISTED));
  }

  private static Leaning leaning(Option.Lean lean) {
    return new Leaning(lean.yes(), lean.abstain(), 1 - lean.yes() - lean.abstain());
  }

  /** Gain at modes, in points of 100. */
  private double gain(UncertainSetting setting, int actor, double[] quo, double[] proposal) {
    double sum = 0;
    double weights = 0;
    for (int k = 0; k < quo.length; k++) {
      double weight = Math.max(1e-9, setting.saliences().get(actor).get(k).mode());
      double position = setting.positions().get(actor).get(k).mode();
      sum += weight * (Math.abs(position - quo[k]) - Math.abs(position - proposal[k]));
      weights += weight;
    }
    return sum / weights;
  }

  private Leaning leaning(UncertainSetting setting, int actor, double[] quo, double[] proposal) {
    double indifference = issue.ballot().indifference();
    double yes = 0;
    double no = 0;
    for (int s = 0; s < POSITIONS; s++) {
      double share = (s + .5) / POSITIONS;
      double sum = 0;
      double weights = 0;
      for (int k = 0; k < quo.length; k++) {
        Range range = setting.positions().get(actor).get(k);
        double weight = Math.max(1e-9, setting.saliences().get(actor).get(k).mode());
        double position = range.quantile(share);
        sum += weight * (Math.abs(position - quo[k]) - Math.abs(position - proposal[k]));
        weights += weight;
      }
      Leaning here = Leaning.ofGain(sum / weights, indifference, indifference / 2);
      yes += here.yes() / POSITIONS;
      no += here.no() / POSITIONS;
    }
    return new Leaning(yes, Math.max(0, 1 - yes - no), no);
  }
}
