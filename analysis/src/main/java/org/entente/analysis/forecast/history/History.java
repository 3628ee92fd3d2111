package org.entente.analysis.forecast.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Events as numbers, in the order of their days: who (source) did what (type) to whom (target).
 * Actors, types and days count from 0. Never changed.
 */
public final class History {
  private final LocalDate first;
  private final List<String> actors;
  private final List<String> types;
  private final int[] source;
  private final int[] type;
  private final int[] target;
  private final int[] day;
  private final int[] start;
  private final String[] documents;

  private History(
      LocalDate first,
      List<String> actors,
      List<String> types,
      int[] day,
      int[] source,
      int[] type,
      int[] target,
      String[] documents) {
    this.first = first;
    this.actors = actors;
    this.types = types;
    this.day = day;
    this.source = source;
    this.type = type;
    this.target = target;
    this.documents = documents;
    int days = day.length == 0 ? 0 : day[day.length - 1] + 1;
    start = new int[days + 1];
    for (int one : day) {
      start[one + 1]++;
    }
    for (int d = 0; d < days; d++) {
      start[d + 1] += start[d];
    }
  }

  /** Gathers events in any order. */
  public static final class Builder {
    private final Map<String, Integer> actors = new HashMap<>();
    private final Map<String, Integer> types = new HashMap<>();
    private final List<String> actorNames = new ArrayList<>();
    private final List<String> typeNames = new ArrayList<>();
    private long[] days = new long[1024];
    private int[] codes = new int[3 * 1024];
    private String[] documents = new String[1024];
    private int size;

    /** Number of an actor; known from now on. */
    public int actor(String name) {
      return number(name, actors, actorNames);
    }

    /** Number of a type; known from now on. */
    public int type(String name) {
      return number(name, types, typeNames);
    }

    private static int number(String name, Map<String, Integer> known, List<String> names) {
      Integer number = known.get(name);
      if (number == null) {
        number = names.size();
        known.put(name, number);
        names.add(name);
      }
      return number;
    }

    /**
     * Adds an event.
     *
     * @param document where it is told, or null
     */
    public Builder add(LocalDate day, String source, String type, String target, String document) {
      return add(day, actor(source), type(type), actor(target), document);
    }

    Builder add(LocalDate day, int source, int type, int target, String document) {
      if (size == days.length) {
        days = Arrays.copyOf(days, 2 * size);
        codes = Arrays.copyOf(codes, 6 * size);
        documents = Arrays.copyOf(documents, 2 * size);
      }
      days[size] = day.toEpochDay();
      codes[3 * size] = source;
      codes[3 * size + 1] = type;
      codes[3 * size + 2] = target;
      documents[size++] = document;
      return this;
    }

    /** All that was added, by day; those of one day by source, type and target. */
    public History build() {
      long least = Arrays.stream(days, 0, size).min().orElse(0);
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(
          order,
          (a, b) -> {
            int by = Long.compare(days[a], days[b]);
            for (int i = 0; by == 0 && i < 3; i++) {
              by = Integer.compare(codes[3 * a + i], codes[3 * b + i]);
            }
            return by != 0 ? by : Integer.compare(a, b);
          });
      int[] day = new int[size];
      int[] source = new int[size];
      int[] type = new int[size];
      int[] target = new int[size];
      String[] told = new String[size];
      for (int i = 0; i < size; i++) {
        int from = order[i];
        day[i] = (int) (days[from] - least);
        source[i] = codes[3 * from];
        type[i] = codes[3 * from + 1];
        target[i] = codes[3 * from + 2];
        told[i] = documents[from];
      }
      return new History(
          LocalDate.ofEpochDay(least),
          List.copyOf(actorNames),
          List.copyOf(typeNames),
          day,
          source,
          type,
          target,
          told);
    }
  }

  /** The day with number 0. */
  public LocalDate first() {
    return first;
  }

  /** Number of a day, below 0 or beyond {@link #days()} if no event lies there. */
  public int day(LocalDate date) {
    return (int) (date.toEpochDay() - first.toEpochDay());
  }

  public LocalDate date(int number) {
    return first.plusDays(number);
  }

  /** One more than the number of the last day with an event. */
  public int days() {
    return start.length - 1;
  }

  public int size() {
    return day.length;
  }

  public List<String> actors() {
    return actors;
  }

  public List<String> types() {
    return types;
  }

  /** Number of an actor of this name, or −1. */
  public int actor(String name) {
    return actors.indexOf(name);
  }

  /** Index of the first event of a day or later; {@link #size()} beyond the last day. */
  public int from(int number) {
    return number <= 0 ? 0 : start[Math.min(number, days())];
  }

  public int dayOf(int event) {
    return day[event];
  }

  public int source(int event) {
    return source[event];
  }

  public int type(int event) {
    return type[event];
  }

  public int target(int event) {
    return target[event];
  }

  /** Where an event is told, or null. */
  public String document(int event) {
    return documents[event];
  }

  /** The same actors and types with the events before a day only. */
  public History before(LocalDate date) {
    int end = from(day(date));
    return new History(
        first,
        actors,
        types,
        Arrays.copyOf(day, end),
        Arrays.copyOf(source, end),
        Arrays.copyOf(type, end),
        Arrays.copyOf(target, end),
        Arrays.copyOf(documents, end));
  }
}
