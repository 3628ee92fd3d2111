package org.entente.cli;

import java.util.concurrent.Callable;
import org.entente.sway.issue.Template;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of issue files. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints the JSON Schema of issue files, for editors that check while one writes.")
final class SwaySchemaCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(Template.schema());
    spec.commandLine().getOut().flush();
    return 0;
  }
}
