package org.entente.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** What happened, a JSON object a line; each request has an id that its answer carries too. */
final class RequestLog {
  private static final String ID = "entente.request";
  private static final String BEGUN = "entente.begun";

  private final PrintWriter out;
  private final boolean requests;

  /**
   * @param out where lines go
   * @param requests whether each request has one, or only what went wrong
   */
  RequestLog(PrintWriter out, boolean requests) {
    this.out = out;
    this.requests = requests;
  }

  static void begin(Context context) {
    byte[] bytes = new byte[8];
    ThreadLocalRandom.current().nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    context.attribute(ID, id);
    context.attribute(BEGUN, System.nanoTime());
    context.header("X-Request-Id", id);
  }

  /** Of a request that has begun; else null. */
  static String idOf(Context context) {
    return context.attribute(ID);
  }

  /** Nanoseconds since it began. */
  static long taken(Context context) {
    Long begun = context.attribute(BEGUN);
    return begun == null ? 0 : System.nanoTime() - begun;
  }

  void request(Context context) {
    if (!requests) {
      return;
    }
    ObjectNode line = line("info", "request");
    line.put("request", idOf(context));
    line.put("method", context.method().name());
    line.put("path", context.path());
    line.put("status", context.statusCode());
    line.put("ms", Double.parseDouble(String.format(Locale.ROOT, "%.2f", taken(context) / 1e6)));
    line.put("client", context.ip());
    write(line);
  }

  void failed(Context context, Throwable failure) {
    ObjectNode line = line("error", "failed");
    line.put("request", idOf(context));
    line.put("method", context.method().name());
    line.put("path", context.path());
    add(line, failure);
    write(line);
  }

  void failed(String what, Throwable failure) {
    ObjectNode line = line("error", what);
    add(line, failure);
    write(line);
  }

  void info(String what, String detail) {
    if (requests) {
      ObjectNode line = line("info", what);
      line.put("detail", detail);
      write(line);
    }
  }

  private static void add(ObjectNode line, Throwable failure) {
    line.put("error", failure.toString());
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    line.put("trace", trace.toString());
  }

  private static ObjectNode line(String level, String what) {
    ObjectNode line = Json.object();
    line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("level", level);
    line.put("event", what);
    return line;
  }

  private void write(ObjectNode line) {
    String text = line.toString() + "\n";
    synchronized (out) {
      out.write(text);
      out.flush();
    }
  }
}
