package org.entente.server;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An address of the API, and what its description says of it.
 *
 * @param path as Javalin and OpenAPI have it: {@code /api/documents/{id}}
 * @param group that it is listed under
 * @param summary in a sentence
 * @param parameters of its query
 * @param body name of the schema of what is sent; a media type where it is no JSON; or null
 * @param answer name of the schema of the answer, or its media type
 */
record Route(
    HandlerType method,
    String path,
    String group,
    String summary,
    List<Parameter> parameters,
    String body,
    String answer,
    Handler handler) {

  /**
   * A parameter of the query.
   *
   * @param type of JSON Schema: {@code string}, {@code integer}, {@code number}, {@code boolean}
   * @param about what it does
   */
  record Parameter(String name, String type, String about) {}

  /** Those that say which events are meant. */
  static final List<Parameter> FILTERS =
      List.of(
          string("source", "Who acts: a code, a sector, an id or name of the registry; commas"),
          string("target", "To whom"),
          string("actor", "Who acts or to whom"),
          string("with", "With actor: between the two"),
          string("type", "PLOVER types; commas"),
          string("mode", "PLOVER's modes, or statement; !statement: all but it; commas"),
          string("quad", "Quad classes; commas"),
          string("status", "actual, planned, possible, demanded, denied; commas"),
          string("from", "First day: 2015-02-01, 2015-02 or 2015"),
          string("to", "Last day, included"),
          string("place", "Codes of countries or parts of names of places; commas"),
          new Parameter("min-confidence", "number", "Least confidence, 0 to 1"),
          string("text", "Words in the sentence, the actors or the place"),
          string("dataset", "Id of a data set; coded: only what was coded from texts"),
          new Parameter("no-dedupe", "boolean", "Count further reports of one event"),
          new Parameter("rejected", "boolean", "Events that a reader has rejected too"));

  static Parameter string(String name, String about) {
    return new Parameter(name, "string", about);
  }

  static Parameter integer(String name, String about) {
    return new Parameter(name, "integer", about);
  }

  static List<Parameter> filtersAnd(Parameter... more) {
    return Stream.concat(FILTERS.stream(), Stream.of(more)).toList();
  }

  static Route get(
      String path,
      String group,
      String summary,
      List<Parameter> parameters,
      String answer,
      Handler handler) {
    return new Route(HandlerType.GET, path, group, summary, parameters, null, answer, handler);
  }

  static Route post(
      String path,
      String group,
      String summary,
      List<Parameter> parameters,
      String body,
      String answer,
      Handler handler) {
    return new Route(HandlerType.POST, path, group, summary, parameters, body, answer, handler);
  }

  Set<String> names() {
    return parameters.stream().map(Parameter::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
