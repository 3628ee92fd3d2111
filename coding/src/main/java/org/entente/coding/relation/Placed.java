package org.entente.coding.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.coding.mention.Mention;
import org.entente.coding.syntax.Parser;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.model.Span;

/**
 * A pair in the tree of its sentence.
 *
 * @param source head word of the source, or null
 * @param target head word of the target, or null
 * @param sourceWords and targetWords the words of the two
 */
record Placed(
    Sentence sentence,
    Token source,
    Token target,
    List<Token> sourceWords,
    List<Token> targetWords) {
  private static final Set<String> NO_HEADS = Set.of("POS", "DT", "IN", "TO", "CC");

  static Placed of(Pair pair, Parser parser) {
    Sentence best = null;
    int most = 0;
    for (Sentence sentence : parser.parse(pair.text())) {
      int score =
          (best == null ? 1 : 0)
              + (touches(sentence.span(), pair.source()) ? 4 : 0)
              + (touches(sentence.span(), pair.target()) ? 2 : 0);
      if (score > most) {
        most = score;
        best = sentence;
      }
    }
    List<Token> from = best == null ? List.of() : words(best, pair.source());
    List<Token> to = best == null ? List.of() : words(best, pair.target());
    if (best == null) {
      throw new IllegalArgumentException("no words in the sentence: '" + pair.text() + "'");
    }
    Token source = from.isEmpty() ? null : head(best, from);
    Token target = to.isEmpty() ? null : head(best, to);
    return new Placed(best, source, target == source ? null : target, from, to);
  }

  /**
   * @param target null where there is none
   */
  static Placed of(Sentence sentence, Mention source, Mention target) {
    return new Placed(
        sentence,
        sentence.token(source.head()),
        target == null ? null : sentence.token(target.head()),
        words(sentence, source.span()),
        target == null ? List.of() : words(sentence, target.span()));
  }

  /** The source, the target where no source is named, the root where neither is. */
  Token first() {
    if (source != null || target != null) {
      return source == null ? target : source;
    }
    return sentence.tokens().stream().filter(t -> t.head() < 0).findFirst().orElseThrow();
  }

  boolean pair() {
    return source != null && target != null;
  }

  boolean holds(Token token) {
    return sourceWords.contains(token) || targetWords.contains(token);
  }

  private static boolean touches(Span a, Span b) {
    return b != null && a.start() < b.end() && b.start() < a.end();
  }

  private static List<Token> words(Sentence sentence, Span span) {
    List<Token> words = new ArrayList<>(4);
    for (Token token : sentence.tokens()) {
      if (touches(token.span(), span)) {
        words.add(token);
      }
    }
    return words;
  }

  /** The word on which the others hang: the last noun of those that hang on nothing inside. */
  private static Token head(Sentence sentence, List<Token> words) {
    Token best = null;
    for (Token word : words) {
      Token above = sentence.head(word).orElse(null);
      boolean top = above == null || !words.contains(above);
      if (!top || NO_HEADS.contains(word.tag()) || !Character.isLetter(word.tag().charAt(0))) {
        continue;
      }
      if (best == null || word.isNoun() && !best.isNoun()) {
        best = word;
      }
    }
    return best == null ? words.get(words.size() - 1) : best;
  }
}
