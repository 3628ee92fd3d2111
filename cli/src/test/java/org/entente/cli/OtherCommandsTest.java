package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.entente.model.Event;
import org.entente.store.EventStore;
import org.entente.store.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** explain, demo, knowledge check, help. */
class OtherCommandsTest {
  @TempDir Path folder;

  @Test
  void aSentenceIsExplained() {
    Cli.Result result =
        Cli.run("explain", "Egypt bombed ISIS camps in Derna.", "--date", "2015-02-16");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("The parse", "Who is spoken of", "What fired", "What nearly did")
        .containsPattern("bombed\\s+bomb\\s+VBD\\s+root")
        .contains("EGY → ISISREB", "ASSAULT", "assault.tsv:");
  }

  @Test
  void anEventOfTheStoreIsExplained() throws IOException {
    Path store = folder.resolve("s.duckdb");
    Path news = Cli.jsonl(folder.resolve("news.jsonl"), 2);
    assertThat(Cli.run("code", news, "--save", "--store", store).code()).isZero();
    Event event;
    try (EventStore saved = EventStore.open(store)) {
      event = saved.events(Query.ALL).get(0);
    }
    Cli.Result result = Cli.run("explain", event.id(), "--store", store);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains(event.id(), event.rule().split(" ")[0], "The parse");

    Cli.Result unknown = Cli.run("explain", "0123456789abcdef", "--store", store);
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("no event 0123456789abcdef in " + store);
  }

  @Test
  void whatCannotBeExplained() {
    Path none = folder.resolve("none.duckdb");
    Cli.Result result = Cli.run("explain", "0123456789abcdef", "--store", none);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("no store " + none, "--store");
    assertThat(none).doesNotExist();

    assertThat(Cli.run("explain", "  ").err()).contains("nothing to explain");
    assertThat(Cli.run("explain", "Egypt.", "--date", "x").err()).contains("2015-02-25");
    assertThat(Cli.run("explain").code()).isEqualTo(2);
  }

  @Test
  void theDemo() throws IOException {
    Path demo = folder.resolve("demo");
    Cli.Result first = Cli.run("demo", "--dir", demo);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("The busiest dyads", demo.resolve("demo.html").toUri().toString())
        .doesNotContain("set aside", "before");
    assertThat(first.lines())
        .filteredOn(line -> !line.contains(folder.toString()))
        .allMatch(line -> line.length() <= 100);
    assertThat(demo.resolve("demo.duckdb")).isNotEmptyFile();
    assertThat(Files.readString(demo.resolve("demo.html"))).contains("<svg");
    int reports = Files.readAllLines(demo.resolve("february-2015.jsonl")).size();
    assertThat(reports).isGreaterThanOrEqualTo(30);
    assertThat(first.out()).startsWith(reports + " reports, ");

    Cli.Result second = Cli.run("demo", "--dir", demo);
    assertThat(second.code()).isZero();
    assertThat(second.out()).contains(reports + " of them had been coded before");
    assertThat(second.out()).doesNotContain(" 0 sentences");
    assertThat(dyads(second)).isEqualTo(dyads(first)).hasSizeGreaterThan(5);
  }

  private static List<String> dyads(Cli.Result result) {
    return result
        .lines()
        .subList(
            result.lines().indexOf("The busiest dyads"),
            (int) result.lines().stream().takeWhile(l -> !l.startsWith("The page")).count());
  }

  @Test
  void theKnowledgeThatComesWithEntenteHasNoMistakes() {
    Cli.Result result = Cli.run("knowledge", "check");
    assertThat(result.code()).as(result.out()).isZero();
    assertThat(result.out()).contains("no mistakes; hash ", "lexicon entries", "populated");
  }

  @Test
  void aMistakeInTheKnowledgeIsNamed() throws IOException {
    Path copy = folder.resolve("knowledge");
    copy(Cli.root().resolve("knowledge/data"), copy);
    Path agents = copy.resolve("agents/agents.tsv");
    int line = Files.readAllLines(agents).size() + 1;
    Files.writeString(agents, "zzz pirate\t\tARRR\tperson\n", StandardOpenOption.APPEND);

    Cli.Result check = Cli.run("knowledge", "check", copy);
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out()).contains("agents/agents.tsv:" + line + " [sectors]: ").contains("ARRR");
    assertThat(check.out()).containsPattern("\n1 mistakes?\n");

    Cli.Result code = Cli.run("code", Cli.root().resolve("entente"), "--knowledge", copy);
    assertThat(code.code()).isEqualTo(1);
    assertThat(code.err()).contains("agents/agents.tsv:" + line + " [sectors]: ");
  }

  @Test
  void noKnowledgeThere() throws IOException {
    Path none = folder.resolve("none");
    Cli.Result missing = Cli.run("knowledge", "check", none);
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains(none.toString());
    Cli.Result empty = Cli.run("knowledge", "check", Files.createDirectory(none));
    assertThat(empty.code()).isEqualTo(1);
    assertThat(empty.out() + empty.err()).contains("countries").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "code",
        "explain",
        "demo",
        "knowledge",
        "knowledge check",
        "knowledge import petrarch"
      })
  void helpHasAnExampleAndFits100Columns(String command) {
    String[] words = (command + " --help").strip().split(" ");
    Cli.Result result = Cli.run((Object[]) words);
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("Usage: entente", "Example: entente " + command);
    assertThat(result.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void withoutACommandItsUseIsShown() {
    assertThat(Cli.run().out()).contains("Usage: entente", "Exit: 0 done");
    assertThat(Cli.run("knowledge").out()).contains("check");
    assertThat(Cli.run("--version").out()).startsWith("entente ");
    assertThat(Cli.run("cod").code()).isEqualTo(2);
    assertThat(Cli.run("cod").err()).contains("'cod'", "code");
  }

  @Test
  void theCommandThatIsAskedForIsThere() {
    for (String name : Main.commandLine().getSubcommands().keySet()) {
      String[] asked = name.equals("help") ? new String[0] : new String[] {name};
      assertThat(Main.commandLine(asked).getSubcommands()).as(name).containsKey(name);
      Cli.Result help = name.equals("help") ? Cli.run("help") : Cli.run("help", name);
      assertThat(help.code()).as(name).isZero();
      assertThat(help.out()).as(name).contains("Usage: entente");
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copied = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copied);
        } else {
          Files.copy(file, copied);
        }
      }
    }
  }
}
