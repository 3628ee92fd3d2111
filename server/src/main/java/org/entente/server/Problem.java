package org.entente.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * What went wrong, told as RFC 9457 has it: in a sentence for a person, never with a stack trace.
 */
final class Problem extends RuntimeException {
  private final HttpStatus status;

  /**
   * @param detail what was wrong and what to do
   */
  Problem(HttpStatus status, String detail) {
    super(detail, null, false, false);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  void answer(Context context) {
    answer(context, status, getMessage());
  }

  static void answer(Context context, HttpStatus status, String detail) {
    context.status(status);
    context.contentType("application/problem+json");
    context.header("Cache-Control", "no-store");
    if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
      context.header("Retry-After", "1");
    }
    if (status == HttpStatus.UNAUTHORIZED) {
      context.header("WWW-Authenticate", "Bearer");
    }
    context.result(
        Json.bytes(body(status.getCode(), status.getMessage(), detail, RequestLog.idOf(context))));
  }

  static ObjectNode body(int status, String title, String detail, String request) {
    ObjectNode body = Json.object();
    body.put("type", "about:blank");
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    if (request != null) {
      body.put("instance", "urn:entente:request:" + request);
    }
    return body;
  }
}
