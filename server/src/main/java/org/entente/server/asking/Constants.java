package org.entente.server.asking;

import java.util.Locale;

/** Words that name one of a few things. */
public final class Constants {
  private Constants() {}

  /** The constant of that name, in any case. */
  public static <E extends Enum<E>> E named(String option, Class<E> type, String name) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equalsIgnoreCase(name)) {
        return one;
      }
    }
    StringBuilder all = new StringBuilder();
    for (E one : type.getEnumConstants()) {
      all.append(all.length() == 0 ? "" : ", ").append(one.name().toLowerCase(Locale.ROOT));
    }
    throw new IllegalArgumentException(option + ": no '" + name + "'; there are " + all);
  }
}
