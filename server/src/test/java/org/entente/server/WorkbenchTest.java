package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The workbench in a real browser, against a real server with a real store. Left out where there is
 * no Chromium, no Node or no workbench, unless {@code ENTENTE_BROWSER=required} demands it.
 */
class WorkbenchTest {
  static final List<String> TEXTS =
      List.of(
          "Egypt bombed ISIS camps near Derna in Libya on 16 February 2015.",
          "Russia offered military aid to Egypt on 10 February 2015.",
          "Qatar criticised Egypt on 18 February 2015.",
          "Egypt accused Qatar of supporting terrorists on 19 February 2015.",
          "Egypt praised Russia on 11 February 2015.",
          "The United States condemned ISIS on 16 February 2015.",
          "Italy closed its embassy in Libya on 15 February 2015.",
          "Egypt bombed Libya on 20 February 2015.",
          "Egypt praised Russia on 24 February 2015.",
          "Libya thanked Egypt on 17 February 2015.",
          "Egypt asked Italy for help on 3 March 2015.",
          "Turkey criticised Egypt on 5 March 2015.");

  @TempDir Path folder;

  @Test
  void everyViewWorksInABrowser() throws Exception {
    Path workbench = Path.of(System.getProperty("entente.root", "..")).resolve("workbench");
    String chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .filter(one -> Files.isExecutable(Path.of(one)))
            .findFirst()
            .orElse(null);
    String missing =
        chromium == null
            ? "Chromium"
            : !Files.isDirectory(workbench.resolve("node_modules/playwright-core"))
                ? "playwright-core in workbench/node_modules"
                : WorkbenchTest.class.getResource("/org/entente/workbench/index.html") == null
                    ? "the workbench itself"
                    : null;
    if (missing != null) {
      String message = "the tests in a browser are left out: there is no " + missing;
      assertThat(System.getenv("ENTENTE_BROWSER")).as(message).isNotEqualTo("required");
      System.out.println(message);
      assumeTrue(false, message);
    }
    Path article =
        Path.of(System.getProperty("entente.shared", "../../shared"), "case/article-2015-02.txt");
    try (Served served = Served.over(folder)) {
      for (String text : TEXTS) {
        served.code(text);
      }
      served.importYear();
      run(workbench, chromium, served.server.address(), "all", article);
    }
    try (Served served = Served.over(folder)) {
      run(workbench, chromium, served.server.address(), "again", null);
    }
  }

  private static void run(
      Path workbench, String chromium, String address, String part, Path article)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("node", "src/test/browser.mjs", address, part));
    if (article != null && Files.isRegularFile(article)) {
      words.add(article.toAbsolutePath().toString());
    }
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(workbench.toFile()).redirectErrorStream(true);
    builder.environment().put("ENTENTE_CHROMIUM", chromium);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    System.out.println(said);
    assertThat(process.exitValue()).as(said).isZero();
  }
}
