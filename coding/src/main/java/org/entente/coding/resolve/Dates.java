package org.entente.coding.resolve;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.Precision;
import org.entente.model.Span;
import org.entente.model.TimeSpan;

/**
 * Finds expressions of time and resolves them against the date of publication and the day last
 * spoken of.
 */
public final class Dates {
  /**
   * An expression of time.
   *
   * @param span where it stands in the document
   * @param time what it means
   */
  public record Expression(Span span, TimeSpan time) {}

  private static final String MONTHS =
      "(January|Jan\\.?|February|Feb\\.?|March|Mar\\.?|April|Apr\\.?|May|June|Jun\\.?|July|Jul\\.?|August|Aug\\.?"
          + "|September|Sept?\\.?|October|Oct\\.?|November|Nov\\.?|December|Dec\\.?)";
  private static final String DAYS = "(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
  private static final String NUMBER =
      "(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|a couple of)";

  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\b(?:the )?" + MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,? (\\d{4})\\b)?");
  private static final Pattern DAY_MONTH =
      Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTHS + "(?:,? (\\d{4})\\b)?");
  private static final Pattern PART_OF_MONTH =
      Pattern.compile(
          "\\b(?:the )?(beginning of|start of|early|middle of|mid|end of|late|later|earlier)[ -](?:in )?"
              + MONTHS
              + "(?:,? (\\d{4})\\b)?");
  private static final Pattern MONTH =
      Pattern.compile(
          "\\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Nn]ext|[Tt]his|[Dd]uring|[Bb]y|[Uu]ntil|of) "
              + MONTHS
              + "\\b(?! \\d{1,2}\\b)(?:,? (?:of )?(\\d{4})\\b)?");
  private static final Pattern YEAR =
      Pattern.compile(
          "\\b(?:[Ii]n|[Ss]ince|[Ll]ate|[Ee]arly|[Dd]uring|of|mid-?) ?((?:19|20)\\d{2})\\b(?!s)");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "\\b(?:(last|next|this|on|late|early|since|by|from|until)\\s+)?" + DAYS + "\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AGO =
      Pattern.compile(
          "\\b" + NUMBER + " (day|week|month|year)s? (ago|earlier|later)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RELATIVE =
      Pattern.compile(
          "\\b(yesterday|today|tonight|tomorrow|the day before yesterday|(?:on )?the same day|(?:on )?that day|the previous day|the day before"
              + "|the next day|the following day|a day later|in the evening|in the morning|in the afternoon|later in the day|that evening|the same evening"
              + "|(?:earlier |later )?(?:this|last|next) (?:week|month|year)|the past week|the past month|in recent days|in the coming days|in recent weeks|in the coming weeks|last night|overnight|this morning|this evening)\\b",
          Pattern.CASE_INSENSITIVE);
  private final TimeSpan published;
  private LocalDate lastDay;

  /**
   * @param published date of publication; only one known to the day resolves weekdays and
   *     "yesterday"
   */
  public Dates(TimeSpan published) {
    this.published = published;
  }

  /** The expressions of the next sentence, in the order of the text, not overlapping. */
  public List<Expression> next(String text, Span sentence) {
    String words = sentence.in(text);
    List<Expression> found = new ArrayList<>();
    each(ISO, words, found, sentence, m -> day(number(m, 1), number(m, 2), number(m, 3)));
    each(MONTH_DAY, words, found, sentence, m -> day(m.group(3), month(m.group(1)), number(m, 2)));
    each(DAY_MONTH, words, found, sentence, m -> day(m.group(3), month(m.group(2)), number(m, 1)));
    each(
        PART_OF_MONTH,
        words,
        found,
        sentence,
        m -> part(m.group(1), month(m.group(2)), m.group(3)));
    each(MONTH, words, found, sentence, m -> month(m.group(), month(m.group(1)), m.group(2)));
    each(AGO, words, found, sentence, m -> ago(m));
    each(RELATIVE, words, found, sentence, m -> relative(m.group(1).toLowerCase(Locale.ROOT)));
    each(WEEKDAY, words, found, sentence, m -> weekday(m.group(1), m.group(2)));
    each(YEAR, words, found, sentence, m -> year(number(m, 1)));
    found.sort((a, b) -> a.span().compareTo(b.span()));
    for (Expression expression : found) {
      if (expression.time().precision() == Precision.DAY && expression.time().from() != null) {
        lastDay = expression.time().from();
      }
    }
    return found;
  }

  private interface Reader {
    TimeSpan read(Matcher match);
  }

  private static void each(
      Pattern pattern, String words, List<Expression> found, Span sentence, Reader reader) {
    Matcher match = pattern.matcher(words);
    while (match.find()) {
      Span span = new Span(sentence.start() + match.start(), sentence.start() + match.end());
      if (found.stream().anyMatch(other -> other.span().overlaps(span))) {
        continue;
      }
      TimeSpan time = reader.read(match);
      if (time != null) {
        found.add(new Expression(span, time.withText(match.group())));
      }
    }
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private static int month(String name) {
    String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
    return "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(start) / 3 + 1;
  }

  private TimeSpan day(int year, int month, int day) {
    try {
      return TimeSpan.day(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private TimeSpan day(String year, int month, int day) {
    if (year != null) {
      return day(Integer.parseInt(year), month, day);
    }
    if (!published.known()) {
      return day < 1 || day > 31 ? null : new TimeSpan(null, null, Precision.UNKNOWN, null);
    }
    TimeSpan best = null;
    for (int offset = -1; offset <= 1; offset++) {
      TimeSpan candidate = day(anchor().getYear() + offset, month, day);
      if (candidate != null
          && (best == null || distance(candidate.from()) < distance(best.from()))) {
        best = candidate;
      }
    }
    return best;
  }

  /** News looks back more than forward: a day ahead counts double. */
  private long distance(LocalDate day) {
    long days = day.toEpochDay() - anchor().toEpochDay();
    return days > 0 ? 2 * days : -days;
  }

  private LocalDate anchor() {
    return published.to() != null ? published.to() : published.from();
  }

  private boolean dayKnown() {
    return published.known() && published.precision() == Precision.DAY;
  }

  private YearMonth nearest(int month, String year) {
    if (year != null) {
      return YearMonth.of(Integer.parseInt(year), month);
    }
    if (!published.known()) {
      return null;
    }
    YearMonth best = null;
    for (int offset = -1; offset <= 1; offset++) {
      YearMonth candidate = YearMonth.of(anchor().getYear() + offset, month);
      if (best == null || distance(candidate.atDay(15)) < distance(best.atDay(15))) {
        best = candidate;
      }
    }
    return best;
  }

  private TimeSpan month(String words, int month, String year) {
    YearMonth found = nearest(month, year);
    if (found == null) {
      return new TimeSpan(null, null, Precision.UNKNOWN, null);
    }
    if (year == null
        && words.toLowerCase(Locale.ROOT).startsWith("last")
        && !found.isBefore(YearMonth.from(anchor()))) {
      found = found.minusYears(1);
    }
    if (year == null
        && words.toLowerCase(Locale.ROOT).startsWith("next")
        && !found.isAfter(YearMonth.from(anchor()))) {
      found = found.plusYears(1);
    }
    return new TimeSpan(found.atDay(1), found.atEndOfMonth(), Precision.MONTH, null);
  }

  private TimeSpan part(String part, int month, String year) {
    YearMonth found = nearest(month, year);
    if (found == null) {
      return new TimeSpan(null, null, Precision.UNKNOWN, null);
    }
    return switch (part) {
      case "beginning of", "start of", "early", "earlier" ->
          new TimeSpan(found.atDay(1), found.atDay(10), Precision.WEEK, null);
      case "middle of", "mid" ->
          new TimeSpan(found.atDay(11), found.atDay(20), Precision.WEEK, null);
      default -> new TimeSpan(found.atDay(21), found.atEndOfMonth(), Precision.WEEK, null);
    };
  }

  private static TimeSpan year(int year) {
    return new TimeSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR, null);
  }

  private TimeSpan weekday(String before, String name) {
    if (!dayKnown()) {
      return new TimeSpan(null, null, Precision.UNKNOWN, null);
    }
    DayOfWeek wanted = DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    String word = before == null ? "" : before.toLowerCase(Locale.ROOT);
    LocalDate day =
        switch (word) {
          case "next" -> anchor().with(TemporalAdjusters.next(wanted));
          case "last" -> anchor().with(TemporalAdjusters.previous(wanted));
          default -> anchor().with(TemporalAdjusters.previousOrSame(wanted));
        };
    return TimeSpan.day(day);
  }

  private TimeSpan ago(Matcher match) {
    if (!dayKnown()) {
      return new TimeSpan(null, null, Precision.UNKNOWN, null);
    }
    String count = match.group(1).toLowerCase(Locale.ROOT);
    int n = NumberWords.count(count);
    boolean vague = count.matches("several|a few|a couple of");
    boolean ago = match.group(3).equalsIgnoreCase("ago");
    LocalDate base = ago || lastDay == null ? anchor() : lastDay;
    int sign = match.group(3).equalsIgnoreCase("later") ? 1 : -1;
    return switch (match.group(2).toLowerCase(Locale.ROOT)) {
      case "day" ->
          vague
              ? ordered(base.plusDays(sign * 7L), base.plusDays(sign * 2L), Precision.WEEK)
              : TimeSpan.day(base.plusDays((long) sign * n));
      case "week" -> {
        LocalDate day = base.plusWeeks((long) sign * n);
        yield new TimeSpan(day.minusDays(3), day.plusDays(3), Precision.WEEK, null);
      }
      case "month" -> {
        YearMonth month = YearMonth.from(base).plusMonths((long) sign * n);
        yield new TimeSpan(month.atDay(1), month.atEndOfMonth(), Precision.MONTH, null);
      }
      default -> year(base.getYear() + sign * n);
    };
  }

  private static TimeSpan ordered(LocalDate a, LocalDate b, Precision precision) {
    return a.isBefore(b)
        ? new TimeSpan(a, b, precision, null)
        : new TimeSpan(b, a, precision, null);
  }

  private TimeSpan relative(String words) {
    boolean anaphoric =
        words.matches(
            ".*(same|that|previous day|next day|following day|day later|day before|in the evening|in the morning|in the afternoon|later in the day).*");
    LocalDate base = anaphoric && lastDay != null ? lastDay : dayKnown() ? anchor() : null;
    if (base == null) {
      return new TimeSpan(null, null, Precision.UNKNOWN, null);
    }
    switch (words) {
      case "the day before yesterday":
        return TimeSpan.day(base.minusDays(2));
      case "yesterday", "the previous day", "the day before", "last night", "overnight":
        return TimeSpan.day(base.minusDays(1));
      case "tomorrow", "the next day", "the following day", "a day later":
        return TimeSpan.day(base.plusDays(1));
      case "in recent days", "the past week":
        return new TimeSpan(base.minusDays(7), base, Precision.WEEK, null);
      case "in recent weeks", "the past month":
        return new TimeSpan(base.minusDays(30), base, Precision.MONTH, null);
      case "in the coming days":
        return new TimeSpan(base, base.plusDays(7), Precision.WEEK, null);
      case "in the coming weeks":
        return new TimeSpan(base, base.plusDays(30), Precision.MONTH, null);
      default:
        break;
    }
    int shift = words.contains("last ") ? -1 : words.contains("next ") ? 1 : 0;
    if (words.endsWith("week")) {
      LocalDate monday =
          base.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(shift);
      return new TimeSpan(monday, monday.plusDays(6), Precision.WEEK, null);
    }
    if (words.endsWith("month")) {
      YearMonth month = YearMonth.from(base).plusMonths(shift);
      return new TimeSpan(month.atDay(1), month.atEndOfMonth(), Precision.MONTH, null);
    }
    if (words.endsWith("year")) {
      return year(base.getYear() + shift);
    }
    return TimeSpan.day(base);
  }
}
