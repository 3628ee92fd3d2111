package org.entente.coding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.entente.coding.event.EventFinder;
import org.entente.coding.event.Found;
import org.entente.coding.event.Speech;
import org.entente.coding.mention.Discourse;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.relation.Convention;
import org.entente.coding.relation.Judge;
import org.entente.coding.relation.Pair;
import org.entente.coding.relation.Relation;
import org.entente.coding.relation.Relations;
import org.entente.coding.relation.Tier;
import org.entente.coding.resolve.Contexts;
import org.entente.coding.resolve.Dates;
import org.entente.coding.resolve.Merger;
import org.entente.coding.resolve.Numbers;
import org.entente.coding.resolve.Places;
import org.entente.coding.resolve.Times;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Parser;
import org.entente.coding.syntax.Sentence;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.discards.Discard;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Evidence;
import org.entente.model.Magnitude;
import org.entente.model.Paragraph;
import org.entente.model.Precision;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.model.TimeSpan;

/**
 * From a document to its events. The same text coded twice by the same coder gives the same events,
 * byte for byte. Safe to share between threads.
 *
 * <pre>{@code
 * Coder coder = Coder.bundled();
 * List<Event> events = coder.code(document);
 * }</pre>
 */
public final class Coder {
  /** Version of the coder's rules; part of every event's id. */
  public static final String VERSION = "0.1.0";

  private final Knowledge knowledge;
  private final Parser parser;
  private final EventFinder finder;
  private final Places places;
  private final Contexts contexts;
  private final Speech speech;
  private final Tier tier;
  private final Relations relations;
  private final Judge judge;
  private final String name;

  public Coder(Knowledge knowledge, Parser parser) {
    this(knowledge, parser, Tier.FAST);
  }

  public Coder(Knowledge knowledge, Parser parser, Tier tier) {
    this.tier = tier;
    this.relations = Relations.bundled(knowledge, parser);
    this.judge = new Judge(relations);
    this.knowledge = knowledge;
    this.parser = parser;
    this.finder = new EventFinder(knowledge);
    this.places = new Places(knowledge);
    this.contexts = new Contexts(knowledge.ontology());
    this.speech = new Speech(knowledge.lexicon());
    this.name = "entente-" + VERSION + "+" + knowledge.hash();
  }

  /** The coder with the bundled knowledge and parser; loading takes a second. */
  public static Coder bundled() {
    return new Coder(Knowledge.bundled(), EnglishParser.shared());
  }

  /**
   * What one actor does to another in a sentence: for those who have the pairs already.
   *
   * <pre>{@code
   * coder.relate("Egypt bombed ISIS positions in Derna.", "Egypt", "ISIS positions").type()  // ASSAULT
   * }</pre>
   *
   * @param source words of the sentence; the first place where they stand counts
   * @param target words of the sentence; words that stand nowhere ("a recipient") are a placeholder
   * @throws IllegalArgumentException if the sentence is blank
   */
  public Relation relate(String sentence, String source, String target) {
    return relate(Pair.of(sentence, source, target), Convention.PLOVER);
  }

  /** The same for a pair whose places are known. */
  public Relation relate(Pair pair, Convention convention) {
    return relations.relate(pair, tier, convention);
  }

  /** Version of the coder and hash of its knowledge: {@code entente-0.1.0+3f2a…}. */
  public String name() {
    return name;
  }

  public Knowledge knowledge() {
    return knowledge;
  }

  /** The events of a document, in the order of the text; one fact told twice is one event. */
  public List<Event> code(Document document) {
    return read(document).events();
  }

  /**
   * The events, and the sentences that they were read from; without the entries that were tried.
   */
  public Reading read(Document document) {
    return read(document, false);
  }

  /** The same with every entry that was tried on each sentence, and what came of it; slower. */
  public Reading explain(Document document) {
    return read(document, true);
  }

  private Reading read(Document document, boolean explained) {
    LocalDate day = document.published().to();
    Discarding discarding = Discarding.of(document, knowledge.discards());
    Discourse discourse = new Discourse(document.text(), day, knowledge);
    Dates dates = new Dates(document.published());
    List<Event> events = new ArrayList<>();
    List<ReadSentence> sentences = new ArrayList<>();
    for (Paragraph paragraph : document.paragraphs()) {
      if (paragraph.kind() != Paragraph.Kind.BODY) {
        continue;
      }
      for (Sentence sentence : parser.parse(document.text(), paragraph.span(), sentences.size())) {
        Mentions mentions = discourse.read(sentence);
        List<Dates.Expression> times = dates.next(document.text(), sentence.span());
        List<EventFinder.Attempt> attempts = new ArrayList<>();
        EventFinder.Readings readings =
            finder.readings(sentence, mentions, explained ? attempts : null);
        Discard discard = discarding.of(sentence.span());
        List<Found> found =
            discard == null ? judge.judge(sentence, mentions, readings, tier) : List.of();
        for (Found one : found) {
          Event event = event(document, sentence, mentions, times, one);
          if (event != null) {
            events.add(event);
          }
        }
        sentences.add(new ReadSentence(sentence, mentions, attempts, discard));
      }
    }
    return new Reading(document, Merger.merge(events), sentences);
  }

  /** What a document was read as. */
  public record Reading(Document document, List<Event> events, List<ReadSentence> sentences) {}

  /**
   * One sentence with its parse, its mentions and, if explained, every entry that was tried on it.
   *
   * @param discard the phrase for which no event is made of it, or null
   */
  public record ReadSentence(
      Sentence sentence, Mentions mentions, List<EventFinder.Attempt> attempts, Discard discard) {}

  /** The event, or null if neither side nor the place tells whose it is. */
  private Event event(
      Document document,
      Sentence sentence,
      Mentions mentions,
      List<Dates.Expression> times,
      Found found) {
    Span target = found.target() == null ? null : found.target().span();
    Dates.Expression when = Times.of(sentence, times, found.trigger());
    List<String> near = new ArrayList<>();
    countries(found.target(), near);
    countries(found.source(), near);
    Places.Located where = places.of(sentence, mentions, document.text(), found.trigger(), near);
    List<String> because = new ArrayList<>(found.because());
    Actor source = at(where, found.source(), found.target(), mentions, because);
    Actor whom =
        found.target() == null
            ? AtHome.of(found, source, knowledge, because)
            : at(where, found.target(), found.source(), mentions, because);
    if (!source.belongs() && (whom == null || !whom.belongs())
        || whom != null && source.id().equals(whom.id())) {
      return null;
    }
    List<Magnitude> magnitudes =
        Numbers.of(
            sentence,
            document.text(),
            found.trigger(),
            found.type(),
            sentence.token(found.source().head()),
            found.target() == null ? null : sentence.token(found.target().head()),
            sentence.span());
    Evidence evidence =
        new Evidence(
            sentence.number(),
            sentence.span(),
            found.source().span(),
            found.predicate(),
            target,
            when == null ? null : when.span(),
            where == null ? null : where.span(),
            found.rule(),
            because);
    TimeSpan time =
        when == null
            ? around(document.published(), found.status())
            : Times.told(when.time(), sentence, found.trigger(), document.published());
    Attribution attribution =
        speech.attribution(
            sentence, mentions, document, found.said(), found.trigger(), found.source());
    return new Event(
        id(document, sentence, found),
        document.id(),
        ActorRegistry.inWords(source),
        whom == null ? null : ActorRegistry.inWords(whom),
        found.type(),
        found.mode(),
        contexts.of(sentence),
        found.cameo(),
        knowledge.ontology().goldstein(found.cameo(), found.type()),
        found.wrapped() ? found.status() : due(found.status(), time, document.published()),
        attribution,
        time,
        where == null ? null : where.place(),
        magnitudes,
        found.confidence(),
        List.of(evidence),
        name);
  }

  /** Without a word of time: before the publication if it has happened, after it if it is due. */
  private static TimeSpan around(TimeSpan published, Status status) {
    if (!published.known()) {
      return TimeSpan.UNKNOWN;
    }
    return switch (status) {
      case PLANNED, DEMANDED, POSSIBLE ->
          new TimeSpan(published.from(), null, Precision.UNKNOWN, null);
      case ACTUAL, DENIED -> new TimeSpan(null, published.to(), Precision.UNKNOWN, null);
    };
  }

  /** "Gunmen in Nigeria", "police in Lagos": those of nowhere are of where it happened. */
  private Actor at(
      Places.Located where,
      Mention mention,
      Mention other,
      Mentions mentions,
      List<String> because) {
    Actor actor = mention.actor();
    ActorEntry entry = mention.entry();
    boolean faith =
        entry != null
            && entry.kind() == ActorEntry.Kind.COMMUNITY
            && entry.countries().isEmpty()
            && !actor.sectors().isEmpty();
    if (actor.belongs() && !faith) {
      return actor;
    }
    boolean placed = where != null && where.place().country() != null;
    String code = placed ? where.place().country() : OnlyCountry.of(mention, other, mentions);
    ActorEntry state = code == null ? null : knowledge.actors().find(code);
    if (state == null) {
      return actor;
    }
    because.add(
        "'"
            + actor.text()
            + "' read as of "
            + state.name()
            + (placed ? ", where it happened" : ", the only state that the sentence speaks of"));
    return new Actor(
        state.id() + actor.id().substring(Math.max(0, actor.id().indexOf('/'))),
        state.name() + " (" + actor.sectors().get(0).label() + ")",
        state.code(),
        actor.sectors(),
        actor.role(),
        actor.text());
  }

  /** What lies ahead of the publication has not happened yet. */
  private static Status due(Status status, TimeSpan time, TimeSpan published) {
    boolean ahead =
        time.from() != null && published.to() != null && time.from().isAfter(published.to());
    return status == Status.ACTUAL && ahead ? Status.PLANNED : status;
  }

  private static void countries(Mention mention, List<String> codes) {
    ActorEntry entry = mention == null ? null : mention.entry();
    if (entry != null) {
      codes.addAll(entry.countries());
    }
  }

  private String id(Document document, Sentence sentence, Found found) {
    Actor target = found.target() == null ? null : found.target().actor();
    String key =
        String.join(
            "\u0000",
            document.id(),
            String.valueOf(sentence.number()),
            found.source().span().toString(),
            found.source().actor().id(),
            found.trigger().span().toString(),
            found.target() == null ? "-" : found.target().span().toString(),
            target == null ? "-" : target.id(),
            found.type().name(),
            VERSION);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
