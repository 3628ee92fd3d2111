package org.entente.coding.syntax;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Parts of words that the tokenizer splits off, or does not. All in lower case. */
final class WordParts {
  static final Set<String> DOLLARS =
      Set.of("us", "au", "ca", "hk", "nz", "sg", "tw", "jm", "bz", "fj", "na", "c", "a", "s", "nt");

  static final Set<String> CURRENCIES =
      Set.of(
          "usd", "eur", "gbp", "chf", "jpy", "cny", "rmb", "rub", "aud", "cad", "nzd", "hkd", "sgd",
          "sek", "mxn", "inr", "try", "uah", "pkr", "ngn", "zar", "kes", "egp", "aed", "sar", "qar",
          "ils", "irr", "iqd", "brl", "ars", "krw", "kpw");

  static final Set<String> UNITS =
      Set.of(
          "mm", "cm", "m", "km", "in", "ft", "yd", "mi", "mg", "g", "kg", "lb", "lbs", "oz", "gr",
          "am", "pm", "h", "hr", "hrs", "ms", "st", "d", "nm", "mph", "kph", "kt", "kw", "mw",
          "gw");

  /** What joins to a word with a hyphen without standing alone. */
  static final Set<String> PREFIXES =
      Set.of(
          "a", "afro", "anglo", "ante", "anti", "arch", "astro", "auto", "be", "bi", "bio", "co",
          "counter", "crypto", "de", "demi", "di", "dis", "e", "eco", "electro", "em", "en", "euro",
          "ex", "extra", "fore", "franco", "geo", "giga", "hemi", "homo", "hydro", "hyper", "hypo",
          "in", "indo", "infra", "inter", "intra", "iso", "macro", "mal", "maxi", "mega", "meta",
          "micro", "mid", "mini", "mis", "mono", "multi", "neo", "non", "o", "octo", "omni", "out",
          "over", "pan", "para", "part", "per", "photo", "poly", "post", "pre", "pro", "proto",
          "pseudo", "quasi", "re", "retro", "self", "semi", "socio", "step", "sub", "super", "t",
          "tele", "trans", "tri", "twi", "u", "ultra", "un", "under", "uni", "up", "vice", "with",
          "x");

  static final Set<String> SUFFIXES =
      Set.of(
          "able", "ation", "centric", "cracy", "crat", "dom", "er", "esque", "ette", "fest", "fi",
          "fold", "ful", "gate", "hood", "ian", "ible", "ing", "ise", "ising", "ism", "ist", "ize",
          "izing", "less", "logy", "ly", "most", "rama", "wise");

  /** Words written as one that are two: where the second begins. */
  private static final String[] TWO_WORDS = {
    "can|not",
    "gim|me",
    "gon|na",
    "got|ta",
    "lem|me",
    "wan|na",
    "'t|is",
    "'t|was",
    "let|s",
    "ca|nt",
    "do|nt",
    "does|nt",
    "did|nt",
    "is|nt",
    "was|nt",
    "were|nt",
    "wo|nt",
    "would|nt",
    "could|nt",
    "should|nt",
    "have|nt",
    "has|nt",
    "had|nt",
    "are|nt",
    "ai|nt"
  };

  static final Map<String, Integer> SECOND_WORD =
      Arrays.stream(TWO_WORDS)
          .collect(
              Collectors.toUnmodifiableMap(
                  both -> both.replace("|", ""), both -> both.indexOf('|')));

  private WordParts() {}
}
