package org.entente.benchmarks;

import java.util.List;
import java.util.Locale;
import org.entente.coding.syntax.EnglishParser;
import org.entente.coding.syntax.Sentence;

/** Prints how long the parser takes to load in a new process, and what heap it takes then. */
public final class ParserLoading {
  private ParserLoading() {}

  public static void main(String[] args) {
    long before = used();
    long start = System.nanoTime();
    EnglishParser parser = EnglishParser.load();
    long loaded = System.nanoTime();
    List<Sentence> first = parser.parse("Russia may send arms to Egypt.");
    long parsed = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "loaded in %.2f s, first sentence (%d words) after another %.2f s%n",
        (loaded - start) / 1e9,
        first.get(0).size(),
        (parsed - loaded) / 1e9);
    System.out.printf(
        Locale.ROOT, "heap for the model: %.0f MB%n", Math.max(0, used() - before) / 1e6);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
