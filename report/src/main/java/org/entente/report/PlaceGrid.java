package org.entente.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.entente.store.PlaceCount;
import org.entente.store.PlaceCount.Basis;

/**
 * Places with their events, as a table.
 *
 * @param places those with the most events first
 * @param events how many events were asked for, at a place or not
 * @param atTarget whether events at no place are counted where their target is
 */
public record PlaceGrid(List<PlaceCount> places, long events, boolean atTarget) {
  public PlaceGrid {
    places = List.copyOf(places);
  }

  private long count(Basis basis, boolean located) {
    return places.stream()
        .filter(place -> place.basis() == basis && (place.latitude() != null) == located)
        .mapToLong(PlaceCount::events)
        .sum();
  }

  /** One line: {@code 312 events at 41 places}. */
  public String about() {
    long placed = places.stream().mapToLong(PlaceCount::events).sum();
    return Words.count(placed, "event")
        + " at "
        + Words.count(places.size(), "place")
        + (placed == events ? "" : String.format(Locale.ROOT, " of %,d events", events));
  }

  /** What a reader of table and map has to know. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    long placed = places.stream().mapToLong(PlaceCount::events).sum();
    if (events > placed) {
      notes.add(
          Words.count(events - placed, "event")
              + (events - placed == 1 ? " has" : " have")
              + " no place"
              + (atTarget ? " and no target" : "; --at-actor puts them where their target is"));
    }
    long countries = count(Basis.COUNTRY, true);
    if (countries > 0) {
      notes.add(
          Words.count(countries, "event")
              + " of which only the country is known: in its middle, with a ring");
    }
    long targets = count(Basis.TARGET, true);
    if (targets > 0) {
      notes.add(
          Words.count(targets, "event")
              + " at no place: in the middle of the target's country, not where it happened;"
              + " with a ring");
    }
    long nowhere = 0;
    for (Basis basis : Basis.values()) {
      nowhere += count(basis, false);
    }
    if (nowhere > 0) {
      notes.add(
          Words.count(nowhere, "event")
              + " without coordinates, as of targets that are no country: in the table only");
    }
    return notes;
  }

  /** The table. */
  public Grid grid(int limit) {
    List<List<Object>> rows = new ArrayList<>();
    for (PlaceCount place : places.subList(0, Math.min(limit, places.size()))) {
      rows.add(
          Arrays.asList(
              place.name(),
              place.country(),
              place.events(),
              place.cooperation(),
              place.conflict(),
              place.goldstein(),
              place.first(),
              place.last(),
              place.latitude() == null ? null : Math.round(place.latitude() * 1e4) / 1e4,
              place.longitude() == null ? null : Math.round(place.longitude() * 1e4) / 1e4,
              switch (place.basis()) {
                case PLACE -> "place";
                case COUNTRY -> "country";
                case TARGET -> "target";
              }));
    }
    return new Grid(
        List.of(
            Grid.Column.text("place", "place"),
            Grid.Column.text("country", "in"),
            Grid.Column.count("events", "events"),
            Grid.Column.count("cooperation", "coop."),
            Grid.Column.count("conflict", "confl."),
            Grid.Column.number("goldstein_mean", "mean", 2),
            Grid.Column.text("first_day", "first"),
            Grid.Column.text("last_day", "last"),
            Grid.Column.number("latitude", "lat", 2),
            Grid.Column.number("longitude", "lon", 2),
            Grid.Column.text("basis", "by")),
        rows);
  }
}
