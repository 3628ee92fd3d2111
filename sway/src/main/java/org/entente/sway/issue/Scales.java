package org.entente.sway.issue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scales of an issue file, and fields that have a value for each of them. */
record Scales(List<Scale> all) {
  /** Read from the keys {@code scale} or {@code scales}. */
  static Scales read(Field root, Map<String, Field> keys) {
    if (keys.containsKey("scale") == keys.containsKey("scales")) {
      root.wrong("either scale (one question) or scales (a list of several) is wanted");
      return new Scales(List.of(new Scale("scale", "", "", 0, 100, List.of())));
    }
    List<Field> fields =
        keys.containsKey("scale") ? List.of(keys.get("scale")) : keys.get("scales").list();
    List<Scale> read = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Field field : fields) {
      Scale scale = scale(field);
      if (!seen.add(scale.id())) {
        field.wrong("a scale with the id '" + scale.id() + "' is there already");
      }
      read.add(scale);
    }
    if (read.isEmpty()) {
      keys.get("scales").wrong("at least one scale is wanted");
      read.add(new Scale("scale", "", "", 0, 100, List.of()));
    }
    return new Scales(read);
  }

  private static Scale scale(Field field) {
    Map<String, Field> keys = field.map("id", "name", "unit", "from", "to", "landmarks");
    double from = keys.containsKey("from") ? any(keys.get("from")) : 0;
    double to = keys.containsKey("to") ? any(keys.get("to")) : 100;
    if (from >= to) {
      field.wrong(
          "it runs from "
              + Field.shown(from)
              + " to "
              + Field.shown(to)
              + "; 'to' has to be greater");
      double end = to;
      to = from == to ? from + 100 : from;
      from = Math.min(from, end);
    }
    List<Scale.Landmark> landmarks = new ArrayList<>();
    if (keys.containsKey("landmarks")) {
      for (Map.Entry<String, Field> one : keys.get("landmarks").map().entrySet()) {
        double at = from;
        try {
          at = Double.parseDouble(one.getKey());
        } catch (NumberFormatException e) {
          one.getValue().wrong("a landmark is a number and a name, such as 0: nothing is done");
        }
        if (at < from || at > to) {
          one.getValue()
              .wrong("lies outside of the scale, " + Field.shown(from) + " to " + Field.shown(to));
        }
        landmarks.add(new Scale.Landmark(at, one.getValue().text()));
      }
      landmarks.sort((a, b) -> Double.compare(a.at(), b.at()));
    }
    String name = keys.containsKey("name") ? keys.get("name").text() : "";
    return new Scale(
        keys.containsKey("id") ? keys.get("id").text() : name.isEmpty() ? "scale" : name,
        name,
        keys.containsKey("unit") ? keys.get("unit").text() : "",
        from,
        to,
        landmarks);
  }

  private static double any(Field field) {
    return field.number(-Double.MAX_VALUE / 4, Double.MAX_VALUE / 4);
  }

  int size() {
    return all.size();
  }

  Scale get(int scale) {
    return all.get(scale);
  }

  /**
   * One field a scale: itself if there is one scale only, else a list or keys.
   *
   * @param every whether it is wrong that a scale has none; it is null then
   */
  List<Field> perScale(Field field, boolean every) {
    if (size() == 1 && !(field.isMap() && field.map().containsKey(get(0).id()))) {
      return List.of(field);
    }
    if (field.isList()) {
      List<Field> fields = field.list();
      if (fields.size() != size()) {
        field.wrong(fields.size() + " values for " + size() + " scales");
        return Arrays.asList(new Field[size()]);
      }
      return fields;
    }
    Map<String, Field> keys = field.map(all.stream().map(Scale::id).toArray(String[]::new));
    List<Field> fields = new ArrayList<>();
    for (Scale scale : all) {
      if (every && !keys.containsKey(scale.id())) {
        field.wrong("nothing for the scale '" + scale.id() + "'");
      }
      fields.add(keys.get(scale.id()));
    }
    return fields;
  }

  /** A number on each scale. */
  double[] numbers(Field field) {
    List<Field> fields = perScale(field, true);
    double[] numbers = new double[size()];
    for (int k = 0; k < numbers.length; k++) {
      if (fields.get(k) != null) {
        numbers[k] = fields.get(k).number(get(k).from(), get(k).to());
      }
    }
    return numbers;
  }
}
