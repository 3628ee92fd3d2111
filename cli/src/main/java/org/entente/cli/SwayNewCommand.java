package org.entente.cli;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.sway.issue.Template;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes an issue file to begin with. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Writes an issue file with comments, to begin with.")
final class SwayNewCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "Where; it must not exist yet.")
  Path file;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (Files.exists(file)) {
      throw new IllegalArgumentException(file + " is there already; choose another name");
    }
    OutFile.check("FILE", file);
    try (Writer writer = OutFile.open("FILE", file)) {
      writer.write(Template.text());
    }
    spec.commandLine()
        .getOut()
        .println(file + " is written. Change it, then: entente sway " + file + " --actor A");
    return 0;
  }
}
