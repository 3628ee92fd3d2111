package org.entente.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.function.Function;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.store.EventJson;

/** Answers as JSON: records by their fields, dates as ISO 8601, what is not a number as null. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule()
                  .addSerializer(double.class, new Numbers())
                  .addSerializer(Double.class, new Numbers())
                  .addSerializer(Event.class, new Written<>(EventJson::write))
                  .addSerializer(Document.class, new Written<>(EventJson::write)))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private Json() {}

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value, e);
    }
  }

  static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value, e);
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * Reads an object that a client sent.
   *
   * @throws IllegalArgumentException if it is none
   */
  static JsonNode read(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node == null || !node.isObject()) {
        throw new IllegalArgumentException("the body must be a JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the body is no JSON: "
              + e.getOriginalMessage()
              + " (line "
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + ")",
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException("the body cannot be read", e);
    }
  }

  private static final class Numbers extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator out, SerializerProvider any)
        throws IOException {
      if (value.isNaN() || value.isInfinite()) {
        out.writeNull();
      } else {
        out.writeNumber(value);
      }
    }
  }

  /** As the store and the command line write it. */
  private static final class Written<T> extends JsonSerializer<T> {
    private final Function<T, String> writer;

    Written(Function<T, String> writer) {
      this.writer = writer;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider any) throws IOException {
      out.writeRawValue(writer.apply(value));
    }
  }
}
