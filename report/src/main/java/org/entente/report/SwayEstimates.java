package org.entente.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.entente.sway.derive.Estimate;

/** Numbers that were read from events, as a table. */
public final class SwayEstimates {
  private SwayEstimates() {}

  public static Grid grid(List<Estimate> estimates) {
    List<List<Object>> rows = new ArrayList<>();
    for (Estimate one : estimates) {
      StringBuilder events = new StringBuilder();
      for (Estimate.Weighty weighty : one.weightiest()) {
        events
            .append(events.isEmpty() ? "" : "; ")
            .append(Picture.line(weighty.event()))
            .append(String.format(Locale.ROOT, " (%+.2f)", weighty.pull()));
      }
      rows.add(
          Arrays.asList(
              one.what(),
              one.range().mode(),
              one.range().low(),
              one.range().high(),
              (long) one.events(),
              one.basis(),
              events.toString()));
    }
    return new Grid(
        List.of(
            Grid.Column.text("what", "number"),
            Grid.Column.number("value", "value", 1),
            Grid.Column.number("low", "5 %", 1),
            Grid.Column.number("high", "95 %", 1),
            Grid.Column.count("events", "events"),
            Grid.Column.text("basis", "from"),
            Grid.Column.text("weightiest", "events that weigh most")),
        rows);
  }
}
