package org.entente.spark;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/** The lines that begin in a slice of a file. A line too long is told as null, and not held. */
final class LineSlice implements Closeable {
  private final InputStream in;
  private final int limit;
  private final long end;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream held = new ByteArrayOutputStream(1 << 12);
  private int at;
  private int filled;
  private long position;
  private byte[] line;

  /**
   * @param in from {@code start} on
   * @param start of the slice, or the byte before it where that is not the file's first
   */
  private LineSlice(InputStream in, long start, long end, int limit) {
    this.in = in;
    this.position = start;
    this.end = end;
    this.limit = limit;
  }

  static LineSlice open(Slice slice, int limit, Configuration configuration) throws IOException {
    Path path = new Path(slice.path());
    FSDataInputStream in = path.getFileSystem(configuration).open(path);
    long start = Math.max(0, slice.start() - 1);
    in.seek(start);
    LineSlice lines = new LineSlice(in, start, slice.start() + slice.length(), limit);
    if (slice.start() > 0) {
      lines.skip();
    }
    return lines;
  }

  /** Goes to the next line; false at the end of the slice. */
  boolean next() throws IOException {
    if (position >= end || !fill()) {
      return false;
    }
    held.reset();
    long length = 0;
    while (fill()) {
      int from = at;
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      length += at - from;
      if (length <= limit) {
        held.write(buffer, from, at - from);
      }
      if (at < filled) {
        at++;
        position++;
        break;
      }
    }
    position += length;
    line = length > limit ? null : held.toByteArray();
    return true;
  }

  /** Without its end, or null if it is too long. */
  byte[] line() {
    return line;
  }

  /** How many lines begin in the slice. */
  long count() throws IOException {
    long lines = 0;
    while (position < end && fill()) {
      lines++;
      skip();
    }
    return lines;
  }

  /** Behind the next end of a line. */
  private void skip() throws IOException {
    while (fill()) {
      while (at < filled) {
        position++;
        if (buffer[at++] == '\n') {
          return;
        }
      }
    }
  }

  private boolean fill() throws IOException {
    if (at == filled) {
      at = 0;
      filled = Math.max(0, in.read(buffer));
    }
    return at < filled;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
