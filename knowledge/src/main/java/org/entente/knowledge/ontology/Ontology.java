package org.entente.knowledge.ontology;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.knowledge.table.Folders;
import org.entente.knowledge.table.Mistakes;
import org.entente.knowledge.table.Table;
import org.entente.model.EventType;
import org.entente.model.Quad;

/** PLOVER and CAMEO, as the files in {@code ontology} give them. */
public final class Ontology {
  private final Map<EventType, Double> goldstein = new EnumMap<>(EventType.class);
  private final Map<EventType, String> definitions = new EnumMap<>(EventType.class);
  private final Map<EventType, Set<String>> modes = new EnumMap<>(EventType.class);
  private final Map<String, List<String>> contexts = new LinkedHashMap<>();
  private final Map<EventType, Map<EventType, String>> wrapped = new EnumMap<>(EventType.class);
  private final Map<EventType, String> roots = new EnumMap<>(EventType.class);
  private final Map<String, CameoCode> cameo = new LinkedHashMap<>();

  private Ontology() {}

  public static Ontology load(Folders folders, Mistakes mistakes) throws IOException {
    Ontology ontology = new Ontology();
    for (EventType type : EventType.values()) {
      ontology.modes.put(type, new LinkedHashSet<>());
    }
    Table.readAll(
        folders,
        "ontology",
        "types",
        mistakes,
        List.of("type", "quad", "cameo_root", "goldstein", "definition"),
        row -> {
          EventType type = row.constant("type", EventType.class);
          Quad quad = row.constant("quad", Quad.class);
          if (type == null) {
            return;
          }
          if (type.quad() != quad) {
            row.mistake("quad", type + " is " + type.quad());
          }
          Double weight = row.number("goldstein");
          ontology.goldstein.put(type, weight == null ? 0 : weight);
          ontology.definitions.put(type, row.required("definition"));
          List<String> roots = row.list("cameo_root");
          ontology.roots.put(type, roots.isEmpty() ? "01" : roots.get(0));
        });
    Table.readAll(
        folders,
        "ontology",
        "modes",
        mistakes,
        List.of("type", "mode", "definition"),
        row -> {
          EventType type = row.constant("type", EventType.class);
          if (type != null && !ontology.modes.get(type).add(row.required("mode"))) {
            row.mistake("mode", "stands twice");
          }
        });
    Table.readAll(
        folders,
        "ontology",
        "contexts",
        mistakes,
        List.of("context", "definition", "cues"),
        row ->
            ontology.contexts.put(
                row.required("context"),
                row.list("cues").stream().map(cue -> cue.toLowerCase(Locale.ROOT)).toList()));
    Table.readAll(
        folders,
        "ontology",
        "cameo",
        mistakes,
        List.of("code", "text", "goldstein", "type", "mode"),
        row -> {
          String code = row.required("code");
          if (!code.matches("\\d{2,4}")) {
            row.mistake("code", "a CAMEO code has two to four digits");
          }
          EventType type = row.constant("type", EventType.class);
          String mode = row.text("mode").isEmpty() ? null : row.text("mode");
          if (mode != null && type != null && !ontology.modes.get(type).contains(mode)) {
            row.mistake("mode", "'" + mode + "' is no mode of " + type);
          }
          Double weight = row.number("goldstein");
          if (weight == null || weight < -10 || weight > 10) {
            row.mistake("goldstein", "must be −10 to 10");
            weight = 0.0;
          }
          if (ontology.cameo.put(
                  code, new CameoCode(code, row.required("text"), weight, type, mode))
              != null) {
            row.mistake("code", "stands twice");
          }
        });
    Table.readAll(
        folders,
        "ontology",
        "wrapped",
        mistakes,
        List.of("outer", "inner", "cameo"),
        row -> {
          EventType outer = row.constant("outer", EventType.class);
          EventType inner = row.constant("inner", EventType.class);
          String code = row.required("cameo");
          if (!ontology.cameo.containsKey(code)) {
            row.mistake("cameo", "no such CAMEO code: '" + code + "'");
          }
          if (outer != null && inner != null) {
            ontology
                .wrapped
                .computeIfAbsent(outer, k -> new EnumMap<>(EventType.class))
                .put(inner, code);
          }
        });
    for (EventType type : EventType.values()) {
      if (!ontology.definitions.containsKey(type)) {
        mistakes.add("ontology/types.tsv", 0, "type", type + " is missing");
      }
    }
    return ontology;
  }

  /** The code, or null if CAMEO has none such. */
  public CameoCode cameo(String code) {
    return cameo.get(code);
  }

  public Collection<CameoCode> cameoCodes() {
    return Collections.unmodifiableCollection(cameo.values());
  }

  /**
   * Goldstein weight of a code; where CAMEO has no such code, of the next shorter one, of the type.
   */
  public double goldstein(String code, EventType type) {
    for (String c = code == null ? "" : code; c.length() >= 2; c = c.substring(0, c.length() - 1)) {
      CameoCode found = cameo.get(c);
      if (found != null) {
        return found.goldstein();
      }
    }
    return goldstein.getOrDefault(type, 0.0);
  }

  /**
   * CAMEO code of an event that modality made {@code outer} of {@code inner}: a promise to aid is
   * 033.
   */
  public String wrapped(EventType outer, EventType inner) {
    return wrapped.getOrDefault(outer, Map.of()).getOrDefault(inner, roots.get(outer) + "0");
  }

  /** CAMEO code of a type of which no more is known: 040 for CONSULT. */
  public String general(EventType type) {
    return roots.get(type) + "0";
  }

  public Set<String> modes(EventType type) {
    return Collections.unmodifiableSet(modes.get(type));
  }

  /** Each context with the lemmas and phrases that show it. */
  public Map<String, List<String>> contexts() {
    return Collections.unmodifiableMap(contexts);
  }

  public String definition(EventType type) {
    return definitions.get(type);
  }
}
