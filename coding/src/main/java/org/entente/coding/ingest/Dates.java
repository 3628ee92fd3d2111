package org.entente.coding.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.Precision;
import org.entente.model.TimeSpan;

/** Reads dates of publication. */
public final class Dates {
  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "((?:1[89]|20)\\d\\d)";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE;

  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)" + YEAR + "[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "\\b" + DAY + "[\\s-]+(?:of\\s+)?" + MONTH + ",?[\\s-]+" + YEAR + "\\b", FLAGS);
  private static final Pattern MONTH_DAY =
      Pattern.compile("\\b" + MONTH + "\\s+" + DAY + ",?\\s+" + YEAR + "\\b", FLAGS);
  private static final Pattern MONTH_YEAR =
      Pattern.compile("(?<!\\d(?:st|nd|rd|th)?[\\s-])\\b" + MONTH + ",?\\s+" + YEAR + "\\b", FLAGS);
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d{1,2})([/.-])(\\d{1,2})\\2" + YEAR + "(?!\\d)");
  private static final Pattern PACKED =
      Pattern.compile("^" + YEAR + "(\\d\\d)(\\d\\d)(?:[T ]?\\d{4,6}Z?)?$");
  private static final Pattern YEAR_MONTH = Pattern.compile("^" + YEAR + "-(\\d\\d)$");
  private static final Pattern ONLY_YEAR = Pattern.compile("^" + YEAR + "$");
  private static final Pattern EPOCH = Pattern.compile("^\\d{9,10}(?:\\d{3})?$");
  private static final Pattern OPTION = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private Dates() {}

  /**
   * Reads a date as the command line takes it.
   *
   * @param date {@code 2015-02-25}, {@code 2015-02} or {@code 2015}
   * @return a day, a month or a year
   * @throws IllegalArgumentException saying what was wrong and what to write
   */
  public static TimeSpan parse(String date) {
    Matcher matcher = OPTION.matcher(date.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "unknown date: \"" + date + "\"; write 2015-02-25, 2015-02 or 2015");
    }
    int year = Integer.parseInt(matcher.group(1));
    try {
      if (matcher.group(2) == null) {
        return year(year, null);
      }
      int month = Integer.parseInt(matcher.group(2));
      return matcher.group(3) == null
          ? month(year, month, null)
          : TimeSpan.day(LocalDate.of(year, month, Integer.parseInt(matcher.group(3))));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "no such date: \""
              + date
              + "\" ("
              + e.getMessage()
              + "); write year-month-day, as in 2015-02-25");
    }
  }

  /**
   * The first date in words or figures within a text. Figures whose day and month cannot be told
   * apart (03/02/2015) are no date.
   *
   * @param text a line, not a book
   * @return the date with the words that it was read from; empty if there is none
   */
  static Optional<TimeSpan> find(String text) {
    TimeSpan best = null;
    int at = Integer.MAX_VALUE;
    for (Pattern pattern : List.of(ISO, DAY_MONTH, MONTH_DAY, NUMBERS, MONTH_YEAR)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find() && matcher.start() < at) {
        TimeSpan span = read(pattern, matcher);
        if (span != null) {
          best = span;
          at = matcher.start();
          break;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The date that a field of data holds: as {@link #find} reads it, or {@code 20150225}, {@code
   * 2015-02}, {@code 2015}, or seconds or milliseconds since 1970.
   */
  static Optional<TimeSpan> field(String value) {
    String bare = value.strip();
    try {
      Matcher matcher = PACKED.matcher(bare);
      if (matcher.matches()) {
        return Optional.of(
            day(matcher.group(1), matcher.group(2), matcher.group(3)).withText(bare));
      }
      matcher = YEAR_MONTH.matcher(bare);
      if (matcher.matches()) {
        return Optional.of(
            month(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), bare));
      }
      if (ONLY_YEAR.matcher(bare).matches()) {
        return Optional.of(year(Integer.parseInt(bare), bare));
      }
      if (EPOCH.matcher(bare).matches()) {
        long number = Long.parseLong(bare);
        Instant instant =
            bare.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        return Optional.of(
            TimeSpan.day(instant.atZone(ZoneOffset.UTC).toLocalDate()).withText(bare));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return find(Text.head(bare, 200));
  }

  /** What is left of a line without dates, times, weekdays and time zones. */
  static String without(String line) {
    String rest = line;
    for (Pattern pattern : List.of(ISO, DAY_MONTH, MONTH_DAY, NUMBERS, MONTH_YEAR)) {
      rest = pattern.matcher(rest).replaceAll(" ");
    }
    return rest.replaceAll(
            "(?i)\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b|\\b\\d{1,2}[:.]\\d{2}(?::\\d{2})?\\b|\\bT\\d{2}:\\d{2}\\S*|\\b(?:a\\.?m|p\\.?m|gmt|utc|ksa|es?t|ed?t|[cmp][sd]t|bst|cet|ist|local time|at)\\b\\.?",
            " ")
        .replaceAll("[\\p{P}\\p{S}\\s]+", " ")
        .strip();
  }

  private static TimeSpan read(Pattern pattern, Matcher m) {
    try {
      if (pattern == ISO) {
        return day(m.group(1), m.group(2), m.group(3)).withText(m.group());
      }
      if (pattern == DAY_MONTH) {
        return day(m.group(3), number(m.group(2)), m.group(1)).withText(m.group());
      }
      if (pattern == MONTH_DAY) {
        return day(m.group(3), number(m.group(1)), m.group(2)).withText(m.group());
      }
      if (pattern == MONTH_YEAR) {
        return month(Integer.parseInt(m.group(2)), Integer.parseInt(number(m.group(1))), m.group());
      }
      int first = Integer.parseInt(m.group(1));
      int second = Integer.parseInt(m.group(3));
      boolean dayFirst = first > 12 || m.group(2).equals(".") || first == second;
      if (!dayFirst && second <= 12) {
        return null;
      }
      return day(m.group(4), m.group(dayFirst ? 3 : 1), m.group(dayFirst ? 1 : 3))
          .withText(m.group());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String number(String month) {
    return String.valueOf(MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT)) + 1);
  }

  private static TimeSpan day(String year, String month, String day) {
    return TimeSpan.day(
        LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
  }

  private static TimeSpan month(int year, int month, String text) {
    YearMonth m = YearMonth.of(year, month);
    return new TimeSpan(m.atDay(1), m.atEndOfMonth(), Precision.MONTH, text);
  }

  private static TimeSpan year(int year, String text) {
    return new TimeSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR, text);
  }
}
