package org.entente.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Magnitude;
import org.entente.model.Place;

/**
 * RFC 4180: a header, one row an event, lines that end with CR LF. Lists are joined with {@code ;}.
 * White space inside of a field becomes one space, so that a row is a line. The publisher is that
 * of the attribution, else the document's.
 */
final class CsvSink implements Report.Sink {
  private static final Map<String, BiFunction<Document, Event, Object>> COLUMNS = columns();

  private final Appendable out;
  private boolean header;

  CsvSink(Appendable out) {
    this.out = out;
  }

  private static Map<String, BiFunction<Document, Event, Object>> columns() {
    Map<String, BiFunction<Document, Event, Object>> columns = new LinkedHashMap<>();
    columns.put("event_id", (d, e) -> e.id());
    columns.put("document_id", (d, e) -> d.id());
    columns.put("from", (d, e) -> e.time().from());
    columns.put("to", (d, e) -> e.time().to());
    columns.put("precision", (d, e) -> Words.lower(e.time().precision()));
    actor(columns, "source", Event::source);
    actor(columns, "target", Event::target);
    columns.put("type", (d, e) -> e.type());
    columns.put("mode", (d, e) -> e.mode());
    columns.put("contexts", (d, e) -> String.join(";", e.contexts()));
    columns.put("cameo", (d, e) -> e.cameo());
    columns.put("goldstein", (d, e) -> e.goldstein());
    columns.put("quad", (d, e) -> Words.lower(e.quad()));
    columns.put("status", (d, e) -> Words.lower(e.status()));
    columns.put("speaker", (d, e) -> Words.speaker(e.attribution()));
    columns.put(
        "publisher",
        (d, e) ->
            e.attribution().publisher() == null ? d.publisher() : e.attribution().publisher());
    columns.put("place", (d, e) -> place(e, Place::name));
    columns.put("country", (d, e) -> place(e, Place::country));
    columns.put("lat", (d, e) -> place(e, Place::latitude));
    columns.put("lon", (d, e) -> place(e, Place::longitude));
    columns.put(
        "magnitude",
        (d, e) -> e.magnitudes().stream().map(CsvSink::magnitude).collect(Collectors.joining(";")));
    columns.put("confidence", (d, e) -> round(e.confidence()));
    columns.put("predicate", (d, e) -> Words.words(d, e.evidence().get(0).predicate()));
    columns.put("sentence", (d, e) -> Words.words(d, e.evidence().get(0).span()));
    columns.put("rule", (d, e) -> e.rule());
    return columns;
  }

  private static void actor(
      Map<String, BiFunction<Document, Event, Object>> columns,
      String role,
      Function<Event, Actor> actor) {
    columns.put(role + "_code", (d, e) -> of(actor.apply(e), Actor::code));
    columns.put(role + "_name", (d, e) -> of(actor.apply(e), Words::name));
    columns.put(
        role + "_sectors",
        (d, e) ->
            of(
                actor.apply(e),
                a -> a.sectors().stream().map(Enum::name).collect(Collectors.joining(";"))));
    columns.put(role + "_id", (d, e) -> of(actor.apply(e), Actor::id));
  }

  private static Object of(Actor actor, Function<Actor, Object> part) {
    return actor == null ? null : part.apply(actor);
  }

  private static Object place(Event event, Function<Place, Object> part) {
    return event.place() == null ? null : part.apply(event.place());
  }

  private static BigDecimal round(double confidence) {
    return BigDecimal.valueOf(Math.round(confidence * 1e4), 4).stripTrailingZeros();
  }

  /** {@code killed=21}, {@code money=1000000..2000000 USD}. */
  private static String magnitude(Magnitude magnitude) {
    String low = plain(magnitude.low());
    return magnitude.kind().name().toLowerCase(Locale.ROOT)
        + "="
        + (magnitude.low() == magnitude.high() ? low : low + ".." + plain(magnitude.high()))
        + (magnitude.unit() == null ? "" : " " + magnitude.unit());
  }

  private static String plain(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString()
        : "";
  }

  @Override
  public void add(Report.Coded coded) throws IOException {
    header();
    for (Event event : coded.events()) {
      List<String> row = new ArrayList<>();
      for (BiFunction<Document, Event, Object> column : COLUMNS.values()) {
        row.add(field(column.apply(coded.document(), event)));
      }
      out.append(String.join(",", row)).append("\r\n");
    }
  }

  private void header() throws IOException {
    if (!header) {
      header = true;
      out.append(String.join(",", COLUMNS.keySet())).append("\r\n");
    }
  }

  private static String field(Object value) {
    String text =
        value == null
            ? ""
            : value instanceof BigDecimal number
                ? number.toPlainString()
                : Columns.clean(value.toString());
    boolean quote = text.indexOf(',') >= 0 || text.indexOf('"') >= 0;
    return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Override
  public void close() throws IOException {
    header();
  }
}
