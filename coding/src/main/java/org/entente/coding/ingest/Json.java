package org.entente.coding.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.model.TimeSpan;
import org.jsoup.parser.Parser;

/**
 * Reads JSON Lines, a JSON object, or an array of objects, one document at a time.
 *
 * <p>Fields: {@code id}, {@code date}, {@code title}, {@code publisher}, {@code url}, {@code
 * byline}, {@code text}; a few usual names beside them are understood. A text may be HTML.
 */
final class Json {
  private static final List<String> TEXT =
      List.of("text", "body", "content", "maintext", "articleBody");
  private static final List<String> DATE =
      List.of("date", "published", "date_publish", "publication_date", "datePublished");
  private static final List<String> TITLE = List.of("title", "headline");
  private static final List<String> PUBLISHER =
      List.of("publisher", "source", "source_domain", "agency");
  private static final List<String> BYLINE = List.of("byline", "author", "authors");
  private static final List<String> URL = List.of("url", "link");
  private static final List<String> ID = List.of("id", "_id", "uuid");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,8});");

  private final Reading reading;
  private final String origin;
  private final String ending;
  private final Charset declared;
  private final int limit;
  private final ObjectMapper mapper;

  Json(Reading reading, String origin, String ending, Charset declared) {
    this.reading = reading;
    this.origin = origin;
    this.ending = ending;
    this.declared = declared;
    this.limit = reading.options.limits().documentBytes();
    this.mapper =
        new ObjectMapper(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(limit).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * @param guess charset by mark, declaration or look; null for UTF-8
   */
  void read(InputStream in, Charset guess) throws IOException, Trouble {
    boolean wide =
        guess != null && guess.name().startsWith("UTF-") && !guess.name().equals("UTF-8");
    Charset charset = wide ? StandardCharsets.UTF_8 : declared;
    Lines lines = new Lines(wide ? new Utf8Stream(in, guess) : in, limit);
    while (lines.next() && !lines.tooLong && blank(lines.line)) {
      // the first line that says something
    }
    if (lines.line == null && !lines.tooLong) {
      throw new Trouble(Aside.Reason.EMPTY, "nothing in it but blanks");
    }
    String first = lines.tooLong ? "" : Decoder.decode(lines.line, charset).text().strip();
    boolean perLine = ending.equals("jsonl") || ending.equals("ndjson");
    if (!perLine && first.startsWith("[")) {
      values(lines, charset);
    } else if (perLine || lines.tooLong || first.endsWith("}")) {
      perLine(lines, charset);
    } else if (first.startsWith("{")) {
      values(lines, charset);
    } else {
      throw new Trouble(
          Aside.Reason.BROKEN,
          "broken JSON: begins neither with { nor with [ but with " + first(first));
    }
  }

  private static String first(String text) {
    return text.isEmpty() ? "nothing" : "\"" + Text.head(text, 20) + "\"";
  }

  private static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != ' '
          && b != '\t'
          && b != '\r'
          && (b & 0xFF) != 0xEF
          && (b & 0xFF) != 0xBB
          && (b & 0xFF) != 0xBF) {
        return false;
      }
    }
    return true;
  }

  private void perLine(Lines lines, Charset charset) throws IOException {
    do {
      line(lines.line, charset, origin + ":" + lines.number);
    } while (lines.next());
  }

  /**
   * @param bytes null for a line that is too long
   */
  void line(byte[] bytes, String place) {
    line(bytes, declared, place);
  }

  private void line(byte[] bytes, Charset charset, String place) {
    if (bytes == null || bytes.length > limit) {
      reading.aside(Trouble.tooLarge(limit).at(place));
      return;
    }
    if (blank(bytes)) {
      return;
    }
    Draft draft;
    try {
      Sniff.text(bytes, Math.min(bytes.length, Sniff.HEAD), charset);
      Decoder.Decoded decoded = Decoder.decode(bytes, charset);
      draft = draft(mapper.readTree(decoded.text()), place, decoded.notes());
    } catch (JsonProcessingException e) {
      reading.aside(new Aside(place, reason(e), message(e, false)));
      return;
    } catch (Trouble e) {
      reading.aside(e.at(place));
      return;
    } catch (StackOverflowError | RuntimeException e) {
      reading.aside(Reading.failed(place, e));
      return;
    }
    reading.take(draft);
  }

  /** Values that go over lines. After a mistake there is no telling where the next one begins. */
  private void values(Lines lines, Charset charset) throws IOException {
    int offset = lines.number - 1;
    byte[] begun = new byte[lines.line.length + 1];
    System.arraycopy(lines.line, 0, begun, 0, lines.line.length);
    begun[lines.line.length] = '\n';
    byte[] more = lines.in.readNBytes(limit);
    InputStream all =
        new SequenceInputStream(new ByteArrayInputStream(begun), new ByteArrayInputStream(more));
    List<String> notes = List.of();
    Reader reader;
    if (more.length < limit) {
      Decoder.Decoded decoded = Decoder.decode(all.readAllBytes(), charset);
      notes = decoded.notes().stream().map(note -> "in the whole file: " + note).toList();
      reader = new StringReader(decoded.text());
    } else {
      reader =
          new InputStreamReader(
              new SequenceInputStream(all, lines.in),
              charset == null ? StandardCharsets.UTF_8 : charset);
    }
    int element = 0;
    int line = offset + 1;
    try {
      JsonParser parser = mapper.getFactory().createParser(reader);
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      boolean inside = false;
      while (true) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          break;
        }
        if (!inside && token == JsonToken.START_ARRAY) {
          inside = true;
          continue;
        }
        if (inside && token == JsonToken.END_ARRAY) {
          inside = false;
          continue;
        }
        line = offset + parser.currentTokenLocation().getLineNr();
        String place = origin + ":" + line;
        JsonNode node =
            mapper
                .reader()
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(parser);
        element++;
        one(node, place, notes);
      }
    } catch (JsonProcessingException e) {
      int at = e.getLocation() == null ? line : offset + e.getLocation().getLineNr();
      reading.aside(
          new Aside(
              origin + ":" + at,
              reason(e),
              message(e, true)
                  + (element > 0 ? " after " + element + " read" : "")
                  + "; nothing behind it is read: write one object a line (.jsonl) to lose only the"
                  + " broken one"));
    }
  }

  private void one(JsonNode node, String place, List<String> notes) {
    Draft draft;
    try {
      draft = draft(node, place, notes);
    } catch (Trouble e) {
      reading.aside(e.at(place));
      return;
    } catch (StackOverflowError | RuntimeException e) {
      reading.aside(Reading.failed(place, e));
      return;
    }
    reading.take(draft);
  }

  private static Aside.Reason reason(JsonProcessingException e) {
    return e instanceof StreamConstraintsException ? Aside.Reason.TOO_LARGE : Aside.Reason.BROKEN;
  }

  private static String message(JsonProcessingException e, boolean lines) {
    String where = "";
    if (e.getLocation() != null) {
      where =
          (lines ? " at line " + e.getLocation().getLineNr() + ", column " : " at column ")
              + e.getLocation().getColumnNr();
    }
    return "broken JSON" + where + ": " + Text.head(Text.clean(e.getOriginalMessage()), 200);
  }

  private Draft draft(JsonNode node, String place, List<String> notes) throws Trouble {
    if (node == null || !node.isObject()) {
      throw new Trouble(
          Aside.Reason.BROKEN,
          "not a JSON object; write {\"id\": …, \"date\": …, \"title\": …, \"text\": …}");
    }
    Draft draft = new Draft(place);
    draft.notes.addAll(notes);
    draft.id = field(node, ID);
    draft.url = field(node, URL);
    String title = field(node, TITLE);
    draft.title = title == null ? null : Text.cleanOrNull(entities(title));
    draft.publisher = field(node, PUBLISHER);
    draft.byline = field(node, BYLINE);
    String date = field(node, DATE);
    if (date != null) {
      Optional<TimeSpan> published = Dates.field(date);
      draft.published = published.orElse(null);
      if (published.isEmpty()) {
        draft.notes.add(
            "date not understood: \"" + Text.head(date, 60) + "\"; write it as 2015-02-25");
      }
    }
    String text = raw(node, TEXT);
    if (text == null && draft.title == null) {
      throw new Trouble(
          Aside.Reason.EMPTY, "no text in it: the field \"text\" is missing or empty");
    }
    if (text != null && text.length() > limit) {
      throw Trouble.tooLarge(limit);
    }
    if (text == null) {
      return draft;
    }
    if (Sniff.hasTags(text)) {
      Html.field(text, draft, reading.options.limits());
    } else {
      draft.blocks = new ArrayList<>(PlainText.blocks(entities(text)));
    }
    return draft;
  }

  private static String entities(String text) {
    return ENTITY.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
  }

  private static String field(JsonNode node, List<String> names) {
    String value = raw(node, names);
    return value == null ? null : Text.cleanOrNull(Text.head(value, 2_000));
  }

  private static String raw(JsonNode node, List<String> names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isArray()) {
        List<String> parts = new ArrayList<>();
        for (JsonNode part : value) {
          String one = part.isObject() ? part.path("name").asText() : part.asText();
          if (!one.isBlank()) {
            parts.add(one);
          }
        }
        String joined = String.join(TEXT.contains(name) ? "\n\n" : ", ", parts);
        if (!joined.isBlank()) {
          return joined;
        }
      } else {
        String text = value.isObject() ? value.path("name").asText() : value.asText();
        if (!text.isBlank() && !value.isNull()) {
          return text;
        }
      }
    }
    return null;
  }

  /** Lines of bytes, of which one that is too long is skipped without being held. */
  private static final class Lines {
    final InputStream in;
    final int limit;
    int number;
    byte[] line;
    boolean tooLong;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1 << 12);

    Lines(InputStream in, int limit) {
      this.in = in;
      this.limit = limit;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
      buffer.reset();
      tooLong = false;
      line = null;
      int b = in.read();
      if (b < 0) {
        return false;
      }
      number++;
      long length = 0;
      while (b >= 0 && b != '\n') {
        if (++length <= limit) {
          buffer.write(b);
        }
        b = in.read();
      }
      tooLong = length > limit;
      line = tooLong ? null : buffer.toByteArray();
      return true;
    }
  }
}
