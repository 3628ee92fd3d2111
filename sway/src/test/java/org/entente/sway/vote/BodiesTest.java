package org.entente.sway.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.sway.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {
  private static Set<String> members(String id, LocalDate day) {
    return Bodies.of(id, day).members().stream().map(Member::id).collect(Collectors.toSet());
  }

  @Test
  void theCouncilHasFifteenMembersOnEveryDay() {
    for (LocalDate day = LocalDate.of(1966, 1, 1); day.getYear() < 2027; day = day.plusDays(9)) {
      checkCouncil(day);
    }
    for (String day :
        List.of(
            "1971-10-24", "1971-10-25", "1990-05-21", "1990-05-22", "1991-12-23", "1991-12-24")) {
      checkCouncil(LocalDate.parse(day));
    }
    for (int year = 1966; year < 2027; year++) {
      checkCouncil(LocalDate.of(year, 1, 1));
      checkCouncil(LocalDate.of(year, 12, 31));
    }
  }

  private static void checkCouncil(LocalDate day) {
    Body council = Bodies.of("UNSC", day);
    assertThat(council.members()).as("" + day).hasSize(15);
    assertThat(council.holders())
        .as("" + day)
        .contains("FRA", "GBR", "USA")
        .contains(day.isBefore(LocalDate.of(1971, 10, 25)) ? "TWN" : "CHN")
        .contains(day.isBefore(LocalDate.of(1991, 12, 24)) ? "SUN" : "RUS")
        .hasSize(5);
  }

  @Test
  void regionsHaveTheirSeats() {
    for (int year = 1966; year < 2027; year++) {
      LocalDate day = LocalDate.of(year, 7, 1);
      Map<String, Long> seats =
          Bodies.lines("unsc.tsv").stream()
              .filter(line -> line.on(day))
              .collect(
                  Collectors.groupingBy(
                      line -> line.get("group"), TreeMap::new, Collectors.counting()));
      // from 2018 on Italy's seat went to the Netherlands, of the same group
      assertThat(seats)
          .as("" + year)
          .isEqualTo(
              Map.of(
                  "Africa", 3L,
                  "Asia-Pacific", 2L,
                  "GRULAC", 2L,
                  "WEOG", 2L,
                  "Eastern Europe", 1L,
                  "permanent", 5L));
    }
  }

  @Test
  void theArabSeatGoesBackAndForthBetweenAfricaAndAsia() {
    Set<String> arab =
        Set.of(
            "ARE BHR DJI DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN QAT SDN SOM SYR TUN YEM YMD"
                .split(" "));
    for (int year = 1968; year < 2027; year++) {
      Set<String> seated = members("UNSC", LocalDate.of(year, 7, 1));
      seated.retainAll(arab);
      assertThat(seated).as("" + year).isNotEmpty();
    }
  }

  @Test
  void electedMembersServeTwoYears() {
    Set<String> others = new TreeSet<>();
    Map<String, Set<LocalDate>> terms = new TreeMap<>();
    for (Bodies.Line line : Bodies.lines("unsc.tsv")) {
      if (line.get("veto").equals("yes")) {
        continue;
      }
      LocalDate from = line.from();
      LocalDate to = line.to();
      if (!to.equals(from.plusYears(2).minusDays(1))) {
        others.add(line.get("member") + " " + from + " " + to);
        assertThat(line.get("note")).isNotEmpty();
      }
      terms.computeIfAbsent(line.get("member"), k -> new TreeSet<>()).add(from);
      assertThat(terms.get(line.get("member")))
          .as("nobody is elected twice running: " + line)
          .doesNotContain(from.minusYears(2));
    }
    assertThat(others)
        .containsExactly(
            "ITA 2017-01-01 2017-12-31",
            "NLD 2018-01-01 2018-12-31",
            "NZL 1966-01-01 1966-12-31",
            "UGA 1966-01-01 1966-12-31",
            "YEM 1990-05-22 1991-12-31",
            "YMD 1990-01-01 1990-05-21");
  }

  @Test
  void theCouncilOf2011() {
    assertThat(members("UNSC", LocalDate.of(2011, 3, 17)))
        .containsExactlyInAnyOrder(
            "CHN FRA GBR RUS USA BIH BRA COL DEU GAB IND LBN NGA PRT ZAF".split(" "));
  }

  /**
   * Those that have served most often, Brazil eleven times, Japan twelve, less their terms before.
   */
  @ParameterizedTest
  @CsvSource({"JPN, 11", "BRA, 7", "ARG, 7", "IND, 7", "PAK, 7", "DEU, 6", "COL, 5"})
  void termsSince1966(String member, int terms) {
    assertThat(Bodies.lines("unsc.tsv").stream().filter(line -> line.get("member").equals(member)))
        .hasSize(terms);
  }

  /** "Growth in United Nations membership", as the UN publishes it, at the end of each year. */
  @ParameterizedTest
  @CsvSource({
    "1945, 51",
    "1946, 55",
    "1947, 57",
    "1948, 58",
    "1949, 59",
    "1950, 60",
    "1955, 76",
    "1956, 80",
    "1957, 82",
    "1958, 82",
    "1960, 99",
    "1961, 104",
    "1962, 110",
    "1964, 115",
    "1965, 117",
    "1966, 122",
    "1967, 123",
    "1968, 126",
    "1970, 127",
    "1971, 132",
    "1973, 135",
    "1974, 138",
    "1975, 144",
    "1976, 147",
    "1977, 149",
    "1978, 151",
    "1979, 152",
    "1980, 154",
    "1981, 157",
    "1983, 158",
    "1984, 159",
    "1990, 159",
    "1991, 166",
    "1992, 179",
    "1993, 184",
    "1994, 185",
    "1999, 188",
    "2000, 189",
    "2002, 191",
    "2006, 192",
    "2011, 193",
    "2026, 193"
  })
  void membersOfTheUnitedNations(int year, int count) {
    int closed = year == 1992 ? 1 : 0; // Czechoslovakia is counted, and gone by the last night
    LocalDate day = LocalDate.of(year, 12, 31 - closed);
    assertThat(members("UNGA", day)).hasSize(count);
  }

  @Test
  void membersOfTheCouncilAreMembersOfTheUnitedNations() {
    for (int year = 1966; year < 2027; year++) {
      LocalDate day = LocalDate.of(year, 7, 1);
      assertThat(members("UNGA", day)).containsAll(members("UNSC", day));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EU-COUNCIL, 1960-01-01, 6",
    "EU-COUNCIL, 1975-01-01, 9",
    "EU-COUNCIL, 1983-01-01, 10",
    "EU-COUNCIL, 1990-01-01, 12",
    "EU-COUNCIL, 2000-01-01, 15",
    "EU-COUNCIL, 2004-06-01, 25",
    "EU-COUNCIL, 2005-06-01, 25",
    "EU-COUNCIL, 2010-06-01, 27",
    "EU-COUNCIL, 2014-01-01, 28",
    "EU-COUNCIL, 2016-06-23, 28",
    "EU-COUNCIL, 2020-02-01, 27",
    "EU-COUNCIL-UNANIMOUS, 2015-01-01, 28",
    "ARAB-LEAGUE, 2010-06-01, 22",
    "ARAB-LEAGUE, 2011-03-12, 21",
    "ARAB-LEAGUE, 2015-02-18, 21",
    "ARAB-LEAGUE, 2024-01-01, 22",
    "NATO, 1950-01-01, 12",
    "NATO, 2011-03-27, 28",
    "NATO, 2026-01-01, 32",
    "GCC, 2015-01-01, 6",
    "OPEC, 2015-01-01, 12",
    "OPEC, 2026-01-01, 12",
    "AU, 2011-03-10, 53",
    "AU, 2026-01-01, 55"
  })
  void sizesOfTheOthers(String id, LocalDate day, int members) {
    assertThat(members(id, day)).hasSize(members);
  }

  @Test
  void everyBodyCanVoteOnItsFirstAndLastDay() {
    assertThat(Bodies.all()).hasSizeGreaterThan(20);
    for (Bodies.Entry entry : Bodies.all()) {
      assertThat(entry.source()).isNotEmpty();
      for (LocalDate day : new LocalDate[] {entry.from(), entry.to()}) {
        if (day != null) {
          Body body = Bodies.of(entry.id(), day);
          assertThat(body.rule()).isEqualTo(entry.rule());
          assertThat(Power.of(body, 1).members()).hasSameSizeAs(body.members());
        }
      }
    }
  }

  @Test
  void qualifiedMajoritiesOfTheTreaties() {
    Map<LocalDate, Integer> votes =
        new TreeMap<>(
            Map.of(
                LocalDate.of(1960, 1, 1), 17,
                LocalDate.of(1975, 1, 1), 58,
                LocalDate.of(1983, 1, 1), 63,
                LocalDate.of(1990, 1, 1), 76,
                LocalDate.of(2000, 1, 1), 87,
                LocalDate.of(2004, 6, 1), 124,
                LocalDate.of(2005, 6, 1), 321,
                LocalDate.of(2010, 6, 1), 345,
                LocalDate.of(2014, 1, 1), 352));
    votes.forEach(
        (day, sum) ->
            assertThat(
                    Bodies.of("EU-COUNCIL", day).members().stream()
                        .mapToInt(member -> member.weights().get("votes").intValueExact())
                        .sum())
                .isEqualTo(sum));
  }

  @Test
  void whoCastAVetoHadOne() throws IOException {
    Map<String, String> codes =
        Map.of("France", "FRA", "Russia", "RUS", "USSR", "SUN", "UK", "GBR", "USA", "USA");
    List<String> lines =
        Files.readAllLines(Reference.file("07-un-voting", "unsc_vetoes_1946_2022.csv"));
    List<String> columns = List.of(lines.get(0).split(","));
    DateTimeFormatter format = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);
    Set<String> casters = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    int vetoes = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      LocalDate day = LocalDate.parse(cells[1], format);
      if (day.getYear() < 1966) {
        continue;
      }
      Set<String> holders = Bodies.of("UNSC", day).holders();
      for (int i = 0; i < columns.size(); i++) {
        String country = columns.get(i);
        if (i >= 5 && cells[i].equals("1")) {
          String code =
              country.equals("China")
                  ? day.isBefore(LocalDate.of(1971, 10, 25)) ? "TWN" : "CHN"
                  : codes.get(country);
          vetoes++;
          casters.add(code);
          if (!holders.contains(code)) {
            wrong.add(line);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(vetoes).isGreaterThan(150);
    assertThat(casters).contains("USA", "RUS", "SUN", "CHN", "FRA", "GBR");
  }

  @Test
  void bodiesThatAreNotThereAreNamed() {
    assertThatThrownBy(() -> Bodies.of("UNSCR", LocalDate.of(2011, 1, 1)))
        .hasMessageStartingWith("no voting body is called UNSCR; there are UNSC, UNSC-PROCEDURE");
    assertThatThrownBy(() -> Bodies.of("UNSC", LocalDate.of(1965, 12, 31)))
        .hasMessage("UN Security Council is not known on 1965-12-31, only from 1966-01-01");
  }
}
