package org.entente.coding.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.entente.coding.event.Fillers.Filler;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.lexicon.Condition;
import org.entente.knowledge.lexicon.Entry;
import org.entente.knowledge.lexicon.Pos;
import org.entente.knowledge.lexicon.Trigger;
import org.entente.model.EventType;
import org.entente.model.Sector;
import org.entente.model.Span;
import org.entente.model.Status;

/** Finds the events of a sentence. Safe to share between threads. */
public final class EventFinder {
  /** Types that make sense without anybody to whom it is done. */
  private static final Set<EventType> ALONE = EnumSet.of(EventType.PROTEST, EventType.MOBILIZE);

  /** Types that may be done to a town. */
  private static final Set<EventType> SUFFERED =
      EnumSet.of(
          EventType.ASSAULT,
          EventType.MOBILIZE,
          EventType.CONSULT,
          EventType.AID,
          EventType.COERCE,
          EventType.RETREAT,
          EventType.THREATEN);

  private static final int MOST_PAIRS = 12;

  private final Knowledge knowledge;
  private final Set<String> light;

  public EventFinder(Knowledge knowledge) {
    this.knowledge = knowledge;
    this.light = knowledge.lexicon().classOf("LIGHT");
  }

  /**
   * An entry whose trigger stands in a sentence, and what came of it.
   *
   * @param outcome "fired", or why it did not
   * @param near whether one thing only was missing
   */
  public record Attempt(Token trigger, Entry entry, String outcome, boolean fired, boolean near) {}

  public List<Found> find(Sentence sentence, Mentions mentions) {
    return find(sentence, mentions, null);
  }

  /** The events, and in {@code attempts} every entry that was tried. */
  public List<Found> find(Sentence sentence, Mentions mentions, List<Attempt> attempts) {
    Search search = new Search(sentence, mentions, attempts);
    for (Token token : sentence.tokens()) {
      search.tryTrigger(token);
    }
    return search.best();
  }

  private final class Search {
    private final Sentence sentence;
    private final Clauses clauses;
    private final Mentions mentions;
    private final Slots slots;
    private final Fillers fillers;
    private final Modality modality;
    private final List<Attempt> attempts;
    private final List<Found> found = new ArrayList<>();
    private final List<Token> absorbed = new ArrayList<>();

    Search(Sentence sentence, Mentions mentions, List<Attempt> attempts) {
      this.sentence = sentence;
      this.clauses = new Clauses(sentence);
      this.mentions = mentions;
      this.slots = new Slots(sentence, clauses, light, this::isTalk);
      this.fillers = new Fillers(sentence, clauses, mentions, this::isHarm);
      this.modality = new Modality(sentence, clauses, knowledge.lexicon(), slots);
      this.attempts = attempts;
    }

    private boolean isTalk(Token noun) {
      return knowledge.lexicon().entries(Pos.NOUN, noun.lemma()).stream()
          .anyMatch(entry -> entry.type() == EventType.CONSULT);
    }

    private boolean isHarm(Token noun) {
      return noun.isNoun()
          && knowledge.lexicon().entries(Pos.NOUN, noun.lemma()).stream()
              .anyMatch(
                  entry -> entry.type() == EventType.ASSAULT || entry.type() == EventType.COERCE);
    }

    void tryTrigger(Token token) {
      Pos pos = pos(token);
      if (pos == null || mentions.isNamed(token)) {
        return;
      }
      for (Entry entry : knowledge.lexicon().entries(pos, token.lemma())) {
        String why = misfit(entry, token, pos);
        boolean near = why == null;
        if (near) {
          why = fire(entry, token, pos);
        }
        if (attempts != null && triggered(entry, token)) {
          attempts.add(
              new Attempt(
                  token,
                  entry,
                  why == null ? "fired" : why,
                  why == null,
                  near || entry.where().size() == 1));
        }
        if (why == null) {
          return;
        }
      }
    }

    private static Pos pos(Token token) {
      if (token.isVerb() || token.tag().equals("MD") && token.label().equals("aux")) {
        return Pos.VERB;
      }
      if (token.isNoun()) {
        return Pos.NOUN;
      }
      return token.isAdjective() ? Pos.ADJECTIVE : null;
    }

    /** Why an entry does not hold here, or null if it does. */
    private String misfit(Entry entry, Token token, Pos pos) {
      if (!triggered(entry, token)) {
        return "its particle is missing";
      }
      if (pos == Pos.ADJECTIVE && clauses.copula(token) == null && !token.label().equals("oprd")) {
        return "no copula";
      }
      for (Condition condition : entry.where()) {
        List<Token> there = slots.fill(token, pos, condition.slot());
        boolean holds =
            switch (condition.kind()) {
              case PRESENT -> !there.isEmpty() || condition.slot().equals("both");
              case ABSENT -> there.isEmpty();
              case WORD -> there.stream().anyMatch(word -> fits(condition, word));
              case OTHER -> there.stream().noneMatch(word -> fits(condition, word));
            };
        if (!holds) {
          return "no " + describe(condition);
        }
      }
      return null;
    }

    private boolean fits(Condition condition, Token word) {
      if (condition.words().contains(word.lemma())) {
        return true;
      }
      Mention there = mentions.at(word);
      if (condition.actor() && there != null) {
        return true;
      }
      if (condition.words().contains("STATE") && there != null && isState(there)) {
        return true;
      }
      for (Token child : sentence.children(word)) {
        boolean compound =
            child.index() == word.index() - 1
                && condition.words().contains(child.lemma() + " " + word.lemma());
        boolean conjunct =
            child.label().equals("conj") && condition.words().contains(child.lemma());
        if (compound || conjunct) {
          return true;
        }
      }
      // "a series of strikes", "a number of sanctions"
      if (Fillers.isQuantity(word)
          || word.is(
              "series",
              "number",
              "round",
              "set",
              "string",
              "wave",
              "package",
              "kind",
              "form",
              "type",
              "act",
              "campaign")) {
        Token inner = clauses.prepositional(word, "of");
        return inner != null
            && (condition.words().contains(inner.lemma())
                || condition.actor() && mentions.at(inner) != null);
      }
      return false;
    }

    /** A state, its government, or one who speaks for it. */
    private static boolean isState(Mention mention) {
      ActorEntry.Kind kind = mention.entry() == null ? null : mention.entry().kind();
      return kind == ActorEntry.Kind.COUNTRY && mention.actor().sectors().isEmpty()
          || kind == ActorEntry.Kind.ORGANISATION
          || mention.actor().sectors().contains(Sector.GOV);
    }

    private static boolean isArmed(Mention mention) {
      List<Sector> sectors = mention.actor().sectors();
      return isState(mention)
          || sectors.stream()
              .anyMatch(
                  s -> s == Sector.MIL || s == Sector.COP || s == Sector.REB || s == Sector.UAF);
    }

    private static String describe(Condition condition) {
      return switch (condition.kind()) {
        case PRESENT -> condition.slot();
        case ABSENT -> "clause without " + condition.slot();
        case OTHER -> "clause without such " + condition.slot();
        case WORD ->
            condition.slot()
                + " of "
                + (condition.actor() ? "an actor" : "")
                + condition.words().stream().sorted().limit(4).toList();
      };
    }

    private boolean triggered(Entry entry, Token token) {
      for (Trigger trigger : entry.triggers()) {
        if (!trigger.lemma().equals(token.lemma())) {
          continue;
        }
        if (trigger.particle() == null || hasParticle(token, trigger.particle())) {
          return true;
        }
      }
      return false;
    }

    private boolean hasParticle(Token token, String particle) {
      for (String word : particle.split(" ")) {
        boolean there = false;
        for (Token child : sentence.children(token)) {
          there |= child.is(word);
          for (Token deeper : sentence.children(child)) {
            there |= deeper.is(word) && child.label().matches("prt|dobj|prep|advmod|acomp|oprd");
          }
        }
        if (!there) {
          return false;
        }
      }
      return true;
    }

    private List<Filler> role(Token token, Pos pos, List<String> wanted, List<Filler> sources) {
      for (String slot : wanted) {
        if (slot.equals("both")) {
          if (sources != null && sources.size() > 1) {
            return sources;
          }
          continue;
        }
        if (slot.endsWith(".of") && ofHarm(token, pos, slot)) {
          continue;
        }
        for (Token head : slots.fill(token, pos, slot)) {
          List<Filler> filled = fillers.of(head);
          if (sources != null) {
            filled =
                filled.stream().filter(f -> sources.stream().noneMatch(s -> same(s, f))).toList();
          }
          if (!filled.isEmpty()) {
            return filled;
          }
        }
      }
      return List.of();
    }

    private boolean ofHarm(Token token, Pos pos, String slot) {
      String first = slot.substring(0, slot.indexOf('.'));
      return slots.fill(token, pos, first).stream().anyMatch(this::isHarm);
    }

    /** An actor that stands where a condition asks for a word: "took part in the coalition". */
    private List<Filler> conditioned(Entry entry, Token token, Pos pos, List<Filler> sources) {
      for (Condition condition : entry.where()) {
        if (condition.kind() != Condition.Kind.WORD) {
          continue;
        }
        for (Token head : slots.fill(token, pos, condition.slot())) {
          Mention mention = mentions.at(head);
          if (mention != null
              && mention.shape() != Mention.Shape.BARE_ROLE
              && sources.stream()
                  .noneMatch(s -> s.mention().actor().id().equals(mention.actor().id()))) {
            return List.of(new Filler(mention, head, true));
          }
        }
      }
      return List.of();
    }

    private static boolean same(Filler a, Filler b) {
      return a.head() == b.head() || a.mention().actor().id().equals(b.mention().actor().id());
    }

    private String fire(Entry entry, Token token, Pos pos) {
      List<Filler> sources = role(token, pos, entry.source(), null);
      if (sources.isEmpty()) {
        return "nobody in " + String.join(", ", entry.source());
      }
      List<Filler> targets = role(token, pos, entry.target(), sources);
      if (targets.isEmpty()) {
        targets = conditioned(entry, token, pos, sources);
      }
      boolean reciprocal =
          targets == sources
              || targets.isEmpty() && entry.target().contains("both") && sources.size() > 1;
      boolean alone =
          ALONE.contains(entry.type())
              && !(entry.type() == EventType.PROTEST && isState(sources.get(0).mention()))
              && !(entry.type() == EventType.MOBILIZE && !isArmed(sources.get(0).mention()));
      if (targets.isEmpty() && !reciprocal && !alone) {
        return "nobody in " + String.join(", ", entry.target());
      }
      Modality.Reading reading = modality.around(token, entry.type());
      if (reading.type() == null) {
        return "no event under " + reading.wrapper().text();
      }
      int before = found.size();
      if (reciprocal) {
        for (int i = 0; i < sources.size(); i++) {
          for (int j = i + 1; j < sources.size(); j++) {
            add(entry, token, pos, sources.get(i), sources.get(j), reading);
          }
        }
      } else if (targets.isEmpty()) {
        sources.forEach(source -> add(entry, token, pos, source, null, reading));
      } else {
        for (Filler source : sources) {
          for (Filler target : targets) {
            add(entry, token, pos, source, target, reading);
          }
        }
      }
      if (found.size() == before) {
        return "source and target are the same, or nobody known";
      }
      if (reading.wrapper() != null && reading.type() != entry.type()) {
        absorbed.add(reading.wrapper());
      }
      return null;
    }

    private void add(
        Entry entry, Token token, Pos pos, Filler source, Filler target, Modality.Reading reading) {
      if (found.size() > 4 * MOST_PAIRS || !plausible(entry, source, target)) {
        return;
      }
      double confidence = confidence(entry, token, pos, source, target, reading);
      boolean changed = reading.type() != entry.type();
      List<String> because = new ArrayList<>(reading.because());
      note(because, source);
      note(because, target);
      found.add(
          new Found(
              token,
              entry,
              source.mention(),
              target == null ? null : target.mention(),
              reading.type(),
              changed ? null : entry.mode(),
              changed ? knowledge.ontology().wrapped(reading.type(), entry.type()) : entry.cameo(),
              reading.status(),
              predicate(token, reading.wrapper(), pos),
              reading.said(),
              confidence,
              because));
    }

    private static void note(List<String> because, Filler filler) {
      if (filler == null) {
        return;
      }
      if (filler.mention().because() != null) {
        because.add(filler.mention().because());
      }
      if (!filler.direct()) {
        because.add("'" + filler.mention().actor().text() + "' stands for what is its own here");
      }
    }

    private static boolean plausible(Entry entry, Filler source, Filler target) {
      Mention from = source.mention();
      if (from.entry() != null && from.entry().kind() == ActorEntry.Kind.MEDIA && target == null) {
        return false;
      }
      if (target == null) {
        return from.shape() != Mention.Shape.BARE_ROLE && from.shape() != Mention.Shape.TOWN;
      }
      Mention to = target.mention();
      if (to.shape() == Mention.Shape.BARE_ROLE && !target.direct()
          || from.shape() == Mention.Shape.BARE_ROLE
              && !source.direct()
              && to.shape() == Mention.Shape.BARE_ROLE) {
        return false;
      }
      boolean pair = to.plural() && to.shape() == Mention.Shape.ROLE && to.because() != null;
      if (from.entry() != null && to.entry() == from.entry() && (pair || ofItsOwn(target))) {
        return false;
      }
      if (from.shape() == Mention.Shape.TOWN
          || to.shape() == Mention.Shape.TOWN && !SUFFERED.contains(entry.type())) {
        return false;
      }
      if (entry.type() == EventType.CONSULT
          && from.actor().code().equals(to.actor().code())
          && (to.shape() == Mention.Shape.TOWN || to.place())) {
        return false;
      }
      return !from.actor().id().equals(to.actor().id()) && from.head() != to.head()
          || from.head() == to.head() && !from.actor().id().equals(to.actor().id());
    }

    /** What a state does to itself or to its own territory is no event between two. */
    private static boolean ofItsOwn(Filler target) {
      List<Sector> sectors = target.mention().actor().sectors();
      boolean organ =
          sectors.stream().allMatch(sector -> sector == Sector.GOV || sector == Sector.MIL);
      String words = target.mention().actor().text();
      boolean its =
          words != null && words.toLowerCase(Locale.ROOT).matches("(its|their|his|her)\\b.*");
      return sectors.isEmpty() || organ && (its || !target.direct());
    }

    private double confidence(
        Entry entry, Token token, Pos pos, Filler source, Filler target, Modality.Reading reading) {
      double value = 0.86;
      if (entry.where().isEmpty()) {
        value -= 0.06;
      }
      if (pos == Pos.NOUN) {
        value -= 0.06;
      }
      if (target == null) {
        value -= 0.12;
      }
      for (Filler filler : new Filler[] {source, target}) {
        if (filler == null) {
          continue;
        }
        if (!filler.direct()) {
          value -= 0.14;
        }
        value -=
            switch (filler.mention().shape()) {
              case NAME -> 0;
              case ROLE -> filler.mention().because() == null ? 0.01 : 0.08;
              case PRONOUN -> 0.1;
              case TOWN -> 0.08;
              case MODIFIER -> 0.04;
              case BARE_ROLE -> 0.12;
            };
      }
      if (reading.type() != entry.type()) {
        value -= 0.06;
      }
      if (reading.status() != Status.ACTUAL) {
        value -= 0.03;
      }
      return Math.round(Math.max(0.1, value) * 100) / 100.0;
    }

    private Span predicate(Token token, Token wrapper, Pos pos) {
      Span span = token.span();
      if (pos == Pos.NOUN) {
        Token carrier = slots.carrier(token);
        if (carrier != null && slots.isLight(carrier) && near(carrier, token)) {
          span = span.cover(carrier.span());
        }
      } else if (pos == Pos.VERB) {
        Token particle = sentence.child(token, "prt");
        if (particle != null && near(particle, token)) {
          span = span.cover(particle.span());
        }
        Token object = sentence.child(token, "dobj");
        if (object != null
            && mentions.at(object) == null
            && object.isNoun()
            && near(object, token)) {
          span = span.cover(object.span());
        }
      }
      return wrapper != null && near(wrapper, token) ? span.cover(wrapper.span()) : span;
    }

    private static boolean near(Token a, Token b) {
      return Math.abs(a.index() - b.index()) <= 6;
    }

    /** Without what a wrapper has absorbed, and one event for each pair and type of a sentence. */
    List<Found> best() {
      List<Found> kept = new ArrayList<>();
      found.stream()
          .filter(
              event -> !absorbed.contains(event.trigger()) || event.type() != wrappedType(event))
          .sorted(
              Comparator.comparingDouble(Found::confidence)
                  .reversed()
                  .thenComparing(event -> event.trigger().index()))
          .forEach(
              event -> {
                if (kept.stream().noneMatch(other -> covers(other, event))) {
                  kept.add(event);
                }
              });
      kept.sort(Comparator.comparing(event -> event.trigger().index()));
      return kept;
    }

    private EventType wrappedType(Found event) {
      return found.stream()
          .filter(other -> other != event && other.trigger() != event.trigger())
          .filter(other -> other.source().actor().id().equals(event.source().actor().id()))
          .map(Found::type)
          .filter(type -> type == event.type())
          .findFirst()
          .orElse(null);
    }

    private static boolean covers(Found kept, Found event) {
      return kept.type() == event.type()
          && kept.source().actor().id().equals(event.source().actor().id())
          && Objects.equals(
              kept.target() == null ? null : kept.target().actor().id(),
              event.target() == null ? null : event.target().actor().id());
    }
  }
}
