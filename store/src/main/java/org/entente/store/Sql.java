package org.entente.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;

/** Pieces of SQL with their values in them, so that what is run can be shown and run by hand. */
final class Sql {
  private Sql() {}

  static String literal(String text) {
    String quoted = "'" + Texts.clean(text).replace("'", "''") + "'";
    // DuckDB's parser stops at a NUL
    return quoted.indexOf('\0') < 0 ? quoted : "(" + quoted.replace("\0", "' || chr(0) || '") + ")";
  }

  static String literal(LocalDate day) {
    return "DATE '" + day + "'";
  }

  static String in(String column, Collection<String> values) {
    return values.size() == 1
        ? column + " = " + literal(values.iterator().next())
        : column
            + values.stream()
                .sorted()
                .map(Sql::literal)
                .collect(Collectors.joining(", ", " IN (", ")"));
  }

  static String list(Collection<String> values) {
    return values.stream().map(Sql::literal).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Whether a text contains another, in any case. */
  static String contains(String expression, String part) {
    return "contains(lower(" + expression + "), lower(" + literal(part) + "))";
  }
}
