package org.entente.store;

/** At which level actors are put together. */
public enum Level {
  /** By country or group code: Sisi, the Egyptian army and Egypt are {@code EGY}. */
  COUNTRY("code"),
  /** By actor of the registry: {@code egy/abdel-fattah-al-sisi}. */
  ACTOR("id");

  private final String column;

  Level(String column) {
    this.column = column;
  }

  /** The column of a side of an event: {@code source_code}. */
  String column(String side) {
    return side + '_' + column;
  }
}
