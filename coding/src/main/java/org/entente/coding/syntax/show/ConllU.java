package org.entente.coding.syntax.show;

import java.util.List;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;

/**
 * Trees in CoNLL-U, which other programs read. XPOS has Penn tags and DEPREL ClearNLP's labels, not
 * those of Universal Dependencies; UPOS stays empty. MISC has the offsets into the text.
 */
public final class ConllU {
  private ConllU() {}

  /**
   * The sentences of a text.
   *
   * @param text what the spans of the tokens point into
   */
  public static String of(List<Sentence> sentences, String text) {
    StringBuilder out = new StringBuilder();
    for (Sentence sentence : sentences) {
      out.append("# sent_id = ").append(sentence.number() + 1).append('\n');
      out.append("# text = ").append(oneLine(sentence.span().in(text))).append('\n');
      for (Token token : sentence.tokens()) {
        out.append(token.index() + 1)
            .append('\t')
            .append(field(token.text()))
            .append('\t')
            .append(field(token.lemma()))
            .append("\t_\t")
            .append(token.tag())
            .append("\t_\t")
            .append(token.head() + 1)
            .append('\t')
            .append(token.label())
            .append("\t_\t");
        if (isJoined(sentence, token)) {
          out.append("SpaceAfter=No|");
        }
        out.append("TokenRange=")
            .append(token.span().start())
            .append(':')
            .append(token.span().end())
            .append('\n');
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static boolean isJoined(Sentence sentence, Token token) {
    return token.index() + 1 < sentence.size()
        && sentence.token(token.index() + 1).span().start() == token.span().end();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String field(String text) {
    String plain = text.replaceAll("\\s", "\u00A0");
    return plain.isEmpty() ? "_" : plain;
  }
}
