package org.entente.coding.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.coding.mention.Mention.Shape;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Form;
import org.entente.knowledge.actors.Named;
import org.entente.knowledge.actors.Office;
import org.entente.knowledge.actors.Title;
import org.entente.knowledge.agents.Agent;
import org.entente.knowledge.gazetteer.Location;
import org.entente.knowledge.names.NameKey;
import org.entente.knowledge.names.Names;
import org.entente.knowledge.names.Piece;
import org.entente.model.Actor;
import org.entente.model.Sector;
import org.entente.model.Span;

/**
 * Reads the sentences of one document in order and says whom each speaks of. Not safe between
 * threads.
 */
public final class Discourse {
  private static final Set<String> BRANCH =
      Set.of("branch", "affiliate", "wing", "arm", "offshoot", "franchise", "province");
  private static final Set<String> OF_BASE =
      Set.of("of", "from", "for", "to", "at", "in", "inside", "within", "under");

  private static final long LARGE = 150_000;
  private static final Set<String> TWO = Set.of("two", "both");
  private static final Set<String> PAIRS =
      Set.of(
          "leader",
          "president",
          "minister",
          "premier",
          "man",
          "woman",
          "politician",
          "diplomat",
          "side",
          "country",
          "nation",
          "state",
          "government",
          "capital",
          "party",
          "neighbour",
          "neighbor",
          "ally",
          "power",
          "king");

  private final String text;
  private final LocalDate day;
  private final Knowledge knowledge;
  private final ActorRegistry registry;
  private final Map<String, Integer> spokenOf;
  private final Memory memory = new Memory();

  /**
   * @param text the document's text
   * @param day date of publication, or null
   */
  public Discourse(String text, LocalDate day, Knowledge knowledge) {
    this.text = text;
    this.day = day;
    this.knowledge = knowledge;
    this.registry = knowledge.actors();
    this.spokenOf = countries(text);
  }

  private Map<String, Integer> countries(String words) {
    Map<String, Integer> count = new HashMap<>();
    List<Piece> pieces = NameKey.pieces(words);
    for (int i = 0; i < pieces.size(); i++) {
      Names.Found<Named> found =
          pieces.get(i).capital() ? registry.names().longest(pieces, i) : null;
      if (found == null) {
        continue;
      }
      for (Named named : found.values()) {
        if (named.entry().kind() == ActorEntry.Kind.COUNTRY) {
          count.merge(named.entry().code(), 1, Integer::sum);
        }
      }
      i += found.length() - 1;
    }
    return count;
  }

  /** The mentions of the next sentence; it becomes part of what later pronouns may refer to. */
  public Mentions read(Sentence sentence) {
    Reading reading = new Reading(sentence);
    reading.run();
    for (Mention mention : reading.mentions.all()) {
      if (mention.shape() != Shape.MODIFIER
          && mention.shape() != Shape.BARE_ROLE
          && mention.shape() != Shape.TOWN) {
        Token head = sentence.token(mention.head());
        memory.remember(mention, head.label().startsWith("nsubj"), sentence.number());
      }
    }
    reading.rememberGroup();
    memory.subjectOfSentence(reading.subjectUnknown());
    return reading.mentions;
  }

  private final class Reading {
    private final Sentence sentence;
    private final Clauses clauses;
    private final Hits hits;
    private final Mentions mentions;
    private final Pronouns pronouns;
    private final boolean[] busy;

    Reading(Sentence sentence) {
      this.sentence = sentence;
      this.clauses = new Clauses(sentence);
      this.hits = Hits.find(sentence, text, knowledge, day, spokenOf);
      this.mentions = new Mentions(sentence.size());
      this.pronouns = new Pronouns(sentence, clauses, mentions, memory);
      this.busy = new boolean[sentence.size()];
    }

    void run() {
      for (Hits.Hit hit : hits.all()) {
        if (hit.named() != null) {
          mentions.markNamed(hit.from(), hit.to());
        }
      }
      for (Token token : sentence.tokens()) {
        if (mentions.at(token) == null) {
          resolve(token);
        }
      }
    }

    /** "Saudi Arabia and Qatar …": whom "they" means in the next sentence. */
    void rememberGroup() {
      List<Mention> group = List.of();
      for (Mention mention : mentions.all()) {
        Token head = sentence.token(mention.head());
        if (!head.label().startsWith("nsubj")) {
          continue;
        }
        List<Mention> members = new ArrayList<>();
        for (Token member : clauses.coordinated(head)) {
          if (mentions.at(member) != null) {
            members.add(mentions.at(member));
          }
        }
        if (members.size() > 1 && group.isEmpty()) {
          group = members;
        }
      }
      memory.group(group);
    }

    boolean subjectUnknown() {
      for (Token token : sentence.tokens()) {
        if (token.head() < 0 && token.isVerb()) {
          Token subject = clauses.subject(token);
          return subject != null && mentions.at(subject) == null;
        }
      }
      return false;
    }

    /** The mention that a word heads, made now if need be. */
    private Mention resolve(Token token) {
      Mention known = mentions.at(token);
      if (known != null || busy[token.index()]) {
        return known;
      }
      busy[token.index()] = true;
      Mention made = make(token);
      busy[token.index()] = false;
      if (made != null) {
        mentions.put(made);
      }
      return made;
    }

    private Mention make(Token token) {
      if (token.tag().startsWith("PRP")) {
        return pronouns.resolve(token);
      }
      Hits.Hit hit = hits.at(token);
      if (hit != null && hit.head() != token.index()) {
        return null;
      }
      if (hit != null && hit.named() != null) {
        return named(token, hit);
      }
      if (hit != null && modifies(token)) {
        return null;
      }
      if (hit != null && (token.isNoun() || token.isAdjective() || token.tag().equals("VBG"))) {
        Mention apposed = apposedPerson(token);
        if (apposed != null) {
          return apposed;
        }
        if (token.is("counterpart")) {
          return counterpart(token);
        }
        return role(token, hit);
      }
      if (hit == null && token.is("counterpart")) {
        Mention apposed = apposedPerson(token);
        return apposed != null ? apposed : counterpart(token);
      }
      if (!token.isProper()) {
        return null;
      }
      Mention person = unknownName(token);
      return person != null ? person : town(token);
    }

    /** A town that something is done to: of a state that the text speaks of, or large. */
    private Mention town(Token token) {
      if (token.label().matches("compound|nmod|appos") || sentence.child(token, "appos") != null) {
        return null;
      }
      Span name = nameSpan(token);
      if (memory.named(name.in(text)) != null) {
        return null;
      }
      Location best = null;
      for (Location candidate : knowledge.gazetteer().find(name.in(text))) {
        boolean known = candidate.country() != null && spokenOf.containsKey(candidate.country());
        boolean large = candidate.population() >= LARGE && candidate.country() != null;
        if ((known || large) && (best == null || rank(candidate) > rank(best))) {
          best = candidate;
        }
      }
      ActorEntry state = best == null ? null : registry.find(best.country());
      if (state == null) {
        return null;
      }
      return new Mention(
          token.index(),
          name,
          registry.actor(state, day, name.in(text)),
          state,
          Shape.TOWN,
          false,
          false,
          true,
          name.in(text) + " is in " + state.name());
    }

    private long rank(Location location) {
      return spokenOf.getOrDefault(location.country(), 0) * 10_000_000L + location.population();
    }

    /** A role before another noun ("military support") is no actor of its own. */
    private boolean modifies(Token token) {
      return token.label().matches("nmod|compound|amod|npadvmod|advmod")
          && sentence.head(token).map(above -> above.isNoun() || above.isAdjective()).orElse(false);
    }

    private Mention named(Token token, Hits.Hit hit) {
      ActorEntry entry = hit.named().entry();
      Form form = hit.named().form();
      Span span = span(hit.from(), hit.to());
      boolean modifier =
          form == Form.ADJECTIVE && !(token.tag().equals("NNPS") || token.tag().equals("NNS"));
      if (modifier
          && token.isNoun()
          && !token.label().matches("nmod|compound|poss|amod|advmod|npadvmod")) {
        modifier = false;
      }
      if (entry.kind() == ActorEntry.Kind.INSTITUTION) {
        Mention other = institutionOfAnother(token, hit, entry);
        if (other != null) {
          return other;
        }
      }
      if (form == Form.PEOPLE || form == Form.ADJECTIVE && !modifier) {
        Span whole = cover(token, span);
        Actor people =
            new Actor(
                entry.id() + "/cvl",
                entry.name() + " (people)",
                entry.code(),
                entry.kind() == ActorEntry.Kind.COUNTRY ? List.of(Sector.CVL) : entry.sectors(),
                "people",
                whole.in(text));
        return new Mention(
            token.index(), whole, people, entry, Shape.NAME, true, false, false, null);
      }
      if (entry.kind() == ActorEntry.Kind.COMMUNITY && !modifier) {
        Mention community = community(token, entry, span);
        if (community != null) {
          return community;
        }
      }
      if (entry.kind() == ActorEntry.Kind.GROUP && !modifier) {
        ActorEntry branch = branchAround(token, entry);
        if (branch != null) {
          Span whole = cover(token, span);
          return new Mention(
              token.index(),
              whole,
              registry.actor(branch, day, whole.in(text)),
              branch,
              Shape.NAME,
              false,
              false,
              false,
              "the branch of " + entry.name() + " there");
        }
      }
      Actor actor = registry.actor(entry, day, span.in(text));
      boolean place =
          entry.kind() == ActorEntry.Kind.COUNTRY
              || form == Form.CAPITAL
              || entry.kind() == ActorEntry.Kind.BLOC;
      boolean plural =
          token.tag().endsWith("S") && token.isNoun() && entry.kind() != ActorEntry.Kind.COUNTRY;
      return new Mention(
          token.index(),
          span,
          actor,
          entry,
          modifier ? Shape.MODIFIER : Shape.NAME,
          plural,
          entry.kind() == ActorEntry.Kind.PERSON,
          place,
          null);
    }

    /** "Russia's Secret Service" is no organ of the United States: read it as a role. */
    private Mention institutionOfAnother(Token token, Hits.Hit hit, ActorEntry entry) {
      Base base = base(token);
      if (base == null
          || base.entry.kind() != ActorEntry.Kind.COUNTRY
          || base.entry.code().equals(entry.code())) {
        return null;
      }
      StringBuilder words = new StringBuilder();
      for (int i = hit.from(); i < hit.to(); i++) {
        words.append(i > hit.from() ? " " : "").append(sentence.token(i).text());
      }
      Agent agent = knowledge.agents().find(words.toString().toLowerCase(Locale.ROOT));
      List<Sector> sectors = agent == null ? entry.sectors() : agent.sectors();
      return combined(token, base, sectors, words.toString().toLowerCase(Locale.ROOT), false);
    }

    private Mention community(Token token, ActorEntry entry, Span span) {
      Base base = base(token);
      if (base == null || base.entry.kind() != ActorEntry.Kind.COUNTRY) {
        return null;
      }
      Span whole = cover(token, span);
      Actor actor =
          new Actor(
              base.entry.id() + "/" + entry.id(),
              entry.name() + " (" + base.entry.name() + ")",
              base.entry.code(),
              List.of(Sector.CVL),
              entry.name(),
              whole.in(text));
      return new Mention(token.index(), whole, actor, entry, Shape.NAME, true, false, false, null);
    }

    /** "Libyan ISIS", "ISIS in Libya": the branch there, if the registry has just one. */
    private ActorEntry branchAround(Token token, ActorEntry group) {
      for (Token child : sentence.children(token)) {
        Hits.Hit hit = hits.at(child);
        if (hit != null
            && hit.named() != null
            && child.index() < token.index()
            && hit.named().entry().kind() == ActorEntry.Kind.COUNTRY) {
          return branchIn(group, hit.named().entry().code());
        }
      }
      return null;
    }

    private ActorEntry branchIn(ActorEntry group, String country) {
      List<ActorEntry> there =
          registry.children(group.id()).stream()
              .filter(child -> child.existsAt(day) && child.countries().contains(country))
              .toList();
      return there.isEmpty() ? null : there.get(0);
    }

    // ---- roles

    private record Base(ActorEntry entry, Mention mention, Token token) {}

    /**
     * Whose role it is: a possessive, a nationality before the noun, "of" and the like after it.
     */
    private Base base(Token noun) {
      for (Token child : sentence.children(noun)) {
        if (child.label().equals("poss")) {
          Mention owner = resolve(child);
          if (owner != null && owner.entry() != null) {
            return new Base(owner.entry(), owner, child);
          }
        }
      }
      Base before = before(noun, 3);
      if (before != null) {
        return before;
      }
      Base side = side(noun);
      if (side != null) {
        return side;
      }
      if (noun.label().equals("conj")) {
        // "the Libyan people and government"
        Token first = sentence.head(noun).orElse(null);
        boolean own = sentence.child(noun, "det", "prep") != null;
        Base shared = first == null || own || !first.isNoun() ? null : before(first, 3);
        if (shared != null) {
          return shared;
        }
      }
      for (Token child : sentence.children(noun)) {
        if (Clauses.isPreposition(child) && OF_BASE.contains(child.lemma())) {
          Token object = sentence.child(child, "pobj");
          Mention inner = object == null ? null : resolve(object);
          if (inner != null && inner.entry() != null) {
            boolean locative = !child.is("of", "from", "for", "to");
            if (!locative || inner.place() && belongsWhereItIs(noun)) {
              return new Base(inner.entry(), inner, object);
            }
          }
        }
      }
      return null;
    }

    /** "rebels in Syria", "the police in Lagos" are of there; "a mission in Libya" is not. */
    private boolean belongsWhereItIs(Token noun) {
      Hits.Hit hit = hits.at(noun);
      if (hit == null || hit.agent() == null || hit.agent().kind() != Agent.Kind.BODY) {
        return true;
      }
      return hit.agent().sectors().stream()
          .anyMatch(s -> s == Sector.GOV || s == Sector.COP || s == Sector.LEG || s == Sector.JUD);
    }

    /** "fighters loyal to General Haftar", "tanks belonging to the army". */
    private Base side(Token noun) {
      for (Token child : sentence.children(noun)) {
        if (child.index() > noun.index()
            && child.is(
                "loyal",
                "allied",
                "ally",
                "belong",
                "link",
                "linked",
                "affiliate",
                "affiliated",
                "close",
                "back",
                "lead",
                "support",
                "command",
                "control",
                "train",
                "arm",
                "fund")) {
          boolean by =
              child.is("back", "lead", "support", "command", "control", "train", "arm", "fund");
          Token object =
              by ? clauses.prepositional(child, "by") : clauses.prepositional(child, "to", "with");
          Mention inner =
              object == null || by && !child.is("lead", "command", "control")
                  ? null
                  : resolve(object);
          if (inner != null && inner.entry() != null) {
            return new Base(inner.entry(), inner, object);
          }
        }
      }
      return null;
    }

    private Base before(Token noun, int depth) {
      if (depth == 0) {
        return null;
      }
      List<Token> children = sentence.children(noun);
      for (int i = children.size() - 1; i >= 0; i--) {
        Token child = children.get(i);
        if (child.index() > noun.index()
            || !child.label().matches("nmod|compound|amod|poss|npadvmod|det|appos")) {
          continue;
        }
        Hits.Hit hit = hits.at(child);
        if (hit != null && hit.named() != null && hit.head() == child.index()) {
          ActorEntry entry = hit.named().entry();
          if (entry.kind() != ActorEntry.Kind.PERSON && entry.kind() != ActorEntry.Kind.MEDIA) {
            return new Base(entry, null, child);
          }
        }
        Base deeper = before(child, depth - 1);
        if (deeper != null) {
          return deeper;
        }
      }
      return null;
    }

    private Mention role(Token token, Hits.Hit hit) {
      Base base = base(token);
      boolean plural = token.tag().equals("NNS") || token.tag().equals("NNPS");
      String noun = token.lemma();
      if (base == null && hit.title() != null && hit.title().of().size() == 1 && !plural) {
        // "the Pope", "the US secretary of state"
        ActorEntry only = registry.find(hit.title().of().get(0));
        boolean named = sentence.token(hit.from()).isProper();
        base = named || spokenOf.containsKey(only.code()) ? new Base(only, null, token) : null;
      }
      List<Sector> sectors = sectors(hit, base);
      if (base != null && former(token)) {
        return combined(token, base, List.of(Sector.ELI), "former " + words(hit), plural);
      }
      if (base == null) {
        return bare(token, hit, plural, sectors);
      }
      if (BRANCH.contains(noun) && base.entry.kind() == ActorEntry.Kind.GROUP) {
        return branch(token, base);
      }
      if (hit.title() != null && !plural) {
        ActorEntry holder = holder(base.entry, hit, base.mention);
        if (holder != null) {
          Span whole = cover(token, span(hit.from(), hit.to()));
          return new Mention(
              token.index(),
              whole,
              registry.actor(holder, day, whole.in(text)),
              holder,
              Shape.ROLE,
              false,
              true,
              false,
              "held the office on " + (day == null ? "record" : day));
        }
      }
      Mention made = combined(token, base, sectors, words(hit), plural);
      // "Egyptian and Libyan officials"
      for (Token other : clauses.coordinated(base.token)) {
        Hits.Hit second = hits.at(other);
        if (other != base.token
            && (other.index() < token.index() || plural)
            && second != null
            && second.named() != null) {
          mentions.putFurther(
              token.index(),
              combined(
                  token,
                  new Base(second.named().entry(), null, other),
                  sectors,
                  words(hit),
                  plural));
        }
      }
      return made;
    }

    private List<Sector> sectors(Hits.Hit hit, Base base) {
      if (hit.title() == null) {
        return hit.agent().sectors();
      }
      List<Sector> any = hit.title().sectors();
      for (Title title : titles(hit)) {
        boolean limited = base != null && title.of().contains(base.entry.id());
        if (!title.sectors().isEmpty() && (limited || any.isEmpty())) {
          any = title.sectors();
        }
      }
      return any;
    }

    private boolean former(Token noun) {
      for (Token child : sentence.children(noun)) {
        if (child.index() < noun.index()
            && child.is("former", "ex", "ousted", "deposed", "late", "toppled", "exiled")) {
          return true;
        }
      }
      return false;
    }

    private String words(Hits.Hit hit) {
      return hit.title() != null ? hit.title().text() : hit.agent().noun();
    }

    private ActorEntry holder(ActorEntry of, Hits.Hit hit, Mention mention) {
      ActorEntry state = of;
      if (of.kind() == ActorEntry.Kind.PERSON) {
        Office office = registry.officeAt(of.id(), day);
        state = office == null ? null : registry.find(office.of());
      } else if (of.kind() == ActorEntry.Kind.INSTITUTION) {
        state = registry.find(of.parent());
      }
      if (state == null) {
        return null;
      }
      for (Title title : titles(hit)) {
        if (!title.of().isEmpty() && !title.of().contains(state.id())) {
          continue;
        }
        ActorEntry holder = registry.holder(state.id(), title.office(), day);
        if (holder != null) {
          return holder;
        }
      }
      return null;
    }

    private List<Title> titles(Hits.Hit hit) {
      List<Title> all = registry.titles().exact(hit.title().text());
      return all.isEmpty() ? List.of(hit.title()) : all;
    }

    private Mention branch(Token token, Base base) {
      String country = null;
      for (Token child : sentence.children(token)) {
        Hits.Hit hit = hits.at(child);
        if (hit != null
            && hit.named() != null
            && hit.named().entry().kind() == ActorEntry.Kind.COUNTRY) {
          country = hit.named().entry().code();
        }
        Token object =
            Clauses.isPreposition(child) && child.is("in") ? sentence.child(child, "pobj") : null;
        hit = object == null ? null : hits.at(object);
        if (hit != null
            && hit.named() != null
            && hit.named().entry().kind() == ActorEntry.Kind.COUNTRY) {
          country = hit.named().entry().code();
        }
      }
      ActorEntry branch = country == null ? null : branchIn(base.entry, country);
      ActorEntry entry = branch == null ? base.entry : branch;
      Token last = base.token.index() > token.index() ? base.token : token;
      Span whole = cover(token, token.span()).cover(last.span());
      return new Mention(
          token.index(),
          whole,
          registry.actor(entry, day, whole.in(text)),
          entry,
          Shape.NAME,
          false,
          false,
          false,
          branch == null ? null : "a branch of " + base.entry.name());
    }

    private Mention combined(
        Token token, Base base, List<Sector> sectors, String role, boolean plural) {
      Span whole = cover(token, token.span());
      if (base.token.index() > token.index()) {
        whole = whole.cover(base.token.span());
      }
      ActorEntry entry = base.entry;
      String words = whole.in(text);
      String because = base.mention == null ? null : base.mention.because();
      if (entry.kind() == ActorEntry.Kind.PERSON) {
        Office office = registry.officeAt(entry.id(), day);
        ActorEntry of = office == null ? null : registry.find(office.of());
        if (of == null) {
          return new Mention(
              token.index(),
              whole,
              registry.actor(entry, day, words),
              entry,
              Shape.ROLE,
              plural,
              false,
              false,
              because);
        }
        entry = of;
      }
      Actor whom = registry.actor(entry, day, words);
      if (base.mention != null
          && base.token != token
          && base.mention.shape() == Shape.ROLE
          && !base.mention.actor().sectors().isEmpty()) {
        // "the head of Russia's secret service": of that service
        Actor of = base.mention.actor();
        Actor actor = new Actor(of.id(), of.name(), of.code(), of.sectors(), role, words);
        return new Mention(
            token.index(), whole, actor, entry, Shape.ROLE, plural, false, false, because);
      }
      boolean keeps =
          entry.kind() == ActorEntry.Kind.GROUP
              || entry.kind() == ActorEntry.Kind.ORGANISATION
              || entry.kind() == ActorEntry.Kind.INSTITUTION
              || entry.kind() == ActorEntry.Kind.MEDIA
              || sectors.isEmpty();
      if (keeps) {
        Actor actor = new Actor(whom.id(), whom.name(), whom.code(), whom.sectors(), role, words);
        return new Mention(
            token.index(), whole, actor, entry, Shape.ROLE, plural, false, false, because);
      }
      List<Sector> all = new ArrayList<>(sectors.subList(0, Math.min(2, sectors.size())));
      String id = entry.id() + "/" + join(all);
      String name = entry.name() + " (" + all.get(0).label() + ")";
      Actor actor = new Actor(id, name, entry.code(), all, role, words);
      return new Mention(
          token.index(), whole, actor, entry, Shape.ROLE, plural, false, false, because);
    }

    private static String join(List<Sector> sectors) {
      StringBuilder joined = new StringBuilder();
      sectors.forEach(sector -> joined.append(sector.name().toLowerCase(Locale.ROOT)));
      return joined.toString();
    }

    /**
     * A role without a nationality: an actor spoken of before, if the article is definite, or
     * nobody known.
     */
    private Mention bare(Token token, Hits.Hit hit, boolean plural, List<Sector> sectors) {
      Span whole = cover(token, span(hit.from(), hit.to()));
      Token article = sentence.child(token, "det");
      boolean definite =
          article != null && article.is("the", "this", "that", "these", "those", "both");
      String noun = hit.agent() != null ? hit.agent().noun() : hit.title().text();
      boolean two =
          article != null && article.is("both") || definite && sentence.hasChild(token, TWO);
      if (plural && (two && PAIRS.contains(token.lemma()) || definite && hit.title() != null)) {
        Mention pair = pair(token, whole, hit, sectors, noun);
        if (pair != null) {
          return pair;
        }
      }
      if (definite) {
        Mention before = pronouns.definite(token, noun, hit, sectors);
        if (before != null) {
          if (before.entry() != null
              && before.entry().kind() == ActorEntry.Kind.COUNTRY
              && !sectors.isEmpty()) {
            Mention made =
                combined(token, new Base(before.entry(), before, token), sectors, noun, plural);
            return because(made, "'" + whole.in(text) + "' read as of " + before.entry().name());
          }
          return new Mention(
              token.index(),
              whole,
              before.actor().withText(whole.in(text)),
              before.entry(),
              Shape.ROLE,
              plural,
              before.person() && !plural,
              false,
              "'" + whole.in(text) + "' read as " + before.actor().name());
        }
      }
      if (sectors.isEmpty() || hit.agent() != null && hit.agent().kind() == Agent.Kind.THING) {
        return null;
      }
      Actor nobody =
          new Actor(
              "unknown/" + join(sectors),
              "unknown " + sectors.get(0).label(),
              Actor.UNKNOWN_CODE,
              sectors,
              noun,
              whole.in(text));
      return new Mention(
          token.index(), whole, nobody, null, Shape.BARE_ROLE, plural, false, false, null);
    }

    /** "The two governments", "both leaders": the last two spoken of. */
    private Mention pair(Token token, Span whole, Hits.Hit hit, List<Sector> sectors, String noun) {
      boolean persons =
          hit.title() != null || hit.agent() != null && hit.agent().kind() == Agent.Kind.PERSON;
      List<Mention> last = pronouns.lastTwo(persons);
      if (last == null) {
        return null;
      }
      String words = whole.in(text);
      List<Mention> made = new ArrayList<>(2);
      for (Mention one : last) {
        Mention mention =
            persons || sectors.isEmpty()
                ? new Mention(
                    token.index(),
                    whole,
                    registry.actor(one.entry(), day, words),
                    one.entry(),
                    Shape.ROLE,
                    true,
                    false,
                    false,
                    null)
                : combined(token, new Base(one.entry(), one, token), sectors, noun, true);
        made.add(
            because(
                mention,
                "'"
                    + words
                    + "' read as "
                    + last.get(0).actor().name()
                    + " and "
                    + last.get(1).actor().name()));
      }
      mentions.putFurther(token.index(), made.get(1));
      return made.get(0);
    }

    private Mention because(Mention mention, String why) {
      return new Mention(
          mention.head(),
          mention.span(),
          mention.actor(),
          mention.entry(),
          mention.shape(),
          mention.plural(),
          mention.person(),
          mention.place(),
          why);
    }

    // ---- persons

    /** "his American counterpart John Kerry", "the president, Abdel Fattah al-Sisi,". */
    private Mention apposedPerson(Token token) {
      for (Token child : sentence.children(token)) {
        Hits.Hit hit = hits.at(child);
        if (child.label().equals("appos")
            && child.index() > token.index()
            && hit != null
            && hit.named() != null
            && hit.named().entry().kind() == ActorEntry.Kind.PERSON) {
          Mention person = resolve(child);
          Span whole = cover(token, token.span()).cover(span(hit.from(), hit.to()));
          return new Mention(
              token.index(),
              whole,
              person.actor().withText(whole.in(text)),
              person.entry(),
              Shape.NAME,
              false,
              true,
              false,
              null);
        }
      }
      return null;
    }

    /** "his Egyptian counterpart": who holds the same office there. */
    private Mention counterpart(Token token) {
      Base there = before(token, 2);
      Token his = sentence.child(token, "poss");
      Mention owner = his == null ? null : resolve(his);
      if (there == null) {
        return null;
      }
      if (owner != null && owner.person()) {
        Office office = registry.officeAt(owner.entry().id(), day);
        ActorEntry holder =
            office == null ? null : registry.holder(there.entry.id(), office.key(), day);
        if (holder == null && office != null && office.key().startsWith("head_of")) {
          holder = registry.holder(there.entry.id(), "head_of_government", day);
          holder =
              holder == null ? registry.holder(there.entry.id(), "head_of_state", day) : holder;
        }
        if (holder != null) {
          Span whole = cover(token, token.span());
          return new Mention(
              token.index(),
              whole,
              registry.actor(holder, day, whole.in(text)),
              holder,
              Shape.ROLE,
              false,
              true,
              false,
              "the counterpart of " + owner.actor().name());
        }
      }
      List<Sector> sectors = owner == null ? List.of(Sector.GOV) : owner.actor().sectors();
      return combined(
          token, there, sectors.isEmpty() ? List.of(Sector.GOV) : sectors, "counterpart", false);
    }

    /**
     * A name that the registry does not have: known from before, from its title, or from an
     * apposition.
     */
    private Mention unknownName(Token token) {
      if (token.label().matches("compound|nmod")
          && sentence.head(token).map(Token::isProper).orElse(false)) {
        return null;
      }
      Span name = nameSpan(token);
      Mention before = memory.named(name.in(text));
      if (before != null) {
        return new Mention(
            token.index(),
            name,
            before.actor().withText(name.in(text)),
            before.entry(),
            Shape.NAME,
            false,
            true,
            false,
            before.because());
      }
      Mention described = describedBy(token, name);
      if (described == null) {
        return null;
      }
      Actor role = described.actor();
      Actor person =
          new Actor(
              role.id(),
              role.name(),
              role.code(),
              role.sectors(),
              role.role(),
              described.span().cover(name).in(text));
      Mention made =
          new Mention(
              token.index(),
              described.span().cover(name),
              person,
              described.entry(),
              Shape.NAME,
              false,
              true,
              false,
              name.in(text) + " is known from the text only");
      memory.introduce(name.in(text), made);
      return made;
    }

    private Mention describedBy(Token token, Span name) {
      for (Token child : sentence.children(token)) {
        Hits.Hit hit = hits.at(child);
        boolean before =
            child.index() < token.index() && child.label().matches("nmod|compound|appos");
        boolean after = child.index() > token.index() && child.label().equals("appos");
        if (hit == null
            || hit.named() != null
            || !before && !after
            || hit.head() != child.index()) {
          continue;
        }
        Base base = base(child);
        if (base == null) {
          base = before(token, 3);
        }
        if (base != null) {
          List<Sector> sectors = sectors(hit, base);
          return combined(child, base, sectors, words(hit), false);
        }
      }
      return null;
    }

    private Span nameSpan(Token head) {
      int from = head.index();
      while (from > 0) {
        Token previous = sentence.token(from - 1);
        boolean part =
            (previous.isProper() || previous.tag().equals("HYPH"))
                && sentence.dominates(head, previous)
                && hits.at(previous) == null;
        if (!part) {
          break;
        }
        from--;
      }
      return span(from, head.index() + 1);
    }

    // ---- spans

    private Span span(int from, int to) {
      return sentence.token(from).span().cover(sentence.token(to - 1).span());
    }

    /** From the first word that hangs before the head to the end of the given span. */
    private Span cover(Token head, Span span) {
      int first = head.index();
      for (int i : sentence.subtree(head)) {
        if (i < first) {
          first = i;
        }
      }
      Token start = sentence.token(first);
      while (start.index() < head.index()
          && (start.label().equals("punct") || start.tag().equals("IN"))) {
        start = sentence.token(start.index() + 1);
      }
      return start.span().start() < span.start() ? start.span().cover(span) : span;
    }
  }
}
