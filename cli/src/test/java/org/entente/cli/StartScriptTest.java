package org.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ./entente, with stand-ins for Java and Maven. */
class StartScriptTest {
  private static final String TOOLS =
      "sh dirname find head sed tail date sleep mkdir rmdir rm touch grep stty cut cat kill du";

  @TempDir Path folder;
  private Path house;
  private Path bin;

  @BeforeEach
  void build() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    house = Files.createDirectories(folder.resolve("a house"));
    bin = Files.createDirectories(folder.resolve("bin"));
    Files.copy(
        Cli.root().resolve("entente"),
        house.resolve("entente"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(house.resolve("cli/src/main"));
    Files.writeString(house.resolve("pom.xml"), "<project/>");
    for (String tool : TOOLS.split(" ")) {
      for (String place : List.of("/usr/bin/", "/bin/")) {
        if (Files.isExecutable(Path.of(place + tool)) && !Files.exists(bin.resolve(tool))) {
          Files.createSymbolicLink(bin.resolve(tool), Path.of(place + tool));
        }
      }
    }
  }

  private record Said(int code, String text) {}

  private Said run(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private void tool(String name, String body) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void java(int version) throws IOException {
    tool(
        "java",
        "[ \"$1\" = -version ] && { echo 'openjdk version \""
            + version
            + ".0.1\"' >&2; exit 0; }\n"
            + "for word do echo \"<$word>\"; done");
  }

  private void maven(String rest) throws IOException {
    tool("mvn", "mkdir -p cli/target/app\necho '[INFO] Building Entente: cli 0.1.0'\n" + rest);
  }

  @Test
  void itsSyntaxIsThatOfAnyShell() throws Exception {
    Path script = Cli.root().resolve("entente").toAbsolutePath();
    assertThat(Files.isExecutable(script)).isTrue();
    assertThat(run("/bin/sh", "-n", script.toString())).isEqualTo(new Said(0, ""));
  }

  @Test
  void itBuildsOnceAndAgainAfterAChange() throws Exception {
    java(17);
    maven("exit 0");
    String script = house.resolve("entente").toString();
    Said first = run(script, "code", "two words", "--date", "2015");
    assertThat(first.code()).as(first.text()).isZero();
    assertThat(first.text())
        .contains("building for the first time", "built in")
        .contains("<org.entente.cli.Main>\n<code>\n<two words>\n<--date>\n<2015>\n");
    Said second = run(script, "demo");
    assertThat(second.code()).isZero();
    assertThat(second.text()).doesNotContain("entente: ").contains("<demo>");
    assertThat(house.resolve("cli/.building")).doesNotExist();

    Thread.sleep(20);
    Files.writeString(house.resolve("cli/src/main/Changed.java"), "class Changed {}");
    assertThat(run(script, "demo").text()).contains("a source has changed", "built in");
  }

  @Test
  void sparkIsBuiltWhenItIsAskedForAndStartedWithItsOwnJars() throws Exception {
    java(17);
    maven(
        "mkdir -p spark/target/app\ncd spark/target/app\n"
            + "echo /m2/jsoup.jar > classpath\necho /m2/spark-core.jar > classpath-spark");
    Said said = run(house.resolve("entente").toString(), "spark", "two words", "--out", "o");
    assertThat(said.code()).as(said.text()).isZero();
    assertThat(said.text())
        .contains("building for the first time")
        .contains(
            "/spark/target/classes:/m2/jsoup.jar:/m2/spark-core.jar>\n<org.entente.spark.Main>")
        .contains("<org.entente.spark.Main>\n<two words>\n<--out>\n<o>\n");
  }

  @Test
  void aFailedBuildShowsWhyAndEndsWith3() throws Exception {
    java(17);
    maven("echo '[ERROR] no such symbol'\nexit 1");
    Said said = run(house.resolve("entente").toString(), "demo");
    assertThat(said.code()).isEqualTo(3);
    assertThat(said.text()).contains("[ERROR] no such symbol", "the build failed", "build.log");
    assertThat(house.resolve("cli/.building")).doesNotExist();
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    String script = house.resolve("entente").toString();
    Said maven = run(script, "demo");
    assertThat(maven.code()).isEqualTo(3);
    assertThat(maven.text()).contains("Maven 3.8 or later is needed");

    maven("exit 0");
    Said none = run(script, "demo");
    assertThat(none.code()).isEqualTo(3);
    assertThat(none.text()).contains("Java 17 or later is needed");

    java(11);
    Said old = run(script, "demo");
    assertThat(old.code()).isEqualTo(3);
    assertThat(old.text()).contains("Java 17 or later is needed").contains("11");
  }

  @Test
  void shortWorkDoesWithoutTheSecondCompiler() throws Exception {
    java(17);
    maven("exit 0");
    String script = house.resolve("entente").toString();
    Path article = Files.writeString(folder.resolve("an article.txt"), "Egypt bombed Derna.");
    Path years = Files.write(folder.resolve("years.jsonl"), new byte[6_000_000]);
    String onlyOne = "<-XX:TieredStopAtLevel=1>";
    assertThat(run(script, "code", article.toString()).text()).contains(onlyOne);
    assertThat(run(script, "explain", "Egypt bombed Derna.").text()).contains(onlyOne);
    assertThat(run(script, "code", article.toString(), "--out", years.toString()).text())
        .contains(onlyOne);
    assertThat(run(script, "code", years.toString()).text()).doesNotContain(onlyOne);
    assertThat(run(script, "relate", article.toString()).text()).contains(onlyOne);
    assertThat(run(script, "relate", years.toString()).text()).doesNotContain(onlyOne);
    assertThat(run(script, "evaluate").text()).doesNotContain(onlyOne);
    assertThat(run(script, "code", "-").text()).doesNotContain(onlyOne);
    assertThat(run(script, "code", folder.toString()).text()).doesNotContain(onlyOne);
  }
}
