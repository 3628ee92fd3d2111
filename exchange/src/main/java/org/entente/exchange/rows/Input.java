package org.entente.exchange.rows;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file of rows, or an entry of a zip that is one.
 *
 * @param file the file
 * @param entry name of the entry, or null
 * @param name of the data in it: the file's without folder and extensions; where a zip has several
 *     entries, with that of the entry behind it
 */
public record Input(Path file, String entry, String name) {
  private static final Set<String> TABLES = Set.of("tsv", "tab", "csv", "txt", "jsonl", "gz");

  /**
   * What is in a file: itself, also if it is gzipped, or each table of a zip, by name. What it is
   * is told by its first bytes.
   *
   * @throws IOException if it is missing, a folder, or a zip without tables
   */
  public static List<Input> of(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder; name the files in it");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file");
    }
    String name = base(file.getFileName().toString());
    if (!isZip(file)) {
      return List.of(new Input(file, null, name));
    }
    List<String> entries = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream().filter(Input::isTable).map(ZipEntry::getName).sorted().forEach(entries::add);
    } catch (ZipException e) {
      throw new IOException(file + ": no whole zip: " + e.getMessage(), e);
    }
    if (entries.isEmpty()) {
      throw new IOException(
          file + ": no table in it; entries of a zip end in .tsv, .tab, .csv, .txt or .jsonl");
    }
    boolean alone = entries.size() == 1;
    return entries.stream()
        .map(entry -> new Input(file, entry, alone ? name : name + "/" + base(last(entry))))
        .toList();
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(4);
      return first.length == 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3;
    }
  }

  private static boolean isTable(ZipEntry entry) {
    String name = entry.getName();
    String last = last(name);
    int dot = last.lastIndexOf('.');
    return !entry.isDirectory()
        && !name.startsWith("__MACOSX")
        && !last.startsWith(".")
        && TABLES.contains(last.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static String last(String entry) {
    return entry.substring(entry.lastIndexOf('/') + 1);
  }

  /** Without {@code .tsv.gz} and the like. */
  private static String base(String name) {
    String base = name;
    for (int dot = base.lastIndexOf('.'); dot > 0; dot = base.lastIndexOf('.')) {
      String extension = base.substring(dot + 1).toLowerCase(Locale.ROOT);
      if (!TABLES.contains(extension) && !extension.equals("zip")) {
        break;
      }
      base = base.substring(0, dot);
    }
    return base;
  }

  /** As messages name it: {@code events.zip!2015.tab}. */
  public String label() {
    return entry == null ? file.toString() : file + "!" + entry;
  }

  /** Its bytes, unpacked. */
  public InputStream open() throws IOException {
    if (entry == null) {
      return unpacked(Files.newInputStream(file));
    }
    ZipFile zip = new ZipFile(file.toFile());
    try {
      return new FilterInputStream(unpacked(zip.getInputStream(zip.getEntry(entry)))) {
        @Override
        public void close() throws IOException {
          try (zip) {
            super.close();
          }
        }
      };
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  private static InputStream unpacked(InputStream packed) throws IOException {
    BufferedInputStream in = new BufferedInputStream(packed, 1 << 16);
    try {
      in.mark(2);
      boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return gzip ? new GZIPInputStream(in, 1 << 16) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
