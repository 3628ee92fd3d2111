package org.entente.knowledge.petrarch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.entente.knowledge.lexicon.Lexicon;

/** Takes a pattern apart. */
final class PatternReader {
  /** Why a pattern cannot be taken. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    final String reason;
    final String detail;

    Unreadable(String reason, String detail) {
      super(reason);
      this.reason = reason;
      this.detail = detail;
    }
  }

  /**
   * @param before what stands before the verb
   * @param after what stands after it
   */
  record Parts(List<Item> before, List<Item> after) {}

  private static final Set<String> PARTICLES =
      Set.of("up", "out", "off", "down", "away", "back", "forward", "aside", "together", "apart");
  private static final Set<String> EMPTY = Set.of("a", "an", "the", "that", "its", "their", "his");
  private static final Set<String> AUXILIARY =
      Set.of("not", "no", "never", "will", "would", "be", "been", "is", "are", "was", "were");
  private static final String SIGNS = "$+%^";

  private final Set<String> synonyms;

  /**
   * @param synonyms the sets that there are
   */
  PatternReader(Set<String> synonyms) {
    this.synonyms = synonyms;
  }

  Parts read(String text) throws Unreadable {
    String apart =
        text.replace("**", "*")
            .replace("_&", " &")
            .replaceAll("([*(){}$%^]|(?<![\\w])\\+)", " $1 ");
    List<String> tokens = List.of(apart.strip().split("[\\s,]+"));
    int verb = tokens.indexOf("*");
    if (verb < 0 || tokens.lastIndexOf("*") != verb) {
      throw new Unreadable("not one * for the verb", null);
    }
    return new Parts(
        items(tokens.subList(0, verb)), items(tokens.subList(verb + 1, tokens.size())));
  }

  private List<Item> items(List<String> tokens) throws Unreadable {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      String token = tokens.get(i);
      if (token.equals("(") || token.equals("{")) {
        int end = tokens.subList(i, tokens.size()).indexOf(token.equals("(") ? ")" : "}") + i;
        if (end < i) {
          throw new Unreadable("brackets that do not match", null);
        }
        List<String> inner = tokens.subList(i + 1, end);
        if (token.equals("{")) {
          items.add(phrase(inner));
        } else {
          group(inner, items);
        }
        i = end + 1;
      } else if (token.equals(")") || token.equals("}")) {
        throw new Unreadable("brackets that do not match", null);
      } else if (SIGNS.contains(token)) {
        if (!token.equals("^")) {
          items.add(new Item.Role(token.charAt(0)));
        }
        i++;
      } else if (PARTICLES.contains(Words.lower(token))) {
        items.add(new Item.Particle(Words.lower(token)));
        i++;
      } else if (Lexicon.isPreposition(Words.lower(token))) {
        int end = governed(tokens, i + 1);
        items.add(new Item.Preposition(Words.lower(token), items(tokens.subList(i + 1, end))));
        i = end;
      } else {
        int end = i;
        while (end < tokens.size() && isWord(tokens.get(end))) {
          end++;
        }
        List<String> words = words(tokens.subList(i, end));
        if (!words.isEmpty()) {
          items.add(new Item.Phrase(words));
        }
        i = end;
      }
    }
    return items;
  }

  /** Up to where a preposition outside of parentheses governs what follows. */
  private static int governed(List<String> tokens, int from) {
    int end = from;
    while (end < tokens.size() && (isWord(tokens.get(end)) || SIGNS.contains(tokens.get(end)))) {
      end++;
    }
    if (end == from && end < tokens.size() && tokens.get(end).equals("{")) {
      int close = tokens.subList(end, tokens.size()).indexOf("}");
      end = close < 0 ? end : end + close + 1;
    }
    return end;
  }

  private static boolean isWord(String token) {
    String word = Words.lower(token);
    return !"(){}".contains(token)
        && !SIGNS.contains(token)
        && !PARTICLES.contains(word)
        && !Lexicon.isPreposition(word);
  }

  private void group(List<String> tokens, List<Item> items) throws Unreadable {
    if (tokens.isEmpty()) {
      throw new Unreadable("nothing between its parentheses", null);
    }
    String first = Words.lower(tokens.get(0));
    if (Lexicon.isPreposition(first)) {
      items.add(new Item.Preposition(first, items(tokens.subList(1, tokens.size()))));
    } else if (PARTICLES.contains(first)) {
      items.add(new Item.Particle(first));
      items.addAll(items(tokens.subList(1, tokens.size())));
    } else {
      throw new Unreadable("no preposition at the head of its parentheses", tokens.get(0));
    }
  }

  private Item phrase(List<String> tokens) throws Unreadable {
    List<String> words = words(tokens);
    if (words.isEmpty()) {
      throw new Unreadable("no word between its braces", null);
    }
    return new Item.Phrase(words);
  }

  private List<String> words(List<String> tokens) throws Unreadable {
    List<String> words = new ArrayList<>();
    for (String token : tokens) {
      if (token.startsWith("&")) {
        String set = VerbReader.bare(token.substring(1));
        if (!synonyms.contains(set)) {
          throw new Unreadable("no such set of synonyms", token);
        }
        words.add("@" + VerbReader.CLASS + set);
        continue;
      }
      for (String part : Words.of(token)) {
        String word = Words.lower(part);
        if (AUXILIARY.contains(word)) {
          throw new Unreadable(
              "a negation or auxiliary, which Entente reads from the tree and modality.tsv", part);
        }
        if (!Words.isWord(word)) {
          throw new Unreadable("a sign that is no word", part);
        }
        if (!EMPTY.contains(word)) {
          words.add(word);
        }
      }
    }
    return words;
  }
}
