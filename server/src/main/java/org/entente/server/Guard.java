package org.entente.server;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Stands before every request. Lets in only requests to a name that is ours (else a page elsewhere
 * could have its own name lead here: DNS rebinding), from pages of ours or from no page at all,
 * with the token if there is one, and not too many of them.
 */
final class Guard {
  /** Pages load scripts, styles and data from here alone, and nobody frames them. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  private final Set<String> names = new HashSet<>();
  private final byte[] token;
  private final Rates reads;
  private final Rates work;

  /**
   * @param token that requests to the API must carry, or null
   */
  Guard(Server.Options options, String token) {
    names.addAll(Set.of("127.0.0.1", "localhost", "[::1]"));
    for (String name : options.names()) {
      names.add(name.toLowerCase(Locale.ROOT));
    }
    String address = options.address().toLowerCase(Locale.ROOT);
    names.add(address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address);
    this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    this.reads = new Rates(options.readBurst(), options.readRate(), System::nanoTime);
    this.work = new Rates(options.workBurst(), options.workRate(), System::nanoTime);
  }

  static void harden(Context context) {
    context.header("Content-Security-Policy", POLICY);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    if (context.path().startsWith("/api")) {
      context.header("Cache-Control", "no-store");
    }
  }

  /**
   * @throws Problem if it is not let in
   */
  void check(Context context) {
    String host = context.header("Host");
    if (host == null || !names.contains(name(host))) {
      throw new Problem(
          HttpStatus.MISDIRECTED_REQUEST,
          "this server does not go by that name; use the address that it printed, or start it with"
              + " --name");
    }
    String origin = context.header("Origin");
    String site = context.header("Sec-Fetch-Site");
    boolean ours =
        origin == null
            || origin.equalsIgnoreCase("http://" + host)
            || origin.equalsIgnoreCase("https://" + host);
    boolean elsewhere = "cross-site".equals(site) || "same-site".equals(site);
    boolean reading = READING.contains(context.method());
    if (!ours || elsewhere && (!reading || context.path().startsWith("/api"))) {
      throw new Problem(HttpStatus.FORBIDDEN, "requests from pages of other sites are refused");
    }
    String client = context.ip();
    if (!(reading ? reads : work).take(client)) {
      throw new Problem(
          HttpStatus.TOO_MANY_REQUESTS, "too many requests at once; wait a second and try again");
    }
    if (token != null && guarded(context.path()) && !knows(context.header("Authorization"))) {
      throw new Problem(
          HttpStatus.UNAUTHORIZED,
          "this server wants its token: Authorization: Bearer TOKEN, from the --token-file");
    }
  }

  /** The page itself, which holds no data, and the health are open. */
  private static boolean guarded(String path) {
    return path.startsWith("/api") || path.equals("/metrics");
  }

  /** In constant time, whatever is sent. */
  private boolean knows(String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      return false;
    }
    byte[] sent = authorization.substring(7).strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(sent, token);
  }

  private static String name(String host) {
    String lower = host.strip().toLowerCase(Locale.ROOT);
    int end = lower.startsWith("[") ? lower.indexOf(']') + 1 : lower.indexOf(':');
    return end <= 0 ? lower : lower.substring(0, end);
  }
}
