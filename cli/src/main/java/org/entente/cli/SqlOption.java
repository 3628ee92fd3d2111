package org.entente.cli;

import picocli.CommandLine.Option;

/** Of commands that ask a store by SQL. */
final class SqlOption {
  @Option(names = "--sql", description = "Show the SQL behind it, and do not run it.")
  boolean shown;
}
