package org.entente.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.entente.sway.vote.Bodies;
import org.entente.sway.vote.Power;

/** Voting bodies and the power in them, as tables. */
public final class PowerGrid {
  private static final int LONG = 24;

  private PowerGrid() {}

  /** A row a member. */
  public static Grid of(Power power) {
    List<List<Object>> rows = new ArrayList<>();
    for (Power.Index one : power.members()) {
      rows.add(
          Arrays.asList(
              one.member(),
              one.shapley().doubleValue(),
              fraction(one.shapley()),
              one.banzhaf().doubleValue(),
              fraction(one.banzhaf()),
              one.penrose().doubleValue()));
    }
    return new Grid(
        List.of(
            Grid.Column.text("member", "member"),
            Grid.Column.number("shapley", "Shapley–Shubik", 6),
            Grid.Column.text("shapley_exact", "exactly"),
            Grid.Column.number("banzhaf", "Banzhaf", 6),
            Grid.Column.text("banzhaf_exact", "exactly"),
            Grid.Column.number("penrose", "Penrose", 6)),
        rows);
  }

  private static String fraction(BigFraction value) {
    String text = value.getNumerator() + "/" + value.getDenominator();
    return text.length() > LONG ? "" : text;
  }

  /** A row a body and rule. */
  public static Grid bodies(List<Bodies.Entry> entries) {
    List<List<Object>> rows = new ArrayList<>();
    for (Bodies.Entry one : entries) {
      rows.add(
          Arrays.asList(
              one.id(),
              one.name(),
              one.from() == null ? "" : one.from().toString(),
              one.to() == null ? "" : one.to().toString(),
              one.rule().toString()));
    }
    return new Grid(
        List.of(
            Grid.Column.text("id", "id"),
            Grid.Column.text("name", "body"),
            Grid.Column.text("from", "from"),
            Grid.Column.text("to", "to"),
            Grid.Column.text("rule", "passes with")),
        rows);
  }
}
