package org.entente.spark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.entente.coding.ingest.Aside;
import org.entente.model.Actor;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Place;
import org.entente.model.Sector;
import org.entente.model.TimeSpan;
import org.entente.report.Report;

/** The columns of what is written. */
final class Columns {
  private static final DataType TEXT = DataTypes.StringType;
  private static final DataType TEXTS = DataTypes.createArrayType(TEXT, false);
  private static final DataType DAY = DataTypes.DateType;
  private static final DataType NUMBER = DataTypes.DoubleType;
  private static final DataType COUNT = DataTypes.IntegerType;

  /**
   * An event. {@code day} is the first day on which it can have happened, else the last; {@code
   * month} is that day's, or {@code unknown}; {@code json} is the line that {@code entente code
   * --format jsonl} prints.
   */
  static final StructType EVENT =
      new StructType()
          .add("id", TEXT)
          .add("document", TEXT)
          .add("day", DAY)
          .add("source", TEXT)
          .add("source_id", TEXT)
          .add("source_name", TEXT)
          .add("source_country", TEXT)
          .add("source_sectors", TEXTS)
          .add("source_role", TEXT)
          .add("source_text", TEXT)
          .add("target", TEXT)
          .add("target_id", TEXT)
          .add("target_name", TEXT)
          .add("target_country", TEXT)
          .add("target_sectors", TEXTS)
          .add("target_role", TEXT)
          .add("target_text", TEXT)
          .add("type", TEXT)
          .add("mode", TEXT)
          .add("contexts", TEXTS)
          .add("cameo", TEXT)
          .add("goldstein", NUMBER)
          .add("quad", TEXT)
          .add("status", TEXT)
          .add("time_from", DAY)
          .add("time_to", DAY)
          .add("time_precision", TEXT)
          .add("place", TEXT)
          .add("place_country", TEXT)
          .add("latitude", NUMBER)
          .add("longitude", NUMBER)
          .add("geonames", DataTypes.LongType)
          .add("confidence", NUMBER)
          .add("speaker", TEXT)
          .add("publisher", TEXT)
          .add("told", COUNT)
          .add("coder", TEXT)
          .add("json", TEXT)
          .add("month", TEXT);

  /** A coded document; {@code text_hash} is Java's hash of its text. */
  static final List<String> DOCUMENT =
      List.of(
          "id",
          "origin",
          "title",
          "publisher",
          "published_from",
          "published_to",
          "url",
          "language",
          "characters",
          "text_hash");

  /** A document set aside. */
  static final List<String> ASIDE = List.of("origin", "reason", "message");

  /** A document with its events, or one set aside, which has a reason. */
  static final StructType RESULT =
      new StructType()
          .add("id", TEXT)
          .add("origin", TEXT)
          .add("title", TEXT)
          .add("publisher", TEXT)
          .add("published_from", DAY)
          .add("published_to", DAY)
          .add("url", TEXT)
          .add("language", TEXT)
          .add("characters", COUNT)
          .add("text_hash", COUNT)
          .add(
              new StructField(
                  "events", DataTypes.createArrayType(EVENT, false), true, Metadata.empty()))
          .add("reason", TEXT)
          .add("message", TEXT);

  private Columns() {}

  static Row document(Document document, List<Event> events) {
    String lines =
        Report.of(
            List.of(new Report.Coded(document, events)), Report.Format.JSONL, Report.Options.PLAIN);
    List<Row> rows = new ArrayList<>();
    int at = 0;
    for (Event event : events) {
      int end = lines.indexOf('\n', at);
      rows.add(event(event, lines.substring(at, end)));
      at = end + 1;
    }
    return RowFactory.create(
        document.id(),
        document.origin(),
        document.title(),
        document.publisher(),
        document.published().from(),
        document.published().to(),
        document.url(),
        document.language(),
        document.text().length(),
        document.text().hashCode(),
        rows.toArray(),
        null,
        null);
  }

  static Row aside(Aside aside) {
    return RowFactory.create(
        null,
        aside.origin(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        aside.reason().name(),
        aside.message());
  }

  private static Row event(Event event, String json) {
    List<Object> values = new ArrayList<>();
    TimeSpan time = event.time();
    LocalDate day = time.from() != null ? time.from() : time.to();
    Place place = event.place();
    Actor speaker = event.attribution().speaker();
    values.add(event.id());
    values.add(event.document());
    values.add(day);
    actor(event.source(), values);
    actor(event.target(), values);
    values.add(event.type().name());
    values.add(event.mode());
    values.add(event.contexts().toArray());
    values.add(event.cameo());
    values.add(event.goldstein());
    values.add(event.quad().name());
    values.add(event.status().name());
    values.add(time.from());
    values.add(time.to());
    values.add(time.precision().name());
    values.add(place == null ? null : place.name());
    values.add(place == null ? null : place.country());
    values.add(place == null ? null : place.latitude());
    values.add(place == null ? null : place.longitude());
    values.add(place == null ? null : place.geonames());
    values.add(event.confidence());
    values.add(speaker == null ? event.attribution().words() : speaker.name());
    values.add(event.attribution().publisher());
    values.add(event.evidence().size());
    values.add(event.coder());
    values.add(json);
    values.add(day == null ? "unknown" : day.toString().substring(0, day.toString().length() - 3));
    return RowFactory.create(values.toArray());
  }

  private static void actor(Actor actor, List<Object> values) {
    values.add(actor == null ? null : actor.fullCode());
    values.add(actor == null ? null : actor.id());
    values.add(actor == null ? null : actor.name());
    values.add(actor == null ? null : actor.code());
    values.add(actor == null ? null : actor.sectors().stream().map(Sector::name).toArray());
    values.add(actor == null ? null : actor.role());
    values.add(actor == null ? null : actor.text());
  }
}
