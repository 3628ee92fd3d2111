package org.entente.server;

import io.javalin.http.Context;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The workbench's files, read once from the class path, each by a name that was listed when it was
 * built: no request's path leads to a file.
 */
final class Pages {
  private static final String FOLDER = "/org/entente/workbench/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");
  private static final String LEFT_OUT =
      "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Entente</title><h1>The"
          + " workbench is not in this build</h1><p>It needs Node 20 or later with npm when Entente"
          + " is built: install it and build again. The <a href=\"/api/docs\">API</a> works"
          + " without.</p></html>";

  private record Page(byte[] bytes, String type) {}

  private final Map<String, Page> pages = new HashMap<>();

  Pages() {
    pages.put("/", new Page(LEFT_OUT.getBytes(StandardCharsets.UTF_8), TYPES.get("html")));
    try (InputStream list = Pages.class.getResourceAsStream(FOLDER + "files.txt")) {
      if (list == null) {
        return;
      }
      BufferedReader names =
          new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
      for (String name = names.readLine(); name != null; name = names.readLine()) {
        try (InputStream in = Pages.class.getResourceAsStream(FOLDER + name)) {
          String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
          pages.put(
              name.equals("index.html") ? "/" : "/" + name, new Page(in.readAllBytes(), type));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is such a page; then it is the answer. */
  boolean answer(Context context) {
    Page page = pages.get(context.path());
    if (page == null) {
      return false;
    }
    // names of assets have a hash of what is in them
    context.header(
        "Cache-Control",
        context.path().startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
    context.contentType(page.type());
    context.result(page.bytes());
    return true;
  }
}
