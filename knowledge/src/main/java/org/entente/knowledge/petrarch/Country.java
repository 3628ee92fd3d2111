package org.entente.knowledge.petrarch;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * A state, and all that goes by its code at some time at least.
 *
 * @param isItsName whether a name is that of the state itself, not of a town of it
 */
record Country(String code, Predicate<String> isItsName, List<ActorRecord> records) {

  /** Its codes under its own name, those that have dates unless it has one without. */
  private List<ActorCode> own() {
    List<ActorRecord> named =
        records.stream()
            .filter(actor -> actor.names().stream().anyMatch(name -> isItsName.test(name.text())))
            .toList();
    return (named.isEmpty() ? records : named)
        .stream()
            .flatMap(actor -> actor.codes().stream())
            .filter(one -> code.equals(one.code()))
            .toList();
  }

  /** The first day of its code, or null. */
  LocalDate from() {
    LocalDate first = LocalDate.MAX;
    for (ActorCode one : own()) {
      if (one.from() == null) {
        return null;
      }
      first = one.from().isBefore(first) ? one.from() : first;
    }
    return first;
  }

  /** The last day of its code, or null. */
  LocalDate to() {
    LocalDate last = LocalDate.MIN;
    for (ActorCode one : own()) {
      if (one.to() == null) {
        return null;
      }
      last = one.to().isAfter(last) ? one.to() : last;
    }
    return last;
  }

  boolean isForever() {
    return from() == null && to() == null;
  }

  /** Whether it has its own code all the while that another one holds. */
  boolean covers(ActorCode other) {
    boolean begins = from() == null || other.from() != null && !other.from().isBefore(from());
    boolean ends = to() == null || other.to() != null && !other.to().isAfter(to());
    return begins && ends;
  }
}
