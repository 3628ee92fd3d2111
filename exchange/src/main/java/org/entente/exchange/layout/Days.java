package org.entente.exchange.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/** Days as data sets write them. */
final class Days {
  private static final List<DateTimeFormatter> OTHERS =
      List.of(format("d MMMM uuuu"), format("d-MMM-uuuu"), format("d MMM uuuu"));

  private Days() {}

  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ENGLISH);
  }

  /**
   * {@code 2015-02-18}, also with a time behind it, {@code 20150218}, {@code 18 February 2015},
   * {@code 18-Feb-2015}.
   *
   * @throws WrongRow if it is none of these: which part of 2/3/2015 is the month is not guessed
   */
  static LocalDate day(String text) throws WrongRow {
    if (text.isEmpty()) {
      throw new WrongRow("no date", "the date is missing");
    }
    try {
      if (text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
        return LocalDate.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10));
      }
      if (text.length() == 8 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return LocalDate.of(
            Integer.parseInt(text, 0, 4, 10),
            Integer.parseInt(text, 4, 6, 10),
            Integer.parseInt(text, 6, 8, 10));
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw new WrongRow("no date", "'" + text + "' is no day of the calendar");
    }
    for (DateTimeFormatter format : OTHERS) {
      try {
        return LocalDate.parse(text, format);
      } catch (DateTimeException e) {
        // the next one
      }
    }
    throw new WrongRow(
        "no date", "'" + text + "' is no date; write 2015-02-18, 20150218 or 18 February 2015");
  }
}
