package org.entente.coding.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.Span;

/** A sentence and its dependency tree. Immutable. */
public final class Sentence {
  private final int number;
  private final List<Token> tokens;
  private final List<List<Token>> children;
  private final Span span;

  /**
   * @param number of the sentence in the document, from 0
   * @param tokens at least one; heads are indexes into this list
   */
  public Sentence(int number, List<Token> tokens) {
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a sentence needs a word");
    }
    this.number = number;
    this.tokens = List.copyOf(tokens);
    List<List<Token>> below = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      below.add(new ArrayList<>(4));
    }
    for (Token token : tokens) {
      if (token.head() >= 0) {
        below.get(token.head()).add(token);
      }
    }
    this.children = below;
    this.span = new Span(tokens.get(0).span().start(), tokens.get(tokens.size() - 1).span().end());
  }

  public int number() {
    return number;
  }

  public List<Token> tokens() {
    return tokens;
  }

  public Token token(int index) {
    return tokens.get(index);
  }

  public int size() {
    return tokens.size();
  }

  public Span span() {
    return span;
  }

  public Optional<Token> head(Token token) {
    return token.head() < 0 ? Optional.empty() : Optional.of(tokens.get(token.head()));
  }

  public List<Token> children(Token token) {
    return children.get(token.index());
  }

  /** The first child under one of the labels, or null. */
  public Token child(Token token, String... labels) {
    for (Token child : children(token)) {
      for (String label : labels) {
        if (child.label().equals(label)) {
          return child;
        }
      }
    }
    return null;
  }

  public boolean hasChild(Token token, Set<String> lemmas) {
    return children(token).stream().anyMatch(child -> lemmas.contains(child.lemma()));
  }

  /** Indexes of a word and of all that hangs on it, in order. */
  public int[] subtree(Token token) {
    int[] found = new int[tokens.size()];
    int count = 0;
    found[count++] = token.index();
    for (int at = 0; at < count; at++) {
      for (Token child : children.get(found[at])) {
        found[count++] = child.index();
      }
    }
    int[] result = Arrays.copyOf(found, count);
    Arrays.sort(result);
    return result;
  }

  /** Whether {@code lower} is {@code upper} or hangs on it, however deep. */
  public boolean dominates(Token upper, Token lower) {
    for (int at = lower.index(); at >= 0; at = tokens.get(at).head()) {
      if (at == upper.index()) {
        return true;
      }
    }
    return false;
  }

  /** The words that stand at or within a span. */
  public List<Token> within(Span wanted) {
    return tokens.stream().filter(token -> wanted.contains(token.span())).toList();
  }
}
