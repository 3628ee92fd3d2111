package org.entente.analysis.forecast.history;

/**
 * What an actor's name says of whose it is: {@code "Police (India)"} is the sector Police of India.
 *
 * @param sector what part it is, {@code ""} for a whole
 * @param country the name in the last bracket, or null if there is none
 */
public record ActorName(String sector, String country) {
  /** Reads a name; underscores count as blanks. */
  public static ActorName of(String name) {
    String clean = name.replace('_', ' ').strip();
    int open = clean.lastIndexOf('(');
    if (open <= 0 || !clean.endsWith(")")) {
      return new ActorName("", null);
    }
    String country = clean.substring(open + 1, clean.length() - 1).strip();
    String sector = clean.substring(0, open).strip();
    return country.isEmpty() || sector.isEmpty()
        ? new ActorName("", null)
        : new ActorName(sector, country);
  }

  /** The country that a name says it is of; the name itself where it says none. */
  public static String whole(String name) {
    String country = of(name).country();
    return country == null ? name : country;
  }
}
