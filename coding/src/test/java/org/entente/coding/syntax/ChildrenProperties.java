package org.entente.coding.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ChildrenProperties {
  private static final int SIZE = 12;

  @Property
  void dependentsStayInOrderHoweverTheyCome(
      @ForAll List<@IntRange(min = 0, max = SIZE * SIZE - 1) Integer> arcs) {
    Children tree = new Children();
    tree.clear(SIZE);
    int[] head = new int[SIZE];
    java.util.Arrays.fill(head, -1);
    for (int arc : arcs) {
      int word = arc / SIZE;
      int above = arc % SIZE;
      if (word != 0 && word != above && !tree.descends(above, word)) {
        tree.attach(word, above, 0);
        head[word] = above;
      }
    }
    for (int word = 0; word < SIZE; word++) {
      int self = word;
      List<Integer> below = IntStream.range(0, SIZE).filter(i -> head[i] == self).boxed().toList();
      assertThat(tree.head[word]).isEqualTo(head[word]);
      assertThat(tree.leftmost(word)).isEqualTo(at(below, 0, word, true));
      assertThat(tree.secondLeftmost(word)).isEqualTo(at(below, 1, word, true));
      assertThat(tree.rightmost(word)).isEqualTo(at(below, below.size() - 1, word, false));
      assertThat(tree.secondRightmost(word)).isEqualTo(at(below, below.size() - 2, word, false));
      for (int i = 0; i < below.size(); i++) {
        assertThat(tree.siblingBefore(below.get(i))).isEqualTo(i == 0 ? -1 : below.get(i - 1));
      }
    }
  }

  private static int at(List<Integer> words, int index, int word, boolean left) {
    if (index < 0 || index >= words.size()) {
      return -1;
    }
    int found = words.get(index);
    return left == found < word ? found : -1;
  }
}
