package org.entente.coding.syntax;

import java.util.Arrays;
import java.util.Set;

/**
 * Splits English news text into tokens as treebanks have them: "U.S.", "$" "10bn", "1,700", "do"
 * "n't", "Isis" "'s", "pro-Russian", "al" "-" "Sisi". Works on a text whose quotes are plain. One
 * pass; linear in the length of the text.
 */
final class Tokenizer {
  private static final Set<String> WHOLE = Set.of("w/o", "'s", "'cause");

  private static final String[] CLITICS = {"d", "m", "s", "z", "ll", "re", "ve"};

  private static final int LONGEST_AFFIX = 12;

  private final String text;
  private int[] ends;
  private int[] starts;
  private int count;

  Tokenizer(String text) {
    this.text = text;
    this.starts = new int[text.length() / 4 + 8];
    this.ends = new int[starts.length];
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Chars.space(text.charAt(i))) {
        if (from < i) {
          chunk(from, i);
        }
        from = i + 1;
      }
    }
    revise();
  }

  int count() {
    return count;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  String form(int token) {
    return text.substring(starts[token], ends[token]);
  }

  boolean is(int token, String form) {
    return token >= 0
        && token < count
        && ends[token] - starts[token] == form.length()
        && text.startsWith(form, starts[token]);
  }

  private void add(int from, int to) {
    if (from >= to) {
      return;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = from;
    ends[count++] = to;
  }

  private String lower(int from, int to) {
    return Chars.lowerOf(text.substring(from, to));
  }

  /** What stands between blanks. */
  private void chunk(int from, int to) {
    if (to - from <= 6 && WHOLE.contains(lower(from, to))) {
      add(from, to);
      return;
    }
    String chunk = text.substring(from, to);
    if (chunk.indexOf('.') >= 0 || chunk.indexOf("://") >= 0) {
      int[] address = Addresses.find(chunk);
      if (address != null) {
        if (address[0] > 0) {
          word(from, from + address[0]);
        }
        add(from + address[0], from + address[1]);
        if (address[1] < chunk.length()) {
          word(from + address[1], to);
        }
        return;
      }
    }
    word(from, to);
  }

  /** Symbols around, then what is between, split where symbols separate it. */
  private void word(int from, int to) {
    int first = from;
    while (first < to && Chars.symbol(text.charAt(first))) {
      first++;
    }
    if (first == to) {
      symbols(from, to);
      return;
    }
    int last = to;
    while (Chars.symbol(text.charAt(last - 1))) {
      last--;
    }
    int[] cuts = cuts(first, last);
    int pieces = cuts.length / 2 + 1;
    int[] begins = new int[pieces];
    int[] stops = new int[pieces];
    for (int i = 0; i < pieces; i++) {
      int begin = i == 0 ? first : cuts[2 * i - 1];
      int stop = i == pieces - 1 ? last : cuts[2 * i];
      boolean before = i == 0 ? first > from : begin - cuts[2 * i - 2] == 1;
      boolean behind = i == pieces - 1 ? last < to : cuts[2 * i + 1] - stop == 1;
      begins[i] = before && takesSymbolBefore(begin, stop) ? begin - 1 : begin;
      stops[i] = behind && takesSymbolBehind(begin, stop, to) ? stop + 1 : stop;
    }
    symbols(from, begins[0]);
    for (int i = 0; i < pieces; i++) {
      piece(begins[i], stops[i]);
      if (i + 1 < pieces) {
        add(stops[i], begins[i + 1]);
      }
    }
    symbols(stops[pieces - 1], to);
  }

  /** Where symbols separate: pairs of their start and their end. */
  private int[] cuts(int first, int last) {
    int[] cuts = new int[8];
    int size = 0;
    for (int i = first + 1; i < last - 1; i++) {
      char c = text.charAt(i);
      if (Chars.letterOrDigit(c) || belongsToWord(i, first, last)) {
        continue;
      }
      boolean mark = Chars.finalMark(c);
      char next = text.charAt(i + 1);
      boolean cut =
          separates(c)
              || mark
                  && (Chars.finalMark(next)
                      || Chars.separator(next)
                      || Chars.quote(next)
                      || separates(next));
      if (cut) {
        int end = i + 1;
        while (end < last - 1 && text.charAt(end) == c) {
          end++;
        }
        if (size + 2 > cuts.length) {
          cuts = Arrays.copyOf(cuts, 2 * cuts.length);
        }
        cuts[size++] = i;
        cuts[size++] = end;
        i = end - 1;
      }
    }
    return Arrays.copyOf(cuts, size);
  }

  private static boolean separates(char c) {
    return Chars.bracket(c)
        || Chars.arrow(c)
        || Chars.doubleQuote(c)
        || Chars.hyphen(c)
        || ";,~=+&|/".indexOf(c) >= 0;
  }

  private boolean belongsToWord(int at, int first, int last) {
    char c = text.charAt(at);
    char before = text.charAt(at - 1);
    char next = text.charAt(at + 1);
    if (Chars.hyphen(c)) {
      return Chars.letterOrDigit(before) && Chars.digit(next)
          || Chars.letter(next) && hyphenated(at, first, last);
    }
    if (c == '/') {
      return Chars.digit(before) && Chars.digit(next);
    }
    if (c == ',') {
      return Chars.digit(before) && threeDigits(at + 1, last);
    }
    return c == '&' && Chars.letter(before) && Chars.letter(next);
  }

  private boolean threeDigits(int at, int last) {
    for (int i = at; i < at + 3; i++) {
      if (i >= last || !Chars.digit(text.charAt(i))) {
        return false;
      }
    }
    return at + 3 >= last || !Chars.digit(text.charAt(at + 3));
  }

  private boolean hyphenated(int at, int first, int last) {
    if (at - first <= LONGEST_AFFIX && WordParts.PREFIXES.contains(lower(first, at))
        || last - at <= LONGEST_AFFIX && WordParts.SUFFIXES.contains(lower(at + 1, last))) {
      return true;
    }
    boolean spelledBehind =
        at + 2 < last && Chars.vowel(text.charAt(at + 1)) && Chars.hyphen(text.charAt(at + 2));
    boolean spelledBefore =
        at - 2 >= first && Chars.vowel(text.charAt(at - 1)) && Chars.hyphen(text.charAt(at - 2));
    return spelledBehind || spelledBefore;
  }

  /** "-1", ".5", "#tag", "@name", "'90s". */
  private boolean takesSymbolBefore(int begin, int stop) {
    char symbol = text.charAt(begin - 1);
    char c = text.charAt(begin);
    if (Chars.sign(symbol)) {
      return Chars.digit(c);
    }
    if (symbol == '@' || symbol == '#') {
      return Chars.letter(c);
    }
    return Chars.apostrophe(symbol) && isDecade(begin, stop);
  }

  private boolean isDecade(int begin, int stop) {
    String year = text.substring(begin, Math.min(stop, begin + 5));
    return stop - begin <= 4 && year.matches("\\d\\d['\u2019]?[sS]?");
  }

  /** "Gen.", "U.S.", "US$". */
  private boolean takesSymbolBehind(int begin, int stop, int to) {
    char symbol = text.charAt(stop);
    if (symbol == '$') {
      return stop - begin <= 3 && WordParts.DOLLARS.contains(lower(begin, stop));
    }
    if (symbol != '.' || stop - begin > 24) {
      return false;
    }
    if (Abbreviations.contains(lower(begin, stop))) {
      return true;
    }
    if (stop + 1 < to) {
      char next = text.charAt(stop + 1);
      if (Chars.separator(next)) {
        return true;
      }
      if (Chars.finalMark(next) || Chars.quote(next)) {
        return false;
      }
    }
    return Abbreviations.looksLikeOne(text, begin, stop);
  }

  /** Runs of one symbol, and marks at the end of sentences together: "?!", "...". */
  private void symbols(int from, int to) {
    int begin = from;
    for (int i = from; i < to; ) {
      char c = text.charAt(i);
      boolean mark = Chars.finalMark(c);
      int end = i + 1;
      while (end < to && (mark ? Chars.finalMark(text.charAt(end)) : text.charAt(end) == c)) {
        end++;
      }
      boolean alone =
          mark
              || Chars.bracket(c)
              || Chars.separator(c)
              || Chars.quote(c)
              || c == '\u2032'
              || end > i + 1;
      if (alone) {
        add(begin, i);
        add(i, end);
        begin = end;
      }
      i = end;
    }
    add(begin, to);
  }

  /** A word without symbols around: currencies, units, clitics and two words written as one. */
  private void piece(int from, int to) {
    if (from >= to) {
      return;
    }
    int cut = to - from == 1 ? -1 : amount(from, to);
    if (cut < 0 && to - from > 1) {
      cut = clitic(from, to);
    }
    if (cut < 0 && to - from <= 8) {
      Integer second = WordParts.SECOND_WORD.get(lower(from, to));
      cut = second == null ? -1 : from + second;
    }
    if (cut > from && cut < to) {
      add(from, cut);
      add(cut, to);
    } else {
      add(from, to);
    }
  }

  private int amount(int from, int to) {
    if (Chars.digit(text.charAt(from))) {
      int digits = to;
      while (!Chars.digit(text.charAt(digits - 1))) {
        digits--;
      }
      if (digits < to && to - digits <= 4) {
        String unit = lower(digits, to);
        boolean money = from > 0 && Chars.currency(text.charAt(from - 1));
        boolean ordinal = unit.equals("st") && text.charAt(digits - 1) == '1';
        if (WordParts.UNITS.contains(unit) && !money && !ordinal
            || WordParts.CURRENCIES.contains(unit)) {
          return digits;
        }
      }
      if ("$%*=#".indexOf(text.charAt(to - 1)) >= 0 && onlyNumber(from, to - 1)) {
        return to - 1;
      }
      return -1;
    }
    int digit = from;
    while (digit < to && digit - from < 5 && !Chars.digit(text.charAt(digit))) {
      digit++;
    }
    if (digit < to && digit > from && Chars.digit(text.charAt(digit))) {
      String name = lower(from, digit);
      boolean dollars =
          name.endsWith("$") && WordParts.DOLLARS.contains(name.substring(0, name.length() - 1));
      if (dollars || WordParts.CURRENCIES.contains(name)) {
        return digit;
      }
      if (digit == from + 1
          && "$%*=#".indexOf(text.charAt(from)) >= 0
          && onlyNumber(from + 1, to)) {
        return digit;
      }
    }
    return -1;
  }

  private boolean onlyNumber(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Chars.digit(text.charAt(i)) && !Chars.punctuation(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int clitic(int from, int to) {
    if (to - from > 3
        && Chars.lowerOf(text.charAt(to - 1)) == 't'
        && Chars.apostrophe(text.charAt(to - 2))
        && Chars.lowerOf(text.charAt(to - 3)) == 'n') {
      return to - 3;
    }
    for (String clitic : CLITICS) {
      int apostrophe = to - clitic.length() - 1;
      if (apostrophe > from
          && Chars.apostrophe(text.charAt(apostrophe))
          && lower(apostrophe + 1, to).equals(clitic)) {
        return clitic.equals("s") && Chars.digit(text.charAt(apostrophe - 1)) ? -1 : apostrophe;
      }
    }
    return -1;
  }

  /** What shows only beside its neighbours: "No." before a number, "(1)", "2014-15". */
  private void revise() {
    int[] oldStarts = starts;
    int[] oldEnds = ends;
    int size = count;
    starts = new int[size + size / 8 + 8];
    ends = new int[starts.length];
    count = 0;
    for (int i = 0; i < size; i++) {
      int from = oldStarts[i];
      int to = oldEnds[i];
      if (to - from == 3 && lower(from, to).equals("no.")) {
        boolean number = i + 1 < size && Chars.digit(text.charAt(oldStarts[i + 1]));
        if (!number) {
          add(from, to - 1);
          add(to - 1, to);
          continue;
        }
      }
      boolean bracketed =
          i + 2 < size
              && Chars.leftBracket(text.charAt(from))
              && Chars.rightBracket(text.charAt(oldStarts[i + 2]))
              && to == oldStarts[i + 1]
              && oldEnds[i + 1] == oldStarts[i + 2]
              && (oldEnds[i + 1] - oldStarts[i + 1] == 1
                  || onlyDigits(oldStarts[i + 1], oldEnds[i + 1]));
      if (bracketed) {
        add(from, oldEnds[i + 2]);
        i += 2;
        continue;
      }
      int dash = years(from, to);
      if (dash > 0) {
        add(from, dash);
        add(dash, dash + 1);
        add(dash + 1, to);
        continue;
      }
      add(from, to);
    }
    lastPeriod();
  }

  private boolean onlyDigits(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Chars.digit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Where the hyphen stands in "2014-15", or −1. */
  private int years(int from, int to) {
    int length = to - from;
    if (length < 5 || length > 9) {
      return -1;
    }
    int dash = from + 2;
    if (text.charAt(dash) != '-') {
      dash = from + 4;
    }
    if (dash >= to || text.charAt(dash) != '-' || !onlyDigits(from, dash)) {
      return -1;
    }
    int rest = to - dash - 1;
    boolean years = (rest == 2 || rest == 4) && onlyDigits(dash + 1, to);
    boolean decade =
        rest == 3 && onlyDigits(dash + 1, to - 1) && Chars.lowerOf(text.charAt(to - 1)) == 's';
    return years || decade ? dash : -1;
  }

  /** A single word with its period is a sentence. */
  private void lastPeriod() {
    if (count == 1
        && ends[0] - starts[0] > 1
        && text.charAt(ends[0] - 1) == '.'
        && !Chars.finalMark(text.charAt(ends[0] - 2))) {
      int end = ends[0];
      ends[0] = end - 1;
      add(end - 1, end);
    }
  }
}
