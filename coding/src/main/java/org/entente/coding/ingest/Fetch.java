package org.entente.coding.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Fetches a URL over http or https. {@link Ingest} does it for its readers; {@link #ask} is for
 * those who want to see a server's whole answer, or to ask with conditions.
 *
 * <p>Every address that the host's name stands for is checked right before each request, redirects
 * included. The JVM keeps the answer of the name server for 30 seconds ({@code
 * networkaddress.cache.ttl}), so that the connection goes to an address that was checked.
 */
public final class Fetch {
  private static final String ACCEPT = "text/html,text/plain,application/json;q=0.9,*/*;q=0.5";
  private static final Map<Duration, HttpClient> CLIENTS = new ConcurrentHashMap<>();
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_.:-]+)", Pattern.CASE_INSENSITIVE);

  private Fetch() {}

  /**
   * Stands before each request, redirects included.
   *
   * <p>It may take its time: that is not counted.
   */
  @FunctionalInterface
  public interface Gate {
    /**
     * Lets a request pass.
     *
     * @throws IOException to refuse it, with a message for a person
     */
    void pass(URI url) throws IOException;
  }

  /**
   * What a server answered.
   *
   * @param status of HTTP; no redirect
   * @param url after redirects
   * @param moved where the resource has moved for good: the last URL of the permanent redirects
   *     that come first; null if there are none
   * @param headers of the answer
   * @param body as it was sent: compressed if {@code Content-Encoding} says so; may be empty
   */
  public record Answer(int status, URI url, URI moved, HttpHeaders headers, byte[] body) {
    /** The first header of that name, in any case; null if there is none. */
    public String header(String name) {
      return headers.firstValue(name).orElse(null);
    }

    /** Media type in lower case without parameters, or empty. */
    String type() {
      String type = header("content-type");
      return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The charset that the server named, or null. */
    Charset charset() {
      String type = header("content-type");
      return Fetch.charset(type == null ? "" : type);
    }
  }

  /** Charset that a content type names, or null. */
  static Charset charset(String contentType) {
    Matcher matcher = CHARSET.matcher(contentType);
    return matcher.find() ? Sniff.charset(matcher.group(1)) : null;
  }

  /**
   * Asks for a URL and follows redirects.
   *
   * @param url of http or https
   * @param headers of the request, in place of Entente's own {@code User-Agent} and {@code Accept}
   * @param gate that each request has to pass
   * @param options say which addresses may be spoken to, and the limits of size and time
   * @return whatever the server answered, errors too
   * @throws IOException with a message for a person, if the gate refuses or there is no answer
   */
  public static Answer ask(
      String url, Map<String, String> headers, Gate gate, Ingest.Options options)
      throws IOException {
    try {
      return ask(url, headers, gate, options, allowed(options));
    } catch (Trouble e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /**
   * @throws Trouble with a message for a person, for whatever goes wrong
   */
  static Answer get(String url, Ingest.Options options) throws Trouble {
    return get(url, options, allowed(options));
  }

  /**
   * @param allowed tells which addresses may be spoken to
   */
  static Answer get(String url, Ingest.Options options, Predicate<InetAddress> allowed)
      throws Trouble {
    Answer answer;
    try {
      answer = ask(url, Map.of(), any -> {}, options, allowed);
    } catch (IOException e) {
      throw fetch(e.getMessage());
    }
    if (answer.status() != 200) {
      boolean elsewhere = !answer.url().equals(uri(url));
      throw fetch(
          "answered "
              + answer.status()
              + meaning(answer.status())
              + (elsewhere ? " at " + answer.url() : ""));
    }
    if (answer.body().length == 0) {
      throw new Trouble(Aside.Reason.EMPTY, "answered with nothing");
    }
    return answer;
  }

  private static Predicate<InetAddress> allowed(Ingest.Options options) {
    return options.allowPrivate() ? address -> true : Addresses::isPublic;
  }

  private static Answer ask(
      String url,
      Map<String, String> headers,
      Gate gate,
      Ingest.Options options,
      Predicate<InetAddress> allowed)
      throws Trouble, IOException {
    Ingest.Limits limits = options.limits();
    long deadline = System.nanoTime() + limits.total().toNanos();
    HttpClient client = CLIENTS.computeIfAbsent(limits.connect(), Fetch::client);
    URI uri = uri(url);
    URI moved = null;
    boolean permanent = true;
    for (int hop = 0; ; hop++) {
      long before = System.nanoTime();
      gate.pass(uri);
      deadline += System.nanoTime() - before;
      check(uri, allowed, deadline, limits);
      HttpResponse<byte[]> response = send(client, uri, headers, deadline, limits);
      int status = response.statusCode();
      if (!REDIRECTS.contains(status)) {
        return new Answer(status, uri, moved, response.headers(), response.body());
      }
      if (hop == limits.redirects()) {
        throw fetch("more than " + limits.redirects() + " redirects, the last to " + uri);
      }
      String location = response.headers().firstValue("location").orElse("");
      if (location.isBlank()) {
        throw fetch("answered " + status + " without saying where to go");
      }
      uri = next(uri, location);
      permanent &= status == 301 || status == 308;
      moved = permanent ? uri : moved;
    }
  }

  /** One for all: each has a thread of its own. */
  private static HttpClient client(Duration connect) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connect)
        .build();
  }

  private static URI uri(String url) throws Trouble {
    try {
      return new URI(url.strip().replace(" ", "%20").replaceFirst("#.*", "")).normalize();
    } catch (URISyntaxException e) {
      throw fetch("not a URL: " + e.getReason());
    }
  }

  private static URI next(URI from, String location) throws Trouble {
    try {
      return from.resolve(uri(location));
    } catch (IllegalArgumentException e) {
      throw fetch("redirects to what is not a URL: " + Text.head(location, 100));
    }
  }

  private static void check(
      URI uri, Predicate<InetAddress> allowed, long deadline, Ingest.Limits limits) throws Trouble {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw fetch("refused: only http and https are fetched, not " + scheme);
    }
    if (uri.getHost() == null) {
      throw fetch("not a URL: no host in it");
    }
    String host = uri.getHost();
    InetAddress[] addresses = within(() -> InetAddress.getAllByName(host), deadline, limits);
    for (InetAddress address : addresses) {
      if (!allowed.test(address)) {
        throw fetch(
            "refused: "
                + host
                + " is at "
                + address.getHostAddress()
                + ", a private or loopback address; allow it with --allow-private");
      }
    }
  }

  private static HttpResponse<byte[]> send(
      HttpClient client, URI uri, Map<String, String> headers, long deadline, Ingest.Limits limits)
      throws Trouble {
    HttpRequest request;
    try {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(uri).header("User-Agent", "Entente/0.1").header("Accept", ACCEPT);
      headers.forEach(builder::setHeader);
      request = builder.build();
    } catch (IllegalArgumentException e) {
      throw fetch("not a URL: " + e.getMessage());
    }
    CompletableFuture<HttpResponse<byte[]>> future =
        client.sendAsync(request, info -> new Limited(info.headers(), limits.documentBytes()));
    return within(future, deadline, limits);
  }

  private static <T> T within(Callable<T> task, long deadline, Ingest.Limits limits)
      throws Trouble {
    FutureTask<T> future = new FutureTask<>(task);
    Thread thread = new Thread(future, "entente-names");
    thread.setDaemon(true);
    thread.start();
    return within(future, deadline, limits);
  }

  private static <T> T within(Future<T> future, long deadline, Ingest.Limits limits)
      throws Trouble {
    try {
      return future.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw fetch("no full answer within " + seconds(limits.total()));
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw fetch("interrupted");
    } catch (ExecutionException e) {
      throw because(e.getCause(), limits);
    }
  }

  private static Trouble because(Throwable e, Ingest.Limits limits) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooLarge) {
        return Trouble.tooLarge(limits.documentBytes());
      }
      if (cause instanceof UnknownHostException
          || cause instanceof java.nio.channels.UnresolvedAddressException) {
        return fetch("no such host; check the spelling and the network");
      }
      if (cause instanceof HttpConnectTimeoutException) {
        return fetch("no connection within " + seconds(limits.connect()));
      }
      if (cause instanceof HttpTimeoutException) {
        return fetch("no full answer within " + seconds(limits.total()));
      }
      if (cause instanceof SSLException) {
        return fetch("no secure connection: " + cause.getMessage());
      }
    }
    if (e instanceof ConnectException) {
      return fetch("no connection: " + (e.getMessage() == null ? "refused" : e.getMessage()));
    }
    return fetch(
        "failed: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
  }

  private static String seconds(Duration time) {
    return time.toMillis() < 1_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }

  private static Trouble fetch(String message) {
    return new Trouble(Aside.Reason.FETCH, message);
  }

  private static String meaning(int status) {
    return switch (status) {
      case 401, 403, 407, 451 -> " (not allowed)";
      case 404, 410 -> " (no such page)";
      case 429 -> " (too many requests; try later)";
      default -> status >= 500 ? " (the server's trouble; try later)" : "";
    };
  }

  /** Over the limit of bytes. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Gathers a body up to a limit, and no further. */
  private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long limit;
    private final boolean told;
    private Flow.Subscription subscription;

    Limited(HttpHeaders headers, long limit) {
      this.limit = limit;
      this.told = headers.firstValueAsLong("content-length").orElse(0) > limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription value) {
      subscription = value;
      if (told) {
        subscription.cancel();
        body.completeExceptionally(new TooLarge());
      } else {
        subscription.request(Long.MAX_VALUE);
      }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        if (bytes.size() + (long) part.length > limit) {
          subscription.cancel();
          body.completeExceptionally(new TooLarge());
          return;
        }
        bytes.write(part, 0, part.length);
      }
    }

    @Override
    public void onError(Throwable error) {
      body.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
      body.complete(bytes.toByteArray());
    }
  }
}
