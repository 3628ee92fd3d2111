package org.entente.coding.ingest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the files that an input stands for. */
final class Inputs {
  private static final Set<String> ENDINGS =
      Set.of("txt", "text", "html", "htm", "xhtml", "jsonl", "ndjson", "json");

  private Inputs() {}

  static boolean isUrl(String input) {
    return input.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+://.*");
  }

  /** Ending of a name in lower case, without {@code .gz}; empty if none. */
  static String ending(String name) {
    String low = name.toLowerCase(Locale.ROOT);
    low = low.endsWith(".gz") ? low.substring(0, low.length() - 3) : low;
    int dot = low.lastIndexOf('.');
    return dot < 0 || low.indexOf('/', dot) >= 0 ? "" : low.substring(dot + 1);
  }

  static Ingest.Measure measure(List<String> inputs) {
    long[] sums = new long[2];
    boolean[] complete = {true};
    Ingest.Sink quiet =
        new Ingest.Sink() {
          @Override
          public void document(org.entente.model.Document document) {}

          @Override
          public void aside(Aside aside) {}
        };
    for (String input : inputs) {
      if (input.equals("-") || isUrl(input)) {
        sums[0]++;
        complete[0] = false;
        continue;
      }
      expand(
          input,
          quiet,
          file -> {
            sums[0]++;
            try {
              sums[1] += Files.size(Path.of(file));
            } catch (IOException | InvalidPathException e) {
              // told when it is read
            }
          });
    }
    return new Ingest.Measure(sums[0], sums[1], complete[0]);
  }

  /** Hands on the files of an input in order; one that is no folder is handed on as it is. */
  static void expand(String input, Ingest.Sink sink, Consumer<String> files) {
    Path path;
    try {
      path = Path.of(input);
    } catch (InvalidPathException e) {
      files.accept(input);
      return;
    }
    if (input.equals("-") || isUrl(input) || !Files.isDirectory(path)) {
      files.accept(input);
    } else {
      walk(path, sink, files, new HashSet<>());
    }
  }

  private static void walk(Path folder, Ingest.Sink sink, Consumer<String> files, Set<Path> above) {
    List<Path> inside = new ArrayList<>();
    Path real;
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(inside::add);
      real = folder.toRealPath();
    } catch (IOException e) {
      sink.aside(unreadable(folder, e));
      return;
    } catch (DirectoryIteratorException e) {
      sink.aside(unreadable(folder, e.getCause()));
      return;
    }
    if (!above.add(real)) {
      sink.aside(
          new Aside(
              folder.toString(), Aside.Reason.UNREADABLE, "a link back to a folder that holds it"));
      return;
    }
    inside.sort(Comparator.comparing(path -> path.getFileName().toString()));
    for (Path path : inside) {
      String name = path.getFileName().toString();
      if (name.startsWith(".")) {
        continue;
      }
      if (Files.isDirectory(path)) {
        walk(path, sink, files, above);
      } else if (!ENDINGS.contains(ending(name))) {
        sink.aside(
            new Aside(
                path.toString(),
                Aside.Reason.UNSUPPORTED,
                "not read: in a folder only .txt .html .htm .jsonl .ndjson .json and these with .gz"
                    + " are; name the file itself to read it"));
      } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
          && Files.exists(path)
          && !Files.isRegularFile(path)) {
        sink.aside(new Aside(path.toString(), Aside.Reason.UNREADABLE, "not a regular file"));
      } else {
        files.accept(path.toString());
      }
    }
    above.remove(real);
  }

  static Aside unreadable(Path path, IOException e) {
    return new Aside(path.toString(), Aside.Reason.UNREADABLE, why(path, e));
  }

  private static String why(Path path, IOException e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied; make it readable or leave it out";
    }
    if (e instanceof java.nio.file.NoSuchFileException) {
      return Files.isSymbolicLink(path) ? "a link that leads nowhere" : "no such file or folder";
    }
    String message = e.getMessage();
    return "cannot be read: "
        + (message == null || message.equals(path.toString())
            ? e.getClass().getSimpleName()
            : message);
  }
}
