package org.entente.coding.mention;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.entente.coding.mention.Mention.Shape;
import org.entente.coding.syntax.Clauses;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.knowledge.Knowledge;

/**
 * Reads the sentences of one document in order and says whom each speaks of. Not safe between
 * threads.
 */
public final class Discourse {
  private static final Set<String> LOCATIVE =
      Set.of(
          "in", "at", "near", "on", "from", "across", "along", "outside", "inside", "over", "off");

  private final Background background;

  /**
   * @param text the document's text
   * @param day date of publication, or null
   */
  public Discourse(String text, LocalDate day, Knowledge knowledge) {
    this.background = Background.of(text, day, knowledge);
  }

  /** The mentions of the next sentence; it becomes part of what later pronouns may refer to. */
  public Mentions read(Sentence sentence) {
    Clauses clauses = new Clauses(sentence);
    Mentions mentions = new SentenceReader(sentence, clauses, background).read();
    Memory memory = background.memory();
    for (Mention mention : mentions.all()) {
      if (mention.shape() != Shape.MODIFIER
          && mention.shape() != Shape.BARE_ROLE
          && mention.shape() != Shape.TOWN) {
        Token head = sentence.token(mention.head());
        boolean acting =
            sentence
                .head(head)
                .map(above -> !head.label().equals("pobj") || !LOCATIVE.contains(above.lemma()))
                .orElse(true);
        memory.remember(mention, head.label().startsWith("nsubj"), acting, sentence.number());
      }
    }
    memory.group(group(sentence, clauses, mentions));
    memory.subjectOfSentence(subjectUnknown(sentence, clauses, mentions));
    return mentions;
  }

  /** "Saudi Arabia and Qatar …": whom "they" means in the next sentence. */
  private static List<Mention> group(Sentence sentence, Clauses clauses, Mentions mentions) {
    for (Mention mention : mentions.all()) {
      Token head = sentence.token(mention.head());
      if (!head.label().startsWith("nsubj")) {
        continue;
      }
      List<Mention> members =
          clauses.coordinated(head).stream().map(mentions::at).filter(Objects::nonNull).toList();
      if (members.size() > 1) {
        return members;
      }
    }
    return List.of();
  }

  private static boolean subjectUnknown(Sentence sentence, Clauses clauses, Mentions mentions) {
    for (Token token : sentence.tokens()) {
      if (token.head() < 0 && token.isVerb()) {
        Token subject = clauses.subject(token);
        return subject != null && mentions.at(subject) == null;
      }
    }
    return false;
  }
}
