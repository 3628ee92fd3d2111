package org.entente.coding.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.entente.coding.event.EventFinder;
import org.entente.coding.event.EventFinder.Cue;
import org.entente.coding.mention.Discourse;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.relation.LinearModel.Term;
import org.entente.coding.syntax.Parser;
import org.entente.coding.syntax.Sentence;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.lexicon.Entry;
import org.entente.knowledge.ontology.Ontology;
import org.entente.model.EventType;
import org.entente.model.Status;

/**
 * Says what one given actor does to another in a sentence. Every pair is answered; the confidence
 * says how far to believe it. Safe to share between threads.
 */
public final class Relations {
  private static final int TERMS = 5;

  /** Added to each probability before it is pooled. */
  private static final double LEAST = 1e-4;

  private final Knowledge knowledge;
  private final Parser parser;
  private final EventFinder finder;
  private final boolean importedOnly;
  private final Supplier<LinearModel> linear;
  private final Function<PairReading, double[]> transformer;
  private final Supplier<Settings> settings;

  /**
   * @param linear and {@code settings} are asked for each pair: suppliers keep what they give
   * @param transformer scores of the types for a pair, before the softmax
   */
  public Relations(
      Knowledge knowledge,
      Parser parser,
      Supplier<LinearModel> linear,
      Function<PairReading, double[]> transformer,
      Supplier<Settings> settings) {
    this.knowledge = knowledge;
    this.parser = parser;
    this.finder = new EventFinder(knowledge);
    this.importedOnly = knowledge.lexicon().entries().stream().allMatch(Entry::imported);
    this.linear = linear;
    this.transformer = transformer;
    this.settings = settings;
  }

  /** With the models that come with Entente; they are loaded when they are first asked. */
  public static Relations bundled(Knowledge knowledge, Parser parser) {
    return new Relations(
        knowledge,
        parser,
        LinearModel::bundled,
        reading -> Transformer.bundled().scores(reading.core()),
        Settings::bundled);
  }

  /** The same with another linear model, transformer and settings. */
  public Relations with(
      LinearModel model, Function<PairReading, double[]> scores, Settings fitted) {
    return new Relations(knowledge, parser, () -> model, scores, () -> fitted);
  }

  /** Whether all patterns come from somebody else's dictionary. */
  boolean importedOnly() {
    return importedOnly;
  }

  public Settings settings() {
    return settings.get();
  }

  /**
   * @throws IllegalArgumentException if the text has no words
   */
  public Relation relate(Pair pair, Tier tier, Convention convention) {
    return relate(read(pair), tier, convention);
  }

  /**
   * Parses a pair and asks the lexicon.
   *
   * @throws IllegalArgumentException if the text has no words
   */
  public PairReading read(Pair pair) {
    Placed placed = Placed.of(pair, parser);
    Mentions given =
        new Discourse(pair.text(), null, knowledge)
            .read(placed.sentence())
            .given(placed.source(), placed.target());
    return read(placed, given, finder.readings(placed.sentence(), given));
  }

  private static PairReading read(Placed placed, Mentions mentions, EventFinder.Readings readings) {
    Core core = Core.of(placed);
    LexiconAnswer answer = LexiconAnswer.of(placed, core, readings);
    return new PairReading(
        core.words(), core.text(), answer, Features.of(placed, core, answer, mentions));
  }

  /**
   * Takes what the lexicon has said of a sentence for two of its mentions.
   *
   * @param readings of the sentence
   */
  PairReading read(
      Sentence sentence,
      Mentions mentions,
      EventFinder.Readings readings,
      Mention source,
      Mention target) {
    return read(Placed.of(sentence, source, target), mentions, readings);
  }

  /** Decides on what was read. */
  public Relation relate(PairReading reading, Tier tier, Convention convention) {
    double[] fast = linear.get().scores(reading.features());
    LinearTrainer.softmax(fast);
    double[] mixed = fast;
    double[] deep = null;
    if (tier == Tier.DEEP && best(fast).probability < settings().unsure()) {
      deep = transformer.apply(reading);
      LinearTrainer.softmax(deep);
      mixed = pooled(fast, deep, settings().share());
    }
    Choice choice = best(mixed);
    EventType type = convention.of(choice.type, reading.words());
    Cue cue = cue(reading, type);
    return new Relation(
        type,
        cue == null ? cameo(type, reading) : cameo(type, cue),
        cue == null ? status(reading) : cue.status(),
        settings().calibrations().get(tier).of(choice.probability),
        Relation.root(choice.second).equals(Relation.root(type)) ? choice.type : choice.second,
        rule(reading, choice, fast, deep),
        because(reading, choice, type, fast, deep),
        Arrays.stream(mixed).boxed().toList());
  }

  /**
   * The logarithmic opinion pool of two models: a type that one of them holds for impossible stays
   * improbable (Genest and Zidek, "Combining probability distributions", 1986).
   */
  private static double[] pooled(double[] fast, double[] deep, double share) {
    double[] pooled = new double[fast.length];
    double sum = 0;
    for (int i = 0; i < pooled.length; i++) {
      pooled[i] =
          Math.exp(share * Math.log(deep[i] + LEAST) + (1 - share) * Math.log(fast[i] + LEAST));
      sum += pooled[i];
    }
    for (int i = 0; i < pooled.length; i++) {
      pooled[i] /= sum;
    }
    return pooled;
  }

  private record Choice(EventType type, EventType second, double probability) {}

  /** The likeliest root, its likelier type, and the likeliest type of another root. */
  private static Choice best(double[] probabilities) {
    double yield =
        probabilities[EventType.CONCEDE.ordinal()] + probabilities[EventType.RETREAT.ordinal()];
    EventType yielding =
        probabilities[EventType.CONCEDE.ordinal()] >= probabilities[EventType.RETREAT.ordinal()]
            ? EventType.CONCEDE
            : EventType.RETREAT;
    EventType first = null;
    EventType second = null;
    double most = -1;
    double next = -1;
    for (EventType type : EventType.values()) {
      if (Relation.root(type).equals("YIELD") && type != yielding) {
        continue;
      }
      double p = type == yielding ? yield : probabilities[type.ordinal()];
      if (p > most) {
        second = first;
        next = most;
        first = type;
        most = p;
      } else if (p > next) {
        second = type;
        next = p;
      }
    }
    return new Choice(first, second, most);
  }

  /** The word that says the type: what fired between the two, else a cue of the core. */
  private static Cue cue(PairReading reading, EventType type) {
    Cue best = reading.lexicon().best();
    if (best != null && best.type() == type) {
      return best;
    }
    for (Cue cue : reading.lexicon().cues()) {
      if (cue.type() == type && reading.words().contains(cue.trigger())) {
        return cue;
      }
    }
    return null;
  }

  private String cameo(EventType type, Cue cue) {
    return cue.entry().type() == type
        ? cue.entry().cameo()
        : knowledge.ontology().wrapped(type, cue.entry().type());
  }

  /**
   * What the words inside the type are about, where they tell: a promise of aid, a threat of force.
   */
  private String cameo(EventType type, PairReading reading) {
    Cue best = reading.lexicon().best();
    Ontology ontology = knowledge.ontology();
    return best == null ? ontology.general(type) : ontology.wrapped(type, best.entry().type());
  }

  private static Status status(PairReading reading) {
    Cue best = reading.lexicon().best();
    return best == null ? Status.ACTUAL : best.status();
  }

  private String rule(PairReading reading, Choice choice, double[] fast, double[] deep) {
    StringBuilder rule = new StringBuilder();
    Cue best = reading.lexicon().best();
    if (best != null && best.type() == choice.type) {
      rule.append(best.entry().place()).append(' ').append(best.trigger().lemma()).append("; ");
    }
    rule.append(String.format(Locale.ROOT, "linear %.2f", root(fast, choice.type)));
    if (deep != null) {
      rule.append(
          String.format(
              Locale.ROOT,
              "; transformer %.2f (share %.2f)",
              root(deep, choice.type),
              settings().share()));
    }
    return rule.toString();
  }

  private static double root(double[] probabilities, EventType type) {
    return Relation.probability(i -> probabilities[i], type);
  }

  private List<String> because(
      PairReading reading, Choice choice, EventType type, double[] fast, double[] deep) {
    List<String> because = new ArrayList<>();
    Cue best = reading.lexicon().best();
    because.add(
        best == null
            ? "lexicon: silent"
            : "lexicon: '"
                + best.trigger().text()
                + "' ("
                + best.entry().place()
                + ") "
                + best.type()
                + " "
                + best.status()
                + List.of(" between the two", " without a target", " near them")
                    .get(reading.lexicon().distance()));
    StringBuilder terms = new StringBuilder();
    for (Term term : linear.get().terms(reading.features(), choice.type, choice.second, TERMS)) {
      terms.append(terms.length() == 0 ? "" : ", ");
      terms.append(String.format(Locale.ROOT, "%s %+.2f", term.feature(), term.weight()));
    }
    because.add(
        String.format(
            Locale.ROOT,
            "linear: %s %.2f rather than %s %.2f: %s",
            choice.type,
            root(fast, choice.type),
            choice.second,
            root(fast, choice.second),
            terms));
    if (deep != null) {
      because.add(
          String.format(
              Locale.ROOT,
              "transformer: %s %.2f, %s %.2f; share %.2f; it read '%s'",
              choice.type,
              root(deep, choice.type),
              choice.second,
              root(deep, choice.second),
              settings().share(),
              reading.core()));
    }
    if (type != choice.type) {
      because.add(choice.type + " by the code book is " + type + " by this convention");
    }
    return because;
  }
}
