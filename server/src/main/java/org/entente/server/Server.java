package org.entente.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.entente.coding.Coder;
import org.entente.store.EventStore;
import org.entente.store.StoreException;

/**
 * The workbench and its API over one store.
 *
 * <pre>{@code
 * try (Server server = Server.start(store, Coder::bundled, Server.Options.DEFAULT, log)) {
 *   System.out.println(server.address());
 * }
 * }</pre>
 *
 * <p>A request passes the {@link Guard}, then goes to a {@link Route}: of the {@link StoreApi},
 * {@link CodingApi}, {@link SwayApi}, {@link ForecastApi}, {@link AnnotationApi}, {@link
 * KnowledgeApi} or {@link JobApi}. The store is the caller's, who closes it after the server.
 */
public final class Server implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int WAITING = 500;
  private static final int SLOWEST_BYTES_A_SECOND = 1_000;

  /**
   * How to serve.
   *
   * @param address to listen on; any but loopback needs a token
   * @param port 0 for any that is free
   * @param tokenFile whose first line clients must send, or null
   * @param names that the server goes by besides its address
   * @param limit longest wait for an answer
   * @param readBurst requests that read, of one client at once
   * @param readRate so many more a second
   * @param workBurst requests that write or code, of one client at once
   * @param workRate so many more a second
   * @param logRequests whether each request is logged, or only what goes wrong
   */
  public record Options(
      String address,
      int port,
      Path tokenFile,
      List<String> names,
      Duration limit,
      double readBurst,
      double readRate,
      double workBurst,
      double workRate,
      boolean logRequests) {
    /** Loopback, port 7788, no token, 60 s, generous rates. */
    public static final Options DEFAULT =
        new Options(
            "127.0.0.1",
            7788,
            null,
            List.of(),
            Duration.ofSeconds(60),
            200_000,
            50_000,
            200,
            20,
            true);

    public Options {
      names = List.copyOf(names);
    }

    public Options at(String newAddress, int newPort) {
      return new Options(
          newAddress,
          newPort,
          tokenFile,
          names,
          limit,
          readBurst,
          readRate,
          workBurst,
          workRate,
          logRequests);
    }

    public Options withToken(Path file) {
      return new Options(
          address, port, file, names, limit, readBurst, readRate, workBurst, workRate, logRequests);
    }

    public Options withNames(List<String> more) {
      return new Options(
          address,
          port,
          tokenFile,
          more,
          limit,
          readBurst,
          readRate,
          workBurst,
          workRate,
          logRequests);
    }

    public Options withLimit(Duration longest) {
      return new Options(
          address,
          port,
          tokenFile,
          names,
          longest,
          readBurst,
          readRate,
          workBurst,
          workRate,
          logRequests);
    }

    public Options withRates(double reads, double perSecond, double work, double workPerSecond) {
      return new Options(
          address,
          port,
          tokenFile,
          names,
          limit,
          reads,
          perSecond,
          work,
          workPerSecond,
          logRequests);
    }

    public Options withLogRequests(boolean wanted) {
      return new Options(
          address, port, tokenFile, names, limit, readBurst, readRate, workBurst, workRate, wanted);
    }
  }

  private final Options options;
  private final RequestLog log;
  private final Jobs jobs;
  private final ThreadPoolExecutor coding;
  private final ThreadPoolExecutor reading;
  private final ThreadPoolExecutor foretelling;
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gc = new JvmGcMetrics();
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();
  private final Javalin javalin;

  /**
   * Starts to listen.
   *
   * @param store that is asked and written to
   * @param coder asked for once, in the background
   * @param options how
   * @param out where the log goes, a JSON object a line
   * @throws IllegalArgumentException if the address is not loopback and there is no token
   * @throws IOException if the token cannot be read, or the port is taken
   */
  public static Server start(
      EventStore store, Supplier<Coder> coder, Options options, PrintWriter out)
      throws IOException {
    return new Server(store, coder, options, out);
  }

  private Server(EventStore store, Supplier<Coder> coder, Options options, PrintWriter out)
      throws IOException {
    this.options = options;
    this.log = new RequestLog(out, options.logRequests());
    Guard guard = new Guard(options, token(options));
    int cores = Runtime.getRuntime().availableProcessors();
    // as many ask at once; one question that takes all cores would hold up the rest
    store.threads(Math.max(1, cores / 2));
    Supplier<Coder> loaded = once(coder);
    this.jobs = new Jobs(failure -> log.failed("job", failure));
    this.coding = pool("coding", cores, WAITING);
    this.reading = pool("reading", Math.max(2, cores), 10 * WAITING);
    this.foretelling = pool("foretelling", 1, WAITING);
    Answers answers = new Answers(store::version, reading, options.limit());
    Answers foretold = new Answers(store::version, foretelling, options.limit());
    List<Route> routes = new ArrayList<>();
    StoreApi stored = new StoreApi(store, answers);
    stored.addTo(routes);
    CodingApi texts = new CodingApi(store, loaded, coding, options.limit());
    texts.addTo(routes);
    new SwayApi(store, texts, jobs, cores).addTo(routes);
    new ForecastApi(store, foretold, jobs, cores).addTo(routes);
    new AnnotationApi(store).addTo(routes);
    new KnowledgeApi(answers).addTo(routes);
    new JobApi(store, loaded, jobs, cores).addTo(routes);
    measure();
    Pages pages = new Pages();
    OpenApi description = new OpenApi(routes);
    this.javalin = Javalin.create(config -> configure(config, guard, routes, description, pages));
    try {
      javalin.start(options.address(), options.port());
    } catch (RuntimeException e) {
      close();
      throw new IOException(
          "cannot listen on "
              + options.address()
              + ":"
              + options.port()
              + ": "
              + root(e).getMessage()
              + ". Is another server running? Choose another with --port",
          e);
    }
    log.info("started", address());
    coding.execute(() -> prepare(stored, loaded));
  }

  /** While nobody asks yet. */
  private void prepare(StoreApi stored, Supplier<Coder> coder) {
    try {
      stored.prepare();
    } catch (RuntimeException e) {
      log.failed("prepare", e);
    }
    coder.get();
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static Supplier<Coder> once(Supplier<Coder> coder) {
    return new Supplier<>() {
      private Coder loaded;

      @Override
      public synchronized Coder get() {
        if (loaded == null) {
          loaded = coder.get();
        }
        return loaded;
      }
    };
  }

  private static ThreadPoolExecutor pool(String name, int threads, int waiting) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(waiting),
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  private static String token(Options options) throws IOException {
    if (options.tokenFile() == null) {
      if (!loopback(options.address())) {
        throw new IllegalArgumentException(
            "--address "
                + options.address()
                + " can be reached from elsewhere: give a --token-file whose first line is a token"
                + " of at least 16 characters, or stay on 127.0.0.1");
      }
      return null;
    }
    List<String> lines = Files.readAllLines(options.tokenFile());
    String token = lines.isEmpty() ? "" : lines.get(0).strip();
    if (token.length() < 16) {
      throw new IllegalArgumentException(
          "--token-file "
              + options.tokenFile()
              + ": its first line must be a token of at least 16 characters");
    }
    return token;
  }

  private static boolean loopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--address: no address '" + address + "'", e);
    }
  }

  private void configure(
      JavalinConfig config, Guard guard, List<Route> routes, OpenApi description, Pages pages) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = Body.MOST;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "text/plain";
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setDaemon(true);
    threads.setName("http");
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
          http.setRequestHeaderSize(16_384);
          http.setIdleTimeout(options.limit().plusSeconds(30).toMillis());
          http.setMinRequestDataRate(SLOWEST_BYTES_A_SECOND);
        });
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(5_000);
          server.setStopAtShutdown(false);
          server.setErrorHandler(new PlainErrors());
          server.insertHandler(new GracefulHandler());
        });
    var to = config.routes;
    to.before(
        context -> {
          RequestLog.begin(context);
          Guard.harden(context);
          guard.check(context);
        });
    for (Route route : routes) {
      to.addHttpHandler(route.method(), route.path(), route.handler());
    }
    byte[] json = description.json();
    byte[] page = description.page().getBytes(StandardCharsets.UTF_8);
    byte[] style = resource("docs.css");
    to.get("/api/openapi.json", context -> context.contentType("application/json").result(json));
    to.get("/api/docs", context -> context.contentType("text/html; charset=utf-8").result(page));
    to.get("/api/docs.css", context -> context.contentType("text/css").result(style));
    to.get(
        "/health",
        context -> context.contentType("application/json").result("{\"status\":\"up\"}"));
    to.get(
        "/metrics",
        context ->
            context
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.scrape()));
    to.get(
        "/*",
        context -> {
          if (!pages.answer(context)) {
            throw new Problem(HttpStatus.NOT_FOUND, "nothing goes by this address");
          }
        });
    to.after(this::count);
    to.exception(Problem.class, (problem, context) -> problem.answer(context));
    to.exception(
        HttpResponseException.class,
        (problem, context) ->
            Problem.answer(
                context,
                HttpStatus.forStatus(problem.getStatus()),
                problem.getMessage() == null ? "it cannot be done" : problem.getMessage()));
    to.exception(
        IllegalArgumentException.class,
        (wrong, context) ->
            Problem.answer(context, HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage())));
    to.exception(
        StoreException.class,
        (failure, context) -> {
          log.failed(context, failure);
          Problem.answer(
              context,
              HttpStatus.INTERNAL_SERVER_ERROR,
              "the store could not do it; the server's log says why");
        });
    to.exception(
        Exception.class,
        (failure, context) -> {
          log.failed(context, failure);
          Problem.answer(
              context,
              HttpStatus.INTERNAL_SERVER_ERROR,
              "a mistake of Entente's own; the server's log has it under this request");
        });
    config.router.javaLangErrorHandler(
        (response, error) -> {
          log.failed("error", error);
          response.setStatus(500);
        });
  }

  private static byte[] resource(String name) {
    try (InputStream in = Server.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(Context context) {
    String path = context.endpoints().lastHttpEndpoint() == null ? "-" : route(context);
    timers
        .computeIfAbsent(
            context.method() + " " + path + " " + context.statusCode(),
            any ->
                Timer.builder("http_server_requests")
                    .description("Requests by route and status")
                    .tag("method", context.method().name())
                    .tag("route", path)
                    .tag("status", String.valueOf(context.statusCode()))
                    .register(metrics))
        .record(RequestLog.taken(context), TimeUnit.NANOSECONDS);
    log.request(context);
  }

  private static String route(Context context) {
    return context.endpoints().lastHttpEndpoint().path;
  }

  private void measure() {
    new JvmMemoryMetrics().bindTo(metrics);
    new JvmThreadMetrics().bindTo(metrics);
    new ProcessorMetrics().bindTo(metrics);
    new UptimeMetrics().bindTo(metrics);
    gc.bindTo(metrics);
    metrics.gauge("entente_codings_waiting", coding, pool -> pool.getQueue().size());
    metrics.gauge("entente_readings_waiting", reading, pool -> pool.getQueue().size());
  }

  /** Port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /** What to open in a browser. */
  public String address() {
    String host = options.address();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
  }

  /** Lets requests that run end, for five seconds, and stops jobs at their next document. */
  @Override
  public void close() {
    jobs.close();
    if (javalin != null) {
      try {
        javalin.stop();
      } catch (RuntimeException e) {
        // what has not ended in time is cut off
        log.failed("stop", e);
      }
    }
    for (ExecutorService pool : List.of(coding, reading, foretelling)) {
      pool.shutdown();
      try {
        pool.awaitTermination(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    gc.close();
    metrics.close();
    log.info("stopped", "");
  }

  /** What the server itself turns away, told without a page and without a trace. */
  private static final class PlainErrors extends ErrorHandler {
    PlainErrors() {
      setShowStacks(false);
      setShowCauses(false);
      setShowMessageInTitle(false);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      int status = response.getStatus();
      response.getHeaders().put("Content-Type", "application/problem+json");
      response.getHeaders().put("Content-Security-Policy", Guard.POLICY);
      response.getHeaders().put("X-Content-Type-Options", "nosniff");
      byte[] body =
          Json.bytes(
              Problem.body(
                  status,
                  org.eclipse.jetty.http.HttpStatus.getMessage(status),
                  "the request cannot be read",
                  null));
      response.write(true, ByteBuffer.wrap(body), callback);
      return true;
    }
  }
}
