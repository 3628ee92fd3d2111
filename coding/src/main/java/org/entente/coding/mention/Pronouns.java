package org.entente.coding.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.coding.mention.Mention.Shape;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorEntry.Kind;
import org.entente.model.Sector;

/** What pronouns and definite descriptions refer to. */
final class Pronouns {
  private static final Set<String> PERSON =
      Set.of("he", "him", "his", "she", "her", "hers", "himself", "herself");
  private static final Set<String> THING = Set.of("it", "its", "itself");
  private static final Set<String> MANY = Set.of("they", "them", "their", "themselves", "theirs");
  private static final Set<String> STATES =
      Set.of("country", "nation", "state", "kingdom", "republic", "emirate");
  private static final Set<String> GROUPS =
      Set.of(
          "group",
          "organization",
          "organisation",
          "movement",
          "militant",
          "extremist",
          "jihadist",
          "terrorist",
          "militia",
          "rebel",
          "insurgent",
          "fighter",
          "militant group",
          "terrorist group",
          "extremist group",
          "rebel group",
          "armed group",
          "jihadist group",
          "terror group",
          "faction",
          "gunman",
          "guerrilla",
          "guerilla",
          "insurgency",
          "cartel",
          "gang");
  private static final Set<String> BODIES =
      Set.of(
          "bloc",
          "alliance",
          "union",
          "body",
          "council",
          "agency",
          "organization",
          "organisation",
          "coalition",
          "court",
          "watchdog");

  private final Sentence sentence;
  private final Clauses clauses;
  private final Mentions mentions;
  private final Memory memory;
  private final Map<String, Integer> spokenOf;

  /**
   * @param spokenOf how often the document names each country
   */
  Pronouns(
      Sentence sentence,
      Clauses clauses,
      Mentions mentions,
      Memory memory,
      Map<String, Integer> spokenOf) {
    this.spokenOf = spokenOf;
    this.sentence = sentence;
    this.clauses = clauses;
    this.mentions = mentions;
    this.memory = memory;
  }

  Mention resolve(Token pronoun) {
    String word = pronoun.text().toLowerCase(Locale.ROOT);
    Predicate<Mention> fits;
    if (PERSON.contains(word)) {
      fits = mention -> isPerson(mention);
    } else if (THING.contains(word)) {
      if (expletive(pronoun)) {
        return null;
      }
      fits = mention -> isThing(mention);
    } else if (MANY.contains(word)) {
      fits = mention -> mention.plural() || isCollective(mention);
      Mention both = both(pronoun);
      if (both != null) {
        return both;
      }
    } else {
      return null;
    }
    Predicate<Mention> other = fits.and(mention -> !isSubjectOf(pronoun, mention));
    Mention found = inSentence(pronoun, other);
    if (found == null && MANY.contains(word) && !memory.group().isEmpty()) {
      List<Mention> members = memory.group();
      for (Mention member : members.subList(1, members.size())) {
        mentions.putFurther(pronoun.index(), Mention.pronoun(pronoun, member));
      }
      return Mention.pronoun(pronoun, members.get(0));
    }
    if (found == null && word.equals("it") && memory.lastSubjectUnknown()) {
      return null;
    }
    if (found == null) {
      found =
          memory.latest(
              mention ->
                  !(THING.contains(word) && is(mention, Kind.BLOC))
                      && mention.shape() != Shape.MODIFIER
                      && other.test(mention));
    }
    return found == null ? null : Mention.pronoun(pronoun, found);
  }

  /** An object pronoun is not whom its own subject stands for: "She thanked him". */
  private boolean isSubjectOf(Token pronoun, Mention mention) {
    if (pronoun.tag().equals("PRP$") || pronoun.text().matches(".*sel(f|ves)")) {
      return false;
    }
    Token verb = governingVerb(pronoun);
    Token subject = verb == null ? null : clauses.subject(verb);
    Mention own = subject == null || subject == pronoun ? null : mentions.at(subject);
    return own != null && own.actor().id().equals(mention.actor().id());
  }

  /**
   * A possessive goes back to the subject of its clause; else the nearest before it, subjects
   * first.
   */
  private Mention inSentence(Token pronoun, Predicate<Mention> fits) {
    Token verb = governingVerb(pronoun);
    Token subject = verb == null ? null : clauses.subject(verb);
    boolean free =
        pronoun.tag().equals("PRP$")
            || pronoun.text().endsWith("self")
            || pronoun.text().endsWith("selves");
    if (free && subject != null && subject.index() < pronoun.index()) {
      Mention own = mentions.at(subject);
      Token owner = own == null ? sentence.child(subject, "poss") : null;
      own = owner == null ? own : mentions.at(owner);
      boolean several =
          MANY.contains(pronoun.text().toLowerCase(Locale.ROOT))
              && clauses.coordinated(subject).size() > 1;
      if (own != null && (several || fits.test(own))) {
        return own;
      }
    }
    Mention best = null;
    for (Mention candidate : mentions.before(pronoun.index())) {
      Token head = sentence.token(candidate.head());
      boolean clausemate =
          !free
              && (subject == head
                  || verb != null && governingVerb(head) == verb && head != pronoun);
      if (candidate.shape() == Shape.MODIFIER
          || candidate.shape() == Shape.TOWN
          || clausemate
          || !fits.test(candidate)) {
        continue;
      }
      boolean isSubject = head.label().startsWith("nsubj");
      if (best == null) {
        best = candidate;
      } else if (isSubject && !sentence.token(best.head()).label().startsWith("nsubj")) {
        best = candidate;
      }
    }
    return best;
  }

  private Token governingVerb(Token token) {
    Token at = sentence.head(token).orElse(null);
    while (at != null && !at.isVerb()) {
      at = sentence.head(at).orElse(null);
    }
    return at;
  }

  /** "He met X and they discussed …": the two of the clause before. */
  private Mention both(Token pronoun) {
    Token verb = governingVerb(pronoun);
    if (verb == null || !pronoun.label().startsWith("nsubj")) {
      return null;
    }
    for (Token earlier = verb; earlier != null; ) {
      earlier = earlier.label().equals("conj") ? sentence.head(earlier).orElse(null) : null;
      if (earlier == null) {
        return null;
      }
      Mention subject = mentions.at(clauses.subject(earlier));
      Mention object = mentions.at(clauses.object(earlier));
      if (subject != null && object != null && isPerson(subject) && isPerson(object)) {
        mentions.putFurther(pronoun.index(), Mention.pronoun(pronoun, object));
        return Mention.pronoun(pronoun, subject);
      }
      if (!earlier.label().equals("conj")) {
        for (Token child : sentence.children(earlier)) {
          if (child.index() < pronoun.index()
              && child.isVerb()
              && child.labelled("advcl", "relcl")) {
            subject = mentions.at(clauses.subject(child));
            object = mentions.at(clauses.object(child));
            if (subject != null && object != null && isPerson(subject) && isPerson(object)) {
              mentions.putFurther(pronoun.index(), Mention.pronoun(pronoun, object));
              return Mention.pronoun(pronoun, subject);
            }
          }
        }
        return null;
      }
    }
    return null;
  }

  private boolean expletive(Token pronoun) {
    Token verb = sentence.head(pronoun).orElse(null);
    return verb != null
        && pronoun.is("it")
        && verb.is("be", "seem", "appear", "turn", "happen", "remain", "become")
        && (sentence.child(verb, "ccomp", "xcomp", "csubj") != null
            || sentence.child(verb, "acomp", "attr") != null
                && sentence.child(verb, "advcl", "dep", "acl") != null);
  }

  /**
   * What a definite role without nationality refers to: "the group", "the country", "the
   * president".
   */
  Mention definite(Token token, String noun, Hits.Hit hit, List<Sector> sectors) {
    if (hit.title() != null) {
      String office = hit.title().office();
      Mention same = latest(mention -> mention.person() && office.equals(mention.actor().role()));
      if (same != null) {
        return same;
      }
    }
    String lemma = token.lemma();
    if (STATES.contains(lemma)) {
      return latest(mention -> is(mention, Kind.COUNTRY));
    }
    if (GROUPS.contains(noun) || GROUPS.contains(lemma)) {
      Mention group = latest(mention -> is(mention, Kind.GROUP));
      if (group != null) {
        return group;
      }
    }
    if (BODIES.contains(lemma)) {
      return latest(mention -> is(mention, Kind.ORGANISATION));
    }
    Mention sameRole =
        latest(mention -> mention.shape() == Shape.ROLE && noun.equals(mention.actor().role()));
    if (sameRole != null) {
      return sameRole;
    }
    boolean official =
        sectors.contains(Sector.GOV)
            || sectors.contains(Sector.MIL)
            || sectors.contains(Sector.COP)
            || sectors.contains(Sector.LEG)
            || sectors.contains(Sector.JUD);
    return official ? state() : null;
  }

  /**
   * Of which state "the government" or "the army" is: that of the citizens or rebels whom the
   * sentence has named, that of which the document speaks far more than of others, or the latest.
   */
  private Mention state() {
    for (Mention mention : mentions.all()) {
      List<Sector> sectors = mention.actor().sectors();
      if (is(mention, Kind.COUNTRY)
          && !sectors.isEmpty()
          && sectors.stream()
              .noneMatch(s -> s == Sector.GOV || s == Sector.MIL || s == Sector.ELI)) {
        return mention;
      }
    }
    Mention last = latest(mention -> is(mention, Kind.COUNTRY), true);
    if (last == null) {
      return latest(mention -> is(mention, Kind.COUNTRY), false);
    }
    int times = spokenOf.getOrDefault(last.entry().code(), 0);
    Mention main =
        memory.latest(
            mention ->
                is(mention, Kind.COUNTRY)
                    && spokenOf.getOrDefault(mention.entry().code(), 0) >= 2 * Math.max(1, times));
    return main == null ? last : main;
  }

  /** The last two whom "both leaders", "the two countries" may mean; null unless there are two. */
  List<Mention> lastTwo(boolean persons) {
    List<Mention> found = new ArrayList<>(2);
    List<Mention> here = new ArrayList<>(mentions.all());
    memory.recent().forEach(here::add);
    for (Mention candidate : here) {
      boolean fits = persons ? candidate.person() : is(candidate, Kind.COUNTRY);
      if (candidate.shape() == Shape.MODIFIER
          || candidate.shape() == Shape.TOWN
          || !fits
          || candidate.entry() == null) {
        continue;
      }
      if (found.stream().noneMatch(one -> one.entry().id().equals(candidate.entry().id()))) {
        found.add(candidate);
      }
      if (found.size() == 2) {
        return found;
      }
    }
    return null;
  }

  private Mention latest(Predicate<Mention> fits) {
    return latest(fits, false);
  }

  private Mention latest(Predicate<Mention> fits, boolean acting) {
    Mention here = null;
    for (Mention candidate : mentions.all()) {
      if (candidate.shape() != Shape.MODIFIER
          && candidate.shape() != Shape.TOWN
          && fits.test(candidate)) {
        here = here == null ? candidate : here;
      }
    }
    if (here != null) {
      return here;
    }
    return acting ? memory.latestActing(fits) : memory.latest(fits);
  }

  private static boolean is(Mention mention, Kind kind) {
    return mention.entry() != null && mention.entry().kind() == kind;
  }

  private static boolean isPerson(Mention mention) {
    return mention.person();
  }

  private static boolean isThing(Mention mention) {
    ActorEntry entry = mention.entry();
    return entry != null
        && !mention.plural()
        && !mention.person()
        && entry.kind() != Kind.COMMUNITY
        && entry.kind() != Kind.MEDIA;
  }

  private static boolean isCollective(Mention mention) {
    return is(mention, Kind.GROUP) || is(mention, Kind.BLOC);
  }
}
