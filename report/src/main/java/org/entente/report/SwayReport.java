package org.entente.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.sway.answer.Answer;
import org.entente.sway.answer.Outlook;
import org.entente.sway.answer.Prediction;
import org.entente.sway.answer.Reach;
import org.entente.sway.bargain.BargainingModel;
import org.entente.sway.blowback.Blowback;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.Option;
import org.entente.sway.issue.Scale;
import org.entente.sway.vote.Leanings;

/**
 * The answer on an issue, for a terminal and as a page.
 *
 * @param answer what the models say
 * @param blowback by what a state does; empty where no store was asked
 * @param forecast of what the group does to the actor next; null where there is none
 */
public record SwayReport(
    Answer answer,
    Map<Blowback.Kind, Blowback> blowback,
    org.entente.analysis.forecast.question.Answer forecast) {
  private static final int DRIVERS = 8;

  /** Said on every page. */
  public static final List<String> CAUTION =
      List.of(
          "This is a calculator, not an oracle: it says what follows from the numbers put in and from each model's"
              + " assumptions. On 351 decided issues of the European Union the weighted mean was 23 points of 100 off"
              + " on average, the challenge model 27 to 28, the median actor 28 (DEU III, as reported by the repository"
              + " hamzagul07/schelling, 2026). The mean stands first for that reason.",
          "Intervals are the middle 90 % of draws from the ranges given, each drawn for itself. They hold what is"
              + " unsure about the numbers, not what is wrong with a model; how far the models are apart shows some of"
              + " that. docs/sway-models.md has formulas and sources.");

  public SwayReport {
    blowback = Map.copyOf(blowback);
  }

  /** What was asked. */
  public String title() {
    return answer.issue().question();
  }

  /** From what it was answered. */
  public String about() {
    Issue issue = answer.issue();
    StringBuilder about = new StringBuilder();
    if (answer.actor() != null) {
      about.append("What ").append(issue.nameOf(answer.actor())).append(" can do. ");
    }
    about.append(issue.actors().size()).append(issue.actors().size() == 1 ? " actor" : " actors");
    if (issue.date() != null) {
      about.append(", as of ").append(issue.date());
    }
    if (!answer.models().isEmpty()) {
      about.append(
          String.format(
              Locale.ROOT,
              ", %d models, %,d draws each%s, seed %d",
              answer.models().size(),
              answer.draws(),
              fewer(),
              answer.seed()));
    }
    return about.append('.').toString();
  }

  private String fewer() {
    if (answer.optionDraws() == answer.draws()) {
      return "";
    }
    return answer.roundDraws() == answer.draws()
        ? String.format(
            Locale.ROOT, " (%,d for an option of those that go by rounds)", answer.optionDraws())
        : String.format(
            Locale.ROOT,
            " (of those that go by rounds %,d, and %,d for an option)",
            answer.roundDraws(),
            answer.optionDraws());
  }

  /** In a sentence or two: which option brings the outcome nearest to what the actor wants. */
  public List<String> headline() {
    List<String> lines = new ArrayList<>();
    for (int k = 0; k < answer.issue().scales().size() && !answer.models().isEmpty(); k++) {
      headline(k, lines);
    }
    return lines;
  }

  private void headline(int k, List<String> lines) {
    Issue issue = answer.issue();
    String model = answer.models().get(0);
    Scale scale = issue.scales().get(k);
    Prediction now = answer.asIs().prediction(model, k);
    double[] apart = answer.asIs().disagreement(k);
    lines.add(
        (issue.scales().size() == 1
                ? "As things are, the "
                : scale.name() + ": as things are, the ")
            + model
            + " ends at "
            + scale.words(now.mean())
            + " ("
            + scale.words(now.low())
            + " to "
            + scale.words(now.high())
            + ")"
            + near(scale, now.mean())
            + "; the models lie between "
            + scale.words(apart[0])
            + " and "
            + scale.words(apart[1])
            + ".");
    if (answer.actor() == null || answer.options().isEmpty()) {
      return;
    }
    double own =
        issue.actors().get(issue.indexOf(answer.actor())).positions().get(k).range().mode();
    Outlook best = null;
    double least = Double.POSITIVE_INFINITY;
    Outlook widest = null;
    double most = -1;
    for (Outlook outlook : answer.options()) {
      Prediction one = outlook.prediction(model, k);
      double off = Math.abs(one.mean() - own);
      if (off < least) {
        least = off;
        best = outlook;
      }
      if (Math.abs(one.shift()) > most) {
        most = Math.abs(one.shift());
        widest = outlook;
      }
    }
    String actor = issue.nameOf(answer.actor());
    lines.add(
        "Nearest to what "
            + actor
            + " wants ("
            + scale.words(own)
            + ") leads: "
            + best.name()
            + ", "
            + outcome(best, model, k)
            + "."
            + (Math.abs(now.mean() - own) <= least ? " Things as they are lie nearer still." : ""));
    if (widest != best) {
      lines.add(
          "It moves most by: "
              + widest.name()
              + ", "
              + outcome(widest, model, k)
              + ", "
              + agreeing(widest, k)
              + ".");
    }
  }

  private String outcome(Outlook outlook, String model, int k) {
    Scale scale = answer.issue().scales().get(k);
    Prediction one = outlook.prediction(model, k);
    return scale.words(one.mean())
        + " ("
        + SwayGrids.signed(one.shift(), scale)
        + (outlook.council() == null
            ? ""
            : ", passing with a chance of "
                + Math.round(100 * outlook.council().odds().chance())
                + " %")
        + ")";
  }

  private String agreeing(Outlook outlook, int k) {
    long up =
        answer.models().stream()
            .filter(model -> outlook.prediction(model, k).shift() > 0.05)
            .count();
    long down =
        answer.models().stream()
            .filter(model -> outlook.prediction(model, k).shift() < -0.05)
            .count();
    return Math.max(up, down)
        + " of "
        + answer.models().size()
        + " models move it "
        + (up >= down ? "up" : "down");
  }

  private static String near(Scale scale, double own) {
    String landmark = scale.near(own);
    return landmark.isEmpty() ? "" : ", near “" + landmark + "”";
  }

  /** For a terminal. */
  public String table(Report.Options options) {
    StringBuilder out = new StringBuilder();
    out.append(Grid.paragraph(title(), options)).append('\n');
    out.append(Grid.paragraph(about(), options)).append('\n');
    for (String line : headline()) {
      out.append('\n').append(Grid.paragraph(line, options)).append('\n');
    }
    for (Section section : sections()) {
      out.append('\n').append(section.title()).append('\n');
      section.grids().forEach(grid -> out.append(grid.table(options)));
      Stream.concat(section.lines().stream(), section.notes().stream())
          .filter(note -> !note.isEmpty())
          .forEach(note -> out.append(Grid.paragraph(note, options)).append('\n'));
    }
    return out.toString();
  }

  /** All of it, for programs. */
  public String json() {
    return SwayJson.of(this);
  }

  /** The rows of a file: outcomes on the first scale, or camps where there is no scale. */
  public Grid grid() {
    return answer.models().isEmpty() ? SwayGrids.options(answer) : SwayGrids.outcomes(answer, 0);
  }

  /**
   * A part of the answer.
   *
   * @param picture of pages; empty if there is none
   * @param lines what a terminal has instead of the picture
   */
  private record Section(
      String title,
      List<Grid> grids,
      Supplier<String> picture,
      List<String> lines,
      List<String> notes) {
    Section(String title, List<Grid> grids, List<String> notes) {
      this(title, grids, () -> "", List.of(), notes);
    }

    Section(String title, List<Grid> grids, Supplier<String> picture, List<String> notes) {
      this(title, grids, picture, List.of(), notes);
    }
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    Issue issue = answer.issue();
    for (int k = 0; k < issue.scales().size(); k++) {
      int scale = k;
      sections.add(
          new Section(
              "Where it ends, by option and model" + on(k),
              List.of(SwayGrids.outcomes(answer, k)),
              () -> SwayOutcomesSvg.svg(answer, scale, false),
              List.of(
                  "Change: against things as they are, draw by draw. Nearer: share of draws that end nearer to the"
                      + " actor's own position than as things are. Where the option goes to a vote, a draw in which"
                      + " it fails ends at the status quo.",
                  unanimity(k),
                  leftOut())));
    }
    camps(sections);
    for (Outlook outlook : answer.options()) {
      if (outlook.council() != null) {
        sections.add(council(outlook));
      }
    }
    if (answer.actor() != null && !answer.models().isEmpty()) {
      sections.add(
          new Section(
              "How far " + issue.nameOf(answer.actor()) + " can move it at all",
              List.of(SwayGrids.reach(answer)),
              List.of(
                  "By any position of its own, the others as they are; full: if it cared fully, with a salience of 100.",
                  answer.reach().stream().map(Reach::model).distinct().count()
                          < answer.models().size()
                      ? "Of so many actors only the formulas are asked what single ones can do."
                      : "")));
      for (int k = 0; k < issue.scales().size(); k++) {
        int scale = k;
        sections.add(
            new Section(
                "Whom to persuade, who can undo it" + on(k),
                List.of(SwayGrids.others(answer, k).top(SwayGrids.ROWS)),
                () -> SwayPersuasionSvg.svg(answer, scale, false),
                List.of(
                    "If moved: the change of the outcome if the actor is moved up by a tenth of the scale, by the "
                        + answer.models().get(0)
                        + "; least and most of all models. Can undo: the change if it takes the end of the scale"
                        + " that is worse for the asking actor and cares fully, by the same and by any model.",
                    cut("actors that can move it most", issue.actors().size() - 1))));
      }
    }
    for (int k = 0; k < issue.scales().size() && !answer.models().isEmpty(); k++) {
      Grid drivers = SwayGrids.drivers(answer, k, DRIVERS);
      if (!drivers.rows().isEmpty()) {
        sections.add(
            new Section(
                "What the outcome hangs on (" + answer.models().get(0) + ")" + on(k),
                List.of(drivers),
                List.of()));
      }
    }
    blowback(sections);
    return sections;
  }

  private String leftOut() {
    List<String> out =
        BargainingModel.all().stream()
            .map(BargainingModel::name)
            .filter(model -> !answer.models().contains(model))
            .toList();
    return out.isEmpty() ? "" : "Not asked: " + String.join(", ", out) + ".";
  }

  /** What tables and pictures leave out; empty if nothing. */
  private static String cut(String which, int of) {
    return of <= SwayGrids.ROWS
        ? ""
        : String.format(
            Locale.ROOT, "The %d of %,d %s; --format json has all.", SwayGrids.ROWS, of, which);
  }

  private String unanimity(int k) {
    double quo = answer.issue().statusQuo() == null ? Double.NaN : answer.issue().statusQuo()[k];
    boolean stuck =
        answer.models().stream()
            .anyMatch(
                model ->
                    model.startsWith("Nash")
                        && Math.abs(answer.asIs().prediction(model, k).mean() - quo) < 1e-6);
    return stuck
        ? "Nash bargaining and Kalai–Smorodinsky let nobody end worse than at the status quo; it lies between the"
            + " actors here, so that they stay there: what unanimity would give."
        : "";
  }

  /** Names the scale, where there are several. */
  private String on(int k) {
    return answer.issue().scales().size() == 1 ? "" : ": " + answer.issue().scales().get(k).name();
  }

  private void camps(List<Section> sections) {
    SwayCamps now = new SwayCamps(answer, answer.asIs());
    boolean options = !answer.options().isEmpty();
    boolean alone = answer.asIs().levers() == null;
    sections.add(
        new Section(
            answer.options().stream().anyMatch(one -> one.council() != null)
                ? "Votes and camps"
                : "Camps",
            options ? List.of(SwayGrids.options(answer)) : List.of(),
            alone
                ? List.of("There is one actor only.")
                : List.of(
                    "As things are: " + now.split().get(0),
                    now.split().get(1),
                    now.atOdds(),
                    campsMean())));
    if (!alone) {
      List<String> notes = new ArrayList<>();
      answer.options().stream()
          .filter(one -> one.levers() != null)
          .forEach(one -> notes.add(new SwayCamps(answer, one).cheapest()));
      notes.add(now.reading());
      sections.add(
          new Section(
              "What would change the camps",
              List.of(),
              () -> SwayLeversSvg.svg(now, false),
              now.levers(),
              notes));
    }
    if (answer.alignments() != null) {
      sections.add(
          new Section(
              "Landscape: where the actors come to rest", List.of(now.minima()), now.landscape()));
    }
  }

  private String campsMean() {
    return "Camps: the split in two with the least weight of ties at odds"
        + (answer.issue().supposed()
            ? "; pairs without a given tie count by how near their positions are, half as much as the strongest"
                + " given one."
            : ".");
  }

  private Section council(Outlook outlook) {
    List<String> notes = new ArrayList<>();
    notes.add(cut("members that decide most", outlook.council().seats().size()));
    for (Leanings.Persuasion one : outlook.council().persuade()) {
      notes.add(
          "Won over: "
              + String.join(
                  ", ",
                  one.members().stream()
                      .map(member -> SwayGrids.name(answer.issue(), member))
                      .toList())
              + ": passes with a chance of "
              + Math.round(100 * one.chance())
              + " %.");
      if (one.chance() > .995) {
        break;
      }
    }
    String body = outlook.council().body().name();
    return new Section(
        body.substring(0, 1).toUpperCase(Locale.ROOT)
            + body.substring(1)
            + ": “"
            + outlook.name()
            + "” passes with a chance of "
            + Math.round(100 * outlook.council().odds().chance())
            + " %",
        List.of(SwayGrids.votes(answer, outlook)),
        () -> SwayCouncilSvg.svg(answer, outlook.council(), false),
        notes);
  }

  private void blowback(List<Section> sections) {
    Issue issue = answer.issue();
    if (issue.group() == null) {
      return;
    }
    if (blowback.isEmpty()) {
      sections.add(
          new Section(
              "Blowback by " + issue.group(),
              List.of(),
              List.of(
                  "No store of events was asked: name one with --store to see what "
                      + issue.group()
                      + " did to those that turned against it.")));
      return;
    }
    if (forecast != null) {
      sections.add(
          new Section(
              "Forecast beside it: as things are, will "
                  + issue.group()
                  + " strike at "
                  + issue.nameOf(answer.actor())
                  + " within "
                  + forecast.window()
                  + " days?",
              List.of(ForecastGrids.answer(forecast)),
              List.of(
                  "What reports so far say of material conflict, whatever the option; blowback is how much an option"
                      + " may multiply it.",
                  forecast.acts() == 0
                      ? "No such act is on record: the number comes from what pairs without a history do."
                      : "")));
    }
    for (Blowback.Kind kind : Blowback.Kind.values()) {
      Blowback one = blowback.get(kind);
      if (one == null) {
        continue;
      }
      List<String> notes = new ArrayList<>();
      notes.add(
          "Ratio: hostile acts after over before, against the same of states that did nothing, matched by how"
              + " much they suffered and are reported on. Reports are counted; this is no proof of cause.");
      if (one.thin()) {
        notes.add(
            "The data are too thin for any of these ratios: fewer than five cases or ten deeds, or an"
                + " interval whose ends differ more than a hundredfold. Read the cases.");
      }
      List<String> concerned =
          answer.options().stream()
              .filter(
                  outlook ->
                      outlook.option().risks()
                          == (kind == Blowback.Kind.FORCE
                              ? Option.Risk.FORCE
                              : Option.Risk.JOINING))
              .map(Outlook::name)
              .toList();
      if (!concerned.isEmpty()) {
        notes.add("Concerns: " + String.join("; ", concerned) + ".");
      }
      notes.add(
          String.format(
              Locale.ROOT,
              "States that did nothing against it suffered %.1f hostile acts a year each, where it touched them at"
                  + " all.",
              one.rate()));
      sections.add(
          new Section(
              "Blowback: after a state " + kind.words() + " (" + one.group() + ")",
              List.of(SwayGrids.blowback(one), SwayGrids.cases(one)),
              notes));
    }
  }

  /** One page that loads nothing. */
  public String html() {
    List<Page.Part> parts = new ArrayList<>();
    if (!headline().isEmpty()) {
      StringBuilder lead = new StringBuilder();
      headline().forEach(line -> lead.append("<p>").append(Markup.escape(line)).append("</p>\n"));
      parts.add(new Page.Part(null, lead + Page.notes(CAUTION)));
    }
    Issue issue = answer.issue();
    for (int k = 0; k < issue.scales().size(); k++) {
      parts.add(
          new Page.Part(
              issue.scales().get(k).name().isEmpty()
                  ? "Who stands where"
                  : issue.scales().get(k).name(),
              SwayScaleSvg.svg(answer, k, false)
                  + Page.notes(
                      issue.actors().size() <= SwayGrids.ROWS
                          ? List.of()
                          : List.of(cut("actors with most influence", issue.actors().size())))));
    }
    for (Section section : sections()) {
      StringBuilder html = new StringBuilder();
      html.append(section.picture().get());
      section.grids().forEach(grid -> html.append(grid.html()));
      html.append(Page.notes(section.notes().stream().filter(note -> !note.isEmpty()).toList()));
      parts.add(new Page.Part(section.title(), html.toString()));
    }
    for (int k = 0; k < issue.scales().size() && !answer.paths().isEmpty(); k++) {
      parts.add(
          new Page.Part(
              "Positions round by round, all numbers at their most likely" + on(k),
              SwayPathSvg.svg(answer, k, false)));
    }
    if (!issue.scales().isEmpty()) {
      parts.add(
          new Page.Part(
              "What each number rests on",
              SwayGrids.inputs(issue).html()
                  + Page.notes(
                      issue.sources().stream().map(source -> "Source: " + source).toList())));
    }
    return Page.of(title(), about(), parts);
  }
}
