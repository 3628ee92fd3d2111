package org.entente.spark;

import java.io.Serializable;

/**
 * A file, or a part of a large one: what one task reads at least.
 *
 * @param path of the file, with its scheme
 * @param format never {@link Format#AUTO}
 * @param start first byte
 * @param length bytes
 * @param size of the whole file
 * @param modified time of the file's last change, milliseconds since 1970
 * @param before lines or rows of the file before this slice
 */
record Slice(
    String path, Format format, long start, long length, long size, long modified, long before)
    implements Serializable {
  /** Whether it is a whole file. */
  boolean whole() {
    return start == 0 && length == size;
  }

  Slice after(long records) {
    return new Slice(path, format, start, length, size, modified, records);
  }

  /** What messages call the file: a local one by its path alone. */
  String origin() {
    return path.startsWith("file:") ? path.substring(5).replaceFirst("^/+", "/") : path;
  }

  /** The same bytes of the same state of the file, whatever else is known. */
  String key() {
    return path + "\u0000" + start + "+" + length + "\u0000" + size + "@" + modified + format;
  }
}
