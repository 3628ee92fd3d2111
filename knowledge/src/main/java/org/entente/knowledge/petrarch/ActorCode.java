package org.entente.knowledge.petrarch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code and when it holds.
 *
 * @param code null for {@code ---}: no actor
 * @param clipped whether a day that the calendar does not have was moved into its month
 */
record ActorCode(Line line, String code, LocalDate from, LocalDate to, boolean clipped) {
  private static final Pattern SHAPE =
      Pattern.compile("(\\S+?)\\s*(?:([<>])\\s*(\\d+)|(\\d+)\\s*-\\s*(\\d+))?");
  private static final int TURN = 30;

  /** Why a restriction is no code. */
  static final class NoCode extends Exception {
    private static final long serialVersionUID = 1L;

    NoCode(String reason) {
      super(reason);
    }
  }

  /** Reads what stands between the brackets. */
  static ActorCode of(Line line, String text) throws NoCode {
    Matcher shape = SHAPE.matcher(text.strip());
    if (!shape.matches()) {
      throw new NoCode("neither a code nor a code with dates");
    }
    String code = shape.group(1).toUpperCase(Locale.ROOT);
    if (code.equals("---")) {
      code = null;
    } else if (!code.matches("[A-Z]{2}[A-Z0-9]*")) {
      throw new NoCode("a code has letters and digits only");
    }
    String from = ">".equals(shape.group(2)) ? shape.group(3) : shape.group(4);
    String to = "<".equals(shape.group(2)) ? shape.group(3) : shape.group(5);
    LocalDate first = from == null ? null : day(from);
    LocalDate last = to == null ? null : day(to);
    if (first != null && last != null && last.isBefore(first)) {
      throw new NoCode("the dates end before they begin");
    }
    boolean clipped = from != null && !written(first, from) || to != null && !written(last, to);
    return new ActorCode(line, code, first, last, clipped);
  }

  private static LocalDate day(String digits) throws NoCode {
    if (digits.length() != 6 && digits.length() != 8) {
      throw new NoCode("a date has six or eight digits");
    }
    int yearDigits = digits.length() - 4;
    int year = Integer.parseInt(digits.substring(0, yearDigits));
    if (yearDigits == 2) {
      year += year > TURN ? 1900 : 2000;
    }
    int month = Integer.parseInt(digits.substring(yearDigits, yearDigits + 2));
    int day = Integer.parseInt(digits.substring(yearDigits + 2));
    if (month < 1 || month > 12 || day > 31 || year < 1) {
      throw new NoCode("no such day in any month");
    }
    YearMonth in = YearMonth.of(year, month);
    return in.atDay(Math.max(1, Math.min(day, in.lengthOfMonth())));
  }

  private static boolean written(LocalDate day, String digits) {
    return digits.endsWith(String.format(Locale.ROOT, "%02d", day.getDayOfMonth()));
  }

  boolean dated() {
    return from != null || to != null;
  }
}
