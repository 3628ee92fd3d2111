package org.entente.sway.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LeaningsTest {
  private static final Body COUNCIL = Bodies.of("UNSC", LocalDate.of(2011, 3, 17));

  /** Libya, 17 March 2011: ten for, five abstaining. */
  private static Map<String, Choice> resolution1973() {
    Map<String, Choice> votes = new HashMap<>();
    for (Member member : COUNCIL.members()) {
      votes.put(member.id(), Choice.YES);
    }
    for (String member : List.of("BRA", "CHN", "DEU", "IND", "RUS")) {
      votes.put(member, Choice.ABSTAIN);
    }
    return votes;
  }

  @Test
  void resolution1973Passes() {
    Roll roll = COUNCIL.count(resolution1973());
    assertThat(roll.passed()).isTrue();
    assertThat(roll.yes())
        .containsExactlyInAnyOrder(
            "FRA", "GBR", "USA", "BIH", "COL", "GAB", "LBN", "NGA", "PRT", "ZAF");
    assertThat(roll.abstain()).containsExactlyInAnyOrder("BRA", "CHN", "DEU", "IND", "RUS");
    assertThat(roll.no()).isEmpty();
    assertThat(roll.vetoed()).isEmpty();
    Odds odds = Leanings.certain(COUNCIL, resolution1973()).odds();
    assertThat(odds.chance()).isEqualTo(1);
    assertThat(odds.veto()).isZero();
    assertThat(odds.vetoed()).isZero();
    for (Odds.Effect effect : odds.members()) {
      boolean permanent = COUNCIL.holders().contains(effect.member());
      assertThat(effect.no()).as(effect.member()).isEqualTo(permanent ? 0 : 1);
      assertThat(effect.abstain()).isEqualTo(1); // nine of ten would have been enough
    }
    assertThat(Leanings.certain(COUNCIL, resolution1973()).toBeCertain(5).size()).isZero();
  }

  @Test
  void aNoOfAnyPermanentMemberWouldHaveDefeatedIt() {
    for (String permanent : COUNCIL.holders()) {
      Map<String, Choice> votes = resolution1973();
      votes.put(permanent, Choice.NO);
      Roll roll = COUNCIL.count(votes);
      assertThat(roll.passed()).isFalse();
      assertThat(roll.vetoed()).containsExactly(permanent);
      Odds odds = Leanings.certain(COUNCIL, votes).odds();
      assertThat(odds.chance()).isZero();
      assertThat(odds.veto()).isEqualTo(1);
      assertThat(odds.vetoed()).isEqualTo(1);
      Leanings.Certain certain = Leanings.certain(COUNCIL, votes).toBeCertain(5);
      assertThat(certain.size()).isEqualTo(1);
      assertThat(certain.count()).isEqualTo(1);
      assertThat(certain.sets()).containsExactly(List.of(permanent));
    }
    Map<String, Choice> votes = resolution1973();
    votes.put("BRA", Choice.NO);
    assertThat(COUNCIL.count(votes).passed()).isTrue();
  }

  @Test
  void twoMoreAbstentionsWouldHaveDefeatedIt() {
    Map<String, Choice> votes = resolution1973();
    votes.put("NGA", Choice.ABSTAIN);
    votes.remove("ZAF"); // absent
    assertThat(COUNCIL.count(votes).passed()).isFalse();
    Leanings leanings = Leanings.certain(COUNCIL, votes);
    Leanings.Certain certain = leanings.toBeCertain(3);
    assertThat(certain.size()).isEqualTo(1);
    assertThat(certain.count()).isEqualTo(7);
    assertThat(certain.sets()).hasSize(3).doesNotHaveDuplicates();
    assertThat(leanings.odds().vetoed()).isZero();
    List<Leanings.Persuasion> persuasions = leanings.toPersuade(3);
    assertThat(persuasions).hasSize(1);
    assertThat(persuasions.get(0).chance()).isEqualTo(1);
    assertThat(persuasions.get(0).best()).isTrue();
  }

  @Test
  void theGeneralAssemblyDoesNotCountAbstentions() {
    LocalDate day = LocalDate.of(2014, 3, 27);
    Body assembly = Bodies.of("UNGA-IMPORTANT", day);
    assertThat(assembly.members()).hasSize(193);
    // territorial integrity of Ukraine: 100 for, 11 against, 58 abstaining
    Map<String, Choice> votes = new HashMap<>();
    for (int i = 0; i < 169; i++) {
      votes.put(
          assembly.members().get(i).id(),
          i < 100 ? Choice.YES : i < 111 ? Choice.NO : Choice.ABSTAIN);
    }
    assertThat(assembly.count(votes).passed()).isTrue();
    for (int i = 111; i < 151; i++) {
      votes.put(assembly.members().get(i).id(), Choice.NO);
    }
    assertThat(assembly.count(votes).passed()).isFalse(); // 100 to 51
    votes.put(assembly.members().get(111).id(), Choice.ABSTAIN);
    assertThat(assembly.count(votes).passed()).isTrue(); // 100 to 50 is two thirds
    assertThat(Bodies.of("UNGA", day).count(Map.of("RUS", Choice.YES)).passed()).isTrue();
    assertThat(Bodies.of("UNGA", day).count(Map.of()).passed()).isFalse();
    Odds odds = Leanings.of(assembly, Map.of(), new Leaning(.5, .2, .3)).odds();
    assertThat(odds.chance()).isBetween(.1, .3);
    assertThat(odds.members().get(0).yes()).isGreaterThan(odds.members().get(0).abstain());
  }

  @Test
  void lisbonOfTwentySevenIsExact() {
    Body council = Bodies.of("EU-COUNCIL", LocalDate.of(2024, 6, 1));
    Leanings leanings = Leanings.of(council, Map.of("DEU", Leaning.NO), new Leaning(.8, .1, .1));
    Odds odds = leanings.odds();
    assertThat(odds.chance()).isBetween(.3, .9);
    assertThat(odds.pivotal().get(0).pivotal()).isGreaterThan(.1);
    assertThat(odds.members()).allMatch(effect -> effect.abstain() == effect.no());
    assertThat(leanings.with("DEU", Leaning.YES).chance())
        .isEqualTo(odds.members().get(council.place("DEU")).yes(), within(1e-12));
    // 15 countries of 65 %: of the smallest sets the one that is likeliest anyway
    Leanings.Certain certain = leanings.toBeCertain(2);
    assertThat(certain.size()).isEqualTo(15);
    Map<String, Choice> won = new HashMap<>();
    certain.sets().get(0).forEach(member -> won.put(member, Choice.YES));
    assertThat(council.count(won).passed()).isTrue();
    assertThat(certain.sets().get(0)).doesNotContain("DEU");
    assertThat(leanings.toPersuade(1).get(0).members()).containsExactly("DEU");
  }

  @Property(tries = 60)
  void chancesEqualEnumeration(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
    Body body = Games.random(n, seed, true);
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Leaning> leanings = new HashMap<>();
    List<Leaning> list = new ArrayList<>();
    for (Member member : body.members()) {
      double yes = random.nextInt(5) / 4.;
      double abstain = (1 - yes) * random.nextInt(3) / 2.;
      list.add(new Leaning(yes, abstain, 1 - yes - abstain));
      leanings.put(member.id(), list.get(list.size() - 1));
    }
    double chance = 0;
    double veto = 0;
    double vetoed = 0;
    double[][] fixed = new double[n][3];
    Choice[] votes = new Choice[n];
    for (int way = 0; way < Math.pow(3, n); way++) {
      double weight = 1;
      boolean any = false;
      Choice[] mild = new Choice[n];
      for (int i = 0, rest = way; i < n; i++, rest /= 3) {
        votes[i] = Choice.values()[rest % 3];
        weight *= list.get(i).chance(votes[i]);
        boolean no = votes[i] == Choice.NO && body.members().get(i).veto();
        any |= no;
        mild[i] = no ? Choice.ABSTAIN : votes[i];
      }
      boolean passes = body.formula().passes(votes, null);
      chance += passes ? weight : 0;
      veto += any ? weight : 0;
      vetoed += !passes && body.formula().passes(mild, null) ? weight : 0;
      for (int i = 0; i < n && passes; i++) {
        double others = 1;
        for (int j = 0; j < n; j++) {
          others *= j == i ? 1 : list.get(j).chance(votes[j]);
        }
        fixed[i][votes[i].ordinal()] += others;
      }
    }
    Leanings asked = Leanings.of(body, leanings, null);
    Odds odds = asked.odds();
    assertThat(odds.chance()).isEqualTo(chance, within(1e-12));
    assertThat(asked.chance()).isEqualTo(chance, within(1e-12));
    assertThat(odds.veto()).isEqualTo(veto, within(1e-12));
    assertThat(odds.vetoed()).isEqualTo(vetoed, within(1e-12));
    for (int i = 0; i < n; i++) {
      Odds.Effect effect = odds.members().get(i);
      assertThat(effect.yes()).isEqualTo(fixed[i][0], within(1e-12));
      assertThat(effect.abstain()).isEqualTo(fixed[i][1], within(1e-12));
      assertThat(effect.no()).isEqualTo(fixed[i][2], within(1e-12));
      assertThat(effect.pivotal()).isGreaterThanOrEqualTo(-1e-12);
    }
    checkWinningSets(body, list, asked);
  }

  private static void checkWinningSets(Body body, List<Leaning> list, Leanings asked) {
    int n = list.size();
    int least = n + 1;
    int many = 0;
    double[] best = new double[n + 1];
    for (int set = 0; set < 1 << n; set++) {
      Choice[] votes = new Choice[n];
      boolean open = true;
      Leanings won = asked;
      for (int i = 0; i < n; i++) {
        boolean in = (set >> i & 1) == 1;
        votes[i] = in ? Choice.YES : list.get(i).worst();
        open &= !in || list.get(i).yes() < 1;
        won = in ? won.with(body.members().get(i).id(), Leaning.YES) : won;
      }
      int size = Integer.bitCount(set);
      if (open && body.formula().passes(votes, null)) {
        many = size < least ? 1 : size == least ? many + 1 : many;
        least = Math.min(least, size);
      }
      best[size] = Math.max(best[size], won.chance());
    }
    Leanings.Certain certain = asked.toBeCertain(100);
    assertThat(certain.size()).isEqualTo(least);
    assertThat(certain.count()).isEqualTo(many);
    assertThat(certain.sets()).hasSize(many).doesNotHaveDuplicates();
    for (List<String> set : certain.sets()) {
      assertThat(set).hasSize(least);
    }
    for (Leanings.Persuasion persuasion : asked.toPersuade(3)) {
      assertThat(persuasion.best()).isTrue();
      assertThat(persuasion.chance()).isEqualTo(best[persuasion.members().size()], within(1e-12));
    }
  }

  @Test
  void leaningsFromGains() {
    assertThat(Leaning.ofGain(5, 2, 0)).isEqualTo(Leaning.YES);
    assertThat(Leaning.ofGain(1, 2, 0)).isEqualTo(Leaning.ABSTAIN);
    assertThat(Leaning.ofGain(-3, 2, 0)).isEqualTo(Leaning.NO);
    Leaning even = Leaning.ofGain(0, 1, 1);
    assertThat(even.yes()).isEqualTo(even.no()).isEqualTo(1 / (1 + Math.E), within(1e-15));
    assertThat(Leaning.ofGain(.3, 0, 1).abstain()).isEqualTo(0, within(1e-12));
    assertThatThrownBy(() -> Leaning.ofGain(1, -1, 1)).hasMessageContaining("at least 0");
    assertThatThrownBy(() -> new Leaning(.5, .2, .2))
        .hasMessageContaining("add up to 1, not 0.5 + 0.2 + 0.2");
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> COUNCIL.count(Map.of("EGY", Choice.YES)))
        .hasMessageStartingWith("EGY is no member of UN Security Council");
    assertThatThrownBy(() -> Leanings.of(COUNCIL, Map.of("RUS", Leaning.NO), null))
        .hasMessageContaining("has no leaning");
    List<Member> members = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 60; i++) {
      members.add(
          new Member(
              "M" + i, false, Map.of("votes", BigDecimal.valueOf(random.nextLong(1L << 40)))));
    }
    Body odd = new Body("ODD", "the odd body", members, Rule.parse("votes > 1/2 of all"));
    assertThatThrownBy(() -> Leanings.of(odd, Map.of(), Leaning.YES).odds())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("round them");
  }
}
