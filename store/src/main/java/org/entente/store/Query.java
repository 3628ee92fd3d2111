package org.entente.store;

import java.time.LocalDate;
import org.entente.model.EventType;
import org.entente.model.Status;

/**
 * Which events are asked for; null leaves a filter open. Built from {@link #ALL}: {@code
 * Query.ALL.source("EGY").target("LBY").from(LocalDate.of(2015, 2, 1))}.
 *
 * @param document id of the document
 * @param source code of the source: {@code EGY}, {@code ISIS}
 * @param target code of the target
 * @param type PLOVER type
 * @param status how far it has happened
 * @param from first day: an event counts if it may have happened on it or later. With {@code from}
 *     or {@code to}, events whose time is unknown are left out
 * @param to last day, included
 * @param limit most events to return, at least 0; {@link Integer#MAX_VALUE} for all
 */
public record Query(
    String document,
    String source,
    String target,
    EventType type,
    Status status,
    LocalDate from,
    LocalDate to,
    int limit) {
  /** Every event. */
  public static final Query ALL =
      new Query(null, null, null, null, null, null, null, Integer.MAX_VALUE);

  public Query {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("the last day is before the first: " + from + ", " + to);
    }
    if (limit < 0) {
      throw new IllegalArgumentException("a limit is at least 0: " + limit);
    }
  }

  public Query document(String id) {
    return new Query(id, source, target, type, status, from, to, limit);
  }

  public Query source(String code) {
    return new Query(document, code, target, type, status, from, to, limit);
  }

  public Query target(String code) {
    return new Query(document, source, code, type, status, from, to, limit);
  }

  public Query type(EventType only) {
    return new Query(document, source, target, only, status, from, to, limit);
  }

  public Query status(Status only) {
    return new Query(document, source, target, type, only, from, to, limit);
  }

  public Query from(LocalDate day) {
    return new Query(document, source, target, type, status, day, to, limit);
  }

  public Query to(LocalDate day) {
    return new Query(document, source, target, type, status, from, day, limit);
  }

  public Query limit(int most) {
    return new Query(document, source, target, type, status, from, to, most);
  }
}
