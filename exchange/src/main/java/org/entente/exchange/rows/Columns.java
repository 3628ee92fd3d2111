package org.entente.exchange.rows;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns of a table by their names, in whatever case and however their words are parted. */
public final class Columns {
  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  public Columns(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(key(names.get(i)), i);
    }
  }

  /** {@code eventdate} for "Event Date", "event_date" and "EventDate". */
  public static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        key.append(name.charAt(i));
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  /** Place of the first of the names that there is, from 0; -1 if there is none. */
  public int at(String... any) {
    for (String name : any) {
      Integer place = places.get(key(name));
      if (place != null) {
        return place;
      }
    }
    return -1;
  }

  public boolean has(String... all) {
    for (String name : all) {
      if (at(name) < 0) {
        return false;
      }
    }
    return true;
  }

  /** As the file spells them. */
  public List<String> names() {
    return names;
  }

  public int count() {
    return names.size();
  }
}
