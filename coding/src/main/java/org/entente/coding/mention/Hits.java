package org.entente.coding.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Form;
import org.entente.knowledge.actors.Named;
import org.entente.knowledge.actors.Title;
import org.entente.knowledge.agents.Agent;
import org.entente.knowledge.names.NameKey;
import org.entente.knowledge.names.Names;
import org.entente.knowledge.names.Piece;
import org.entente.model.Span;

/** Where names, titles and role nouns of the knowledge stand in a sentence. */
final class Hits {
  private static final String LED = "-led";

  /** Puts what has ceased to exist behind all that has not. */
  private static final long PAST = 1_000_000_000L;

  /**
   * @param from index of the first word
   * @param to one past the last
   * @param head index of the word that heads it
   * @param named an actor's name, or null
   * @param title a title, or null
   * @param agent a role noun, or null
   */
  record Hit(int from, int to, int head, Named named, Title title, Agent agent) {
    /** The words of a role. */
    String words() {
      return title != null ? title.text() : agent.noun();
    }
  }

  /** More than any other rank: whom an upper folder of knowledge names goes first. */
  private static final long UNDER = 1L << 40;

  private final List<Hit> hits = new ArrayList<>();
  private final Hit[] byWord;

  private final Map<String, Integer> spokenOf;

  private Hits(int words, Map<String, Integer> spokenOf) {
    byWord = new Hit[words];
    this.spokenOf = spokenOf;
  }

  /**
   * @param spokenOf how often the document names each country, to tell namesakes apart
   */
  static Hits find(
      Sentence sentence,
      CharSequence text,
      Knowledge knowledge,
      LocalDate day,
      Map<String, Integer> spokenOf) {
    Hits found = new Hits(sentence.size(), spokenOf);
    Span span = sentence.span();
    List<Piece> pieces = NameKey.pieces(text, span.start(), span.end());
    int[] wordOf = wordsOf(pieces, sentence);
    for (int i = 0; i < pieces.size(); ) {
      int length = found.at(i, pieces, wordOf, sentence, knowledge, day);
      i += Math.max(1, length);
    }
    return found;
  }

  private int at(
      int i,
      List<Piece> pieces,
      int[] wordOf,
      Sentence sentence,
      Knowledge knowledge,
      LocalDate day) {
    ActorRegistry actors = knowledge.actors();
    Names.Found<Named> name = actors.names().longest(pieces, i);
    Names.Found<Title> title = actors.titles().longest(pieces, i);
    int agentLength = 0;
    Agent agent = null;
    StringBuilder key = new StringBuilder();
    for (int n = 1; n <= knowledge.agents().longest() && i + n <= pieces.size(); n++) {
      key.append(n > 1 ? " " : "").append(pieces.get(i + n - 1).key());
      Agent candidate = knowledge.agents().findByKey(key.toString());
      if (candidate != null) {
        agent = candidate;
        agentLength = n;
      }
    }
    int nameLength = name == null ? 0 : name.length();
    int titleLength = title == null ? 0 : title.length();
    Named chosen = name == null ? null : choose(name.values(), actors, day);
    boolean capital =
        chosen != null
            && pieces.get(i).capital()
            && !sentence.token(wordOf[i]).text().contains("-");
    if (chosen != null
        && nameLength >= titleLength
        && aligned(i, nameLength, pieces, wordOf, sentence)
        && (nameLength >= agentLength || capital)) {
      add(i, nameLength, pieces, wordOf, sentence, chosen, null, null);
      return nameLength;
    }
    if (!aligned(i, Math.max(titleLength, agentLength), pieces, wordOf, sentence)) {
      return 0;
    }
    if (title != null && titleLength >= agentLength) {
      add(i, titleLength, pieces, wordOf, sentence, null, title.values().get(0), agent);
      return titleLength;
    }
    if (agent != null && sentence.token(wordOf[i + agentLength - 1]).isVerb()) {
      return 0;
    }
    if (agent != null) {
      add(i, agentLength, pieces, wordOf, sentence, null, null, agent);
    }
    return agentLength;
  }

  /**
   * Whether a stretch of pieces begins and ends with whole words: not "counter-terrorist". What is
   * "Saudi-led" is Saudi.
   */
  private static boolean aligned(
      int i, int length, List<Piece> pieces, int[] wordOf, Sentence sentence) {
    if (length == 0 || pieces.get(i).start() != sentence.token(wordOf[i]).span().start()) {
      return false;
    }
    Token last = sentence.token(wordOf[i + length - 1]);
    int end = pieces.get(i + length - 1).end();
    return end == last.span().end()
        || last.text().endsWith(LED) && end == last.span().end() - LED.length();
  }

  private void add(
      int i,
      int length,
      List<Piece> pieces,
      int[] wordOf,
      Sentence sentence,
      Named named,
      Title title,
      Agent agent) {
    int from = wordOf[i];
    int to = wordOf[i + length - 1] + 1;
    int head = -1;
    for (int w = from; w < to; w++) {
      int above = sentence.token(w).head();
      if ((above < from || above >= to) && !sentence.token(w).label().equals("punct")) {
        head = w;
      }
    }
    if (title != null && head > from && sentence.token(from).isNoun() && length > 1) {
      head = headOfTitle(sentence, from, to, head);
    }
    Hit hit = new Hit(from, to, head < 0 ? to - 1 : head, named, title, agent);
    hits.add(hit);
    for (int w = from; w < to; w++) {
      byWord[w] = hit;
    }
  }

  private static int headOfTitle(Sentence sentence, int from, int to, int head) {
    for (int w = from; w < to; w++) {
      if (sentence.token(w).tag().equals("IN") && w > from) {
        return w - 1;
      }
    }
    return head;
  }

  /**
   * Of several actors of one name: one that exists on the day, a holder of an office then, a state
   * before others. Organisations are still called by their former names.
   */
  private Named choose(List<Named> candidates, ActorRegistry actors, LocalDate day) {
    Named best = null;
    long bestRank = Long.MAX_VALUE;
    for (Named named : candidates) {
      ActorEntry entry = named.entry();
      boolean past = !entry.existsAt(day);
      if (past && entry.kind() != ActorEntry.Kind.ORGANISATION) {
        continue;
      }
      long rank =
          switch (entry.kind()) {
            case COUNTRY -> named.form() == Form.CAPITAL ? 5 : 0;
            case ORGANISATION, GROUP -> 1;
            case INSTITUTION -> 2;
            case BLOC, COMMUNITY -> 3;
            case MEDIA -> 4;
            case PERSON -> 10 + actors.daysFromOffice(entry.id(), day);
          };
      if (entry.kind() != ActorEntry.Kind.COUNTRY && entry.kind() != ActorEntry.Kind.PERSON) {
        int times =
            entry.countries().size() == 1 ? spokenOf.getOrDefault(entry.countries().get(0), 0) : 0;
        rank = 100 * rank - Math.min(99, times);
      } else {
        rank *= 100;
      }
      if (actors.isUnder(entry)) {
        rank += UNDER;
      }
      if (past) {
        rank += PAST;
      }
      if (rank < bestRank) {
        bestRank = rank;
        best = named;
      }
    }
    return best;
  }

  private static int[] wordsOf(List<Piece> pieces, Sentence sentence) {
    int[] words = new int[pieces.size()];
    int word = 0;
    for (int i = 0; i < words.length; i++) {
      while (word + 1 < sentence.size()
          && sentence.token(word).span().end() <= pieces.get(i).start()) {
        word++;
      }
      words[i] = word;
    }
    return words;
  }

  Hit at(Token token) {
    return byWord[token.index()];
  }

  List<Hit> all() {
    return hits;
  }
}
