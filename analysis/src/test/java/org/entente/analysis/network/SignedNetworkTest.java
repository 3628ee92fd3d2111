package org.entente.analysis.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.store.DyadDays;
import org.entente.store.DyadDays.Party;
import org.entente.store.DyadDays.Sum;
import org.junit.jupiter.api.Test;

class SignedNetworkTest {
  private static final List<Party> FOUR =
      List.of("A", "B", "C", "D").stream().map(id -> new Party(id, id, id)).toList();

  @Test
  void tiesAreSumsThatHalveWithAge() {
    DyadDays days =
        new DyadDays(
            FOUR,
            List.of(
                new Sum(0, 1, 100, 1, 8),
                new Sum(1, 0, 90, 2, 8),
                new Sum(0, 2, 80, 1, -10),
                new Sum(2, 0, 111, 1, 10),
                new Sum(1, 2, 100, 1, 5),
                new Sum(2, 1, 100, 1, -5)));
    SignedNetwork network = SignedNetwork.of(days, new Decay(100, 10), 1, 10);
    assertThat(network.actors()).extracting(Party::id).containsExactly("A", "B", "C");
    assertThat(network.events()).containsExactly(4, 3, 1);
    assertThat(network.ties())
        .containsExactly(
            new SignedNetwork.Tie(0, 1, 12, 8, 4, 3),
            new SignedNetwork.Tie(0, 2, -2.5, -2.5, 0, 1));
    assertThat(network.zero()).isEqualTo(1);
    assertThat(network.left()).isZero();
    assertThat(SignedNetwork.of(days, new Decay(100, 10), 3, 10).ties()).hasSize(1);
    assertThat(SignedNetwork.of(days, new Decay(100, 10), 1, 2).left()).isEqualTo(1);
    assertThatThrownBy(() -> SignedNetwork.of(days, new Decay(100, 10), 0, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void halfLives() {
    assertThat(Decay.halfLife("90d")).isEqualTo(90);
    assertThat(Decay.halfLife(" 12W ")).isEqualTo(84);
    assertThat(Decay.halfLife("1y")).isEqualTo(365.25);
    assertThat(Decay.halfLife("6m")).isEqualTo(182.625);
    assertThat(Decay.halfLife("45")).isEqualTo(45);
    assertThat(Decay.halfLife("none")).isInfinite();
    for (String wrong : List.of("", "0", "-3d", "90 days", "x", "1e3")) {
      assertThatThrownBy(() -> Decay.halfLife(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + wrong + "'");
    }
  }

  @Test
  void weightsByAge() {
    Decay decay = new Decay((int) LocalDate.of(2015, 6, 30).toEpochDay(), 90);
    assertThat(decay.weight(decay.at())).isEqualTo(1);
    assertThat(decay.weight(decay.at() - 90)).isEqualTo(.5);
    assertThat(decay.weight(decay.at() - 180)).isEqualTo(.25);
    assertThat(decay.weight(decay.at() + 1)).isZero();
    assertThat(decay.words()).isEqualTo("as of 2015-06-30, half-life 90 days");
    assertThat(new Decay(10, Double.POSITIVE_INFINITY).weight(-5000)).isEqualTo(1);
    assertThat(Decay.of(new DyadDays(FOUR, List.of(new Sum(0, 1, 7, 1, 1))), null, 1).at())
        .isEqualTo(7);
  }

  /** Two friends and two friends, hostile to each other: by hand. */
  @Test
  void signedModularityByHand() {
    double[][] ties = {{0, 1, -1, -1}, {1, 0, -1, -1}, {-1, -1, 0, 1}, {-1, -1, 1, 0}};
    // inside: 4 of ties − 8 pairs (with themselves) × (1/4 − 4/8), by 12
    assertThat(Communities.modularity(ties, new int[] {0, 0, 1, 1}))
        .isEqualTo((4 - 8 * (1 / 4.0 - 4 / 8.0)) / 12, within(1e-15));
    assertThat(Communities.of(ties, 1).of()).containsExactly(0, 0, 1, 1);
    assertThat(Communities.modularity(new double[3][3], new int[3])).isZero();
  }

  /** Newman's modularity for two triangles joined by a tie: 2 (3/7 − (7/14)²) = 5/14. */
  @Test
  void modularityWithoutNegativeTiesIsNewmans() {
    double[][] ties = new double[6][6];
    int[][] edges = {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}};
    for (int[] edge : edges) {
      ties[edge[0]][edge[1]] = ties[edge[1]][edge[0]] = 1;
    }
    Communities communities = Communities.of(ties, 1);
    assertThat(communities.of()).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(communities.modularity()).isEqualTo(5 / 14.0, within(1e-15));
  }

  @Test
  void centralityOfAStar() {
    double[][] star = new double[5][5];
    for (int i = 1; i < 5; i++) {
      star[0][i] = star[i][0] = 2;
    }
    assertThat(Centrality.betweenness(star)).containsExactly(1, 0, 0, 0, 0);
    double[] rank = Centrality.pageRank(star);
    assertThat(Arrays.stream(rank).sum()).isEqualTo(1, within(1e-9));
    // x = .15/5 + .85 (1 − x)
    assertThat(rank[0]).isEqualTo(.88 / 1.85, within(1e-6));
  }

  @Test
  void waysLeadOverStrongFriendsAndNeverOverFoes() {
    double[][] ties = new double[3][3];
    ties[0][1] = ties[1][0] = 10;
    ties[1][2] = ties[2][1] = 10;
    ties[0][2] = ties[2][0] = 1;
    assertThat(Centrality.betweenness(ties)).containsExactly(0, 1, 0);
    ties[1][2] = ties[2][1] = -10;
    assertThat(Centrality.betweenness(ties)).containsExactly(1, 0, 0);
  }

  @Property(tries = 60)
  void communitiesAreNoWorseThanNoneAndAsSeeded(
      @ForAll @IntRange(min = 1, max = 14) int n, @ForAll long seed) {
    double[][] ties = FrustrationTest.random(n, seed, .5);
    Communities communities = Communities.of(ties, seed);
    int[] alone = new int[n];
    Arrays.setAll(alone, i -> i);
    assertThat(communities.modularity())
        .isGreaterThanOrEqualTo(Communities.modularity(ties, alone) - 1e-9)
        .isGreaterThanOrEqualTo(Communities.modularity(ties, new int[n]) - 1e-9)
        .isLessThanOrEqualTo(1);
    assertThat(Communities.of(ties, seed).of()).isEqualTo(communities.of());
    assertThat(Arrays.stream(communities.of()).distinct().count()).isEqualTo(communities.count());
  }
}
