package org.entente.knowledge.petrarch;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A state, and all that goes by its code at some time at least. */
record Country(String code, List<ActorRecord> records) {

  /** Its own codes, those that have dates if there are any. */
  private List<ActorCode> own() {
    List<ActorCode> dated = codes().filter(ActorCode::dated).toList();
    return dated.isEmpty() ? codes().toList() : dated;
  }

  private Stream<ActorCode> codes() {
    return records.stream()
        .flatMap(record -> record.codes().stream())
        .filter(one -> code.equals(one.code()));
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
