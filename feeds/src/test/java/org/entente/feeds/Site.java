package org.entente.feeds;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A server on this machine that remembers what it was asked. */
final class Site implements AutoCloseable {
  /** What it answers. */
  record Page(int status, Map<String, String> headers, byte[] body) {
    static Page of(String type, String body) {
      return new Page(200, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    static Page feed(String body) {
      return of("application/rss+xml", body);
    }

    static Page status(int status) {
      return new Page(status, Map.of(), new byte[0]);
    }

    Page with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Page(status, more, body);
    }

    Page gzipped() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(body);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return new Page(status, headers, bytes.toByteArray()).with("Content-Encoding", "gzip");
    }
  }

  /** What it was asked. */
  record Asked(String path, Map<String, List<String>> headers) {
    String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? null : values.get(0);
    }
  }

  final Map<String, Page> pages = new ConcurrentHashMap<>();
  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /**
   * @param host 127.0.0.1, or 127.0.0.2 for a second host
   */
  Site(String host) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url(String path) {
    return "http://"
        + server.getAddress().getHostString()
        + ":"
        + server.getAddress().getPort()
        + path;
  }

  void put(String path, Page page) {
    pages.put(path, page);
  }

  List<String> paths() {
    return asked.stream().map(Asked::path).toList();
  }

  List<Asked> asked(String path) {
    return asked.stream().filter(one -> one.path().equals(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(new Asked(path, exchange.getRequestHeaders()));
    Page page = pages.getOrDefault(path, Page.status(404));
    String etag = page.headers().get("ETag");
    if (etag != null && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      page = new Page(304, Map.of("ETag", etag), new byte[0]);
    }
    page.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? -1 : page.body().length);
    exchange.getResponseBody().write(page.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
