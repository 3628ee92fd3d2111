package org.entente.coding.syntax;

import static org.entente.coding.syntax.model.WordTable.Base.ADJECTIVE;
import static org.entente.coding.syntax.model.WordTable.Base.ADVERB;
import static org.entente.coding.syntax.model.WordTable.Base.NOUN;
import static org.entente.coding.syntax.model.WordTable.Base.VERB;

import java.util.Map;
import java.util.Set;
import org.entente.coding.syntax.model.KeyHash;
import org.entente.coding.syntax.model.SyntaxModel;
import org.entente.coding.syntax.model.WordTable;
import org.entente.coding.syntax.model.WordTable.Base;

/**
 * Base forms of English words: irregular ones by a list, regular ones by their endings where the
 * outcome is a known base form, others unchanged. Numbers become {@value #CARDINAL} and {@value
 * #ORDINAL}, as the parser knows them.
 */
final class Lemmatizer {
  static final String CARDINAL = "#crd#";
  static final String ORDINAL = "#ord#";

  /** An ending and what stands in its place in the base form, tried in order. */
  private record Ending(Set<String> tags, String ending, boolean doubled, String... bases) {
    Ending(String tags, String ending, boolean doubled, String... bases) {
      this(Set.of(tags.split(" ")), ending, doubled, bases);
    }
  }

  private static final Map<Base, Ending[]> ENDINGS =
      Map.of(
          VERB,
          new Ending[] {
            new Ending("VBZ", "ies", false, "y"),
            new Ending("VBZ", "es", false, ""),
            new Ending("VBZ", "s", false, ""),
            new Ending("VBG", "ying", false, "ie"),
            new Ending("VBG", "ing", true, "", "e"),
            new Ending("VBD VBN", "ied", false, "y"),
            new Ending("VBD VBN", "ed", true, ""),
            new Ending("VBD VBN", "d", false, ""),
            new Ending("VBD VBN", "n", false, ""),
            new Ending("VBD VBN", "ung", false, "ing")
          },
          NOUN,
          new Ending[] {
            new Ending("NNS NNPS", "ies", false, "y"),
            new Ending("NNS NNPS", "es", false, ""),
            new Ending("NNS NNPS", "s", false, ""),
            new Ending("NNS NNPS", "men", false, "man"),
            new Ending("NNS NNPS", "ae", false, "a"),
            new Ending("NNS NNPS", "i", false, "us"),
            new Ending("NNS NNPS", "a", false, "um")
          },
          ADJECTIVE,
          new Ending[] {
            new Ending("JJR", "ier", false, "y"),
            new Ending("JJR", "er", true, ""),
            new Ending("JJR", "er", false, "e"),
            new Ending("JJS", "iest", false, "y"),
            new Ending("JJS", "est", true, ""),
            new Ending("JJS", "est", false, "e")
          },
          ADVERB,
          new Ending[] {
            new Ending("RBR", "ier", false, "y"),
            new Ending("RBR", "er", false, "", "e"),
            new Ending("RBS", "iest", false, "y"),
            new Ending("RBS", "est", false, "", "e")
          });

  /** Contracted forms by form and tag. */
  private static final Map<String, String> CONTRACTED =
      Map.of(
          "n't RB", "not",
          "'nt RB", "not",
          "'d MD", "would",
          "'ll MD", "will",
          "ca MD", "can",
          "i PRP", "I",
          "na TO", "to");

  private static final Set<String> CARDINALS =
      Set.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety",
          "hundred",
          "thousand",
          "million",
          "billion",
          "trillion",
          "quadrillion",
          "quintillion");

  private static final Set<String> ORDINALS =
      Set.of(
          "0st",
          "0nd",
          "0rd",
          "0th",
          "zeroth",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth",
          "thirtieth",
          "fortieth",
          "fiftieth",
          "sixtieth",
          "seventieth",
          "eightieth",
          "ninetieth",
          "hundredth",
          "thousandth",
          "millionth",
          "billionth",
          "trillionth");

  private final SyntaxModel model;

  Lemmatizer(SyntaxModel model) {
    this.model = model;
  }

  /**
   * The base form of a word as its tag has it.
   *
   * @param lower {@link Form#lower}
   */
  String lemma(String lower, String tag) {
    String lemma = CONTRACTED.get(lower + " " + tag);
    if (lemma == null) {
      lemma = uninflected(lower, tag);
    }
    if (CARDINALS.contains(lemma)) {
      return CARDINAL;
    }
    return ORDINALS.contains(lemma) ? ORDINAL : lemma;
  }

  private String uninflected(String lower, String tag) {
    Base part =
        tag.startsWith("VB")
            ? VERB
            : tag.startsWith("NN")
                ? NOUN
                : tag.startsWith("JJ") ? ADJECTIVE : tag.startsWith("RB") ? ADVERB : null;
    if (part == null) {
      return lower;
    }
    String irregular = model.irregular().get(part).get(lower);
    if (irregular != null) {
      return irregular;
    }
    for (Ending ending : ENDINGS.get(part)) {
      if (lower.endsWith(ending.ending) && ending.tags.contains(tag)) {
        String base = base(lower, ending, part);
        if (base != null) {
          return base;
        }
      }
    }
    return lower;
  }

  private String base(String lower, Ending ending, Base part) {
    int stem = lower.length() - ending.ending.length();
    String base = known(lower.substring(0, stem), ending.bases, part);
    if (base == null
        && ending.doubled
        && stem >= 4
        && lower.charAt(stem - 2) == lower.charAt(stem - 1)) {
      base = known(lower.substring(0, stem - 1), ending.bases, part);
    }
    return base;
  }

  private String known(String stem, String[] endings, Base part) {
    for (String ending : endings) {
      String base = stem + ending;
      if (WordTable.isBase(model.words().find(KeyHash.of(base)), part)) {
        return base;
      }
    }
    return null;
  }
}
