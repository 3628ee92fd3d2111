package org.entente.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.actors.Named;
import org.entente.knowledge.actors.Office;
import org.junit.jupiter.api.Test;

/**
 * Our terms of office against those of the country file of PETRARCH's dictionaries, an independent
 * source.
 *
 * <p>Compared are its records of a plain {@code XXXGOV} (a code that goes on, {@code XXXGOVMED},
 * {@code XXXGOVBUS}, is that of another minister) whose name is one of our persons and whose
 * country is one in which that person is a head of state, head of government or foreign minister of
 * ours. The file draws on two sources. Heads of state and of government are dated to the day.
 * Cabinets are lists as of each month from 2003 on: they run from the first day of a month to the
 * last of another, lag behind by up to three months, and give {@code GOV} to ambassadors and
 * ministers of every kind. By a day's records nearly only heads are compared; the monthly ones, of
 * which more than 400 would differ for these reasons alone, are left out. So are records that end
 * before 1990, where our files begin.
 *
 * <p>A record agrees if it begins and ends within 31 days of some term of ours, or of several that
 * adjoin. Two records of theirs that adjoin within a term of ours, as when a chairman becomes
 * president, agree as well.
 *
 * <p>Every disagreement is settled in {@code settled-office-dates.tsv}: {@code ours} is right, or
 * theirs is another office ({@code other-office}), or theirs was right and our file is corrected by
 * now ({@code theirs-fixed}).
 */
class OfficeDatesTest {
  private static final Set<String> OFFICES =
      Set.of("head_of_state", "head_of_government", "foreign_minister");
  private static final Set<String> VERDICTS = Set.of("ours", "theirs-fixed", "other-office");
  private static final LocalDate BEGIN = LocalDate.of(1990, 1, 1);
  private static final LocalDate MONTHLY_LISTS = LocalDate.of(2003, 1, 1);
  private static final LocalDate END = LocalDate.of(2014, 12, 31);
  private static final long NEAR = 31;
  private static final Pattern CODE =
      Pattern.compile(
          "\\[([A-Z]{3})GOV\\s+(?:(\\d+)\\s*-\\s*(\\d+)|>\\s*(\\d+)|<\\s*(\\d+))\\s*\\]");

  /** From and to; null where it is open. */
  private record Term(LocalDate from, LocalDate to) {
    boolean covers(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    @Override
    public String toString() {
      return (from == null ? "" : from) + ".." + (to == null ? "" : to);
    }
  }

  private record Theirs(String country, Term term) {}

  /** An actor of their file: its names and its dated codes of a government. */
  private record Person(List<String> names, List<Theirs> terms) {}

  private record Key(String country, String person, String theirs) {}

  private record Settled(String ours, String verdict, String note) {}

  private int compared;
  private int agreed;

  @Test
  void everyDisagreementIsSettled() throws IOException {
    Path file =
        Path.of(
            System.getProperty("entente.shared", "../../shared"),
            "data/petrarch-dictionaries/Phoenix.Countries.actors.txt");
    assumeTrue(Files.exists(file), "skipped, for PETRARCH's dictionaries are not here: " + file);
    ActorRegistry actors = Knowledge.bundled().actors();
    Map<Key, String> differing = new LinkedHashMap<>();
    Set<Key> agreeing = new HashSet<>();
    for (Person person : read(file)) {
      compare(actors, person, differing, agreeing);
    }
    Map<Key, Settled> settled = settled();
    long fixed = settled.values().stream().filter(s -> s.verdict.equals("theirs-fixed")).count();
    System.out.printf(
        "Office dates: %d compared, %d agree, %d differ (all settled: %d), %d of ours corrected%n",
        compared, agreed, differing.size(), settled.size() - fixed, fixed);

    List<String> wrong = new ArrayList<>();
    differing.forEach(
        (key, ours) -> {
          Settled row = settled.get(key);
          String both =
              String.join("\t", key.country, key.person, key.theirs, ours).replace("\t", " | ");
          if (row == null) {
            wrong.add("not settled: " + both);
          } else if (row.verdict.equals("theirs-fixed")) {
            wrong.add("settled as corrected, but still differs: " + both);
          } else if (!row.ours.equals(ours)) {
            wrong.add("settled when ours was '" + row.ours + "': " + both);
          }
        });
    settled.forEach(
        (key, row) -> {
          boolean fix = row.verdict.equals("theirs-fixed");
          if (fix ? !agreeing.contains(key) : !differing.containsKey(key)) {
            wrong.add("stale row: " + key + " " + row);
          }
          if (!VERDICTS.contains(row.verdict) || row.note.isBlank()) {
            wrong.add("no verdict or no reason: " + key + " " + row);
          }
        });
    assertThat(wrong).as("settle these in settled-office-dates.tsv").isEmpty();
    assertThat(compared).as("records compared").isGreaterThan(1000);
  }

  private void compare(
      ActorRegistry actors, Person person, Map<Key, String> differing, Set<Key> agreeing) {
    Set<ActorEntry> candidates = new LinkedHashSet<>();
    for (String name : person.names) {
      actors.names().exact(name).stream()
          .map(Named::entry)
          .filter(entry -> entry.kind() == ActorEntry.Kind.PERSON)
          .forEach(candidates::add);
    }
    for (Theirs theirs : person.terms) {
      if (monthly(theirs.term) || theirs.term.to != null && theirs.term.to.isBefore(BEGIN)) {
        continue;
      }
      Key best = null;
      String ours = null;
      int most = -1;
      for (ActorEntry candidate : candidates) {
        List<Office> held =
            actors.officesHeldBy(candidate.id()).stream()
                .filter(office -> office.of().equals(theirs.country.toLowerCase(Locale.ROOT)))
                .filter(office -> OFFICES.contains(office.key()))
                .toList();
        if (held.isEmpty()) {
          continue;
        }
        int score = score(theirs, person.terms, held);
        if (score > most) {
          most = score;
          best = new Key(theirs.country, candidate.name(), theirs.term.toString());
          ours = describe(held);
        }
      }
      if (best == null) {
        continue;
      }
      compared++;
      if (most == 2) {
        agreed++;
        agreeing.add(best);
      } else {
        differing.put(best, ours);
      }
    }
  }

  private static String describe(List<Office> held) {
    return held.stream()
        .filter(office -> office.from() == null || !office.from().isAfter(END))
        .map(office -> office.key() + " " + new Term(office.from(), office.to()))
        .sorted(Comparator.comparing((String text) -> text.substring(text.indexOf(' '))))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** How many of the two ends agree. */
  private static int score(Theirs theirs, List<Theirs> all, List<Office> held) {
    List<Term> terms = held.stream().map(office -> new Term(office.from(), office.to())).toList();
    List<Term> whole = union(terms);
    List<Term> both = new ArrayList<>(terms);
    both.addAll(whole);
    LocalDate from = theirs.term.from;
    LocalDate to = theirs.term.to;
    List<Term> others =
        all.stream()
            .filter(other -> other.country.equals(theirs.country) && !other.equals(theirs))
            .map(Theirs::term)
            .toList();
    boolean begins =
        from == null
            || anyNear(from, both, Term::from)
            || within(from, whole)
                && others.stream()
                    .anyMatch(
                        o ->
                            (o.from == null || o.from.isBefore(from))
                                && o.to != null
                                && near(from, o.to));
    boolean ends =
        to == null
            || to.isAfter(END)
            || anyNear(to, both, Term::to)
            || within(to, whole)
                && others.stream()
                    .anyMatch(
                        o ->
                            (o.to == null || o.to.isAfter(to))
                                && o.from != null
                                && near(to, o.from));
    return (begins ? 1 : 0) + (ends ? 1 : 0);
  }

  private static boolean anyNear(
      LocalDate day, List<Term> terms, Function<Term, LocalDate> boundary) {
    return terms.stream().map(boundary).anyMatch(own -> own != null && near(day, own));
  }

  private static boolean near(LocalDate a, LocalDate b) {
    return Math.abs(ChronoUnit.DAYS.between(a, b)) <= NEAR;
  }

  private static boolean within(LocalDate day, List<Term> terms) {
    return terms.stream().anyMatch(term -> term.covers(day));
  }

  /** Terms that adjoin or overlap as one. */
  private static List<Term> union(List<Term> terms) {
    List<Term> sorted = new ArrayList<>(terms);
    sorted.sort(Comparator.comparing(Term::from, Comparator.nullsFirst(Comparator.naturalOrder())));
    List<Term> merged = new ArrayList<>();
    for (Term term : sorted) {
      Term last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null
          && (last.to == null || term.from == null || !term.from.isAfter(last.to.plusDays(NEAR)))) {
        boolean open = last.to == null || term.to == null;
        LocalDate to = open ? null : last.to.isAfter(term.to) ? last.to : term.to;
        merged.set(merged.size() - 1, new Term(last.from, to));
      } else {
        merged.add(term);
      }
    }
    return merged;
  }

  private static boolean monthly(Term term) {
    if (term.from == null || term.from.isBefore(MONTHLY_LISTS) || term.from.getDayOfMonth() != 1) {
      return false;
    }
    if (term.to == null) {
      return true;
    }
    // they end every February on the 28th
    return term.to.equals(YearMonth.from(term.to).atEndOfMonth())
        || term.to.getMonthValue() == 2 && term.to.getDayOfMonth() == 28;
  }

  private static List<Person> read(Path file) throws IOException {
    List<Person> people = new ArrayList<>();
    Person current = null;
    for (String raw : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      String line = raw.split("[#;]", 2)[0];
      if (line.isBlank()) {
        continue;
      }
      String name = line.split("\\[", 2)[0].replace('_', ' ').strip();
      if (name.startsWith("+") && current != null) {
        current.names.add(name.substring(1).strip());
      } else if (!name.isEmpty()) {
        current = new Person(new ArrayList<>(List.of(name)), new ArrayList<>());
        people.add(current);
      }
      Matcher code = CODE.matcher(line);
      if (current != null && code.find()) {
        LocalDate from = date(code.group(2) != null ? code.group(2) : code.group(4));
        LocalDate to = date(code.group(3) != null ? code.group(3) : code.group(5));
        if (from != null || to != null) {
          current.terms.add(new Theirs(code.group(1), new Term(from, to)));
        }
      }
    }
    return people;
  }

  /** YYMMDD or YYYYMMDD; null if it is neither. */
  private static LocalDate date(String digits) {
    if (digits == null || digits.length() != 6 && digits.length() != 8) {
      return null;
    }
    int cut = digits.length() - 4;
    int year = Integer.parseInt(digits.substring(0, cut));
    if (cut == 2) {
      year += year < 30 ? 2000 : 1900;
    }
    try {
      return LocalDate.of(
          year,
          Integer.parseInt(digits.substring(cut, cut + 2)),
          Integer.parseInt(digits.substring(cut + 2)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Map<Key, Settled> settled() throws IOException {
    Map<Key, Settled> rows = new LinkedHashMap<>();
    Set<Integer> broken = new TreeSet<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                OfficeDatesTest.class.getResourceAsStream("settled-office-dates.tsv"),
                StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.startsWith("#") || line.startsWith("country\t")) {
          continue;
        }
        String[] cells = line.split("\t", -1);
        if (cells.length != 6
            || rows.put(
                    new Key(cells[0], cells[1], cells[2]),
                    new Settled(cells[3], cells[4], cells[5]))
                != null) {
          broken.add(number);
        }
      }
    }
    assertThat(broken).as("lines without six fields, or that stand twice").isEmpty();
    return rows;
  }
}
