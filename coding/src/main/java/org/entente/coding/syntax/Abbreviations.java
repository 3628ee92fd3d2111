package org.entente.coding.syntax;

import java.util.Set;

/** Words that are written with a period, and what the period says about the end of a sentence. */
final class Abbreviations {
  /** Before a name: no sentence ends here. */
  private static final Set<String> TITLES =
      Set.of(
          "adm",
          "amb",
          "atty",
          "bro",
          "brig",
          "capt",
          "cardinal",
          "cmdr",
          "cmdt",
          "col",
          "comdr",
          "congr",
          "cpl",
          "cpt",
          "dep",
          "det",
          "dr",
          "drs",
          "fr",
          "ft",
          "gen",
          "gens",
          "gov",
          "govs",
          "hon",
          "lieut",
          "lt",
          "lts",
          "maj",
          "messrs",
          "mgr",
          "mlle",
          "mme",
          "mr",
          "mrs",
          "ms",
          "msgr",
          "mt",
          "pfc",
          "pres",
          "prof",
          "profs",
          "pvt",
          "rep",
          "reps",
          "rev",
          "revs",
          "sec",
          "sen",
          "sens",
          "sgt",
          "sgts",
          "spc",
          "sr",
          "st",
          "ste",
          "supt",
          "vs",
          "no",
          "nos",
          "art",
          "al",
          "fig",
          "approx",
          "ca",
          "cf",
          "vol",
          "ed",
          "est");

  /** Others; a sentence may end here. */
  private static final Set<String> OTHERS =
      Set.of(
          "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
          "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "ala", "ariz", "ark", "calif", "colo",
          "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mich", "minn", "miss",
          "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "vt", "va", "wash", "wis",
          "wyo", "assn", "ave", "blvd", "bros", "co", "corp", "corps", "cos", "dept", "dist", "div",
          "esq", "etc", "ext", "govt", "hrs", "inc", "inst", "intl", "jr", "ltd", "mfg", "natl",
          "op", "oz", "ph.d", "phd", "plc", "pte", "pty", "qtr", "rd", "ser", "sq", "str", "univ",
          "mins");

  /** Words that open a sentence more often than a name: "… in the U.S. He said". */
  private static final Set<String> OPENERS =
      Set.of(
          "a",
          "according",
          "after",
          "all",
          "although",
          "amid",
          "an",
          "and",
          "another",
          "as",
          "at",
          "because",
          "before",
          "both",
          "but",
          "by",
          "despite",
          "during",
          "each",
          "earlier",
          "even",
          "for",
          "from",
          "he",
          "her",
          "his",
          "how",
          "however",
          "i",
          "if",
          "in",
          "instead",
          "it",
          "its",
          "last",
          "many",
          "meanwhile",
          "more",
          "most",
          "my",
          "no",
          "nobody",
          "not",
          "now",
          "on",
          "once",
          "one",
          "only",
          "our",
          "she",
          "since",
          "so",
          "some",
          "such",
          "that",
          "the",
          "their",
          "then",
          "there",
          "these",
          "they",
          "this",
          "those",
          "though",
          "thus",
          "to",
          "under",
          "until",
          "we",
          "what",
          "when",
          "where",
          "while",
          "who",
          "why",
          "with",
          "yet",
          "you");

  private Abbreviations() {}

  static boolean contains(String lower) {
    return TITLES.contains(lower) || OTHERS.contains(lower);
  }

  /** A letter, letters with periods between, or a few small consonants: "J", "U.S", "Mddx". */
  static boolean looksLikeOne(String text, int from, int to) {
    if (letters(text, from, to)) {
      return !(to - from == 1 && Chars.digit(text.charAt(from)) && from > 0);
    }
    if (to - from < 2 || to - from > 5) {
      return false;
    }
    boolean small = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (!Chars.letter(c) || Chars.vowel(c)) {
        return false;
      }
      small |= Chars.lower(c);
    }
    return small && Chars.lowerOf(text.charAt(to - 1)) != 'y';
  }

  private static boolean letters(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean between = (i - from) % 2 == 1;
      if (between ? ".-|".indexOf(c) < 0 : !Chars.letterOrDigit(c)) {
        return false;
      }
    }
    return (to - from) % 2 == 1;
  }

  /** Whether a sentence ends with an abbreviation, judging by the word that follows. */
  static boolean endsSentence(String abbreviation, String next) {
    if (abbreviation.length() < 2
        || !abbreviation.endsWith(".")
        || Chars.finalMark(abbreviation.charAt(abbreviation.length() - 2))) {
      return false;
    }
    String lower = Chars.lowerOf(abbreviation.substring(0, abbreviation.length() - 1));
    if (lower.length() == 1 || TITLES.contains(lower)) {
      return false;
    }
    return !next.isEmpty() && Chars.upper(next.charAt(0)) && OPENERS.contains(Chars.lowerOf(next));
  }
}
