package org.entente.report;

import java.util.Locale;
import org.entente.sway.answer.Answer;
import org.entente.sway.answer.Council;
import org.entente.sway.vote.Odds;

/** The table of votes: how each member leans, and what its vote does to the chance. */
final class SwayCouncilSvg {
  private static final double WIDTH = 1040;
  private static final double NAMES = 200;
  private static final double BARS = 330;
  private static final double EFFECT = 620;
  private static final double EFFECT_WIDTH = 220;
  private static final double ROW = 22;
  private static final double TOP = 34;
  private static final double SIZE = 11;

  private SwayCouncilSvg() {}

  static String svg(Answer answer, Council council, boolean alone) {
    Svg body = new Svg();
    body.rect("yes", NAMES, 8, 11, 9);
    body.text("faint", NAMES + 16, 16, SIZE, "start", "yes");
    body.rect("abstain", NAMES + 52, 8, 11, 9);
    body.text("faint", NAMES + 68, 16, SIZE, "start", "abstains");
    body.rect("no", NAMES + 130, 8, 11, 9);
    body.text("faint", NAMES + 146, 16, SIZE, "start", "no");
    body.text(
        "faint", EFFECT, 16, SIZE, "start", "chance of passing if it votes no (○) and yes (●)");
    double y = TOP;
    for (int i : SwayGrids.foremost(council)) {
      Council.Seat seat = council.seats().get(i);
      Odds.Effect effect = council.odds().members().get(i);
      boolean veto = council.body().members().get(i).veto();
      boolean own = seat.member().equals(answer.actor());
      body.text(
          own ? "name own" : "name",
          8,
          y + 15,
          12,
          "start",
          Columns.fit(SwayGrids.name(answer.issue(), seat.member()), 24) + (veto ? " (veto)" : ""));
      double yes = BARS * effect.leaning().yes();
      double abstain = BARS * effect.leaning().abstain();
      double no = BARS * effect.leaning().no();
      body.rect("yes", NAMES, y + 4, yes, ROW - 8);
      body.rect("abstain", NAMES + yes, y + 4, abstain, ROW - 8);
      body.rect("no", NAMES + yes + abstain, y + 4, no, ROW - 8);
      double low = EFFECT + EFFECT_WIDTH * effect.no();
      double high = EFFECT + EFFECT_WIDTH * effect.yes();
      body.line("interval", low, y + ROW / 2, high, y + ROW / 2);
      body.circle("hollow", low, y + ROW / 2, 3.4);
      body.circle("outcome", high, y + ROW / 2, 3.4);
      body.text(
          "faint",
          EFFECT + EFFECT_WIDTH + 18,
          y + 15,
          SIZE,
          "start",
          Math.round(100 * effect.no())
              + " → "
              + Math.round(100 * effect.yes())
              + " %  "
              + seat.from()
                  .words()
                  .replace("nearer to the proposal or to the status quo", "by its position"));
      body.hint(
          0,
          y,
          WIDTH,
          ROW,
          String.format(
              Locale.ROOT,
              "%s: yes %.0f %%, abstains %.0f %%, no %.0f %%; %s",
              SwayGrids.name(answer.issue(), seat.member()),
              100 * effect.leaning().yes(),
              100 * effect.leaning().abstain(),
              100 * effect.leaning().no(),
              seat.from().words()));
      y += ROW;
    }
    double chance = EFFECT + EFFECT_WIDTH * council.odds().chance();
    body.line("before", chance, TOP, chance, y);
    return Picture.open("sway", WIDTH, y + 10, "Table of votes", alone) + body + "</svg>";
  }
}
