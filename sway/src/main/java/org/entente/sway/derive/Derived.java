package org.entente.sway.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.sway.bargain.Range;
import org.entente.sway.issue.Issue;
import org.entente.sway.issue.IssueReader;
import org.entente.sway.issue.Value;

/**
 * An issue file in which the word {@code derived} has given way to numbers; its comments and all
 * else stand as they did.
 *
 * @param text of the file
 * @param issue what it says
 * @param estimates the numbers, in the order of the file
 */
public record Derived(String text, Issue issue, List<Estimate> estimates) {
  private static final int CITED = 2;

  public Derived {
    estimates = List.copyOf(estimates);
  }

  static Derived of(String text, Issue issue, Map<String, Estimate> estimates) {
    StringBuilder filled = new StringBuilder();
    int done = 0;
    List<Map.Entry<String, Value>> open = new ArrayList<>(issue.derived().entrySet());
    open.sort((a, b) -> Integer.compare(a.getValue().from(), b.getValue().from()));
    List<Estimate> used = new ArrayList<>();
    for (Map.Entry<String, Value> one : open) {
      Estimate estimate = estimates.get(one.getKey());
      used.add(estimate);
      filled.append(text, done, one.getValue().from());
      filled.append(written(estimate, !one.getValue().why().isEmpty()));
      done = one.getValue().to();
    }
    filled.append(text.substring(done));
    return new Derived(filled.toString(), IssueReader.read(filled.toString(), issue.file()), used);
  }

  private static String written(Estimate estimate, boolean said) {
    Range range = estimate.range();
    String numbers =
        String.format(Locale.ROOT, "%.4g, %.4g, %.4g", range.low(), range.mode(), range.high());
    if (said) {
      return "[" + numbers + "]";
    }
    StringBuilder why = new StringBuilder(estimate.basis());
    estimate.weightiest().stream().limit(CITED).forEach(one -> why.append("; ").append(words(one)));
    String[] parts = numbers.split(", ");
    return "{low: "
        + parts[0]
        + ", mode: "
        + parts[1]
        + ", high: "
        + parts[2]
        + ", why: \""
        + why.toString().replace("\\", "\\\\").replace("\"", "\\\"")
        + "\"}";
  }

  /** An event in a few words: {@code 2015-02-16 EGY ASSAULT ISIS (-10)}. */
  static String words(Estimate.Weighty one) {
    var event = one.event();
    return event.time().label()
        + " "
        + event.source().fullCode()
        + " "
        + event.type()
        + " "
        + (event.target() == null ? "---" : event.target().fullCode())
        + String.format(Locale.ROOT, " (%+.1f)", event.goldstein());
  }
}
