package org.entente.coding.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.coding.event.EventFinder;
import org.entente.coding.event.Found;
import org.entente.coding.mention.Discourse;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Sentence;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.lexicon.Lexicon;
import org.entente.knowledge.table.Folders;
import org.entente.knowledge.table.Mistakes;
import org.entente.model.EventType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events of a sentence stand. */
class JudgeTest {
  /** A sentence as the lexicon and the judge see it. */
  private record Judged(List<Found> before, List<Found> after) {
    List<String> shorts() {
      return after.stream().map(JudgeTest::shorten).toList();
    }
  }

  private static Judged judge(String text) {
    return judge(text, Knowledge.bundled());
  }

  private static Judged judge(String text, Knowledge knowledge) {
    return judge(text, knowledge, new Judge(Relations.bundled(knowledge, EnglishParser.shared())));
  }

  private static Judged judge(String text, Knowledge knowledge, Judge judge) {
    EventFinder finder = new EventFinder(knowledge);
    Discourse discourse = new Discourse(text, null, knowledge);
    List<Found> before = new ArrayList<>();
    List<Found> after = new ArrayList<>();
    for (Sentence sentence : EnglishParser.shared().parse(text)) {
      Mentions mentions = discourse.read(sentence);
      EventFinder.Readings readings = finder.readings(sentence, mentions);
      before.addAll(readings.found());
      after.addAll(judge.judge(sentence, mentions, readings, Tier.FAST));
    }
    return new Judged(before, after);
  }

  private static String shorten(Found found) {
    return found.source().actor().code()
        + " "
        + found.type()
        + " "
        + (found.target() == null ? "-" : found.target().actor().code());
  }

  @DisplayName("an event that the lexicon misses is added by the models")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fiji's offer of a loan to Tonga came on Friday. | FJI AGREE TON
          Peru is said to have promised Bolivia fuel. | PER AGREE BOL
          Zagreb pledges Belgrade's museums the return of their paintings. | HRV AGREE SRB
          """)
  void added(String text, String event) {
    Judged judged = judge(text);
    assertThat(judged.before()).isEmpty();
    assertThat(judged.shorts()).containsExactly(event);
    Found found = judged.after().get(0);
    assertThat(found.entry()).isNull();
    assertThat(found.wrapped()).isFalse();
    assertThat(found.rule()).contains("linear ");
    assertThat(found.because()).last().asString().startsWith("an event between the two: 0.");
    assertThat(found.predicate()).isEqualTo(found.trigger().span());
    assertThat(found.confidence()).isBetween(0.3, 1.0);
  }

  @DisplayName("what the lexicon finds stands, with what the models say of it")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Oman shelled Houthi positions. | OMN ASSAULT HOUTHI
          Paraguay praised Uruguay. | PRY SUPPORT URY
          Laos accused Thailand of moving boundary stones. | LAO ACCUSE THA
          """)
  void kept(String text, String event) {
    Judged judged = judge(text);
    assertThat(judged.shorts()).containsExactly(event);
    Found found = judged.after().get(0);
    assertThat(found.entry()).isEqualTo(judged.before().get(0).entry());
    assertThat(found.confidence()).isGreaterThan(0.6);
    assertThat(found.because()).anyMatch(line -> line.startsWith("linear: "));
    assertThat(found.because()).last().asString().startsWith("an event between the two: ");
  }

  @Test
  @DisplayName("an event without a target is left as it is, but less sure")
  void withoutTarget() {
    Judged judged = judge("Zambia lifted the curfew.");
    assertThat(judged.before()).hasSize(1);
    Found before = judged.before().get(0);
    Found after = judged.after().get(0);
    assertThat(judged.after()).hasSize(1);
    assertThat(after.confidence()).isBetween(0.4, before.confidence());
    assertThat(after.withConfidence(before.confidence())).isEqualTo(before);
  }

  @Test
  @DisplayName("the curve of the tier's events gives the confidence of every kind of event")
  void curve() {
    Settings own = Settings.bundled();
    Map<Tier, Calibration> flat =
        Map.of(Tier.FAST, new Calibration(0, 0), Tier.DEEP, Calibration.NONE);
    Relations relations =
        Relations.bundled(Knowledge.bundled(), EnglishParser.shared())
            .with(
                LinearModel.bundled(),
                reading -> new double[16],
                new Settings(own.share(), own.unsure(), own.calibrations(), flat));
    for (String text :
        List.of(
            "Zambia lifted the curfew.",
            "Paraguay praised Uruguay.",
            "Fiji's offer of a loan to Tonga came on Friday.")) {
      assertThat(judge(text, Knowledge.bundled(), new Judge(relations)).after())
          .as(text)
          .hasSize(1)
          .allMatch(found -> found.confidence() == 0.5);
    }
  }

  @DisplayName("one deed is told once")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Peru and Chile agreed to share the river. | PER AGREE CHL
          Zagreb and Belgrade signed a treaty. | HRV SUPPORT SRB
          Lavrov met Kerry in Geneva. | RUS CONSULT USA
          Peru and Chile accused Bolivia of smuggling. | PER ACCUSE BOL, CHL ACCUSE BOL
          Tonga and Fiji condemned Nauru. | TON ACCUSE NRU, FJI ACCUSE NRU
          The Peruvian government said it would sit down with Hamas in Havana, despite criticism. | PER CONSULT HAM
          Zagreb ready to resume grain shipments to Belgrade, minister says | --- AGREE SRB
          Sudan, Chad and Niger met in Khartoum. | SDN CONSULT TCD, SDN CONSULT NER, TCD CONSULT NER
          """)
  void once(String text, String events) {
    assertThat(judge(text).shorts()).containsExactlyInAnyOrder(events.split(", "));
  }

  @DisplayName("X and Y do to each other only what two do together")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tonga and Fiji condemned Nauru.",
        "Tonga and Fiji vented their anger.",
        "Tonga and Fiji shelled Nauru and threatened Vanuatu.",
        "Tonga and Fiji have sued Nauru over its trawlers.",
        "Tonga and Fiji opened fire.",
        "Talks on aid in Tonga and Fiji began.",
        "It rained in Tonga and Fiji during the summit.",
        "The anger of Tonga and Fiji at the attack grew.",
        "Tonga and Fiji rejected a draft of the treaty with Nauru.",
      })
  void together(String text) {
    assertThat(judge(text).shorts()).noneMatch(event -> event.matches("TON \\w+ FJI|FJI \\w+ TON"));
  }

  private static final List<String> VERBS =
      List.of(
          "condemned",
          "shelled",
          "thanked",
          "met",
          "vowed to attack",
          "offered a loan to",
          "sued",
          "withdrew from",
          "agreed with",
          "sanctioned",
          "praised and armed",
          "feared",
          "");

  private static final List<String> NAMES =
      List.of(
          "Tonga", "Fiji", "Nauru", "Tonga and Fiji", "Hamas", "police in Fiji", "she", "troops");

  @Property(tries = 150)
  void soundForAnySentence(
      @ForAll @IntRange(min = 0, max = 12) int verb,
      @ForAll @IntRange(min = 0, max = 7) int one,
      @ForAll @IntRange(min = 0, max = 7) int other,
      @ForAll @IntRange(min = 0, max = 7) int third) {
    String text =
        String.format(
            "%s %s %s after talks with %s.",
            NAMES.get(one), VERBS.get(verb), NAMES.get(other), NAMES.get(third));
    Judged judged = judge(text);
    assertThat(judged.after()).allSatisfy(JudgeTest::sound);
    assertThat(judged.after())
        .filteredOn(found -> found.entry() != null)
        .as("events of the lexicon, each once")
        .extracting(JudgeTest::place)
        .doesNotHaveDuplicates()
        .isSubsetOf(judged.before().stream().map(JudgeTest::place).toList());
    List<String> models =
        judged.after().stream()
            .filter(found -> found.entry() == null)
            .map(found -> found.source().head() + " " + found.target().head())
            .toList();
    assertThat(models).as("one event of the models a pair").doesNotHaveDuplicates();
    assertThat(judge(text).after()).isEqualTo(judged.after());
  }

  private static String place(Found found) {
    return found.source().head()
        + " "
        + found.trigger().index()
        + " "
        + (found.target() == null ? "-" : found.target().head())
        + " "
        + found.entry().place();
  }

  private static void sound(Found found) {
    assertThat(found.confidence()).isBetween(0.0, 1.0);
    if (found.target() != null) {
      assertThat(found.confidence() * 100)
          .isCloseTo(Math.round(found.confidence() * 100), within(1e-9));
      assertThat(found.source().head()).isNotEqualTo(found.target().head());
    }
    assertThat(found.rule()).isNotBlank();
  }

  private static final String IMPORTED =
      "trigger\tpos\twhere\ttype\tmode\tcameo\tsource\ttarget\texample\n"
          + "bless\tv\t\tSUPPORT\t\t051\tsubj\tobj\t\n"
          + "praise\tv\t\tASSAULT\t\t190\tsubj\tobj|with\t\n";

  private static Knowledge imported(Path folder, boolean over) throws IOException {
    Files.createDirectories(folder.resolve("lexicon"));
    Files.writeString(folder.resolve("lexicon/petrarch.tsv"), IMPORTED);
    if (over) {
      return Knowledge.loadOver(folder);
    }
    Knowledge own = Knowledge.bundled();
    // modality and classes, which an import leaves to us, are not needed here
    Lexicon theirs = Lexicon.load(Folders.of(folder), own.ontology(), new Mistakes());
    return new Knowledge(
        own.ontology(),
        own.actors(),
        own.agents(),
        theirs,
        own.gazetteer(),
        own.discards(),
        own.hash());
  }

  @Test
  @DisplayName("of imported dictionaries nothing is dropped, changed or added")
  void importedOnly(@TempDir Path folder) throws IOException {
    Knowledge knowledge = imported(folder, false);
    assertThat(Relations.bundled(knowledge, EnglishParser.shared()).importedOnly()).isTrue();
    for (String text :
        List.of(
            "Egypt blessed Libya.",
            "Paraguay praised Uruguay.",
            "Fiji, weeping, praised its goats with Tonga.",
            "Fiji's offer of a loan to Tonga came on Friday.")) {
      Judged judged = judge(text, knowledge);
      assertThat(judged.after()).as(text).isEqualTo(judged.before());
    }
    assertThat(judge("Paraguay praised Uruguay.", knowledge).shorts())
        .containsExactly("PRY ASSAULT URY");
    assertThat(judge("Fiji's offer of a loan to Tonga came on Friday.", knowledge).after())
        .isEmpty();
  }

  /** A judge whose linear model knows one word only. */
  private static Judge certain(Knowledge knowledge, String word, EventType type) {
    float[] weights = new float[LinearModel.TYPES];
    weights[type.ordinal()] = 1000;
    LinearModel model = new LinearModel(Map.of("word " + word, 0), weights, LinearModel.TYPES);
    return new Judge(
        Relations.bundled(knowledge, EnglishParser.shared())
            .with(model, reading -> new double[LinearModel.TYPES], Settings.plain(0, 0)));
  }

  @Test
  @DisplayName("a model that is sure of another type overrules the lexicon, and says so")
  void overruled() {
    Knowledge knowledge = Knowledge.bundled();
    String text = "Paraguay praised Uruguay.";
    Judge judge = certain(knowledge, "praise", EventType.REQUEST);
    Found found = judge(text, knowledge, judge).after().get(0);
    assertThat(shorten(found)).isEqualTo("PRY REQUEST URY");
    assertThat(found.entry()).isNull();
    assertThat(found.mode()).isNull();
    assertThat(found.cameo()).startsWith("02");
    assertThat(found.rule()).isEqualTo("linear 1.00");
    judge = certain(knowledge, "another", EventType.REQUEST);
    found = judge(text, knowledge, judge).after().get(0);
    assertThat(shorten(found)).as("it is not sure").isEqualTo("PRY SUPPORT URY");
    assertThat(found.mode()).isEqualTo("praise");
  }

  @Test
  @DisplayName("an imported pattern over our own is judged, and its type stays")
  void importedOver(@TempDir Path folder) throws IOException {
    Knowledge knowledge = imported(folder, true);
    assertThat(Relations.bundled(knowledge, EnglishParser.shared()).importedOnly()).isFalse();
    Judged judged = judge("Paraguay praised Uruguay.", knowledge);
    assertThat(judged.shorts()).containsExactly("PRY ASSAULT URY");
    assertThat(judged.after().get(0).confidence())
        .as("the models doubt it")
        .isLessThan(judge("Paraguay praised Uruguay.").after().get(0).confidence());
    Judge sure = certain(knowledge, "praise", EventType.REQUEST);
    assertThat(judge("Paraguay praised Uruguay.", knowledge, sure).shorts())
        .containsExactly("PRY ASSAULT URY");
    assertThat(judge("Fiji's offer of a loan to Tonga came on Friday.", knowledge).shorts())
        .containsExactly("FJI AGREE TON");
  }
}
