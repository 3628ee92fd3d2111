package org.entente.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.entente.model.Actor;
import org.entente.model.Event;

/**
 * GeoJSON (RFC 7946): a point with properties for each event of which the coordinates are known.
 */
final class GeoJson implements Closeable {
  private final JsonGenerator json;
  private long left;

  GeoJson(Writer out) throws IOException {
    json = new JsonFactory().createGenerator(out);
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeArrayFieldStart("features");
  }

  void write(Event event) throws IOException {
    if (event.place() == null
        || event.place().latitude() == null
        || event.place().longitude() == null) {
      left++;
      return;
    }
    json.writeRaw("\n");
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", event.id());
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", "Point");
    json.writeArrayFieldStart("coordinates");
    json.writeNumber(event.place().longitude());
    json.writeNumber(event.place().latitude());
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    text("from", event.time().from());
    text("to", event.time().to());
    actor("source", event.source());
    actor("target", event.target());
    text("type", event.type());
    text("mode", event.mode());
    text("cameo", event.cameo());
    json.writeNumberField("goldstein", event.goldstein());
    text("quad", event.quad().name().toLowerCase(Locale.ROOT));
    text("status", event.status().name().toLowerCase(Locale.ROOT));
    text("place", event.place().name());
    text("country", event.place().country());
    text("publisher", event.attribution().publisher());
    json.writeNumberField("confidence", event.confidence());
    text("document", event.document());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void actor(String side, Actor actor) throws IOException {
    if (actor != null) {
      text(side, actor.name());
      text(side + "_code", actor.fullCode());
    }
  }

  private void text(String name, Object value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }

  /** Events without coordinates. */
  long left() {
    return left;
  }

  @Override
  public void close() throws IOException {
    json.writeRaw("\n");
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw("\n");
    json.close();
  }
}
