package org.entente.sway.issue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.sway.bargain.Range;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in an issue file, which knows its name and line, and what is wrong with it. */
final class Field {
  private final Node node;
  private final String path;
  private final List<String> mistakes;
  private final String file;

  Field(Node node, String path, String file, List<String> mistakes) {
    this.node = node;
    this.path = path;
    this.file = file;
    this.mistakes = mistakes;
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  int from() {
    return node.getStartMark().getIndex();
  }

  int to() {
    return node.getEndMark().getIndex();
  }

  String path() {
    return path;
  }

  /** Notes a mistake here. */
  void wrong(String what) {
    mistakes.add(file + ":" + line() + ": " + (path.isEmpty() ? "" : path + ": ") + what);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Its keys, each once and each one of those that it may have. Any key if none are given. */
  Map<String, Field> map(String... allowed) {
    Map<String, Field> fields = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      wrong("keys with values are wanted here, not " + kind());
      return fields;
    }
    Set<String> known = Set.of(allowed);
    for (NodeTuple tuple : mapping.getValue()) {
      String key =
          tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue().strip() : "?";
      Field field =
          new Field(tuple.getValueNode(), path.isEmpty() ? key : path + "." + key, file, mistakes);
      if (!known.isEmpty() && !known.contains(key)) {
        new Field(tuple.getKeyNode(), path, file, mistakes)
            .wrong(
                "no key '"
                    + key
                    + "' here"
                    + Nearest.hint(key, known)
                    + "; there are "
                    + String.join(", ", allowed));
      } else if (fields.putIfAbsent(key, field) != null) {
        field.wrong("is there twice");
      }
    }
    return fields;
  }

  List<Field> list() {
    List<Field> fields = new ArrayList<>();
    if (!(node instanceof SequenceNode sequence)) {
      wrong("a list is wanted here, not " + kind());
      return fields;
    }
    for (Node item : sequence.getValue()) {
      fields.add(new Field(item, path + "[" + fields.size() + "]", file, mistakes));
    }
    return fields;
  }

  /** A text, or an empty one where there is something else. */
  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    wrong("a text is wanted here, not " + kind());
    return "";
  }

  /** One text or a list of them. */
  List<String> texts() {
    return isList() ? list().stream().map(Field::text).toList() : List.of(text());
  }

  /** A day, or null where there is something else. */
  LocalDate date() {
    String text = text();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      wrong("a date is wanted here, such as 2015-02-25, not '" + text + "'");
      return null;
    }
  }

  boolean yes() {
    String text = text().toLowerCase(Locale.ROOT);
    if (!Set.of("true", "false", "yes", "no").contains(text)) {
      wrong("true or false is wanted here, not '" + text + "'");
    }
    return text.equals("true") || text.equals("yes");
  }

  /** A number between bounds, or the lower one where there is something else. */
  double number(double least, double most) {
    String text = text();
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      if (node instanceof ScalarNode) {
        wrong("a number is wanted here, not '" + text + "'");
      }
      return least;
    }
    if (!Double.isFinite(number) || number < least || number > most) {
      wrong(text + " is not " + bounds(least, most));
      return least;
    }
    return number;
  }

  int whole(int least, int most) {
    double number = number(least, most);
    if (number != Math.rint(number)) {
      wrong("a whole number is wanted here, not " + text());
    }
    return (int) number;
  }

  private static String bounds(double least, double most) {
    if (most == Double.MAX_VALUE) {
      return shown(least) + " or more";
    }
    return "between " + shown(least) + " and " + shown(most);
  }

  static String shown(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** A number, three of them, low, mode and high, or two, whose middle is the mode. */
  Range range(double least, double most) {
    if (isList()) {
      return ordered(list(), least, most);
    }
    if (isMap()) {
      Map<String, Field> keys = map("low", "mode", "high", "value", "why");
      if (keys.containsKey("value")) {
        if (keys.containsKey("low") || keys.containsKey("mode") || keys.containsKey("high")) {
          wrong("either value, or low, mode and high");
        }
        return keys.get("value").range(least, most);
      }
      if (!keys.containsKey("low") || !keys.containsKey("high")) {
        wrong("low and high are wanted here (and mode, if it is not in the middle), or value");
        return Range.of(least);
      }
      List<Field> parts = new ArrayList<>(List.of(keys.get("low"), keys.get("high")));
      if (keys.containsKey("mode")) {
        parts.add(1, keys.get("mode"));
      }
      return ordered(parts, least, most);
    }
    return Range.of(number(least, most));
  }

  private Range ordered(List<Field> parts, double least, double most) {
    if (parts.size() != 2 && parts.size() != 3) {
      wrong("low, mode and high are wanted here, not " + parts.size() + " numbers");
      return Range.of(least);
    }
    double[] numbers = parts.stream().mapToDouble(part -> part.number(least, most)).toArray();
    double low = numbers[0];
    double high = numbers[numbers.length - 1];
    double mode = numbers.length == 3 ? numbers[1] : (low + high) / 2;
    if (numbers.length == 2 && low > high) {
      wrong("low, " + shown(low) + ", is above high, " + shown(high));
      return Range.of(least);
    }
    if (low > mode || mode > high) {
      wrong(
          "low, mode and high contradict each other: "
              + shown(low)
              + ", "
              + shown(mode)
              + ", "
              + shown(high)
              + "; each has to be at least the one before");
      return Range.of(least);
    }
    return new Range(low, mode, high);
  }

  /** As {@link #range}, or the word {@code derived}. */
  Value value(double least, double most) {
    String why = "";
    if (node instanceof ScalarNode scalar && scalar.getValue().strip().equals("derived")) {
      return new Value(null, why, from(), to());
    }
    if (isMap()) {
      Map<String, Field> keys = map("low", "mode", "high", "value", "why");
      if (keys.containsKey("why")) {
        why = keys.get("why").text();
      }
      if (keys.containsKey("value") && keys.size() <= 2) {
        Value inner = keys.get("value").value(least, most);
        return new Value(inner.range(), why, inner.from(), inner.to());
      }
    }
    return new Value(range(least, most), why, from(), to());
  }

  /**
   * A number that is set, {@code +10} or {@code -10}, which are added, or one of the keys set, add
   * and times.
   */
  Shift shift(double least, double most) {
    if (node instanceof ScalarNode scalar && scalar.getValue().strip().matches("[+-].*")) {
      return new Shift(Shift.Kind.ADD, Range.of(number(-Double.MAX_VALUE, Double.MAX_VALUE)));
    }
    if (isMap() && !hasKey("value") && !hasKey("low")) {
      Map<String, Field> keys = map("set", "add", "times", "why");
      long kinds = keys.keySet().stream().filter(key -> !key.equals("why")).count();
      if (kinds != 1) {
        wrong("one of set, add and times is wanted here");
        return new Shift(Shift.Kind.ADD, Range.of(0));
      }
      if (keys.containsKey("add")) {
        return new Shift(
            Shift.Kind.ADD, keys.get("add").range(-Double.MAX_VALUE, Double.MAX_VALUE));
      }
      if (keys.containsKey("times")) {
        return new Shift(Shift.Kind.TIMES, keys.get("times").range(0, Double.MAX_VALUE));
      }
      return new Shift(Shift.Kind.SET, keys.get("set").range(least, most));
    }
    return new Shift(Shift.Kind.SET, range(least, most));
  }

  private boolean hasKey(String wanted) {
    return ((MappingNode) node)
        .getValue().stream()
            .anyMatch(
                tuple ->
                    tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(wanted));
  }

  private String kind() {
    return isMap() ? "keys with values" : isList() ? "a list" : "'" + text() + "'";
  }
}
