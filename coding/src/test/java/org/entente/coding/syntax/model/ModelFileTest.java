package org.entente.coding.syntax.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.coding.syntax.model.WordTable.Base;
import org.junit.jupiter.api.Test;

class ModelFileTest {
  private static final byte[] FILE = Models.file();

  @Test
  void whatIsWrittenIsRead() {
    SyntaxModel model = Models.read(Models.file());
    assertThat(model.tags()).containsExactly("NN", "VB");
    assertThat(model.transitions()).containsExactly("N_S_", "L_R_nsubj", "R_S_root");
    assertThat(model.irregular().get(Base.VERB)).containsEntry("went", "go");
    assertThat(model.source()).isEqualTo("a test");
    int war = model.words().find(KeyHash.of("war"));
    assertThat(WordTable.tagClass(war)).isEqualTo(0);
    assertThat(WordTable.cluster(war)).isEqualTo(4);
    assertThat(WordTable.isBase(war, Base.NOUN)).isTrue();
    assertThat(WordTable.isBase(war, Base.VERB)).isFalse();
    assertThat(model.words().find(KeyHash.of("peace"))).isZero();
    Sums sums = new Sums();
    int row = model.parser().find(KeyHash.key(3, KeyHash.of("war")));
    model.parser().add(new int[] {row, model.parser().direct(0, 0)}, 2, sums);
    assertThat(sums.of(0)).isEqualTo(150);
    assertThat(sums.of(2)).isEqualTo(-25);
    assertThat(model.parser().direct(0, 1)).isZero();
    assertThat(model.parser().direct(0, -1)).isZero();
    assertThat(model.parser().find(KeyHash.key(4, KeyHash.of("war")))).isZero();
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    assertThat(Models.file()).isEqualTo(Models.file());
  }

  @Test
  void aMissingFileIsTold() {
    assertThatThrownBy(() -> ModelFile.read("english.model", null))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("english.model is missing")
        .hasMessageContaining("convert-parser");
  }

  @Test
  void anotherFileIsTold() {
    assertThatThrownBy(() -> Models.read("{\"not\": \"a model\", \"but\": \"json\"}".getBytes()))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("is no model");
    assertThatThrownBy(() -> Models.read(new byte[0])).isInstanceOf(BadModelException.class);
  }

  @Test
  void anotherVersionIsTold() {
    byte[] file = FILE.clone();
    file[ModelFile.MAGIC.length + 3]++;
    assertThatThrownBy(() -> Models.read(file))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("has format 2, but this program reads format 1");
  }

  @Test
  void whatStandsBehindTheEndIsTold() {
    byte[] file = FILE.clone();
    assertThatThrownBy(() -> Models.read(Arrays.copyOf(file, file.length + 1)))
        .isInstanceOf(BadModelException.class)
        .hasMessageContaining("bytes after its end");
  }

  @Property(tries = 300)
  void aFileThatIsCutOffIsTold(@ForAll @IntRange(min = 1, max = 1_000_000) int cut) {
    byte[] file = FILE.clone();
    int left = file.length - 1 - cut % file.length;
    assertThatThrownBy(() -> Models.read(Arrays.copyOf(file, left)))
        .isInstanceOf(BadModelException.class);
    if (left >= ModelFile.HEAD) {
      assertThatThrownBy(() -> Models.read(Arrays.copyOf(file, left)))
          .hasMessageContaining("was cut off: " + left + " of " + file.length + " bytes are left");
    }
  }

  @Property(tries = 300)
  void aFlippedBitIsTold(@ForAll @IntRange(min = 0, max = 10_000_000) int bit) {
    byte[] file = FILE.clone();
    file[bit / 8 % file.length] ^= (byte) (1 << bit % 8);
    assertThatThrownBy(() -> Models.read(file)).isInstanceOf(BadModelException.class);
  }
}
