package org.entente.coding.resolve;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.coding.syntax.Sentence;
import org.entente.coding.syntax.Token;
import org.entente.model.Precision;
import org.entente.model.TimeSpan;

/** Which of a sentence's expressions of time dates an event. */
public final class Times {
  private static final Pattern TOLD = Pattern.compile("\\d{4}|(?i:next|tomorrow|coming)");

  private static final int FAR = 100;

  private Times() {}

  /**
   * What is told in the past tense has happened: "captured in June", read in February, was last
   * year's June.
   */
  public static TimeSpan told(TimeSpan time, Sentence sentence, Token trigger, TimeSpan published) {
    boolean ahead =
        time.from() != null
            && time.to() != null
            && published.to() != null
            && time.from().isAfter(published.to());
    boolean past =
        trigger.tag().equals("VBD")
            || trigger.tag().equals("VBN")
                && sentence.children(trigger).stream().noneMatch(c -> c.tag().equals("MD"));
    boolean dated = time.text() != null && TOLD.matcher(time.text()).find();
    if (!ahead || !past || dated) {
      return time;
    }
    return new TimeSpan(
        time.from().minusYears(1), time.to().minusYears(1), time.precision(), time.text());
  }

  /** The expression nearest to a trigger in the tree, or null if none dates its clause. */
  public static Dates.Expression of(
      Sentence sentence, List<Dates.Expression> expressions, Token trigger) {
    Dates.Expression best = null;
    int least = FAR;
    for (Dates.Expression expression : expressions) {
      List<Token> words = sentence.within(expression.span());
      if (words.isEmpty()) {
        continue;
      }
      Precision precision = expression.time().precision();
      boolean wide = precision == Precision.YEAR || precision == Precision.MONTH;
      int distance = FAR;
      for (Token word : words) {
        distance = Math.min(distance, distance(sentence, trigger, word, wide ? words : null));
      }
      if (distance < least) {
        least = distance;
        best = expression;
      }
    }
    return best;
  }

  /**
   * Steps up from the trigger to the word that the expression hangs on; another clause below is
   * far.
   *
   * @param expression the words of a month or a year, which date the noun that they hang on only;
   *     else null
   */
  private static int distance(
      Sentence sentence, Token trigger, Token word, List<Token> expression) {
    int up = 0;
    for (Token at = trigger; at != null; at = sentence.head(at).orElse(null)) {
      int down = below(sentence, at, word, trigger, expression);
      if (down >= 0) {
        return 2 * up + down;
      }
      boolean where = sentence.children(at).stream().anyMatch(child -> child.is("where", "when"));
      if (at.labelled("ccomp", "root")
          || !where && at.label().equals("advcl") && finite(sentence, at)) {
        return FAR;
      }
      up++;
    }
    return FAR;
  }

  private static boolean finite(Sentence sentence, Token verb) {
    return sentence.child(verb, "nsubj", "nsubjpass") != null;
  }

  private static int below(
      Sentence sentence, Token top, Token word, Token trigger, List<Token> expression) {
    int steps = 0;
    for (Token at = word; at != null; at = sentence.head(at).orElse(null)) {
      if (at == top) {
        return steps;
      }
      // "the war of 2011" dates the war, not what else the sentence tells
      boolean other = at.isVerb() || expression != null && at.isNoun() && !expression.contains(at);
      if (other && at != trigger && !sentence.dominates(at, trigger)) {
        return -1;
      }
      steps++;
    }
    return -1;
  }
}
