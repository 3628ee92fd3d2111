package org.entente.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What tests run in a JVM of its own, to be killed or to run out of room. */
final class Child {
  /** Rows to a commit of an import. */
  static final int ROWS = 20_000;

  private Child() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[1]);
    switch (args[0]) {
      case "save" -> save(file, Integer.parseInt(args[2]));
      case "hold" -> hold(file);
      case "import" -> importing(file, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
      case "fill" -> fill(file, Integer.parseInt(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  /** Saves documents without end, a commit for each few, and says what it has committed. */
  private static void save(Path file, int documents) {
    try (EventStore store = EventStore.open(file);
        Run run = store.begin("child", "coder")) {
      List<String> saved = new ArrayList<>();
      int skipped = 0;
      for (int i = 0; i < documents; i++) {
        if (run.has(Samples.numbered(i))) {
          skipped++;
          continue;
        }
        run.save(Samples.numbered(i), Samples.eventsOf(i));
        saved.add("d" + i);
        if (saved.size() >= 1 + i % 20) {
          run.commit();
          System.out.println("committed " + String.join(" ", saved));
          saved.clear();
        }
      }
      run.commit();
      System.out.println("skipped " + skipped);
    }
    System.out.println("done");
  }

  private static void hold(Path file) throws IOException {
    try (EventStore store = EventStore.open(file)) {
      System.out.println("open " + store.file());
      while (System.in.read() >= 0) {
        // until the parent closes the pipe
      }
    }
  }

  /** Imports the rows of {@link Samples#row}, each with so many characters of noise. */
  private static void importing(Path file, int rows, int length) {
    try (EventStore store = EventStore.open(file);
        DatasetRun run = store.begin(Samples.dataset("rows"), "child", ROWS)) {
      System.out.println("begin " + run.done());
      for (int row = (int) run.done() + 1; row <= rows; row++) {
        long before = run.done();
        if (row % 10 == 0) {
          run.aside(row, "wrong", "row " + row);
        } else {
          run.add(row, Samples.row("rows", row), length == 0 ? null : noise(row, length));
        }
        if (run.done() > before) {
          System.out.println("committed " + run.done());
        }
      }
      run.finish();
      System.out.println("done " + run.done());
    } catch (StoreException e) {
      System.out.println("failed " + e.kind() + " " + e.getMessage());
    }
  }

  /** Saves until there is no room, and says what it has committed and what the store said. */
  private static void fill(Path file, int length) {
    try (EventStore store = EventStore.open(file)) {
      for (int i = 0; i < 10_000; i++) {
        store.save(Samples.document("d" + i, noise(i, length)), Samples.eventsOf(0), "coder");
        System.out.println("committed d" + i);
      }
    } catch (StoreException e) {
      System.out.println("failed " + e.kind() + " " + e.getMessage());
    }
  }

  /** Characters that do not compress. */
  static String noise(int seed, int length) {
    return new java.util.Random(seed)
        .ints(length, ' ', 127)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Starts one; what is in {@code before} comes before the command line of Java. */
  static Process start(List<String> before, String... args) throws IOException {
    List<String> command = new ArrayList<>(before);
    List<String> rest = new ArrayList<>(List.of(args));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path")));
    while (rest.get(0).startsWith("-")) {
      command.add(rest.remove(0));
    }
    command.add(Child.class.getName());
    command.addAll(rest);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
