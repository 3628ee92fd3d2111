package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.entente.model.Event;
import org.entente.store.EventStore;
import org.entente.store.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a folder: what was coded is saved, and the next run goes on there. */
class InterruptTest {
  private static final int DOCUMENTS = 500;
  private static final int SEEN = 60;

  @TempDir Path folder;

  @Test
  @Timeout(150)
  void whatWasSavedStaysAndTheNextRunGoesOn() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs kill");
    Path news = Files.createDirectory(folder.resolve("news"));
    for (int i = 0; i < DOCUMENTS; i++) {
      Files.writeString(news.resolve("report-%04d.txt".formatted(i)), Cli.report(i));
    }
    Path store = folder.resolve("s.duckdb");
    Path errors = folder.resolve("errors.txt");
    Process child =
        Cli.start(
            errors,
            "code",
            news,
            "--date",
            "2015-02-17",
            "--format",
            "csv",
            "--save",
            "--store",
            store);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < SEEN; i++) {
        assertThat(lines.readLine()).as(Files.readString(errors)).isNotNull();
      }
      new ProcessBuilder("/bin/kill", "-" + signal(child), "" + child.pid()).start().waitFor();
      while (lines.readLine() != null) {
        // to its end, as a terminal would show it
      }
    }
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isGreaterThan(128);
    assertThat(Files.readString(errors))
        .contains("stopped: what was coded is saved in " + store)
        .doesNotContain("Exception", "mistake of Entente");

    int first;
    try (EventStore saved = EventStore.open(store)) {
      first = (int) saved.counts().documents();
      assertThat(first).isBetween(SEEN / 3, DOCUMENTS - 1);
    }
    Cli.Result second = Cli.run("code", news, "--date", "2015-02-17", "--save", "--store", store);
    assertThat(second.code()).isZero();
    assertThat(second.err())
        .contains(first + " had been saved before")
        .contains("saved " + (DOCUMENTS - first) + " documents");
    try (EventStore saved = EventStore.open(store)) {
      assertThat(saved.counts().documents()).isEqualTo(DOCUMENTS);
      Query every = Query.ALL.duplicates(true);
      assertThat(saved.events(every)).extracting(Event::id).doesNotHaveDuplicates();
      assertThat(saved.events(every)).extracting(Event::document).hasSizeGreaterThan(DOCUMENTS - 1);
      assertThat(saved.runs()).hasSize(2);
      assertThat(saved.runs().get(0).coded()).isEqualTo(first);
      assertThat(saved.runs().get(1).coded()).isEqualTo(DOCUMENTS - first);
    }
    Cli.Result third = Cli.run("code", news, "--date", "2015-02-17", "--save", "--store", store);
    assertThat(third.err()).contains("saved 0 documents");
  }

  /** INT; what a shell started in the background ignores INT, and hands that on: then TERM. */
  private static String signal(Process child) throws IOException {
    Path status = Path.of("/proc/" + child.pid() + "/status");
    if (Files.exists(status)) {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("SigIgn:")) {
          long ignored = Long.parseUnsignedLong(line.substring(7).strip(), 16);
          return (ignored & 0b10) == 0 ? "INT" : "TERM";
        }
      }
    }
    return "INT";
  }
}
