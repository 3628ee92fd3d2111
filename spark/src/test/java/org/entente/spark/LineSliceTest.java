package org.entente.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineSliceTest {
  @TempDir Path folder;

  @Test
  void slicesOfAnySizeGiveEachLineOnceWithItsNumber() throws IOException {
    for (String text : List.of("one\ntwo\n\nfour is long\nfive", "\n", "one", "one\n\n", "\na\n")) {
      Path file = Files.writeString(folder.resolve("lines.txt"), text);
      List<String> expected = text.lines().map(line -> line.length() > 8 ? null : line).toList();
      for (int step = 1; step <= text.length() + 1; step++) {
        List<String> found = new ArrayList<>();
        for (int start = 0; start < text.length(); start += step) {
          Slice slice =
              new Slice(
                  file.toUri().toString(),
                  Format.JSONL,
                  start,
                  Math.min(step, text.length() - start),
                  text.length(),
                  0,
                  0);
          int before = found.size();
          try (LineSlice lines = LineSlice.open(slice, 8, new Configuration(false))) {
            while (lines.next()) {
              found.add(
                  lines.line() == null ? null : new String(lines.line(), StandardCharsets.UTF_8));
            }
          }
          try (LineSlice lines = LineSlice.open(slice, 8, new Configuration(false))) {
            assertThat(lines.count()).isEqualTo(found.size() - before);
          }
        }
        assertThat(found).as("%s in steps of %d", text, step).isEqualTo(expected);
      }
    }
  }
}
