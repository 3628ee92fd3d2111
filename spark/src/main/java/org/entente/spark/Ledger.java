package org.entente.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The batches that an output folder holds, each as a whole or not at all.
 *
 * <p>A batch is written below {@code _entente/staging}. Then its manifest is written to {@code
 * _entente/batches}: from now on it counts. Then its files are moved to their tables. {@link #open}
 * finishes moves that were broken off, and deletes what belongs to no batch.
 */
final class Ledger {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter WRITER =
      MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT);

  /** The folders of an output that hold what was coded. */
  static final String[] TABLES = {"events", "documents", "aside"};

  private final FileSystem files;
  private final Path root;
  private final Path own;
  private final TreeMap<Integer, Manifest> batches = new TreeMap<>();

  private Ledger(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
    this.own = new Path(root, "_entente");
  }

  /**
   * Opens or makes an output folder.
   *
   * @throws IOException if it cannot be read or written, or holds something else
   */
  static Ledger open(String folder, Configuration configuration) throws IOException {
    Path root = new Path(folder);
    Ledger ledger = new Ledger(root.getFileSystem(configuration), root);
    ledger.read();
    return ledger;
  }

  private void read() throws IOException {
    if (files.exists(root) && !files.exists(own) && files.listStatus(root).length > 0) {
      throw new IOException(
          root + ": not empty, and no output of Entente; name another folder with --out");
    }
    Path manifests = new Path(own, "batches");
    files.mkdirs(manifests);
    for (FileStatus status : files.listStatus(manifests)) {
      if (!status.getPath().getName().endsWith(".json")) {
        files.delete(status.getPath(), false); // broken off while it was written
        continue;
      }
      try (InputStream in = files.open(status.getPath())) {
        Manifest manifest = MAPPER.readValue(in, Manifest.class);
        batches.put(manifest.batch(), manifest);
      } catch (JsonProcessingException e) {
        throw new IOException(
            status.getPath()
                + ": not a manifest of this version: "
                + e.getOriginalMessage()
                + "; use another folder, or the version that wrote it",
            e);
      }
    }
    for (Manifest manifest : batches.values()) {
      move(manifest);
    }
    files.delete(new Path(own, "staging"), true);
    for (String table : TABLES) {
      tidy(new Path(root, table));
    }
  }

  /** Deletes the files of batches that do not count. */
  private void tidy(Path folder) throws IOException {
    if (!files.exists(folder)) {
      return;
    }
    for (FileStatus status : files.listStatus(folder)) {
      String name = status.getPath().getName();
      if (status.isDirectory()) {
        tidy(status.getPath());
      } else if (name.matches("b\\d+-.*")
          && !batches.containsKey(Integer.parseInt(name.substring(1, name.indexOf('-'))))) {
        files.delete(status.getPath(), false);
      }
    }
  }

  /** In the order of their numbers. */
  Collection<Manifest> batches() {
    return batches.values();
  }

  /** A number that no batch has. */
  int next() {
    return batches.isEmpty() ? 1 : batches.lastKey() + 1;
  }

  /** Where a batch writes its tables. */
  Path staging(int batch) {
    return new Path(own, "staging/" + number(batch));
  }

  Path table(String name) {
    return new Path(root, name);
  }

  /**
   * The files of a batch that are to be moved, and where they will be.
   *
   * @return paths below the output folder
   */
  Map<String, String> moves(int batch) throws IOException {
    Map<String, String> moves = new TreeMap<>();
    for (String table : TABLES) {
      Path folder = new Path(staging(batch), table);
      if (files.exists(folder)) {
        gather(batch, folder, "_entente/staging/" + number(batch) + "/" + table, table, moves);
      }
    }
    return moves;
  }

  private void gather(int batch, Path folder, String from, String to, Map<String, String> moves)
      throws IOException {
    int part = 0;
    FileStatus[] inside = files.listStatus(folder);
    Arrays.sort(inside);
    for (FileStatus status : inside) {
      String name = status.getPath().getName();
      if (status.isDirectory()) {
        gather(batch, status.getPath(), from + "/" + name, to + "/" + name, moves);
      } else if (!name.startsWith("_") && !name.startsWith(".") && status.getLen() > 0) {
        String ending = name.substring(name.lastIndexOf('.'));
        moves.put(
            from + "/" + name, to + "/b" + number(batch) + "-%05d%s".formatted(part++, ending));
      }
    }
  }

  /** Makes a batch count. */
  void commit(Manifest manifest) throws IOException {
    Path path = manifest(manifest.batch());
    if (files.exists(path)) {
      throw new IOException(
          path + " is there already: does another run write here? One at a time, please");
    }
    write(path, manifest);
    batches.put(manifest.batch(), manifest);
    move(manifest);
    files.delete(staging(manifest.batch()), true);
  }

  /** Makes a batch count no more; its input is coded again if asked for. */
  void drop(Manifest manifest) throws IOException {
    files.delete(manifest(manifest.batch()), false);
    batches.remove(manifest.batch());
    for (String file : manifest.files().values()) {
      files.delete(new Path(root, file), false);
    }
  }

  /** Writes a file of JSON into the output's own folder, as a whole or not at all. */
  void write(String name, Object value) throws IOException {
    Path path = new Path(own, name);
    files.delete(path, false);
    write(path, value);
  }

  private void write(Path path, Object value) throws IOException {
    Path half = path.suffix(".half");
    try (OutputStream out = files.create(half, true)) {
      out.write(WRITER.writeValueAsBytes(value));
    }
    if (!files.rename(half, path)) {
      throw new IOException(path + ": cannot be written");
    }
  }

  private void move(Manifest manifest) throws IOException {
    for (Map.Entry<String, String> file : manifest.files().entrySet()) {
      Path from = new Path(root, file.getKey());
      Path to = new Path(root, file.getValue());
      if (files.exists(from)) {
        files.mkdirs(to.getParent());
        files.delete(to, false);
        if (!files.rename(from, to)) {
          throw new IOException(from + ": cannot be moved to " + to);
        }
      } else if (!files.exists(to)) {
        throw new IOException(
            to + " of batch " + manifest.batch() + " is gone; run with --recode to code all again");
      }
    }
  }

  private Path manifest(int batch) {
    return new Path(own, "batches/" + number(batch) + ".json");
  }

  private static String number(int batch) {
    return String.format(Locale.ROOT, "%06d", batch);
  }
}
