package org.entente.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files that inputs stand for, in order: a folder's files in the order of their names,
 * sub-folders in their place, names that begin with a dot or an underscore left out.
 *
 * @param files to read
 * @param unsupported files in folders whose ending says that they are no documents
 */
record FileList(List<Named> files, List<String> unsupported) {
  /** A file and what it holds. */
  record Named(FileStatus status, Format format) {}

  /**
   * @param inputs paths with or without scheme; files, folders or patterns such as {@code
   *     s3a://news/2015-*}
   * @param format of every file, or {@link Format#AUTO}
   * @throws FileNotFoundException if an input is not there
   */
  static FileList of(List<String> inputs, Format format, Configuration configuration)
      throws IOException {
    FileList found = new FileList(new ArrayList<>(), new ArrayList<>());
    for (String input : inputs) {
      Path path = new Path(input);
      FileSystem files = path.getFileSystem(configuration);
      FileStatus[] matches =
          files.exists(path) ? new FileStatus[] {files.getFileStatus(path)} : glob(files, path);
      if (matches == null || matches.length == 0) {
        throw new FileNotFoundException(input + ": no such file or folder");
      }
      for (FileStatus match : sorted(matches)) {
        if (match.isDirectory()) {
          found.walk(files, match.getPath(), format);
        } else {
          Format told = format == Format.AUTO ? Format.of(match.getPath().getName()) : format;
          found.files.add(new Named(match, told == null ? Format.TEXT : told));
        }
      }
    }
    return found;
  }

  private static FileStatus[] glob(FileSystem files, Path path) throws IOException {
    try {
      return files.globStatus(path);
    } catch (IOException e) {
      throw new IOException(path + ": " + e.getMessage(), e);
    }
  }

  private void walk(FileSystem files, Path folder, Format format) throws IOException {
    for (FileStatus status : sorted(files.listStatus(folder))) {
      String name = status.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (status.isDirectory()) {
        walk(files, status.getPath(), format);
        continue;
      }
      Format told = format == Format.AUTO ? Format.of(name) : format;
      if (told == null) {
        unsupported.add(status.getPath().toString());
      } else {
        this.files.add(new Named(status, told));
      }
    }
  }

  private static FileStatus[] sorted(FileStatus[] statuses) {
    Arrays.sort(statuses, Comparator.comparing(status -> status.getPath().toString()));
    return statuses;
  }
}
