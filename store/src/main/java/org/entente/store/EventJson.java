package org.entente.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.entente.model.Attribution;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Magnitude;
import org.entente.model.TimeSpan;

/**
 * Events and documents as JSON, one object without line breaks: fields in the order of the records,
 * dates as ISO 8601, nulls and empty lists left out, unknown fields ignored when reading. What is
 * written reads back as an equal record, and is the same bytes on every Java version.
 */
public final class EventJson {
  private static final JsonMapper MAPPER = mapper();

  private EventJson() {}

  /** The event as one JSON object; {@code quad} is added for readers and ignored when read. */
  public static String write(Event event) {
    return json(event);
  }

  /** The document as one JSON object, its text and paragraphs included. */
  public static String write(Document document) {
    return json(document);
  }

  /**
   * Reads what {@link #write(Event)} wrote.
   *
   * @throws IllegalArgumentException if it is no JSON or no event; the message says what and where
   */
  public static Event readEvent(String json) {
    return read(json, Event.class);
  }

  /**
   * Reads what {@link #write(Document)} wrote.
   *
   * @throws IllegalArgumentException if it is no JSON or no document; the message says what and
   *     where
   */
  public static Document readDocument(String json) {
    return read(json, Document.class);
  }

  static String magnitudes(List<Magnitude> magnitudes) {
    return magnitudes.isEmpty() ? "[]" : json(magnitudes);
  }

  static List<Magnitude> readMagnitudes(String json) {
    return json == null || json.equals("[]") ? List.of() : List.of(read(json, Magnitude[].class));
  }

  /**
   * The document without its text, which the store has in a column; unless UTF-8 cannot hold it.
   */
  static String writeForStore(Document document) {
    ObjectNode tree = MAPPER.valueToTree(document);
    if (document.text().equals(Texts.clean(document.text()))) {
      tree.remove("text");
    }
    return json(tree);
  }

  /** Reads what {@link #writeForStore} wrote. */
  static Document readFromStore(String json, String text) {
    try {
      ObjectNode tree = (ObjectNode) MAPPER.readTree(json);
      if (!tree.has("text")) {
        tree.put("text", text);
      }
      return MAPPER.treeToValue(tree, Document.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON of a document: " + e.getOriginalMessage(), e);
    }
  }

  private static String json(Object value) {
    try {
      return Texts.escapeLoneSurrogates(MAPPER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value, e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new IllegalArgumentException("null is no " + name(type));
      }
      return value;
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " (line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr()
                  + ")";
      throw new IllegalArgumentException(
          "no JSON of " + name(type) + where + ": " + e.getOriginalMessage(), e);
    }
  }

  private static String name(Class<?> type) {
    return type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static JsonMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            // Double.toString differs between Java 17 and 19
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            // an empty string is not nothing: it has to read back as it was
            .withConfigOverride(
                String.class,
                o ->
                    o.setIncludeAsProperty(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, null)))
            .withConfigOverride(Attribution.class, o -> o.setIncludeAsProperty(unlessUnsaid()))
            .withConfigOverride(TimeSpan.class, o -> o.setIncludeAsProperty(unlessUnsaid()))
            .build();
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build());
    return mapper;
  }

  private static JsonInclude.Value unlessUnsaid() {
    return JsonInclude.Value.construct(JsonInclude.Include.CUSTOM, null)
        .withValueFilter(Unsaid.class);
  }

  /** Jackson leaves out a property that this filter equals. */
  static final class Unsaid {
    @Override
    public boolean equals(Object value) {
      return value == null || value.equals(Attribution.NONE) || value.equals(TimeSpan.UNKNOWN);
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }
}
