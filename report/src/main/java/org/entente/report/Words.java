package org.entente.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.entente.model.Actor;
import org.entente.model.Attribution;
import org.entente.model.Countries;
import org.entente.model.Document;
import org.entente.model.Event;
import org.entente.model.Magnitude;
import org.entente.model.Place;
import org.entente.model.Precision;
import org.entente.model.Span;
import org.entente.model.Status;
import org.entente.model.TimeSpan;

/** What is in a record, in words that a reader of every format gets alike. */
final class Words {
  static final String NO_DATE = "date unknown: give --date";

  /** What the reader of a document should know, but for the date, which is said anyway. */
  static List<String> notes(Document document) {
    return document.notes().stream()
        .filter(note -> !note.startsWith("date of publication unknown"))
        .toList();
  }

  private static final Pattern NUMBER_AT_END =
      Pattern.compile(
          "(?i)(\\d\\S*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen"
              + "|\\w+ty|(dozen|score|hundred|thousand|million|billion)s?|several|many|few|some)$");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private Words() {}

  /** {@code "16 February 2015"}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code "February 2015"}. */
  static String month(LocalDate day) {
    return MONTH.format(day);
  }

  static String name(Actor actor) {
    if (actor.name() != null && !actor.name().isBlank()) {
      return actor.name();
    }
    return actor.text() != null && !actor.text().isBlank() ? actor.text() : actor.id();
  }

  static String title(Document document) {
    return document.title() == null || document.title().isBlank()
        ? document.id()
        : document.title();
  }

  static String type(Event event) {
    return event.mode() == null || event.mode().isBlank()
        ? event.type().name()
        : event.type() + "·" + event.mode();
  }

  static String marker(Status status) {
    return switch (status) {
      case ACTUAL -> " ";
      case PLANNED -> "◷";
      case POSSIBLE -> "?";
      case DEMANDED -> "!";
      case DENIED -> "✗";
    };
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** {@code −10.0}, with a true minus. */
  static String weight(double goldstein) {
    return String.format(Locale.ROOT, "%+.1f", goldstein)
        .replace('-', '−')
        .replaceFirst("^[+−]0\\.0$", "0.0");
  }

  /** {@code "Sirte, Libya"}, or null. */
  static String place(Place place) {
    if (place == null) {
      return null;
    }
    String name = place.name() == null ? place.text() : place.name();
    String country =
        place.country() == null ? null : Countries.name(place.country(), place.country());
    if (name == null) {
      return country;
    }
    return country == null || "country".equals(place.kind()) || country.equalsIgnoreCase(name)
        ? name
        : name + ", " + country;
  }

  /** {@code "21 killed"}, {@code "nearly 1,700 persons"}, {@code "$2 million"}. */
  static String magnitude(Magnitude magnitude) {
    String number =
        magnitude.low() == magnitude.high()
            ? number(magnitude.low())
            : number(magnitude.low()) + "–" + number(magnitude.high());
    String text = magnitude.text() == null ? "" : magnitude.text().strip();
    if (magnitude.kind() == Magnitude.Kind.MONEY) {
      return text.isEmpty()
          ? number + (magnitude.unit() == null ? "" : " " + magnitude.unit())
          : text;
    }
    String kind = lower(magnitude.kind());
    String words = text.isEmpty() ? number : text.replaceFirst("(?i)\\s+of$", "");
    if (words.toLowerCase(Locale.ROOT).contains(kind)) {
      return words;
    }
    // "three patrol boats" says already what is counted, and "14 fishermen" not what befell them.
    boolean noun =
        switch (magnitude.kind()) {
          case PARTICIPANTS, TROOPS, PERSONS, WEAPONS -> true;
          default -> false;
        };
    return noun && !NUMBER_AT_END.matcher(words).find() ? words : words + " " + kind;
  }

  private static String number(double number) {
    return Double.isInfinite(number)
        ? "∞"
        : number == Math.rint(number)
            ? String.format(Locale.ROOT, "%,d", (long) number)
            : String.format(Locale.ROOT, "%,.2f", number);
  }

  /** Who says so, or null where the text says it in its own voice. */
  static String speaker(Attribution attribution) {
    return attribution.speaker() != null ? name(attribution.speaker()) : attribution.words();
  }

  /** {@code "22 February 2015"}, {@code "February 2015"}, {@code "1–10 March 2015"}. */
  static String date(TimeSpan time) {
    LocalDate from = time.from();
    LocalDate to = time.to();
    if (from == null && to == null) {
      return "undated";
    }
    if (from == null) {
      return "until " + DAY.format(to);
    }
    if (to == null) {
      return "from " + DAY.format(from);
    }
    boolean month = from.getYear() == to.getYear() && from.getMonth() == to.getMonth();
    if (from.equals(to)) {
      return DAY.format(from);
    }
    if (time.precision() == Precision.MONTH && month) {
      return MONTH.format(from);
    }
    if (time.precision() == Precision.YEAR && from.getYear() == to.getYear()) {
      return String.valueOf(from.getYear());
    }
    if (month) {
      return from.getDayOfMonth() + "–" + DAY.format(to);
    }
    return (from.getYear() == to.getYear() ? DAY_OF_YEAR : DAY).format(from)
        + " – "
        + DAY.format(to);
  }

  /** How exactly the time is known, in words. */
  static String precision(TimeSpan time) {
    return switch (time.precision()) {
      case DAY -> time.from() != null && time.from().equals(time.to()) ? "to the day" : "some days";
      case WEEK -> "within these days";
      case MONTH -> "to the month";
      case YEAR -> "to the year";
      case UNKNOWN -> time.known() ? "roughly" : "";
    };
  }

  /** The words of a span in one line; empty if there are none. */
  static String words(Document document, Span span) {
    if (span == null || span.end() > document.text().length()) {
      return "";
    }
    return Columns.clean(span.in(document.text()));
  }

  static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
