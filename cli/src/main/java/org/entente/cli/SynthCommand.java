package org.entente.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.entente.exchange.synthetic.Synthetic;
import org.entente.knowledge.Knowledge;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "synth",
    description = "Makes up events, 1995 to 2025, in the layout of ICEWS: to measure and try out.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: entente synth 1000000 --seed 1 --out made-up.tsv.gz",
      "         entente import made-up.tsv.gz --store made-up.duckdb"
    })
final class SynthCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "N", description = "How many events.")
  int number;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The same seed makes the same bytes. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "Write there; gzipped if it ends in .gz.")
  Path out;

  @Override
  public Integer call() throws IOException {
    OutFile.check("--out", out);
    if (number < 1) {
      throw new IllegalArgumentException("N: at least 1, not " + number);
    }
    try (OutputStream file = Files.newOutputStream(out);
        OutputStream packed =
            out.toString().endsWith(".gz") ? new GZIPOutputStream(file, 1 << 16) : file;
        Writer writer =
            new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), 1 << 16)) {
      Synthetic.write(Knowledge.bundled(), number, seed, writer);
    }
    PrintWriter errors = spec.commandLine().getErr();
    errors.printf(Locale.ROOT, "%,d made-up events written to %s (seed %d)%n", number, out, seed);
    errors.flush();
    return 0;
  }
}
