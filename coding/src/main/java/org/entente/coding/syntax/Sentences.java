package org.entente.coding.syntax;

/** Where sentences end among tokens: after final marks and what closes behind them. */
final class Sentences {
  private static final String OPENING = "({[";
  private static final String CLOSING = ")}]";

  private final Tokenizer tokens;
  private final int[] open = new int[CLOSING.length()];
  private boolean quoted;

  Sentences(Tokenizer tokens) {
    this.tokens = tokens;
  }

  /** The index after the last token of the sentence that begins with a token. */
  int end(int first) {
    boolean ended = false;
    for (int i = first; i < tokens.count(); i++) {
      String form = tokens.form(i);
      count(form);
      boolean more = i + 1 < tokens.count();
      if (ended || marksOnly(form)) {
        if (more && closes(tokens.form(i + 1))) {
          ended = true;
          continue;
        }
        return i + 1;
      }
      if (more && Abbreviations.endsSentence(form, tokens.form(i + 1))) {
        return i + 1;
      }
    }
    return tokens.count();
  }

  private void count(String form) {
    if (form.equals("\"")) {
      quoted = !quoted;
    } else if (form.length() == 1) {
      int opening = OPENING.indexOf(form.charAt(0));
      int closing = CLOSING.indexOf(form.charAt(0));
      if (opening >= 0) {
        open[opening]++;
      } else if (closing >= 0) {
        open[closing]--;
      }
    }
  }

  private boolean closes(String form) {
    if (form.length() != 1) {
      return false;
    }
    int closing = CLOSING.indexOf(form.charAt(0));
    return form.equals("\"") ? quoted : closing >= 0 && open[closing] > 0;
  }

  private static boolean marksOnly(String form) {
    for (int i = 0; i < form.length(); i++) {
      if (!Chars.finalMark(form.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
