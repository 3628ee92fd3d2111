package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.entente.coding.ingest.Ingest;
import org.entente.coding.relation.Tier;
import org.entente.feeds.Watch;
import org.entente.store.EventStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "watch",
    description =
        "Follows RSS and Atom feeds, codes what is new, saves it, and prints one line an event.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente watch https://example.org/world.xml --every 30m",
      "         entente watch https://example.org/world.xml --once --format jsonl",
      "Ctrl-C ends it; the next start goes on there."
    })
final class WatchCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FEED",
      description = "Addresses of feeds (http or https).")
  List<String> feeds;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      defaultValue = "15m",
      description =
          "How often a feed is looked at, such as 30m or 2h; at least 5m. A feed that wants to be"
              + " left alone for longer is. Default: ${DEFAULT-VALUE}.")
  String every;

  @Option(names = "--once", description = "Look once at each feed that is due, then end.")
  boolean once;

  @Option(
      names = "--feed-only",
      description = "Fetch no articles: code what the feeds carry, if need be title and summary.")
  boolean feedOnly;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "table",
      description = "What is printed: table or jsonl, one event a line. Default: ${DEFAULT-VALUE}.")
  String format;

  @Option(
      names = "--min-confidence",
      paramLabel = "P",
      defaultValue = "0",
      description = "Print only events of at least this confidence, 0 to 1. All are saved.")
  double confidence;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description = "Your page or e-mail address, told to the servers that are asked.")
  String contact;

  @Option(
      names = "--allow-private",
      description = "Let URLs lead to private and loopback addresses too.")
  boolean allowPrivate;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "Longest wait for an answer. Default: ${DEFAULT-VALUE}.")
  int timeout;

  @Mixin StoreOption store;

  @Mixin ModelOption model;

  @Mixin KnowledgeOption knowledge;

  @Override
  public Integer call() throws IOException {
    List<String> urls = feeds.stream().map(Watch::url).distinct().toList();
    PrintWriter errors = spec.commandLine().getErr();
    WatchOutput output =
        new WatchOutput(spec.commandLine().getOut(), errors, WatchOutput.kind(format), confidence);
    Watch.Options options = options();
    Tier tier = model.tier();
    try (EventStore events = store.open()) {
      WatchRun run = new WatchRun(events, output, errors);
      Watch.Outcome outcome = run.follow(knowledge.coder(tier), urls, options);
      errors.println(WatchRun.said(outcome, events.file()));
      return outcome.answered() + outcome.early() > 0 ? 0 : 1;
    }
  }

  private Watch.Options options() {
    if (timeout < 1) {
      throw new IllegalArgumentException("--timeout: at least 1 second, not " + timeout);
    }
    Ingest.Limits limits = Ingest.Limits.DEFAULT;
    Duration wait = Duration.ofSeconds(timeout);
    try {
      return new Watch.Options(
          every(every),
          once,
          feedOnly,
          contact,
          Ingest.Options.DEFAULT
              .withAllowPrivate(allowPrivate)
              .withLimits(
                  new Ingest.Limits(
                      limits.documentBytes(),
                      limits.redirects(),
                      wait.compareTo(limits.connect()) < 0 ? wait : limits.connect(),
                      wait,
                      limits.layout())));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--every: " + e.getMessage(), e);
    }
  }

  /** {@code 90s}, {@code 15m}, {@code 2h}, {@code 1d}. */
  private static Duration every(String text) {
    String value = text.strip().toLowerCase(Locale.ROOT);
    if (!value.matches("\\d{1,6}[smhd]")) {
      throw new IllegalArgumentException("no time '" + text + "'; write 15m, 2h or 1d");
    }
    long number = Long.parseLong(value.substring(0, value.length() - 1));
    return switch (value.charAt(value.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
