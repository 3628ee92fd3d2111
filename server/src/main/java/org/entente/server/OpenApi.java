package org.entente.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.coding.Coder;

/** The description of the API: as OpenAPI 3.1 and as a page without a script. */
final class OpenApi {
  private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

  private final ObjectNode document;

  OpenApi(List<Route> routes) {
    document = Json.object();
    document.put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Entente");
    info.put("version", Coder.VERSION);
    info.put(
        "description",
        "Events of international politics: coded from texts, asked for, added up. Whatever goes"
            + " wrong is told as a problem of RFC 9457.");
    info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/");
    ObjectNode paths = document.putObject("paths");
    for (Route route : routes) {
      ObjectNode path = (ObjectNode) paths.get(route.path());
      (path == null ? paths.putObject(route.path()) : path)
          .set(route.method().name().toLowerCase(Locale.ROOT), operation(route));
    }
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas());
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "Where the server was started with --token-file");
    ArrayNode security = document.putArray("security");
    security.addObject();
    security.addObject().putArray("token");
  }

  byte[] json() {
    return Json.bytes(document);
  }

  private static ObjectNode operation(Route route) {
    ObjectNode operation = Json.object();
    operation.putArray("tags").add(route.group());
    operation.put("summary", route.summary());
    operation.put("operationId", id(route));
    ArrayNode parameters = operation.putArray("parameters");
    Matcher part = PART.matcher(route.path());
    while (part.find()) {
      ObjectNode parameter = parameters.addObject();
      parameter.put("name", part.group(1)).put("in", "path").put("required", true);
      parameter.putObject("schema").put("type", "string");
    }
    for (Route.Parameter one : route.parameters()) {
      ObjectNode parameter = parameters.addObject();
      parameter.put("name", one.name()).put("in", "query").put("description", one.about());
      parameter.putObject("schema").put("type", one.type());
    }
    if (route.body() != null) {
      ObjectNode body = operation.putObject("requestBody");
      body.put("required", true);
      content(body, route.body());
    }
    ObjectNode answers = operation.putObject("responses");
    ObjectNode answer = answers.putObject("200");
    answer.put("description", "What was asked for");
    content(answer, route.answer());
    ObjectNode problem = answers.putObject("default");
    problem.put("description", "What went wrong");
    problem
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    return operation;
  }

  private static String id(Route route) {
    StringBuilder id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
    for (String part : route.path().replaceFirst("/api", "").split("[^A-Za-z]+")) {
      if (!part.isEmpty()) {
        id.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return id.toString();
  }

  private static void content(ObjectNode of, String what) {
    if (what.contains("/")) {
      of.putObject("content").putObject(what).putObject("schema").put("type", "string");
    } else {
      of.putObject("content")
          .putObject("application/json")
          .putObject("schema")
          .put("$ref", "#/components/schemas/" + what);
    }
  }

  private static JsonNode schemas() {
    try (InputStream in = OpenApi.class.getResourceAsStream("schemas.json")) {
      return Json.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same to be read. */
  String page() {
    StringBuilder page = new StringBuilder();
    page.append(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\""
            + " content=\"width=device-width,initial-scale=1\"><title>API · Entente</title><link"
            + " rel=\"stylesheet\" href=\"/api/docs.css\"><main><h1>The API of Entente</h1>");
    page.append("<p>").append(escape(document.at("/info/description").asText()));
    page.append(
        " <a href=\"/api/openapi.json\">openapi.json</a> says the same to programs. <a"
            + " href=\"/\">Workbench</a></p>");
    Map<String, StringBuilder> groups = new TreeMap<>();
    document
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation ->
                            append(
                                groups.computeIfAbsent(
                                    operation.getValue().at("/tags/0").asText(),
                                    any -> new StringBuilder()),
                                path.getKey(),
                                operation.getKey(),
                                operation.getValue())));
    groups.forEach(
        (group, text) -> page.append("<h2>").append(escape(group)).append("</h2>").append(text));
    page.append("<h2>Schemas</h2>");
    document
        .at("/components/schemas")
        .fields()
        .forEachRemaining(
            schema ->
                page.append("<details id=\"")
                    .append(escape(schema.getKey()))
                    .append("\"><summary><code>")
                    .append(escape(schema.getKey()))
                    .append("</code></summary><pre>")
                    .append(escape(schema.getValue().toPrettyString()))
                    .append("</pre></details>"));
    return page.append("</main></html>").toString();
  }

  private static void append(StringBuilder to, String path, String method, JsonNode operation) {
    to.append("<details><summary><b>")
        .append(escape(method.toUpperCase(Locale.ROOT)))
        .append("</b> <code>")
        .append(escape(path))
        .append("</code> ")
        .append(escape(operation.get("summary").asText()))
        .append("</summary>");
    JsonNode parameters = operation.get("parameters");
    if (!parameters.isEmpty()) {
      to.append("<table><tr><th>Parameter<th>Type<th>What it does</tr>");
      for (JsonNode one : parameters) {
        to.append("<tr><td><code>")
            .append(escape(one.get("name").asText()))
            .append("</code><td>")
            .append(escape(one.at("/schema/type").asText()))
            .append("<td>")
            .append(escape(one.path("description").asText("part of the address")))
            .append("</tr>");
      }
      to.append("</table>");
    }
    sent(to, "Sent: ", operation.path("requestBody").path("content"));
    sent(to, "Answer: ", operation.at("/responses/200/content"));
    to.append("</details>");
  }

  private static void sent(StringBuilder to, String label, JsonNode content) {
    content
        .fields()
        .forEachRemaining(
            one -> {
              String schema = one.getValue().at("/schema/$ref").asText();
              String name = schema.substring(schema.lastIndexOf('/') + 1);
              to.append("<p>").append(label).append(escape(one.getKey()));
              if (!name.isEmpty()) {
                to.append(" <a href=\"#")
                    .append(escape(name))
                    .append("\"><code>")
                    .append(escape(name))
                    .append("</code></a>");
              }
              to.append("</p>");
            });
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
