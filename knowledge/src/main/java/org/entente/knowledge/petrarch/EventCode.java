package org.entente.knowledge.petrarch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.knowledge.ontology.CameoCode;
import org.entente.knowledge.ontology.Ontology;

/**
 * What a verb or a pattern is coded as.
 *
 * @param there what the source does to the target, or null
 * @param back what the target does to the source, or null
 */
record EventCode(CameoCode there, CameoCode back) {
  private static final Pattern SHAPE = Pattern.compile("(\\d{2,4})?(?::(\\d{2,4})?)?");
  static final EventCode NONE = new EventCode(null, null);

  /**
   * Reads what stands between the brackets.
   *
   * @return null if it is no code
   */
  static EventCode of(Line line, String text, Ontology ontology, Ledger ledger) {
    String code = text.strip();
    if (code.equals("---") || code.equals("--") || code.isEmpty()) {
      return NONE;
    }
    Matcher shape = SHAPE.matcher(code);
    if (!shape.matches()) {
      ledger.left(line, "no CAMEO code", "[" + text + "]");
      return null;
    }
    return new EventCode(
        find(line, shape.group(1), ontology, ledger), find(line, shape.group(2), ontology, ledger));
  }

  private static CameoCode find(Line line, String code, Ontology ontology, Ledger ledger) {
    if (code == null) {
      return null;
    }
    for (String c = code; c.length() >= 2; c = c.substring(0, c.length() - 1)) {
      CameoCode found = ontology.cameo(c);
      if (found != null) {
        if (!c.equals(code)) {
          ledger.partly(line, "a code that CAMEO does not have; the next higher is taken", code);
        }
        return found;
      }
    }
    ledger.partly(line, "a code that CAMEO does not have", code);
    return null;
  }

  /** Whether it makes an event: neither {@code ---} nor a public statement. */
  boolean makesEvent() {
    return isEvent(there) || isEvent(back);
  }

  /** Whether it is of the target only. */
  boolean isReversed() {
    return !isEvent(there) && isEvent(back);
  }

  /** The code of the one event that is made. */
  CameoCode main() {
    return isReversed() ? back : there;
  }

  /** Whether both do the same to each other. */
  boolean isMutual() {
    return there != null && there.equals(back);
  }

  /** Whether the target does something else to the source, which is lost. */
  boolean losesBack() {
    return isEvent(there) && isEvent(back) && !isMutual();
  }

  private static boolean isEvent(CameoCode code) {
    return code != null && code.type() != null;
  }
}
