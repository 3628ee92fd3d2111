package org.entente.server;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.coding.ingest.Dates;
import org.entente.model.TimeSpan;
import org.entente.server.asking.Constants;
import org.entente.server.asking.Filters;
import org.entente.store.Query;

/** What the parameters of an address ask for. */
final class Asked {
  private static final int LONGEST = 500;

  private final Map<String, List<String>> parameters;

  private Asked(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  static Asked of(Context context, Set<String> known) {
    return of(context.queryParamMap(), known);
  }

  /**
   * @throws IllegalArgumentException for a parameter that the route does not have, or one too long
   */
  static Asked of(Map<String, List<String>> query, Set<String> known) {
    Map<String, List<String>> parameters = new TreeMap<>(query);
    parameters.remove("");
    parameters.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            throw new IllegalArgumentException(
                "no parameter '" + shown(name) + "'; there are " + String.join(", ", known));
          }
          for (String value : values) {
            if (value.length() > LONGEST) {
              throw new IllegalArgumentException(
                  name + ": at most " + LONGEST + " characters, not " + value.length());
            }
          }
        });
    return new Asked(parameters);
  }

  private static String shown(String name) {
    return name.length() <= 40 ? name : name.substring(0, 40) + "…";
  }

  /** The same for the same parameters, in whatever order they came. */
  String key() {
    return parameters.toString();
  }

  /** Null if it is not there or blank. */
  String text(String name) {
    List<String> values = parameters.get(name);
    return values == null || values.get(0).isBlank() ? null : values.get(0).strip();
  }

  String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  /** All its values; those with commas are several. */
  List<String> list(String name) {
    List<String> all = new ArrayList<>();
    for (String value : parameters.getOrDefault(name, List.of())) {
      for (String part : value.split(",")) {
        if (!part.isBlank()) {
          all.add(part.strip());
        }
      }
    }
    return all;
  }

  boolean flag(String name) {
    String text = text(name);
    if (text != null && !text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(name + ": true or false, not '" + text + "'");
    }
    return "true".equals(text);
  }

  long number(String name, long otherwise, long least, long most) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        name + ": a whole number from " + least + " to " + most + ", not '" + text + "'");
  }

  int number(String name, int otherwise, int least, int most) {
    return (int) number(name, (long) otherwise, (long) least, (long) most);
  }

  <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) {
    String text = text(name);
    return text == null ? otherwise : Constants.named(name, type, text.replace('-', '_'));
  }

  LocalDate day(String name, boolean last) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      TimeSpan time = Dates.parse(text);
      return last ? time.to() : time.from();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  /** Which events are asked for, as the options of the command line say it. */
  Query query() {
    return new Filters(
            "",
            list("source"),
            list("target"),
            list("actor"),
            list("with"),
            list("type"),
            list("mode"),
            list("quad"),
            list("status"),
            day("from", false),
            day("to", true),
            list("place"),
            confidence(),
            text("text"),
            text("dataset"),
            flag("no-dedupe"),
            flag("rejected"))
        .query();
  }

  private double confidence() {
    String text = text("min-confidence");
    try {
      return text == null ? 0 : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("min-confidence: 0 to 1, not '" + text + "'", e);
    }
  }
}
