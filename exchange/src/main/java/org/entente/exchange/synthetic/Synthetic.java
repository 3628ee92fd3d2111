package org.entente.exchange.synthetic;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.entente.knowledge.Knowledge;
import org.entente.knowledge.actors.ActorEntry;
import org.entente.knowledge.actors.ActorRegistry;
import org.entente.knowledge.ontology.CameoCode;

/**
 * Made-up events in the layout of ICEWS, as many as wanted, day by day from 1995 to 2025: to
 * measure with, and to try out with. The same number and seed make the same bytes.
 *
 * <p>Their shape is that of event data: how much an actor is in the news falls off by a power law;
 * most of what it does is with few others, with each of whom it is on better or worse terms; more
 * is reported from year to year, and less on weekends; and now and then two actors fall out for
 * some weeks, which fills the news. What happened in truth is not in it.
 */
public final class Synthetic {
  private static final LocalDate FIRST = LocalDate.of(1995, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
  private static final int DAYS = (int) ChronoUnit.DAYS.between(FIRST, LAST) + 1;
  private static final int PARTNERS = 12;
  private static final int CRISES = 400;
  private static final double IN_CRISES = 0.15;
  private static final double POWER = 1.1;
  private static final double OFFSET = 6;

  /** Thousandths of events by CAMEO's roots 01 to 20: about what data sets of the field have. */
  private static final int[] ROOTS = {
    130, 60, 100, 250, 95, 20, 20, 30, 20, 30, 85, 30, 20, 20, 5, 10, 70, 30, 60, 1
  };

  private static final String HEADER =
      "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code"
          + "\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number"
          + "\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n";
  private static final List<String> PUBLISHERS =
      List.of("Made-up Agency", "Example Times", "Sample Post", "Daily Specimen", "Placeholder TV");

  private record Code(String code, String text, double goldstein) {}

  /** Who, with what share of the news, and with whom most. */
  private static final class Player {
    final ActorEntry entry;
    final String cells;
    final String place;
    final List<Player> partners = new ArrayList<>();
    final double[] terms = new double[PARTNERS];

    Player(ActorEntry entry, String cells, String place) {
      this.entry = entry;
      this.cells = cells;
      this.place = place;
    }
  }

  private record Crisis(Player one, Player two, int first, int days) {}

  private final Knowledge knowledge;
  private final Random random;
  private final List<Player> players = new ArrayList<>();
  private double[] shares;
  private final List<List<Code>> codes = new ArrayList<>();
  private final List<Crisis> crises = new ArrayList<>();

  private Synthetic(Knowledge knowledge, long seed) {
    this.knowledge = knowledge;
    this.random = new Random(seed);
    fillPlayers();
    fillCodes();
    for (int i = 0; i < CRISES; i++) {
      Player one = any();
      int days = 7 + (int) (-45 * StrictMath.log(1 - random.nextDouble()));
      crises.add(
          new Crisis(one, one.partners.get(random.nextInt(PARTNERS)), random.nextInt(DAYS), days));
    }
  }

  /**
   * Writes a table with a line of names and so many events.
   *
   * @param number at least 1
   * @param out gets text with line feeds; is not closed
   */
  public static void write(Knowledge knowledge, int number, long seed, Appendable out)
      throws IOException {
    if (number < 1) {
      throw new IllegalArgumentException("a number of events is at least 1: " + number);
    }
    new Synthetic(knowledge, seed).write(number, out);
  }

  private void write(int number, Appendable out) throws IOException {
    out.append(HEADER);
    int[] perDay = perDay(number);
    long id = 0;
    StringBuilder row = new StringBuilder();
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      int today = day;
      List<Crisis> now =
          crises.stream().filter(c -> c.first <= today && today < c.first + c.days).toList();
      for (int i = 0; i < perDay[day]; i++) {
        row.setLength(0);
        event(row, ++id, date, now);
        out.append(row);
      }
    }
  }

  /** Twice as many at the end as at the beginning, and half as many on weekends. */
  private int[] perDay(int number) {
    double[] sums = new double[DAYS];
    double sum = 0;
    for (int day = 0; day < DAYS; day++) {
      DayOfWeek weekday = FIRST.plusDays(day).getDayOfWeek();
      sum += (1 + (double) day / DAYS) * (weekday.compareTo(DayOfWeek.FRIDAY) > 0 ? 0.5 : 1);
      sums[day] = sum;
    }
    int[] perDay = new int[DAYS];
    for (int i = 0; i < number; i++) {
      perDay[at(sums)]++;
    }
    return perDay;
  }

  private void event(StringBuilder row, long id, LocalDate day, List<Crisis> now) {
    Player source;
    Player target;
    double terms;
    if (!now.isEmpty() && random.nextDouble() < IN_CRISES) {
      Crisis crisis = now.get(random.nextInt(now.size()));
      boolean forth = random.nextBoolean();
      source = forth ? crisis.one : crisis.two;
      target = forth ? crisis.two : crisis.one;
      terms = -1.5;
    } else {
      source = existing(day);
      int partner = (int) (PARTNERS * random.nextDouble() * random.nextDouble());
      boolean usual = random.nextDouble() < 0.6;
      target = usual ? source.partners.get(partner) : existing(day);
      terms = usual ? source.terms[partner] : 0.3 * random.nextGaussian();
    }
    for (int i = 0; i < 20 && (target == source || !target.entry.existsAt(day)); i++) {
      target = existing(day);
    }
    Code code = code(terms);
    row.append(id).append('\t').append(day).append('\t').append(source.cells);
    row.append('\t').append(code.text).append('\t').append(code.code).append('\t');
    row.append(code.goldstein).append('\t').append(target.cells).append('\t');
    row.append(1 + id / 3).append('\t').append(1 + random.nextInt(6)).append('\t');
    row.append(PUBLISHERS.get((int) (PUBLISHERS.size() * random.nextDouble())));
    Player where = random.nextInt(3) == 0 ? source : target;
    row.append("\t\t\t\t").append(random.nextInt(10) == 0 ? "\t\t" : where.place).append('\n');
  }

  private Player existing(LocalDate day) {
    Player player = any();
    for (int i = 0; i < 50 && !player.entry.existsAt(day); i++) {
      player = any();
    }
    return player;
  }

  private Player any() {
    return players.get(at(shares));
  }

  /** A place of sums, by its share of the last. */
  private int at(double[] sums) {
    double wanted = random.nextDouble() * sums[sums.length - 1];
    int found = java.util.Arrays.binarySearch(sums, wanted);
    return Math.min(found < 0 ? -found - 1 : found, sums.length - 1);
  }

  /** On bad terms conflict is likelier than on good ones. */
  private Code code(double terms) {
    double[] sums = new double[ROOTS.length];
    double sum = 0;
    for (int root = 0; root < ROOTS.length; root++) {
      sum += ROOTS[root] * StrictMath.exp(root < 9 ? terms : -terms);
      sums[root] = sum;
    }
    List<Code> below = codes.get(at(sums));
    double low = random.nextDouble();
    return below.get((int) (below.size() * low * low));
  }

  private void fillPlayers() {
    List<ActorEntry> entries = ranked();
    shares = new double[entries.size()];
    double sum = 0;
    for (ActorEntry entry : entries) {
      String country = entry.countries().isEmpty() ? entry.code() : entry.countries().get(0);
      ActorEntry state = knowledge.actors().find(country);
      boolean known = state != null && state.kind() == ActorEntry.Kind.COUNTRY;
      double[] centre = known ? knowledge.gazetteer().centre(state.code()) : null;
      String name = known ? state.name() : "";
      sum += StrictMath.pow(players.size() + OFFSET, -POWER);
      shares[players.size()] = sum;
      players.add(
          new Player(
              entry,
              entry.name() + "\t\t" + name,
              name
                  + (centre == null
                      ? "\t\t"
                      : String.format(Locale.ROOT, "\t%.3f\t%.3f", centre[0], centre[1]))));
    }
    for (Player player : players) {
      for (int i = 0; i < PARTNERS; i++) {
        Player partner = any();
        for (int again = 0; partner == player && again < 20; again++) {
          partner = any();
        }
        player.partners.add(partner);
        player.terms[i] = 0.8 * random.nextGaussian();
      }
    }
  }

  /**
   * All actors in a random order in which those come early that have many offices and branches in
   * the registry, and states before persons.
   */
  private List<ActorEntry> ranked() {
    Map<ActorEntry, Double> keys = new HashMap<>();
    ActorRegistry registry = knowledge.actors();
    registry.all().stream()
        .sorted(Comparator.comparing(ActorEntry::id))
        .forEach(
            entry -> {
              int known =
                  1 + registry.children(entry.id()).size() + registry.officesOf(entry.id()).size();
              double weight =
                  switch (entry.kind()) {
                    case COUNTRY -> 10;
                    case PERSON -> 0.1;
                    default -> 1;
                  };
              keys.put(entry, -StrictMath.log(1 - random.nextDouble()) / (weight * known));
            });
    return keys.keySet().stream()
        .sorted(Comparator.comparing((ActorEntry e) -> keys.get(e)).thenComparing(ActorEntry::id))
        .toList();
  }

  private void fillCodes() {
    for (int root = 1; root <= ROOTS.length; root++) {
      String start = String.format(Locale.ROOT, "%02d", root);
      List<Code> below = new ArrayList<>();
      knowledge.ontology().cameoCodes().stream()
          .filter(code -> code.code().startsWith(start) && code.code().length() > 2)
          .sorted(Comparator.comparing(CameoCode::code))
          .forEach(c -> below.add(new Code(c.code(), c.text(), c.goldstein())));
      codes.add(below);
    }
  }
}
