package org.entente.coding.syntax;

import static org.entente.coding.syntax.TreeFeatures.I;
import static org.entente.coding.syntax.TreeFeatures.I_HEAD;
import static org.entente.coding.syntax.TreeFeatures.I_HEAD_2;
import static org.entente.coding.syntax.TreeFeatures.I_LMD;
import static org.entente.coding.syntax.TreeFeatures.I_LMD_2;
import static org.entente.coding.syntax.TreeFeatures.I_MINUS_1;
import static org.entente.coding.syntax.TreeFeatures.I_MINUS_2;
import static org.entente.coding.syntax.TreeFeatures.I_PLUS_1;
import static org.entente.coding.syntax.TreeFeatures.I_PLUS_2;
import static org.entente.coding.syntax.TreeFeatures.I_RMD;
import static org.entente.coding.syntax.TreeFeatures.I_RMD_2;
import static org.entente.coding.syntax.TreeFeatures.J;
import static org.entente.coding.syntax.TreeFeatures.J_LMD;
import static org.entente.coding.syntax.TreeFeatures.J_LMD_2;
import static org.entente.coding.syntax.TreeFeatures.J_MINUS_1;
import static org.entente.coding.syntax.TreeFeatures.J_MINUS_2;
import static org.entente.coding.syntax.TreeFeatures.J_PLUS_1;
import static org.entente.coding.syntax.TreeFeatures.J_PLUS_2;
import static org.entente.coding.syntax.TreeFeatures.K_MINUS_1;
import static org.entente.coding.syntax.TreeFeatures.LEFT;
import static org.entente.coding.syntax.TreeFeatures.REDUCE;
import static org.entente.coding.syntax.TreeFeatures.RIGHT;
import static org.entente.coding.syntax.TreeFeatures.SHIFT;

import java.util.Arrays;
import org.entente.coding.syntax.model.KeyHash;
import org.entente.coding.syntax.model.Sums;

/**
 * Builds a dependency tree, which may be non-projective, by the list-based transitions of Choi and
 * McCallum (2013): the word on top of the stack and the next of the input are joined by an arc or
 * not, then the input's is shifted, or the stack's is dropped or set aside. Greedy; in practice
 * linear in the number of words. One thread's own.
 */
final class TreeBuilder {
  private static final int WINDOW = 5;

  private final TreeFeatures features;
  private final Lookups lookups;
  private final Sums sums = new Sums();
  private final Children tree = new Children();
  private Sums[] sumsOfI = new Sums[0];
  private Sums[] sumsOfJ = new Sums[0];
  private boolean[] knownI = new boolean[0];
  private boolean[] knownJ = new boolean[0];

  private Reading[] words;
  private int size;
  private int[] stack = new int[64];
  private int[] aside = new int[64];
  private int stackSize;
  private int asideSize;
  private int input;

  TreeBuilder(TreeFeatures features) {
    this.features = features;
    this.lookups = new Lookups(features.weights);
  }

  /**
   * Heads and labels of the words from index 1 up to {@code size}; index 0 is the root.
   *
   * @return the tree, which is valid until the next call
   */
  Children build(Reading[] words, int size) {
    begin(words, size);
    while (input < size) {
      int i = stack[stackSize - 1];
      int j = input;
      score(i, j);
      step(i, j, sums.best(allowed(i, j)));
    }
    for (int word = 1; word < size; word++) {
      if (tree.head[word] < 0) {
        adopt(word);
      }
    }
    return tree;
  }

  private void begin(Reading[] words, int size) {
    this.words = words;
    this.size = size;
    tree.clear(size);
    if (stack.length < size) {
      stack = new int[2 * size];
      aside = new int[2 * size];
    }
    if (sumsOfI.length < size) {
      int before = sumsOfI.length;
      sumsOfI = Arrays.copyOf(sumsOfI, 2 * size);
      sumsOfJ = Arrays.copyOf(sumsOfJ, 2 * size);
      for (int i = before; i < sumsOfI.length; i++) {
        sumsOfI[i] = new Sums();
        sumsOfJ[i] = new Sums();
      }
      knownI = new boolean[2 * size];
      knownJ = new boolean[2 * size];
    }
    Arrays.fill(knownI, 0, size, false);
    Arrays.fill(knownJ, 0, size, false);
    stack[0] = 0;
    stackSize = 1;
    asideSize = 0;
    input = 1;
  }

  private long allowed(int i, int j) {
    if (i == 0) {
      return features.shifting;
    }
    if (tree.descends(i, j)) {
      return features.withoutArc;
    }
    if (tree.descends(j, i)) {
      return tree.head[i] >= 0 ? features.withoutArc : features.withoutArcOrReduce;
    }
    return tree.head[i] < 0 ? features.allButReduce : features.all;
  }

  private void step(int i, int j, int transition) {
    if (features.arc[transition] == LEFT) {
      tree.attach(i, j, features.label[transition]);
    } else if (features.arc[transition] == RIGHT) {
      tree.attach(j, i, features.label[transition]);
    }
    byte list = features.list[transition];
    if (list == SHIFT) {
      while (asideSize > 0) {
        stack[stackSize++] = aside[--asideSize];
      }
      stack[stackSize++] = input++;
    } else {
      stackSize--;
      if (list != REDUCE) {
        aside[asideSize++] = i;
      }
    }
  }

  /** Gives a word without a head the neighbour that fits best, or the root. */
  private void adopt(int word) {
    int head = 0;
    int transition = -1;
    int highest = Integer.MIN_VALUE;
    for (int direction = -1; direction <= 1; direction += 2) {
      long arcs = direction > 0 ? features.leftArcs : features.rightArcs;
      int at = word + direction;
      for (int step = 0; step < WINDOW && at >= 0 && at < size; step++, at += direction) {
        if (tree.descends(at, word)) {
          continue;
        }
        stack[0] = direction > 0 ? word : at;
        stackSize = 1;
        score(stack[0], direction > 0 ? at : word);
        int best = sums.best(arcs);
        if (sums.of(best) > highest) {
          highest = sums.of(best);
          head = at;
          transition = best;
        }
      }
    }
    tree.attach(
        word, head, transition < 0 ? features.labels.indexOf("root") : features.label[transition]);
  }

  private void score(int i, int j) {
    if (!knownI[i]) {
      sumOfI(i);
    }
    if (!knownJ[j]) {
      sumOfJ(j);
    }
    sums.set(sumsOfI[i]);
    sums.add(sumsOfJ[j]);
    lookups.clear();
    neighbours(i, j);
    dependents(i, j);
    lookups.addTo(sums);
  }

  private Reading word(int index) {
    return index >= 0 && index < size ? words[index] : null;
  }

  private void place(int index, int place) {
    if (index >= 0 && index < size) {
      lookups.rows(features.rows(words[index], place));
    }
  }

  /** What hangs on the word on the stack and the words around it alone. */
  private void sumOfI(int i) {
    lookups.clear();
    place(i, I);
    place(i - 1, I_MINUS_1);
    place(i - 2, I_MINUS_2);
    place(i + 1, I_PLUS_1);
    place(i + 2, I_PLUS_2);
    if (i == 1) {
      lookups.row(features.firstI);
    }
    Reading here = words[i];
    Reading next = word(i + 1);
    if (next != null) {
      lookups.key(37, KeyHash.join(next.hash, here.hash, here.power));
    }
    if (i >= 2) {
      lookups.key(39, tagsAt(i - 2, i - 1, i));
    }
    if (i >= 1 && next != null) {
      lookups.key(40, tagsAt(i - 1, i, i + 1));
    }
    sumsOfI[i].clear();
    lookups.addTo(sumsOfI[i]);
    knownI[i] = true;
  }

  /** What hangs on the word of the input and the words around it alone. */
  private void sumOfJ(int j) {
    lookups.clear();
    place(j, J);
    place(j - 1, J_MINUS_1);
    place(j - 2, J_MINUS_2);
    place(j + 1, J_PLUS_1);
    place(j + 2, J_PLUS_2);
    if (j == 1) {
      lookups.row(features.firstJ);
    } else if (j == size - 1) {
      lookups.row(features.lastJ);
    }
    Reading here = words[j];
    Reading next = word(j + 1);
    if (next != null) {
      lookups.key(34, withTag(here, next.tag));
      lookups.key(36, withTag(next, here.tag));
      if (j >= 1) {
        lookups.key(41, tagsAt(j - 1, j, j + 1));
      }
      if (j + 2 < size) {
        lookups.key(42, tagsAt(j, j + 1, j + 2));
      }
    }
    sumsOfJ[j].clear();
    lookups.addTo(sumsOfJ[j]);
    knownJ[j] = true;
  }

  private long tagsAt(int a, int b, int c) {
    return KeyHash.join(
        KeyHash.join(hashOfTag(a), hashOfTag(b), powerOfTag(b)), hashOfTag(c), powerOfTag(c));
  }

  private long hashOfTag(int index) {
    return features.tagHash[words[index].tag];
  }

  private long powerOfTag(int index) {
    return features.tagPower[words[index].tag];
  }

  private long withTag(Reading word, int tag) {
    return KeyHash.join(word.hash, features.tagHash[tag], features.tagPower[tag]);
  }

  private long withTag(int label, int tag) {
    return KeyHash.join(features.labelHash[label], features.tagHash[tag], features.tagPower[tag]);
  }

  private long tags(int first, int second) {
    return KeyHash.join(
        features.tagHash[first], features.tagHash[second], features.tagPower[second]);
  }

  private long afterTag(int tag, Reading word) {
    return KeyHash.join(features.tagHash[tag], word.hash, word.power);
  }

  private long afterLabel(int label, Reading word) {
    return KeyHash.join(features.labelHash[label], word.hash, word.power);
  }

  /** What hangs on both words and what stands around them. */
  private void neighbours(int i, int j) {
    Reading top = words[i];
    Reading next = words[j];
    long both = tags(top.tag, next.tag);
    long power = features.tagPower[top.tag] * features.tagPower[next.tag] * KeyHash.power(1);
    lookups.key(12, both);
    lookups.key(13, afterTag(top.tag, next));
    lookups.key(14, withTag(top, next.tag));
    lookups.key(15, KeyHash.join(top.hash, next.hash, next.power));
    if (j + 1 < size) {
      Reading second = words[j + 1];
      lookups.key(30, tags(top.tag, second.tag));
      lookups.key(33, withTag(top, second.tag));
      lookups.key(35, withTag(second, top.tag));
      lookups.key(48, KeyHash.join(hashOfTag(j + 1), both, power));
      if (j + 2 < size) {
        lookups.key(49, KeyHash.join(hashOfTag(j + 2), both, power));
        if (j + 3 < size) {
          lookups.key(50, KeyHash.join(hashOfTag(j + 3), both, power));
        }
      }
    }
    if (j >= 1) {
      lookups.key(32, withTag(top, words[j - 1].tag));
      lookups.key(47, KeyHash.join(hashOfTag(j - 1), both, power));
      if (j >= 2) {
        lookups.key(46, KeyHash.join(hashOfTag(j - 2), both, power));
      }
    }
    if (i + 1 < size) {
      lookups.key(38, KeyHash.join(words[i + 1].hash, next.hash, next.power));
      lookups.key(45, KeyHash.join(hashOfTag(i + 1), both, power));
    }
    if (i >= 1) {
      lookups.key(44, KeyHash.join(hashOfTag(i - 1), both, power));
    }
    if (stackSize >= 2) {
      int below = stack[stackSize - 2];
      lookups.rows(features.rows(words[below], K_MINUS_1));
      lookups.key(29, tags(top.tag, words[below].tag));
      lookups.key(31, tags(next.tag, words[below].tag));
      if (stackSize >= 3) {
        lookups.key(43, KeyHash.join(hashOfTag(stack[stackSize - 3]), both, power));
      }
    }
    if (tree.label[i] >= 0) {
      labelled(tree.label[i], top, next);
    }
    dependentTags(i, j, both, power);
  }

  private void labelled(int label, Reading top, Reading next) {
    lookups.key(53, features.labelHash[label]);
    lookups.key(65, withTag(label, top.tag));
    lookups.key(66, withTag(label, next.tag));
    lookups.key(63, afterLabel(label, top));
    lookups.key(64, afterLabel(label, next));
  }

  /** Labels and tags of dependents and siblings, each with the tags of both words. */
  private void dependentTags(int i, int j, long both, long power) {
    int lmd = tree.leftmost(i);
    if (lmd >= 0) {
      lookups.key(67, KeyHash.join(hashOfLabel(lmd), both, power));
      lookups.key(71, KeyHash.join(hashOfTag(lmd), both, power));
    }
    int lmd2 = tree.secondLeftmost(i);
    if (lmd2 >= 0) {
      lookups.key(85, KeyHash.join(hashOfTag(lmd2), both, power));
      if (lmd >= 0) {
        lookups.key(88, tagsAt(lmd2, lmd, i));
      }
    }
    int rmd = tree.rightmost(i);
    if (rmd >= 0) {
      lookups.key(68, KeyHash.join(hashOfLabel(rmd), both, power));
      lookups.key(72, KeyHash.join(hashOfTag(rmd), both, power));
    }
    int rmd2 = tree.secondRightmost(i);
    if (rmd2 >= 0) {
      lookups.key(86, KeyHash.join(hashOfTag(rmd2), both, power));
    }
    int lmdOfJ = tree.leftmost(j);
    if (lmdOfJ >= 0) {
      lookups.key(69, KeyHash.join(hashOfLabel(lmdOfJ), both, power));
      lookups.key(73, KeyHash.join(hashOfTag(lmdOfJ), both, power));
    }
    int lmd2OfJ = tree.secondLeftmost(j);
    if (lmd2OfJ >= 0) {
      lookups.key(87, KeyHash.join(hashOfTag(lmd2OfJ), both, power));
    }
    int sibling = tree.siblingBefore(i);
    if (sibling >= 0) {
      lookups.key(70, KeyHash.join(hashOfLabel(sibling), both, power));
      int second = tree.siblingBefore(sibling);
      if (second >= 0) {
        lookups.key(84, KeyHash.join(hashOfLabel(second), both, power));
      }
    }
  }

  private long hashOfLabel(int index) {
    return features.labelHash[tree.label[index]];
  }

  /** What hangs on one of the words and its part of the tree. */
  private void dependents(int i, int j) {
    Reading top = words[i];
    Reading next = words[j];
    lookups.row(features.valencyRow(top, 0, tree.valency(i)));
    lookups.row(features.valencyRow(next, 1, tree.valency(j)));
    if (tree.label[j] >= 0) {
      lookups.key(54, features.labelHash[tree.label[j]]);
    }
    int head = tree.head[i];
    if (head >= 0) {
      lookups.rows(features.rows(words[head], I_HEAD));
      int label = tree.label[head];
      if (label >= 0) {
        lookups.key(74, features.labelHash[label]);
        lookups.key(83, withTag(label, next.tag));
        lookups.key(81, afterLabel(label, top));
        lookups.key(82, afterLabel(label, next));
      }
      place(tree.head[head], I_HEAD_2);
    }
    int headOfJ = tree.head[j];
    if (headOfJ >= 0 && tree.label[headOfJ] >= 0) {
      lookups.key(75, features.labelHash[tree.label[headOfJ]]);
    }
    int lmd = tree.leftmost(i);
    if (lmd >= 0) {
      lookups.key(55, features.labelHash[tree.label[lmd]]);
      place(lmd, I_LMD);
    }
    place(tree.secondLeftmost(i), I_LMD_2);
    place(tree.rightmost(i), I_RMD);
    place(tree.secondRightmost(i), I_RMD_2);
    place(tree.leftmost(j), J_LMD);
    place(tree.secondLeftmost(j), J_LMD_2);
  }
}
