package org.entente.report;

import java.util.Arrays;
import java.util.List;
import org.entente.store.Reported;

/** The reports that tell one event, a row each. */
public final class ReportedGrid {
  private static final List<Grid.Column> COLUMNS =
      List.of(
          Grid.Column.text("published", "published"),
          Grid.Column.text("publisher", "publisher"),
          Grid.Column.text("title", "title"),
          Grid.Column.text("document", null).filed(),
          Grid.Column.text("event", "event"),
          Grid.Column.text("url", null).filed());

  private ReportedGrid() {}

  /** In the order of the reports, the first of them first. */
  public static Grid of(List<Reported> reports) {
    return new Grid(
        COLUMNS,
        reports.stream()
            .map(
                one ->
                    Arrays.<Object>asList(
                        one.published(),
                        one.publisher(),
                        one.title() == null ? one.document() : one.title(),
                        one.document(),
                        one.event(),
                        one.url()))
            .toList());
  }
}
