package org.entente.cli;

/** Words of an option that name one of a few things. */
final class Constants {
  private Constants() {}

  /** The constant of that name, in any case. */
  static <E extends Enum<E>> E named(String option, Class<E> type, String name) {
    return org.entente.server.asking.Constants.named(option, type, name);
  }
}
