package org.entente.sway.coalition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampsTest {
  @Test
  void highlandTribes() throws IOException {
    Camps camps = Camps.of(Networks.tribes(), 1);
    assertThat(camps.frustration().weight()).isEqualTo(7);
    assertThat(camps.frustration().exact()).isTrue();
    assertThat(camps.frustration().unique()).isTrue();
    int side = camps.frustration().camps()[camps.ties().actors().indexOf("Gama")];
    assertThat(camps.camp(side)).containsExactlyInAnyOrder("Gavev", "Kotun", "Nagad", "Gama");
    assertThat(camps.atOdds()).hasSize(7);
    assertThat(camps.triangles().balanced()).isEqualTo(59);
    assertThat(camps.triangles().all()).isEqualTo(68);
    assertThat(camps.triangles().share()).isEqualTo(0.8676470588235294);
    assertThat(camps.normalised()).isEqualTo(0.7586206896551724, within(1e-15));
  }

  @Test
  void sloveneParties() throws IOException {
    Ties ties = Networks.parties();
    Camps camps = Camps.of(ties, 1);
    assertThat(camps.frustration().weight()).isEqualTo(15);
    assertThat(camps.frustration().exact()).isTrue();
    assertThat(camps.frustration().ties()).isEqualTo(2);
    int side = camps.frustration().camps()[ties.actors().indexOf("SKD")];
    assertThat(camps.camp(side)).containsExactlyInAnyOrder("SKD", "SDSS", "ZS", "SLS", "SPS");
    assertThat(camps.triangles().balanced()).isEqualTo(106);
    assertThat(camps.triangles().all()).isEqualTo(120);
    double[][] signs = ties.matrix();
    for (double[] row : signs) {
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.signum(row[j]);
      }
    }
    assertThat(Camps.of(Ties.of(ties.actors(), signs), 1).frustration().weight()).isEqualTo(2);
  }

  /** As large and as dense as the first of the Correlates of War windows, and as many foes. */
  @Test
  void sixtyFourActorsWithThreeHundredAndSixtyTwoTiesAreSolved() {
    Camps camps = Camps.of(Networks.dense(64, 362, 42, 1), 1);
    assertThat(camps.frustration().exact()).isTrue();
    assertThat(camps.frustration().weight()).isEqualTo(42);
    assertThat(camps.frustration().bound()).isEqualTo(42);
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> new Ties.Builder().tie("A", "A", 1).build())
        .hasMessage("A has a tie to itself");
    assertThatThrownBy(() -> new Ties.Builder().tie("A", "B", 0).build())
        .hasMessageStartingWith("the tie of A and B weighs 0.0");
    assertThatThrownBy(() -> new Ties.Builder().tie("A", "B", 1).tie("B", "A", -1).build())
        .hasMessage("the tie of B and A is listed twice");
    assertThatThrownBy(() -> new Ties(List.of("A", "A"), List.of()))
        .hasMessage("actor A is listed twice");
    assertThatThrownBy(() -> new Ties(List.of("A"), List.of(new Ties.Tie(0, 1, 1))))
        .hasMessage("a tie of actors 0 and 1, but there are 1");
    assertThatThrownBy(() -> Ties.of(List.of("A", "B"), new double[][] {{0, 1}, {2, 0}}))
        .hasMessage("the tie of A and B is 1.0 one way and 2.0 the other; it needs one weight");
  }
}
