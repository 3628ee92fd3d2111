package org.entente.sway.answer;

import java.util.List;
import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.bargain.Setting;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.Scale;

/** What single actors can do to the outcome of an issue, seen from one of them. */
final class Influence {
  private static final double PERSUADED = 10;
  private static final int STEPS = 20;

  private final Issue issue;
  private final int me;
  private final Setting modes;

  /**
   * @param modes the setting with all numbers at their modes
   */
  Influence(Issue issue, String actor, Setting modes) {
    this.issue = issue;
    this.me = issue.indexOf(actor);
    this.modes = modes;
  }

  /** Adds how far the actor reaches by itself on each scale. */
  void reach(BargainingModel model, List<Reach> reach) {
    Asked asked = new Asked(model, modes);
    double[] now = asked.now();
    for (int k = 0; k < issue.scales().size(); k++) {
      double[] ends = {now[k], now[k], now[k], now[k]};
      for (int step = 0; step <= STEPS; step++) {
        double position = 100.0 * step / STEPS;
        double as = asked.outcome(me, k, position, modes.saliences()[me][k]);
        double full = asked.outcome(me, k, position, 1);
        ends[0] = Math.min(ends[0], as);
        ends[1] = Math.max(ends[1], as);
        ends[2] = Math.min(ends[2], full);
        ends[3] = Math.max(ends[3], full);
      }
      Scale scale = issue.scales().get(k);
      reach.add(
          new Reach(
              model.name(),
              k,
              scale.own(now[k]),
              scale.own(ends[0]),
              scale.own(ends[1]),
              scale.own(Math.min(ends[0], ends[2])),
              scale.own(Math.max(ends[1], ends[3]))));
    }
  }

  /** Adds what each other actor can do on each scale. */
  void others(BargainingModel model, List<Other> others) {
    Asked asked = new Asked(model, modes);
    double[] now = asked.now();
    for (int who = 0; who < modes.size(); who++) {
      for (int k = 0; who != me && k < issue.scales().size(); k++) {
        others.add(other(asked, model.name(), now, who, k));
      }
    }
  }

  private Other other(Asked asked, String model, double[] now, int who, int k) {
    double points = (issue.scales().get(k).to() - issue.scales().get(k).from()) / 100;
    double own = modes.positions()[me][k];
    double salience = modes.saliences()[who][k];
    double position = modes.positions()[who][k];
    double step = position + PERSUADED <= 100 ? PERSUADED : -PERSUADED;
    double moved = (asked.outcome(who, k, position + step, salience) - now[k]) * Math.signum(step);
    double worst = 0;
    for (double end : new double[] {0, 100}) {
      double changed = asked.outcome(who, k, end, 1) - now[k];
      double loss = Math.abs(now[k] + changed - own) - Math.abs(now[k] - own);
      double most = Math.abs(now[k] + worst - own) - Math.abs(now[k] - own);
      worst = loss > most ? changed : worst;
    }
    return new Other(modes.actors().get(who), model, k, moved * points, worst * points);
  }
}
