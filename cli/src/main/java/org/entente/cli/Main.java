package org.entente.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.coding.syntax.model.BadModelException;
import org.entente.knowledge.table.KnowledgeException;
import org.entente.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry point. */
@Command(
    name = "entente",
    description =
        "Reads the news of international politics and turns it into events that can be checked.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    footer = {
      "",
      "Example: entente code article.txt --date 2015-02-25",
      "Exit: 0 done, 1 nothing could be done, 2 wrong use, 3 could not be built or started."
    })
public final class Main implements Runnable {
  /** In the order of the help. */
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("code", CodeCommand.class);
    COMMANDS.put("watch", WatchCommand.class);
    COMMANDS.put("import", ImportCommand.class);
    COMMANDS.put("synth", SynthCommand.class);
    COMMANDS.put("events", EventsCommand.class);
    COMMANDS.put("series", SeriesCommand.class);
    COMMANDS.put("dyads", DyadsCommand.class);
    COMMANDS.put("network", NetworkCommand.class);
    COMMANDS.put("affinity", AffinityCommand.class);
    COMMANDS.put("forecast", ForecastCommand.class);
    COMMANDS.put("backtest", BacktestCommand.class);
    COMMANDS.put("map", MapCommand.class);
    COMMANDS.put("corroborate", CorroborateCommand.class);
    COMMANDS.put("sway", SwayCommand.class);
    COMMANDS.put("export", ExportCommand.class);
    COMMANDS.put("relate", RelateCommand.class);
    COMMANDS.put("explain", ExplainCommand.class);
    COMMANDS.put("parse", ParseCommand.class);
    COMMANDS.put("evaluate", EvaluateCommand.class);
    COMMANDS.put("serve", ServeCommand.class);
    COMMANDS.put("demo", DemoCommand.class);
    COMMANDS.put("knowledge", KnowledgeCommand.class);
    COMMANDS.put("help", CommandLine.HelpCommand.class);
  }

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  private Main() {}

  public static void main(String[] args) {
    KnowledgeOption.prepare(args);
    Output output = new Output();
    System.setOut(
        new PrintStream(new BufferedOutputStream(output, 1 << 13), false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    CommandLine line = commandLine(args);
    line.setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    int code = line.execute(args);
    line.getOut().flush();
    if (output.failure != null) {
      code = Math.max(code, 1);
      if (!"Broken pipe".equals(output.failure.getMessage())) {
        line.getErr().println("entente: standard output: " + output.failure.getMessage());
      }
    }
    System.exit(code);
  }

  /** Knows the command that is asked for; where it is none, all: to set one up takes a while. */
  static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new Main());
    String asked = args.length > 0 && !args[0].equals("help") ? args[0] : "";
    COMMANDS.forEach(
        (name, command) -> {
          if (name.equals(asked) || !COMMANDS.containsKey(asked)) {
            line.addSubcommand(command);
          }
        });
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setExecutionExceptionHandler(Main::failed);
    // a whole question in one text begins as an option does
    CommandLine forecast = line.getSubcommands().get("forecast");
    if (forecast != null) {
      forecast.getSubcommands().get("question").setUnmatchedOptionsArePositionalParams(true);
    }
    return line;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /**
   * What went wrong and what to do, without a stack trace; with one if {@code ENTENTE_TRACE} is
   * set.
   */
  private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    line.getOut().flush();
    boolean expected =
        e instanceof KnowledgeException
            || e instanceof StoreException
            || e instanceof BadModelException
            || e instanceof IOException
            || e instanceof UncheckedIOException
            || e instanceof IllegalArgumentException;
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    line.getErr().println("entente: " + (expected ? message : "a mistake of Entente's own: " + e));
    if (System.getenv("ENTENTE_TRACE") != null) {
      e.printStackTrace(line.getErr());
    } else if (!expected) {
      line.getErr().println("entente: set ENTENTE_TRACE=1 and run it again to see where");
    }
    line.getErr().flush();
    return e instanceof IllegalArgumentException
        ? line.getCommandSpec().exitCodeOnInvalidInput()
        : 1;
  }

  /** Standard output that remembers what went wrong: a PrintStream keeps it to itself. */
  private static final class Output extends FilterOutputStream {
    private IOException failure;

    Output() {
      super(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "entente " + org.entente.coding.Coder.VERSION + " on Java " + Runtime.version()
      };
    }
  }
}
