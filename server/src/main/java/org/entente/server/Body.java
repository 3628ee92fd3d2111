package org.entente.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** What a client sent: no more than the limit of it is ever read. */
final class Body {
  /** Most bytes. */
  static final int MOST = 20_000_000;

  private Body() {}

  /**
   * A JSON object. Its content type must say so: pages elsewhere cannot send that without being
   * asked who they are.
   */
  static JsonNode json(Context context) {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Problem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON, with Content-Type: application/json");
    }
    return Json.read(bytes(context));
  }

  static byte[] bytes(Context context) {
    long said = context.req().getContentLengthLong();
    if (said > MOST) {
      throw tooLarge();
    }
    try (InputStream in = context.req().getInputStream()) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw tooLarge();
      }
      return bytes;
    } catch (IOException e) {
      throw new Problem(HttpStatus.REQUEST_TIMEOUT, "the body did not arrive in time");
    }
  }

  private static Problem tooLarge() {
    return new Problem(
        HttpStatus.CONTENT_TOO_LARGE,
        "more than " + MOST / 1_000_000 + " MB; send it in parts, or use the command line");
  }

  /** A field's text without blanks around it, or null. */
  static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(field + ": must be a text");
    }
    return value.asText().isBlank() ? null : value.asText().strip();
  }
}
