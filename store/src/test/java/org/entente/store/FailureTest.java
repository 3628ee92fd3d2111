package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.store.StoreException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {
  @TempDir Path folder;

  private StoreException opening(Path file) {
    StoreException e =
        catchThrowableOfType(StoreException.class, () -> EventStore.open(file).close());
    assertThat(e).as("opening " + file).isNotNull();
    assertThat(e).hasMessageStartingWith(file + ": ");
    assertThat(e.file()).isEqualTo(file);
    return e;
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAsItIs() throws IOException {
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "hello ".repeat(3000));
    StoreException e = opening(text);
    assertThat(e.kind()).isEqualTo(Kind.NO_STORE);
    assertThat(e).hasMessageContaining("no DuckDB database").hasMessageContaining("another file");
    assertThat(Files.readString(text)).isEqualTo("hello ".repeat(3000));

    for (String name : List.of("a.jsonl", "a.json", "a.csv", "a.parquet")) {
      Path data = Files.writeString(folder.resolve(name), "{\"a\":1}\n");
      assertThat(opening(data).kind()).isEqualTo(Kind.NO_STORE);
      assertThat(data).hasContent("{\"a\":1}\n");
    }

    Path empty = Files.createFile(folder.resolve("empty"));
    assertThat(opening(empty)).hasMessageContaining("empty file");
  }

  @Test
  void aDatabaseOfSomebodyElseIsLeftAsItIs() throws SQLException {
    Path file = folder.resolve("other.duckdb");
    duckdb(file, "CREATE TABLE events (x INTEGER)");
    assertThat(opening(file).kind()).isEqualTo(Kind.NO_STORE);
    assertThat(opening(file)).hasMessageContaining("no store of Entente");
    duckdb(file, "DROP TABLE events");
    EventStore.open(file).close();
  }

  @Test
  void foldersAndMissingFoldersAreNamed() {
    assertThat(opening(folder).kind()).isEqualTo(Kind.UNREACHABLE);
    StoreException missing = opening(folder.resolve("no/where/s.duckdb"));
    assertThat(missing.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(missing).hasMessageContaining(folder.resolve("no/where").toString());
    assertThat(opening(folder.resolve("a;session_init_sql_file=b")).kind())
        .isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aFolderThatCannotBeWritten() {
    Path kernel = Path.of("/proc/s.duckdb");
    assumeTrue(Files.isDirectory(kernel.getParent()), "needs Linux");
    assertThat(opening(kernel).kind()).isEqualTo(Kind.UNREACHABLE);

    Path locked = folder.resolve("locked");
    assertThat(locked.toFile().mkdir() && locked.toFile().setWritable(false)).isTrue();
    assumeTrue(!Files.isWritable(locked), "root may write anywhere");
    assertThat(opening(locked.resolve("s.duckdb"))).hasMessageContaining("permissions");
  }

  @Test
  void oddNamesAreNames() throws IOException {
    for (String name : List.of("a b.duckdb", "ü?x=1&y.duckdb", "q'uote\".db", "50%.db", "#.db")) {
      Path file = folder.resolve(name);
      try (EventStore store = EventStore.open(file)) {
        store.save(Samples.numbered(3), Samples.eventsOf(3), "coder");
      }
      assertThat(file).exists();
      try (EventStore store = EventStore.open(file)) {
        assertThat(store.counts().events()).isEqualTo(3);
      }
    }
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a b.duckdb"));
    try (EventStore store = EventStore.open(link)) {
      assertThat(store.counts().events()).isEqualTo(3);
      assertThat(opening(folder.resolve("a b.duckdb")).kind()).isEqualTo(Kind.LOCKED);
    }
  }

  @Test
  void aSecondOpeningInOneProcessIsRefused() {
    Path file = folder.resolve("s.duckdb");
    try (EventStore store = EventStore.open(file)) {
      assertThat(opening(file).kind()).isEqualTo(Kind.LOCKED);
      assertThat(store.counts().documents()).isZero();
    }
    EventStore.open(file).close();
  }

  @Test
  void aSecondWriterIsToldWhoTheFirstIs() throws Exception {
    Path file = folder.resolve("s.duckdb");
    Process child = Child.start(List.of(), "hold", file.toString());
    try (BufferedReader lines = Child.output(child)) {
      assertThat(lines.readLine()).isEqualTo("open " + file.toRealPath());
      StoreException e = opening(file);
      assertThat(e.kind()).isEqualTo(Kind.LOCKED);
      assertThat(e).hasMessageContaining("another process");
      if (System.getProperty("os.name").equals("Linux")) {
        assertThat(e).hasMessageContaining("(pid " + child.pid() + ")");
      }
      child.getOutputStream().close();
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      EventStore.open(file).close();
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void aFullDiskLosesNothingThatWasSaved() throws Exception {
    Path small = folder.resolve("small");
    Files.createDirectory(small);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", small.toString()),
        "needs the right to mount a small file system");
    try {
      full(small.resolve("s.duckdb"), 100_000, List.of());
    } finally {
      assertThat(run("umount", small.toString())).isTrue();
    }
  }

  @Test
  void aFullDiskLosesNoRowThatWasImported() throws Exception {
    Path small = folder.resolve("small");
    Files.createDirectory(small);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", small.toString()),
        "needs the right to mount a small file system");
    try {
      Path file = small.resolve("s.duckdb");
      int rows = 8 * Child.ROWS;
      List<String> said = said(Child.start(List.of(), "import", file.toString(), "" + rows, "500"));
      assertThat(said).hasSizeGreaterThan(2);
      assertThat(said.get(said.size() - 2)).startsWith("committed ");
      assertThat(said)
          .last()
          .asString()
          .startsWith("failed DISK_FULL " + file)
          .contains("the disk is full while importing")
          .contains("run the same again: it goes on where it stopped");
      int committed = (said.size() - 2) * Child.ROWS;
      try (EventStore store = EventStore.open(file)) {
        assertThat(store.count(Query.ALL)).isEqualTo(committed - committed / 10);
      }

      assertThat(run("mount", "-o", "remount,size=600m", small.toString())).isTrue();
      List<String> again =
          said(Child.start(List.of(), "import", file.toString(), "" + rows, "500"));
      assertThat(again).first().isEqualTo("begin " + committed);
      assertThat(again).last().isEqualTo("done " + rows);
      try (EventStore store = EventStore.open(file)) {
        assertThat(store.count(Query.ALL)).isEqualTo(rows - rows / 10);
      }
    } finally {
      assertThat(run("umount", small.toString())).isTrue();
    }
  }

  /** The same without rights: the kernel lets no file grow beyond 80 MB. */
  @Test
  void aLimitOnFilesLosesNothingThatWasSaved() throws Exception {
    assumeTrue(run("bash", "-c", "ulimit -f 80000"), "needs a shell with ulimit");
    full(folder.resolve("s.duckdb"), 8_000_000, limited(80_000));
  }

  @Test
  void noRoomForDuckDbsLibraryIsSaid() throws Exception {
    assumeTrue(run("bash", "-c", "ulimit -f 4096"), "needs a shell with ulimit");
    Path file = folder.resolve("s.duckdb");
    Process child =
        Child.start(limited(4096), "-Djava.io.tmpdir=" + folder, "fill", file.toString(), "100");
    try (BufferedReader lines = Child.output(child)) {
      assertThat(lines.readLine())
          .startsWith("failed UNREACHABLE " + file)
          .contains("library cannot be loaded")
          .contains("of room in " + folder);
    }
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private static List<String> limited(int kilobytes) {
    return List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "limited");
  }

  private static void full(Path file, int length, List<String> before) throws Exception {
    List<String> said = said(Child.start(before, "fill", file.toString(), "" + length));
    assertThat(said).hasSizeGreaterThan(3);
    assertThat(said)
        .last()
        .asString()
        .startsWith("failed DISK_FULL " + file)
        .contains("the disk is full while saving")
        .contains("what was saved before stays");
    try (EventStore store = EventStore.open(file)) {
      int committed = said.size() - 1;
      assertThat(store.counts()).isEqualTo(new Counts(committed, 0, 0, 0));
      for (int i = 0; i < committed; i++) {
        assertThat(store.document("d" + i).orElseThrow().text()).isEqualTo(Child.noise(i, length));
      }
    }
  }

  private static List<String> said(Process child) throws Exception {
    try (BufferedReader lines = Child.output(child)) {
      List<String> said = lines.lines().toList();
      assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return said;
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void duckdb(Path file, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
