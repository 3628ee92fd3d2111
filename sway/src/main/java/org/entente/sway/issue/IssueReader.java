package org.entente.sway.issue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads issue files in YAML, and in the columns of KTAB (see {@link KtabCsv}). */
public final class IssueReader {
  private static final String[] KEYS = {
    "question",
    "date",
    "scale",
    "scales",
    "status_quo",
    "actors",
    "vote",
    "options",
    "ties",
    "ties_else",
    "landscape",
    "group",
    "derive",
    "sources"
  };
  private static final int MOST_CHARACTERS = 5_000_000;

  private final String file;
  private final List<String> mistakes = new ArrayList<>();
  private Scales scales;

  private IssueReader(String file) {
    this.file = file;
  }

  /**
   * Reads a file, {@code .csv} as KTAB's columns, all else as YAML.
   *
   * @throws IssueException if something in it is wrong: all mistakes at once
   * @throws IOException if it cannot be read
   */
  public static Issue read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (MalformedInputException e) {
      throw new IssueException(List.of(file + ":1: the file is not UTF-8; save it as UTF-8"));
    }
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
        ? KtabCsv.read(text, file)
        : read(text, file);
  }

  /**
   * Reads YAML.
   *
   * @param file for messages; may be null
   */
  public static Issue read(String text, Path file) {
    IssueReader reader = new IssueReader(file == null ? "issue" : file.toString());
    return reader.issue(reader.compose(text), file);
  }

  private Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(50);
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(30);
    try {
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) {
        throw new IssueException(
            List.of(file + ":1: the file is empty; entente sway new writes a template"));
      }
      return node;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new IssueException(
          List.of(file + ":" + line + ": this is not YAML: " + e.getProblem()));
    } catch (org.yaml.snakeyaml.error.YAMLException e) {
      throw new IssueException(List.of(file + ":1: this is not YAML: " + e.getMessage()));
    }
  }

  private Issue issue(Node node, Path path) {
    Field root = new Field(node, "", file, mistakes);
    Map<String, Field> keys = root.map(KEYS);
    String question = "";
    if (keys.containsKey("question")) {
      question = keys.get("question").text();
    } else {
      root.wrong("a question is missing");
    }
    LocalDate date = keys.containsKey("date") ? keys.get("date").date() : null;
    boolean tiesOnly =
        !keys.containsKey("scale") && !keys.containsKey("scales") && keys.containsKey("ties");
    scales = tiesOnly ? new Scales(List.of()) : Scales.read(root, keys);
    double[] quo = keys.containsKey("status_quo") ? scales.numbers(keys.get("status_quo")) : null;
    List<Stake> actors = actors(root, keys.get("actors"));
    OptionReader reader =
        new OptionReader(scales, actors.stream().map(Stake::id).collect(Collectors.toSet()));
    BallotReader vote = keys.containsKey("vote") ? BallotReader.read(keys.get("vote"), date) : null;
    List<Option> options = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Field field :
        keys.containsKey("options") ? keys.get("options").list() : List.<Field>of()) {
      Option option = reader.option(field, vote);
      if (!seen.add(option.id())) {
        field.wrong("an option with the id '" + option.id() + "' is there already");
      }
      options.add(option);
    }
    List<Tie> ties = keys.containsKey("ties") ? reader.ties(keys.get("ties")) : List.of();
    boolean supposed = !tiesOnly;
    if (keys.containsKey("ties_else")) {
      String word = keys.get("ties_else").text();
      if (!word.equals("none") && !word.equals("positions")) {
        keys.get("ties_else").wrong("none or positions is wanted here, not '" + word + "'");
      }
      supposed &= word.equals("positions");
    }
    boolean landscape =
        tiesOnly && !keys.containsKey("landscape")
            || keys.containsKey("landscape") && keys.get("landscape").yes();
    if (landscape && actors.size() == 1) {
      root.wrong("a landscape needs at least 2 actors, and there is 1");
    }
    String group = keys.containsKey("group") ? keys.get("group").text() : null;
    Derivation derivation = keys.containsKey("derive") ? derivation(keys.get("derive")) : null;
    List<String> sources = keys.containsKey("sources") ? keys.get("sources").texts() : List.of();
    if (!tiesOnly) {
      check(keys.get("actors"), actors);
    }
    if (quo == null && options.stream().anyMatch(Option::vote)) {
      root.wrong("an option goes to a vote: say under status_quo what holds if it fails");
    }
    if (!mistakes.isEmpty()) {
      throw new IssueException(mistakes);
    }
    return new Issue(
        path,
        question,
        date,
        scales.all(),
        quo,
        actors,
        vote == null ? null : vote.ballot(),
        options,
        ties,
        supposed,
        landscape,
        group,
        derivation,
        sources);
  }

  private static void check(Field field, List<Stake> actors) {
    boolean able =
        actors.stream()
            .anyMatch(
                stake -> stake.capability().isDerived() || stake.capability().range().high() > 0);
    if (!actors.isEmpty() && !able) {
      field.wrong("no actor has a capability above 0, so that nobody decides; give at least one");
    }
  }

  private List<Stake> actors(Field root, Field field) {
    if (field == null) {
      root.wrong("actors are missing: a list of id, position, capability and salience");
      return List.of();
    }
    List<Stake> actors = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Field one : field.list()) {
      Stake stake = stake(one);
      if (!stake.id().isEmpty() && !seen.add(stake.id())) {
        one.wrong("an actor with the id '" + stake.id() + "' is there already");
      }
      actors.add(stake);
    }
    if (actors.isEmpty()) {
      field.wrong("at least one actor is wanted");
    }
    return actors;
  }

  private Stake stake(Field field) {
    if (scales.all().isEmpty() && !field.isMap()) {
      String id = field.text();
      return new Stake(id, id, List.of(), Value.of(1), List.of(), field.line());
    }
    Map<String, Field> keys = field.map("id", "name", "position", "capability", "salience", "why");
    String id = "";
    if (keys.containsKey("id")) {
      id = keys.get("id").text();
    } else {
      field.wrong("an id is missing");
    }
    List<Value> positions = new ArrayList<>();
    List<Value> saliences = new ArrayList<>();
    if (scales.all().isEmpty()) {
      String name = keys.containsKey("name") ? keys.get("name").text() : id;
      Value size =
          keys.containsKey("capability")
              ? keys.get("capability").value(0, Double.MAX_VALUE)
              : Value.of(1);
      return new Stake(id, name, positions, size, saliences, field.line());
    }
    List<Field> position = wanted(field, keys, "position");
    List<Field> salience = wanted(field, keys, "salience");
    for (int k = 0; k < scales.size(); k++) {
      Scale scale = scales.get(k);
      positions.add(
          position.get(k) == null
              ? Value.of(scale.from())
              : position.get(k).value(scale.from(), scale.to()));
      saliences.add(salience.get(k) == null ? Value.of(0) : salience.get(k).value(0, 100));
    }
    Value capability = Value.of(0);
    if (keys.containsKey("capability")) {
      capability = keys.get("capability").value(0, Double.MAX_VALUE);
    } else {
      field.wrong("a capability is missing");
    }
    return new Stake(
        id,
        keys.containsKey("name") ? keys.get("name").text() : id,
        positions,
        capability,
        saliences,
        field.line());
  }

  private List<Field> wanted(Field field, Map<String, Field> keys, String key) {
    if (keys.containsKey(key)) {
      return scales.perScale(keys.get(key), true);
    }
    field.wrong("a " + key + " is missing");
    return Arrays.asList(new Field[scales.size()]);
  }

  private static Derivation derivation(Field field) {
    Map<String, Field> keys = field.map("from", "to", "half_life", "low", "high", "about");
    for (String key : List.of("low", "high", "about")) {
      if (!keys.containsKey(key)) {
        field.wrong(
            key
                + " is missing: "
                + (key.equals("about")
                    ? "the actors that events of the issue touch"
                    : "the actors that stand at the " + key + "er end of the scale"));
      }
    }
    LocalDate from = keys.containsKey("from") ? keys.get("from").date() : null;
    LocalDate to = keys.containsKey("to") ? keys.get("to").date() : null;
    if (from != null && to != null && from.isAfter(to)) {
      field.wrong("from " + from + " is after to " + to);
    }
    return new Derivation(
        from,
        to,
        keys.containsKey("half_life") ? keys.get("half_life").number(1, 100_000) : 180,
        keys.containsKey("low") ? keys.get("low").texts() : List.of(),
        keys.containsKey("high") ? keys.get("high").texts() : List.of(),
        keys.containsKey("about") ? keys.get("about").texts() : List.of());
  }
}
