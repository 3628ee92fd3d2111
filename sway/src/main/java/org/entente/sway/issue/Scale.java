package org.entente.sway.issue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One question of an issue, on which every actor has a position.
 *
 * @param id what the file calls it
 * @param name in words
 * @param unit of the numbers, may be empty
 * @param from the number at its lower end
 * @param to the number at its upper end, greater than {@code from}
 * @param landmarks what numbers on it mean, from low to high
 */
public record Scale(
    String id, String name, String unit, double from, double to, List<Landmark> landmarks) {
  /** What a number on the scale means. */
  public record Landmark(double at, String name) {}

  public Scale {
    Objects.requireNonNull(id);
    landmarks = List.copyOf(landmarks);
  }

  /** From the scale's own numbers to 0–100, on which the models work. */
  public double percent(double own) {
    return 100 * (own - from) / (to - from);
  }

  /** From 0–100 to the scale's own numbers. */
  public double own(double percent) {
    return from + percent / 100 * (to - from);
  }

  /** A number of the scale with as many digits as tell apart hundredths of it. */
  public String words(double own) {
    int digits = (int) Math.max(0, 2 - Math.floor(Math.log10(to - from)));
    String text = String.format(Locale.ROOT, "%." + Math.min(digits, 6) + "f", own);
    return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
  }

  /** The landmark that is nearest, or an empty text where there is none. */
  public String near(double own) {
    return landmarks.stream()
        .min((a, b) -> Double.compare(Math.abs(a.at() - own), Math.abs(b.at() - own)))
        .map(Landmark::name)
        .orElse("");
  }
}
