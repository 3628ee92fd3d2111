package org.entente.coding.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.entente.coding.mention.Mention;
import org.entente.coding.mention.Mentions;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.gazetteer.Location;
import org.entente.model.Place;
import org.entente.model.Span;

/** Where an event happened. */
public final class Places {
  /** A place and the words that name it. */
  public record Located(Place place, Span span) {}

  private static final Set<String> LOCATIVE =
      Set.of(
          "in",
          "at",
          "near",
          "outside",
          "inside",
          "across",
          "off",
          "around",
          "throughout",
          "within",
          "above",
          "over",
          "along",
          "on");

  /** What stands below these happened elsewhere, or at another time. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "after",
          "before",
          "following",
          "since",
          "despite",
          "about",
          "amid",
          "because",
          "due",
          "like",
          "unlike",
          "until");

  private static final Set<String> MONTHS_AND_DAYS =
      Set.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");

  private final Knowledge knowledge;

  public Places(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * The place named nearest to a trigger, below it first, then around it.
   *
   * @param near country codes of those who take part, to tell places of one name apart
   * @return null if none is named
   */
  public Located of(
      Sentence sentence, Mentions mentions, String text, Token trigger, List<String> near) {
    for (Token at = trigger; at != null; at = sentence.head(at).orElse(null)) {
      Located found = below(sentence, mentions, text, at, trigger, near);
      if (found != null) {
        return found;
      }
      boolean where = sentence.children(at).stream().anyMatch(child -> child.is("where"));
      if (!where && at.labelled("ccomp", "root", "advcl")) {
        return null;
      }
    }
    return null;
  }

  private Located below(
      Sentence sentence,
      Mentions mentions,
      String text,
      Token top,
      Token trigger,
      List<String> near) {
    Deque<Token> queue = new ArrayDeque<>();
    queue.add(top);
    while (!queue.isEmpty()) {
      Token at = queue.poll();
      for (Token child : sentence.children(at)) {
        if (child.isVerb() && child != trigger && at != top) {
          continue;
        }
        if (child.labelled("ccomp", "advcl", "relcl", "conj") && child.isVerb()) {
          continue;
        }
        if (child.label().equals("prep") && ELSEWHERE.contains(child.lemma())) {
          continue;
        }
        if (child.label().equals("prep") && LOCATIVE.contains(child.lemma())) {
          Token object = sentence.child(child, "pobj");
          Located found = object == null ? null : locate(sentence, mentions, text, object, near);
          if (found != null) {
            return found;
          }
        }
        queue.add(child);
      }
    }
    return null;
  }

  private Located locate(
      Sentence sentence, Mentions mentions, String text, Token head, List<String> near) {
    List<String> inside = new ArrayList<>();
    for (Token child : sentence.children(head)) {
      Mention mention = mentions.at(child);
      if (mention != null && isCountry(mention) && child.index() > head.index()) {
        inside.add(mention.entry().code());
      }
      if (child.label().equals("prep") && child.is("in", "of")) {
        Mention inner = mentions.at(sentence.child(child, "pobj"));
        if (inner != null && isCountry(inner)) {
          inside.add(inner.entry().code());
        }
      }
    }
    Mention mention = mentions.at(head);
    if (mention != null && mention.shape() == Mention.Shape.NAME && isCountry(mention)) {
      String words = mention.span().in(text);
      if (words.equalsIgnoreCase(mention.entry().name()) || !isCapital(words, mention)) {
        return new Located(country(mention.entry(), words), mention.span());
      }
    }
    if (mention != null && !isCountry(mention)) {
      return null;
    }
    if (!head.isProper() || MONTHS_AND_DAYS.contains(head.lemma())) {
      return null;
    }
    int from = head.index();
    while (from > 0
        && sentence.token(from - 1).isProper()
        && sentence.dominates(head, sentence.token(from - 1))) {
      from--;
    }
    for (; from <= head.index(); from++) {
      Span span = sentence.token(from).span().cover(head.span());
      Location best = best(knowledge.gazetteer().find(span.in(text)), inside, near);
      if (best != null) {
        return new Located(place(best, span.in(text)), span);
      }
    }
    return null;
  }

  private boolean isCapital(String words, Mention mention) {
    return knowledge.gazetteer().find(words).stream()
        .anyMatch(
            location -> location.isCity() && mention.entry().code().equals(location.country()));
  }

  private static boolean isCountry(Mention mention) {
    return mention.entry() != null && mention.entry().kind() == ActorEntry.Kind.COUNTRY;
  }

  /**
   * In the country that is named with it; else the largest, unless one of nearly its size is where
   * those who take part are.
   */
  private static Location best(List<Location> candidates, List<String> inside, List<String> near) {
    Location named = first(candidates, inside);
    if (named != null) {
      return named;
    }
    Location largest = null;
    for (Location candidate : candidates) {
      if (largest == null || candidate.population() > largest.population()) {
        largest = candidate;
      }
    }
    Location close = first(candidates, near);
    return close != null && close.population() * COMPARABLE >= largest.population()
        ? close
        : largest;
  }

  private static final int COMPARABLE = 20;

  private static Location first(List<Location> candidates, List<String> countries) {
    for (String country : countries) {
      for (Location candidate : candidates) {
        if (country.equals(candidate.country())) {
          return candidate;
        }
      }
    }
    return null;
  }

  private Place country(ActorEntry country, String words) {
    double[] centre = knowledge.gazetteer().centre(country.code());
    return new Place(
        country.name(),
        country.code(),
        centre == null ? null : centre[0],
        centre == null ? null : centre[1],
        null,
        "country",
        words);
  }

  private static Place place(Location location, String words) {
    return new Place(
        location.name(),
        location.country(),
        location.latitude(),
        location.longitude(),
        location.geonames(),
        location.kind(),
        words);
  }
}
