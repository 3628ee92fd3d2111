package org.entente.coding.syntax.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class CodesProperties {
  @Property
  void whatIsWrittenIsRead(
      @ForAll List<@IntRange(min = 0, max = 1 << 28) Integer> numbers,
      @ForAll List<@LongRange(min = 0, max = 1L << 26) Long> differences,
      @ForAll String text) {
    BitOutput out = new BitOutput();
    numbers.forEach(out::number);
    differences.forEach(difference -> out.rice(difference, 20));
    out.text(text);
    byte[] bytes = out.toBytes();
    BitInput in = new BitInput(bytes, 0, bytes.length);
    numbers.forEach(number -> assertThat(in.number()).isEqualTo(number));
    differences.forEach(difference -> assertThat(in.rice(20)).isEqualTo(difference));
    if (text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      assertThat(in.text()).isEqualTo(text);
    }
    assertThat(in.past()).isFalse();
  }

  @Property(tries = 200)
  void aPrefixCodeGivesBackItsSymbols(
      @ForAll @NotEmpty List<@IntRange(min = 0, max = 300) Integer> symbols,
      @ForAll @IntRange(min = 9, max = 15) int longest) {
    long[] counts = new long[301];
    symbols.forEach(symbol -> counts[symbol]++);
    PrefixCode code = PrefixCode.of(counts, longest);
    BitOutput out = new BitOutput();
    code.write(out);
    symbols.forEach(symbol -> code.put(out, symbol));
    byte[] bytes = out.toBytes();
    BitInput in = new BitInput(bytes, 0, bytes.length);
    PrefixCode read = PrefixCode.read(in);
    symbols.forEach(symbol -> assertThat(read.next(in)).isEqualTo(symbol));
  }

  @Property
  void hashesCompose(@ForAll String a, @ForAll String b, @ForAll String c) {
    long joined =
        KeyHash.join(
            KeyHash.join(KeyHash.of(a), KeyHash.of(b), KeyHash.power(b.length())),
            KeyHash.of(c),
            KeyHash.power(c.length()));
    assertThat(joined).isEqualTo(KeyHash.of(a + "_" + b + "_" + c));
  }

  @Property
  void keysKeepToTheirBits(@ForAll @IntRange(min = 0, max = 100) int template, @ForAll long value) {
    assertThat(KeyHash.key(template, value)).isBetween(0L, (1L << KeyHash.BITS) - 1);
  }

  @Property(tries = 50)
  void sumsAreThoseOfTheWeights(
      @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 0, max = 9) Integer> chosen) {
    java.util.TreeMap<Long, float[]> rows = new java.util.TreeMap<>();
    int[][] expected = new int[10][Weights.LANES];
    for (int row = 0; row < 10; row++) {
      float[] weights = new float[Weights.LANES];
      // rows of all kinds: full and nearly empty, fine and coarse
      for (int lane = 0; lane < Weights.LANES; lane += row % 2 == 0 ? 1 : 13) {
        int step = 1 << row % 4;
        int value = (lane * 37 + row * 11) % 255 - 127;
        expected[row][lane] = value * step;
        weights[lane] = value * step / 1000f;
      }
      // the largest weight decides how coarse a row is
      int step = 1 << row % 4;
      expected[row][0] = 127 * step;
      weights[0] = 127 * step / 1000f;
      rows.put((long) row << 30 | row, weights);
    }
    Weights table = Models.weights(new ModelWriter.Table(rows, List.of(), 1000));
    Sums sums = new Sums();
    int[] references = new int[chosen.size()];
    int[] total = new int[Weights.LANES];
    for (int i = 0; i < references.length; i++) {
      int row = chosen.get(i);
      references[i] = table.find((long) row << 30 | row);
      for (int lane = 0; lane < total.length; lane++) {
        total[lane] += expected[row][lane];
      }
    }
    table.add(references, references.length, sums);
    for (int lane = 0; lane < total.length; lane++) {
      assertThat(sums.of(lane)).isEqualTo(total[lane]);
    }
    Sums twice = new Sums();
    twice.set(sums);
    twice.add(sums);
    assertThat(twice.of(7)).isEqualTo(2 * total[7]);
    int best = sums.best(-1);
    for (int lane = 0; lane < total.length; lane++) {
      assertThat(total[lane]).isLessThanOrEqualTo(total[best]);
    }
  }
}
