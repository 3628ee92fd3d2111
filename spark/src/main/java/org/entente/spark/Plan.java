package org.entente.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/** Cuts the input into slices, and slices into batches and tasks. */
final class Plan {
  /** What opening a file costs, in bytes that could be read meanwhile. */
  private static final long OPENING = 1L << 16;

  private Plan() {}

  /** Slices of all files, in the order of the input; large files cut where their format allows. */
  static List<Slice> slices(
      FileList list,
      Settings settings,
      JavaSparkContext context,
      Broadcast<SerializableConfiguration> configuration)
      throws IOException {
    List<Slice> slices = new ArrayList<>();
    for (FileList.Named file : list.files()) {
      long size = file.status().getLen();
      long step = cut(file, settings, configuration.value().value()) ? settings.sliceBytes() : size;
      long start = 0;
      do {
        slices.add(
            new Slice(
                file.status().getPath().toString(),
                file.format(),
                start,
                Math.min(step, size - start),
                size,
                file.status().getModificationTime(),
                0));
        start += step;
      } while (start < size);
    }
    return numbered(slices, settings, context, configuration);
  }

  private static boolean cut(FileList.Named file, Settings settings, Configuration configuration)
      throws IOException {
    if (file.status().getLen() <= settings.sliceBytes()) {
      return false;
    }
    if (file.format() != Format.JSONL) {
      return file.format() == Format.PARQUET;
    }
    byte[] head = new byte[4];
    Path path = file.status().getPath();
    try (var in = path.getFileSystem(configuration).open(path)) {
      in.readFully(head);
    }
    boolean gzip = (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
    boolean wide = head[0] == 0 || head[1] == 0 || (head[0] & 0xFF) >= 0xFE;
    return !gzip && !wide;
  }

  /** Counts the lines of slices, so that messages can name the line in the whole file. */
  private static List<Slice> numbered(
      List<Slice> slices,
      Settings settings,
      JavaSparkContext context,
      Broadcast<SerializableConfiguration> configuration) {
    List<Slice> parts = slices.stream().filter(slice -> !slice.whole()).toList();
    if (parts.isEmpty()) {
      return slices;
    }
    List<Long> counts =
        context
            .parallelize(parts, parts.size())
            .map(slice -> count(slice, settings, configuration.value().value()))
            .collect();
    List<Slice> numbered = new ArrayList<>();
    int part = 0;
    long before = 0;
    for (Slice slice : slices) {
      before = slice.start() == 0 ? 0 : before;
      numbered.add(slice.after(before));
      if (!slice.whole()) {
        before += counts.get(part++);
      }
    }
    return numbered;
  }

  private static long count(Slice slice, Settings settings, Configuration configuration)
      throws IOException {
    if (slice.format() == Format.PARQUET) {
      try {
        return new ParquetRows(slice, settings.columns(), configuration).count();
      } catch (RuntimeException e) {
        return 0; // told when it is read
      }
    }
    try (LineSlice lines = LineSlice.open(slice, settings.documentBytes(), configuration)) {
      return lines.count();
    }
  }

  /** The batches of which a file has changed since they were coded. */
  static List<Manifest> changed(Iterable<Manifest> batches, List<Slice> slices) {
    Set<String> keys = slices.stream().map(Slice::key).collect(Collectors.toSet());
    Set<String> paths = slices.stream().map(Slice::path).collect(Collectors.toSet());
    List<Manifest> changed = new ArrayList<>();
    for (Manifest batch : batches) {
      if (batch.slices().stream()
          .anyMatch(slice -> paths.contains(slice.path()) && !keys.contains(slice.key()))) {
        changed.add(batch);
      }
    }
    return changed;
  }

  /** The slices that no batch has, each once, in batches of about so many bytes. */
  static List<List<Slice>> batches(List<Slice> slices, Iterable<Manifest> done, long batchBytes) {
    Set<String> known = new HashSet<>();
    for (Manifest batch : done) {
      batch.slices().forEach(slice -> known.add(slice.key()));
    }
    return grouped(slices.stream().filter(slice -> known.add(slice.key())).toList(), batchBytes, 0);
  }

  /** The slices of a batch in groups for one reading task each. */
  static List<List<Slice>> tasks(List<Slice> batch, int cores, long most) {
    long weight = batch.stream().mapToLong(slice -> slice.length() + OPENING).sum();
    return grouped(batch, Math.max(1, Math.min(most, weight / (2L * cores))), OPENING);
  }

  private static List<List<Slice>> grouped(List<Slice> slices, long bytes, long extra) {
    List<List<Slice>> groups = new ArrayList<>();
    List<Slice> group = new ArrayList<>();
    long sum = 0;
    for (Slice slice : slices) {
      long weight = slice.length() + extra;
      if (!group.isEmpty() && sum + weight > bytes) {
        groups.add(group);
        group = new ArrayList<>();
        sum = 0;
      }
      group.add(slice);
      sum += weight;
    }
    if (!group.isEmpty()) {
      groups.add(group);
    }
    return groups;
  }
}
