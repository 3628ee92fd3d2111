package org.entente.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.Document;
import org.entente.model.Event;

/** One block a document, two lines an event, a line of totals. */
final class TableSink implements Report.Sink {
  private final Appendable out;
  private final int width;
  private final Ansi ansi;
  private final Totals totals = new Totals();

  TableSink(Appendable out, Report.Options options) {
    this.out = out;
    this.width = options.width();
    this.ansi = new Ansi(options.colour());
  }

  @Override
  public void add(Report.Coded coded) throws IOException {
    totals.add(coded.events());
    Document document = coded.document();
    for (String line :
        Columns.wrap(List.of(Columns.clean(Words.title(document)).split(" ")), " ", width)) {
      line(ansi.bold(line));
    }
    List<String> about = new ArrayList<>();
    if (document.publisher() != null) {
      about.add(Columns.clean(document.publisher()));
    }
    about.add(document.published().known() ? document.published().label() : Words.NO_DATE);
    about.add(
        coded.events().isEmpty() ? "no events found" : Words.count(coded.events().size(), "event"));
    Words.notes(document).forEach(note -> about.add(Columns.clean(note)));
    for (String line : Columns.wrap(about, " · ", width)) {
      line(ansi.dim(line));
    }
    if (!coded.events().isEmpty()) {
      line("");
      EventRows rows = new EventRows(coded.events(), width, ansi);
      for (Event event : coded.events()) {
        line(rows.row(event));
        for (String line : rows.details(document, event, List.of())) {
          line(line);
        }
      }
    }
    line("");
  }

  private void line(String line) throws IOException {
    out.append(line.stripTrailing()).append('\n');
  }

  @Override
  public void close() throws IOException {
    for (String line : Columns.wrap(List.of(totals.line().split(" · ")), " · ", width)) {
      line(ansi.bold(line));
    }
  }
}
