package org.entente.coding.event;

import org.entente.coding.event.Fillers.Filler;
import org.entente.knowledge.lexicon.Entry;
import org.entente.knowledge.lexicon.Pos;
import org.entente.model.Status;

/** How sure an event is: a sum of fixed deductions for what was inferred. */
final class Confidence {
  private Confidence() {}

  /**
   * @param target null where there is none
   */
  static double of(Entry entry, Pos pos, Filler source, Filler target, Modality.Reading reading) {
    double value = 0.86;
    if (entry.where().isEmpty()) {
      value -= 0.06;
    }
    if (pos == Pos.NOUN) {
      value -= 0.06;
    }
    if (target == null) {
      value -= 0.12;
    }
    for (Filler filler : new Filler[] {source, target}) {
      if (filler == null) {
        continue;
      }
      if (!filler.direct()) {
        value -= 0.14;
      }
      value -=
          switch (filler.mention().shape()) {
            case NAME -> 0;
            case ROLE -> filler.mention().because() == null ? 0.01 : 0.08;
            case PRONOUN -> 0.1;
            case TOWN -> 0.08;
            case MODIFIER -> 0.04;
            case BARE_ROLE -> 0.12;
          };
    }
    if (reading.type() != entry.type()) {
      value -= 0.06;
    }
    if (reading.status() != Status.ACTUAL) {
      value -= 0.03;
    }
    return Math.round(Math.max(0.1, value) * 100) / 100.0;
  }
}
