package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.entente.model.Paragraph;
import org.entente.model.Span;

/** Prints the table of docs/store.md: how many of 1,000 pairs of texts are taken for one story. */
final class DuplicateFigures {
  private static final int PAIRS = 1_000;
  private static final int WORDS = 400;

  private DuplicateFigures() {}

  public static void main(String[] args) {
    for (double cut : new double[] {0, 0.1, 0.2, 0.3, 0.4}) {
      for (int edits : new int[] {0, 10, 20}) {
        int found = 0;
        for (int i = 0; i < PAIRS; i++) {
          List<String> story = words(i);
          found += near(story, edited(story, cut, edits, i)) ? 1 : 0;
        }
        System.out.printf(
            Locale.ROOT, "copy, %.0f %% cut, %d words edited: %d%n", 100 * cut, edits, found);
      }
    }
    for (double shared : new double[] {0.3, 0.5, 0.6, 0.7}) {
      int found = 0;
      for (int i = 0; i < PAIRS; i++) {
        List<String> background = words(i).subList(0, (int) (shared * WORDS));
        List<String> one = new ArrayList<>(words(PAIRS + i).subList(background.size(), WORDS));
        List<String> two = new ArrayList<>(words(2 * PAIRS + i).subList(background.size(), WORDS));
        one.addAll(background);
        two.addAll(background);
        found += near(one, two) ? 1 : 0;
      }
      System.out.printf(
          Locale.ROOT, "two stories, %.0f %% the same background: %d%n", 100 * shared, found);
    }
  }

  /** As {@link Duplicates} sees it: a band in common, then the estimate. */
  private static boolean near(List<String> one, List<String> two) {
    byte[] a = signature(one);
    byte[] b = signature(two);
    boolean band = false;
    for (int i = 0; i < a.length; i += 8) {
      band |= java.util.Arrays.equals(a, i, i + 8, b, i, i + 8);
    }
    return band && MinHash.similarity(a, b) >= Duplicates.LEAST;
  }

  private static byte[] signature(List<String> words) {
    String text = String.join(" ", words);
    return MinHash.of(
        new org.entente.model.Document(
            "d",
            null,
            null,
            null,
            null,
            null,
            null,
            "en",
            text,
            List.of(new Paragraph(Paragraph.Kind.BODY, new Span(0, text.length()))),
            List.of()));
  }

  private static List<String> edited(List<String> story, double cut, int edits, int seed) {
    Random random = new Random(seed);
    List<String> words =
        new ArrayList<>(story.subList(0, (int) Math.round((1 - cut) * story.size())));
    for (int i = 0; i < edits; i++) {
      words.set(random.nextInt(words.size()), "edited" + i);
    }
    words.addAll(0, List.of("CAIRO", "(Agency)", "-"));
    return words;
  }

  private static List<String> words(int seed) {
    return new Random(seed).doubles(WORDS).mapToObj(d -> "w" + (int) Math.pow(5_000, d)).toList();
  }
}
