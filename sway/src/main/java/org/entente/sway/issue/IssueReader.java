package org.entente.sway.issue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.sway.vote.Rule;
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
  private List<Scale> scales = List.of();
  private final Set<String> ids = new HashSet<>();

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
    LocalDate date = keys.containsKey("date") ? date(keys.get("date")) : null;
    boolean tiesOnly =
        !keys.containsKey("scale") && !keys.containsKey("scales") && keys.containsKey("ties");
    scales = tiesOnly ? List.of() : scales(root, keys);
    double[] quo = keys.containsKey("status_quo") ? numbers(keys.get("status_quo")) : null;
    List<Stake> actors = actors(root, keys.get("actors"));
    actors.forEach(stake -> ids.add(stake.id()));
    Ballot ballot = keys.containsKey("vote") ? ballot(keys.get("vote"), date) : null;
    List<Option> options = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Field field :
        keys.containsKey("options") ? keys.get("options").list() : List.<Field>of()) {
      Option option = option(field, ballot);
      if (!seen.add(option.id())) {
        field.wrong("an option with the id '" + option.id() + "' is there already");
      }
      options.add(option);
    }
    List<Tie> ties = keys.containsKey("ties") ? ties(keys.get("ties")) : List.of();
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
      check(root, actors);
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
        scales,
        quo,
        actors,
        ballot,
        options,
        ties,
        supposed,
        landscape,
        group,
        derivation,
        sources);
  }

  private static void check(Field root, List<Stake> actors) {
    boolean able =
        actors.stream()
            .anyMatch(
                stake -> stake.capability().isDerived() || stake.capability().range().high() > 0);
    if (!actors.isEmpty() && !able) {
      root.wrong("no actor has a capability above 0, so that nobody decides; give at least one");
    }
  }

  private List<Scale> scales(Field root, Map<String, Field> keys) {
    if (keys.containsKey("scale") == keys.containsKey("scales")) {
      root.wrong("either scale (one question) or scales (a list of several) is wanted");
      return List.of(new Scale("scale", "", "", 0, 100, List.of()));
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
    return read;
  }

  private Scale scale(Field field) {
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
      to = from + 100;
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

  /** One field a scale: itself if there is one scale only, else a list or keys. */
  private List<Field> perScale(Field field, boolean all) {
    if (scales.size() == 1 && !(field.isMap() && field.map().containsKey(scales.get(0).id()))) {
      return List.of(field);
    }
    if (field.isList()) {
      List<Field> fields = field.list();
      if (fields.size() != scales.size()) {
        field.wrong(fields.size() + " values for " + scales.size() + " scales");
        return Arrays.asList(new Field[scales.size()]);
      }
      return fields;
    }
    Map<String, Field> keys = field.map(scales.stream().map(Scale::id).toArray(String[]::new));
    List<Field> fields = new ArrayList<>();
    for (Scale scale : scales) {
      if (all && !keys.containsKey(scale.id())) {
        field.wrong("nothing for the scale '" + scale.id() + "'");
      }
      fields.add(keys.get(scale.id()));
    }
    return fields;
  }

  private double[] numbers(Field field) {
    List<Field> fields = perScale(field, true);
    double[] numbers = new double[scales.size()];
    for (int k = 0; k < numbers.length; k++) {
      if (fields.get(k) != null) {
        numbers[k] = fields.get(k).number(scales.get(k).from(), scales.get(k).to());
      }
    }
    return numbers;
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
    if (scales.isEmpty() && !field.isMap()) {
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
    if (scales.isEmpty()) {
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
      return perScale(keys.get(key), true);
    }
    field.wrong("a " + key + " is missing");
    return Arrays.asList(new Field[scales.size()]);
  }

  private Ballot ballot(Field field, LocalDate date) {
    Map<String, Field> keys =
        field.map(
            "body",
            "date",
            "members",
            "quota",
            "rule",
            "veto",
            "indifference",
            "leanings",
            "others");
    if (keys.containsKey("body") == keys.containsKey("members")) {
      field.wrong("either body (such as UNSC) or members with their weights is wanted");
    }
    Map<String, Integer> members = new LinkedHashMap<>();
    int sum = 0;
    if (keys.containsKey("members")) {
      for (Map.Entry<String, Field> one : keys.get("members").map().entrySet()) {
        int weight = one.getValue().whole(0, 1_000_000);
        members.put(one.getKey(), weight);
        sum += weight;
      }
      if (keys.containsKey("quota") == keys.containsKey("rule")) {
        field.wrong(
            "members need either a quota, the weight of votes with which something passes, or a"
                + " rule such as 'votes >= 2/3 and no veto'");
      }
    }
    String rule = "";
    if (keys.containsKey("quota")) {
      rule = "votes >= " + keys.get("quota").whole(1, Math.max(1, sum));
      rule += keys.containsKey("veto") ? " and no veto" : "";
    } else if (keys.containsKey("rule")) {
      rule = keys.get("rule").text();
      try {
        Rule.parse(rule);
      } catch (IllegalArgumentException e) {
        keys.get("rule").wrong(e.getMessage());
      }
    }
    List<String> vetoes = keys.containsKey("veto") ? keys.get("veto").texts() : List.of();
    for (String member : vetoes) {
      if (!members.isEmpty() && !members.containsKey(member)) {
        keys.get("veto")
            .wrong("'" + member + "' is no member" + Nearest.hint(member, members.keySet()));
      }
    }
    LocalDate day = keys.containsKey("date") ? date(keys.get("date")) : date;
    if (day == null && keys.containsKey("body") && !keys.containsKey("date")) {
      field.wrong("members of which day? Give a date here, or to the issue");
    }
    return new Ballot(
        keys.containsKey("body") ? keys.get("body").text() : null,
        day,
        members,
        rule,
        vetoes,
        keys.containsKey("indifference") ? keys.get("indifference").number(0, 100) : 5,
        keys.containsKey("leanings") ? leans(keys.get("leanings")) : Map.of(),
        keys.containsKey("others") ? lean(keys.get("others")) : null,
        field.line());
  }

  private static Map<String, Option.Lean> leans(Field field) {
    Map<String, Option.Lean> leans = new LinkedHashMap<>();
    field.map().forEach((member, lean) -> leans.put(member, lean(lean)));
    return leans;
  }

  /** {@code yes}, {@code abstain} or {@code no}, or how likely each is. */
  private static Option.Lean lean(Field field) {
    if (!field.isMap()) {
      String word = field.text().toLowerCase(Locale.ROOT);
      switch (word) {
        case "yes", "true":
          return new Option.Lean(1, 0, 0);
        case "abstain":
          return new Option.Lean(0, 1, 0);
        case "no", "false":
          return new Option.Lean(0, 0, 1);
        default:
          field.wrong("yes, abstain, no, or how likely each is: {yes: 0.6, abstain: 0.3, no: 0.1}");
          return new Option.Lean(0, 1, 0);
      }
    }
    Map<String, Field> keys = field.map("yes", "abstain", "no", "why");
    double[] odds = new double[3];
    int i = 0;
    for (String key : List.of("yes", "abstain", "no")) {
      odds[i++] = keys.containsKey(key) ? keys.get(key).number(0, 1) : 0;
    }
    double sum = odds[0] + odds[1] + odds[2];
    if (Math.abs(sum - 1) > 1e-6) {
      field.wrong(
          "yes, abstain and no have to add up to 1, not "
              + Field.shown(Math.rint(sum * 1e6) / 1e6));
      return new Option.Lean(0, 1, 0);
    }
    return new Option.Lean(odds[0], odds[1], odds[2]);
  }

  private Option option(Field field, Ballot ballot) {
    Map<String, Field> keys =
        field.map(
            "id",
            "name",
            "actor",
            "proposal",
            "sponsor",
            "vote",
            "veto",
            "leanings",
            "changes",
            "ties",
            "risk",
            "why");
    String id = keys.containsKey("id") ? keys.get("id").text() : "";
    String name = keys.containsKey("name") ? keys.get("name").text() : id;
    if (id.isEmpty()) {
      field.wrong("an id is missing");
    }
    String actor = keys.containsKey("actor") ? actor(keys.get("actor")) : "";
    if (actor.isEmpty() && !keys.containsKey("actor")) {
      field.wrong("an actor is missing: whose option is it?");
    }
    double[] proposal = keys.containsKey("proposal") ? numbers(keys.get("proposal")) : null;
    String sponsor =
        keys.containsKey("sponsor") ? actor(keys.get("sponsor")) : proposal == null ? null : actor;
    if (sponsor != null && proposal == null) {
      field.wrong("a sponsor without a proposal; say what is proposed, or leave the sponsor out");
    }
    boolean vote = keys.containsKey("vote") && keys.get("vote").yes();
    if (vote && ballot == null) {
      keys.get("vote").wrong("no body votes in this issue; say which under 'vote' of the file");
    }
    List<String> vetoes = keys.containsKey("veto") ? keys.get("veto").texts() : List.of();
    if (!vetoes.isEmpty() && ballot == null) {
      keys.get("veto").wrong("no body votes in this issue; say which under 'vote' of the file");
    }
    for (String veto : vetoes) {
      if (!ids.contains(veto)) {
        keys.get("veto")
            .wrong(
                "'"
                    + veto
                    + "' is no actor of the issue"
                    + Nearest.hint(veto, ids)
                    + "; add it under actors");
      }
    }
    List<Change> changes = new ArrayList<>();
    if (keys.containsKey("changes")) {
      keys.get("changes").list().forEach(one -> changes.add(change(one)));
    }
    return new Option(
        id,
        name,
        actor,
        proposal,
        sponsor,
        vote,
        vetoes,
        keys.containsKey("leanings") ? leans(keys.get("leanings")) : Map.of(),
        changes,
        keys.containsKey("ties") ? ties(keys.get("ties")) : List.of(),
        keys.containsKey("risk") ? risk(keys.get("risk")) : Option.Risk.NONE,
        keys.containsKey("why") ? keys.get("why").text() : "",
        field.line());
  }

  private static Option.Risk risk(Field field) {
    try {
      return Option.Risk.valueOf(field.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      field.wrong("force, joining, help or none is wanted here, not '" + field.text() + "'");
      return Option.Risk.NONE;
    }
  }

  private Change change(Field field) {
    Map<String, Field> keys = field.map("actor", "position", "capability", "salience", "why");
    String actor = keys.containsKey("actor") ? actor(keys.get("actor")) : "";
    if (!keys.containsKey("actor")) {
      field.wrong("an actor is missing: whose numbers change?");
    }
    Shift[] positions = new Shift[scales.size()];
    Shift[] saliences = new Shift[scales.size()];
    if (keys.containsKey("position")) {
      List<Field> fields = perScale(keys.get("position"), false);
      for (int k = 0; k < positions.length; k++) {
        positions[k] =
            fields.get(k) == null
                ? null
                : fields.get(k).shift(scales.get(k).from(), scales.get(k).to());
      }
    }
    if (keys.containsKey("salience")) {
      List<Field> fields = perScale(keys.get("salience"), false);
      for (int k = 0; k < saliences.length; k++) {
        saliences[k] = fields.get(k) == null ? null : fields.get(k).shift(0, 100);
      }
    }
    Shift capability =
        keys.containsKey("capability") ? keys.get("capability").shift(0, Double.MAX_VALUE) : null;
    return new Change(actor, Arrays.asList(positions), capability, Arrays.asList(saliences));
  }

  private String actor(Field field) {
    String id = field.text();
    if (!ids.contains(id)) {
      field.wrong("'" + id + "' is no actor of the issue" + Nearest.hint(id, ids));
      return "";
    }
    return id;
  }

  private List<Tie> ties(Field field) {
    List<Tie> ties = new ArrayList<>();
    Set<Set<String>> seen = new HashSet<>();
    for (Field one : field.list()) {
      List<Field> parts;
      String why = "";
      if (one.isMap()) {
        Map<String, Field> keys = one.map("between", "weight", "why");
        if (!keys.containsKey("between") || !keys.containsKey("weight")) {
          one.wrong("between: [A, B] and weight are wanted here");
          continue;
        }
        parts = new ArrayList<>(keys.get("between").list());
        parts.add(keys.get("weight"));
        why = keys.containsKey("why") ? keys.get("why").text() : "";
      } else {
        parts = one.list();
      }
      if (parts.size() != 3) {
        one.wrong("two actors and a weight are wanted here: [EGY, LBY, 2]");
        continue;
      }
      String a = actor(parts.get(0));
      String b = actor(parts.get(1));
      if (!a.isEmpty() && a.equals(b)) {
        one.wrong(a + " cannot have a tie to itself");
      }
      if (!seen.add(Set.of(a, b + (a.equals(b) ? " " : "")))) {
        one.wrong("the tie of " + a + " and " + b + " is there already");
      }
      ties.add(new Tie(a, b, parts.get(2).number(-1000, 1000), why));
    }
    return ties;
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
    LocalDate from = keys.containsKey("from") ? date(keys.get("from")) : null;
    LocalDate to = keys.containsKey("to") ? date(keys.get("to")) : null;
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

  private static LocalDate date(Field field) {
    try {
      return LocalDate.parse(field.text());
    } catch (DateTimeParseException e) {
      field.wrong("a date is wanted here, such as 2015-02-25, not '" + field.text() + "'");
      return null;
    }
  }
}
