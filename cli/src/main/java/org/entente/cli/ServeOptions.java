package org.entente.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.entente.coding.Coder;
import org.entente.server.Server;
import org.entente.store.EventStore;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where the workbench is served, and to whom. */
final class ServeOptions {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "7788",
      description = "Port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--address",
      paramLabel = "A",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on; any but this machine's own demands --token-file. Default:"
              + " ${DEFAULT-VALUE}.")
  String address;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Its first line is a token that the browser asks for and programs must send.")
  Path token;

  @Option(
      names = "--name",
      paramLabel = "HOST",
      split = ",",
      description = "Names that the machine goes by, besides the address.")
  List<String> names = List.of();

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description =
          "A line of JSON for each request; - for standard error. Default: only what goes wrong, to"
              + " standard error.")
  String log;

  /**
   * Serves until the process is told to end.
   *
   * @param page that the address leads to
   */
  void serve(
      EventStore store, Supplier<Coder> coder, String page, CommandLine.Model.CommandSpec spec)
      throws IOException {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("--port: from 0 to 65535, not " + port);
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean file = log != null && !log.equals("-");
    PrintWriter lines =
        file
            ? new PrintWriter(
                Files.newBufferedWriter(
                    Path.of(log),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND))
            : spec.commandLine().getErr();
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Thread ending =
        new Thread(
            () -> {
              end.countDown();
              try {
                ended.await(20, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "ending");
    Server.Options options =
        Server.Options.DEFAULT
            .at(address, port)
            .withToken(token)
            .withNames(names)
            .withLogRequests(log != null);
    try (Server server = Server.start(store, coder, options, lines)) {
      Runtime.getRuntime().addShutdownHook(ending);
      out.println("The workbench:     " + server.address() + page);
      out.println("Ctrl-C ends it.");
      out.flush();
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      store.close();
      lines.flush();
      ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(ending);
      } catch (IllegalStateException e) {
        // the process is ending, and the hook at work
      }
      if (file) {
        lines.close();
      }
    }
  }
}
