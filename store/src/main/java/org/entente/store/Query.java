package org.entente.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.entente.model.EventType;
import org.entente.model.Quad;
import org.entente.model.Status;

/**
 * Which events are asked for, in which order, and which page of them. What is not said is left
 * open. Built from {@link #ALL}, which is never changed: {@code
 * Query.ALL.source("EGY").target("LBY").from(LocalDate.of(2015, 2, 1))}.
 *
 * <p>Reports of one event that other documents tell as well are left out, see {@link
 * #duplicates(boolean)}, and so are events that a reader has rejected, see {@link
 * #rejected(boolean)}.
 */
public final class Query implements Cloneable {
  /** Every event. */
  public static final Query ALL = new Query();

  /** The order of what is returned. Ties by document and the order in it. */
  public enum Order {
    /** First to last, those of unknown time last. */
    TIME("coalesce(time_from, time_to) NULLS LAST"),
    /** Last to first, those of unknown time last. */
    NEWEST("coalesce(time_from, time_to) DESC NULLS LAST"),
    /** The surest first. */
    CONFIDENCE("confidence DESC"),
    /** The most hostile first. */
    GOLDSTEIN("goldstein");

    final String sql;

    Order(String sql) {
      this.sql = sql;
    }
  }

  private String document;
  private String dataset;
  private ActorFilter source = ActorFilter.ANY;
  private ActorFilter target = ActorFilter.ANY;
  private List<ActorFilter[]> pairs = List.of();
  private Set<EventType> types = Set.of();
  private Set<String> modes = Set.of();
  private Set<String> withoutModes = Set.of();
  private Set<Quad> quads = Set.of();
  private Set<Status> statuses = Set.of();
  private LocalDate from;
  private LocalDate to;
  private Set<String> places = Set.of();
  private double confidence;
  private String text;
  private boolean duplicates;
  private boolean rejected;
  private Order order = Order.TIME;
  private int limit = Integer.MAX_VALUE;
  private long offset;

  private Query() {}

  /** Of the document, or the data set, with this id. */
  public Query document(String id) {
    Query query = copy();
    query.document = id;
    return query;
  }

  /** Imported from this data set; {@code ""} for what was coded from texts. */
  public Query dataset(String id) {
    Query query = copy();
    query.dataset = id;
    return query;
  }

  /** With a source of this country or group code; null for any. */
  public Query source(String code) {
    return source(code == null ? ActorFilter.ANY : ActorFilter.code(code));
  }

  public Query source(ActorFilter filter) {
    Query query = copy();
    query.source = filter;
    return query;
  }

  /** With a target of this country or group code; null for any. */
  public Query target(String code) {
    return target(code == null ? ActorFilter.ANY : ActorFilter.code(code));
  }

  public Query target(ActorFilter filter) {
    Query query = copy();
    query.target = filter;
    return query;
  }

  /** With this actor as source or as target, besides what was asked of actors before. */
  public Query actor(ActorFilter filter) {
    return between(filter, ActorFilter.ANY);
  }

  /**
   * Between these two, whichever of them is the source, besides what was asked of actors before.
   */
  public Query between(ActorFilter one, ActorFilter two) {
    Query query = copy();
    query.pairs = new ArrayList<>(pairs);
    query.pairs.add(new ActorFilter[] {one, two});
    return query;
  }

  /** Of this PLOVER type; null for any. */
  public Query type(EventType only) {
    return types(only == null ? Set.of() : Set.of(only));
  }

  /** Of one of these types; none for any. */
  public Query types(Collection<EventType> any) {
    Query query = copy();
    query.types = Set.copyOf(any);
    return query;
  }

  /** Of one of these modes, PLOVER's or {@code statement}; none for any. */
  public Query modes(Collection<String> any) {
    Query query = copy();
    query.modes = Set.copyOf(any);
    return query;
  }

  /** Of none of these modes; events without a mode are of none. */
  public Query withoutModes(Collection<String> none) {
    Query query = copy();
    query.withoutModes = Set.copyOf(none);
    return query;
  }

  public Query quads(Collection<Quad> any) {
    Query query = copy();
    query.quads = Set.copyOf(any);
    return query;
  }

  /** Happened as far as this; null for any. */
  public Query status(Status only) {
    return statuses(only == null ? Set.of() : Set.of(only));
  }

  public Query statuses(Collection<Status> any) {
    Query query = copy();
    query.statuses = Set.copyOf(any);
    return query;
  }

  /**
   * First day: an event counts if it may have happened on it or later. With {@code from} or {@code
   * to}, events whose time is unknown are left out; null for any.
   *
   * @throws IllegalArgumentException if the last day is before it
   */
  public Query from(LocalDate day) {
    return days(day, to);
  }

  /** Last day, included; null for any. */
  public Query to(LocalDate day) {
    return days(from, day);
  }

  private Query days(LocalDate first, LocalDate last) {
    if (first != null && last != null && last.isBefore(first)) {
      throw new IllegalArgumentException(
          "the last day is before the first: " + first + ", " + last);
    }
    Query query = copy();
    query.from = first;
    query.to = last;
    return query;
  }

  /** At one of these: country codes (ISO 3166-1 alpha-3) or parts of names; none for any. */
  public Query places(Collection<String> any) {
    Query query = copy();
    query.places = Set.copyOf(any);
    return query;
  }

  /** Of at least this confidence, 0 to 1. */
  public Query confidence(double least) {
    if (!(least >= 0 && least <= 1)) {
      throw new IllegalArgumentException("a confidence is from 0 to 1, not " + least);
    }
    Query query = copy();
    query.confidence = least;
    return query;
  }

  /** With these words, in any case, in the sentence, the actors, the place or the mode. */
  public Query text(String words) {
    Query query = copy();
    query.text = words;
    return query;
  }

  /** Whether further reports of an event that is counted already are wanted too. */
  public Query duplicates(boolean wanted) {
    Query query = copy();
    query.duplicates = wanted;
    return query;
  }

  /** Whether events that a reader has rejected are wanted too, see {@link Annotations}. */
  public Query rejected(boolean wanted) {
    Query query = copy();
    query.rejected = wanted;
    return query;
  }

  public Query order(Order by) {
    Query query = copy();
    query.order = by;
    return query;
  }

  /** Most events to return, at least 0. */
  public Query limit(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("a limit is at least 0: " + most);
    }
    Query query = copy();
    query.limit = most;
    return query;
  }

  /** How many to pass over first, at least 0. */
  public Query offset(long first) {
    if (first < 0) {
      throw new IllegalArgumentException("an offset is at least 0: " + first);
    }
    Query query = copy();
    query.offset = first;
    return query;
  }

  public LocalDate from() {
    return from;
  }

  public LocalDate to() {
    return to;
  }

  /** Whether it takes long to say which events match: each text has to be looked at. */
  boolean searches() {
    return text != null;
  }

  public int limit() {
    return limit;
  }

  public long offset() {
    return offset;
  }

  /** {@code WHERE …} for the table events, or nothing; begins with a space. */
  String where() {
    return where(conditions(false));
  }

  /**
   * {@code WHERE …} for what is added up: events that have a day, by which {@code from} and {@code
   * to} take them, and that are not denied, unless a status is asked for.
   */
  String counted() {
    List<String> all = conditions(true);
    all.add("day IS NOT NULL");
    if (statuses.isEmpty()) {
      all.add("status <> 'DENIED'");
    }
    return where(all);
  }

  /**
   * {@code WHERE …} for what matches and is not in {@link #counted()}, or would but for a reader.
   */
  String uncounted() {
    List<String> all = rejected(true).conditions(true);
    all.add(
        "(day IS NULL"
            + (statuses.isEmpty() ? " OR status = 'DENIED'" : "")
            + (rejected ? "" : " OR rejected")
            + ")");
    return where(all);
  }

  private static String where(List<String> all) {
    return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
  }

  private List<String> conditions(boolean byDay) {
    List<String> all = new ArrayList<>();
    if (document != null) {
      all.add("document = " + Sql.literal(document));
    }
    if (dataset != null) {
      all.add(dataset.isEmpty() ? "dataset IS NULL" : "dataset = " + Sql.literal(dataset));
    }
    add(all, source.sql("source"));
    add(all, target.sql("target"));
    for (ActorFilter[] pair : pairs) {
      String one = pair(pair[0].sql("source"), pair[1].sql("target"));
      String two = pair(pair[1].sql("source"), pair[0].sql("target"));
      if (one != null) {
        all.add(one.equals(two) ? one : "(" + one + " OR " + two + ")");
      }
    }
    enums(all, "type", types);
    if (!modes.isEmpty()) {
      all.add(Sql.in("mode", modes));
    }
    if (!withoutModes.isEmpty()) {
      all.add("(mode IS NULL OR NOT " + Sql.in("mode", withoutModes) + ")");
    }
    enums(all, "quad", quads);
    enums(all, "status", statuses);
    if (byDay) {
      if (from != null) {
        all.add("day >= " + Sql.literal(from));
      }
      if (to != null) {
        all.add("day <= " + Sql.literal(to));
      }
    } else {
      if (from != null || to != null) {
        all.add("(time_from IS NOT NULL OR time_to IS NOT NULL)");
      }
      if (from != null) {
        all.add("coalesce(time_to, DATE '9999-12-31') >= " + Sql.literal(from));
      }
      if (to != null) {
        all.add("coalesce(time_from, DATE '0001-01-01') <= " + Sql.literal(to));
      }
    }
    if (!places.isEmpty()) {
      List<String> any = new ArrayList<>();
      for (String place : new TreeSet<>(places)) {
        any.add(
            place.matches("[A-Z]{3}")
                ? "place_country = " + Sql.literal(place)
                : Sql.contains("place_name", place));
      }
      all.add("(" + String.join(" OR ", any) + ")");
    }
    if (confidence > 0) {
      all.add("confidence >= " + String.format(Locale.ROOT, "%s", confidence));
    }
    if (text != null) {
      all.add(
          "("
              + Sql.contains(
                  "concat_ws(' ', source_name, source_text, target_name, target_text, place_name,"
                      + " mode)",
                  text)
              + " OR EXISTS (FROM evidence v JOIN documents d ON d.id = v.document WHERE"
              + " v.document = events.document AND v.event = events.id AND "
              + Sql.contains("substring(d.text, v.span_start + 1, v.span_end - v.span_start)", text)
              + "))");
    }
    if (!duplicates) {
      all.add("duplicate_of IS NULL");
    }
    if (!rejected) {
      all.add("rejected IS NULL");
    }
    return all;
  }

  /** As {@link #where} and the order, for the events that one of the queries finds. */
  static String any(List<Query> queries) {
    List<String> conditions = new ArrayList<>();
    for (Query query : queries) {
      String where = query.where();
      conditions.add(where.isEmpty() ? "true" : "(" + where.substring(" WHERE ".length()) + ")");
    }
    return " WHERE "
        + String.join(" OR ", conditions)
        + queries.get(0).limit(Integer.MAX_VALUE).offset(0).page();
  }

  /**
   * {@code WHERE …} and the order of the page that is asked for. A page is found by its rows' ids
   * first: sorting whole rows for the thousandth page would take long.
   */
  String found() {
    return limit == Integer.MAX_VALUE
        ? where() + page()
        : " WHERE rowid IN (SELECT rowid FROM events" + where() + page() + ")" + sorted();
  }

  /** {@code ORDER BY …}; begins with a space. */
  String sorted() {
    return " ORDER BY " + order.sql + ", document, n";
  }

  /** {@code ORDER BY … LIMIT … OFFSET …}; begins with a space. */
  String page() {
    return sorted()
        + (limit == Integer.MAX_VALUE ? "" : " LIMIT " + limit)
        + (offset == 0 ? "" : " OFFSET " + offset);
  }

  private static String pair(String source, String target) {
    if (source == null || target == null) {
      return source == null ? target : source;
    }
    return "(" + source + " AND " + target + ")";
  }

  private static void add(List<String> all, String condition) {
    if (condition != null) {
      all.add(condition);
    }
  }

  private static <E extends Enum<E>> void enums(List<String> all, String column, Set<E> any) {
    if (!any.isEmpty()) {
      all.add(Sql.in(column, any.stream().sorted().map(Enum::name).toList()));
    }
  }

  private Query copy() {
    try {
      return (Query) clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}
