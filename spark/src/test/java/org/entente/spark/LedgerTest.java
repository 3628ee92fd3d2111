package org.entente.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run finds that was killed at each step of a commit. */
class LedgerTest {
  private static final String FROM = "_entente/staging/000001/events/month=2015-02/part-0.parquet";
  private static final String TO = "events/month=2015-02/b000001-00000.parquet";

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void name() {
    out = folder.resolve("out");
  }

  private Ledger open() throws IOException {
    return Ledger.open(out.toString(), new Configuration(false));
  }

  private void stage() throws IOException {
    Files.createDirectories(out.resolve(FROM).getParent());
    Files.writeString(out.resolve(FROM), "events");
  }

  private static Manifest manifest(Map<String, String> files) {
    Slice slice = new Slice("file:/news.jsonl", Format.JSONL, 0, 5, 5, 77, 0);
    return new Manifest(
        1, Map.of("coder", "x"), List.of(slice), 1, 2, Map.of("EMPTY", 1L), 9, 0, 1.5, 1, files);
  }

  @Test
  void aCommittedBatchIsThereAgain() throws IOException {
    Ledger ledger = open();
    assertThat(ledger.next()).isEqualTo(1);
    stage();
    assertThat(ledger.moves(1)).isEqualTo(Map.of(FROM, TO));
    Manifest manifest = manifest(ledger.moves(1));
    ledger.commit(manifest);
    assertThat(out.resolve(TO)).hasContent("events");
    assertThat(out.resolve("_entente/staging/000001")).doesNotExist();
    Ledger again = open();
    assertThat(again.batches()).containsExactly(manifest);
    assertThat(again.next()).isEqualTo(2);
    again.drop(manifest);
    assertThat(out.resolve(TO)).doesNotExist();
    assertThat(open().batches()).isEmpty();
  }

  @Test
  void killedBeforeTheManifestNothingIsLeft() throws IOException {
    open();
    stage();
    assertThat(open().batches()).isEmpty();
    assertThat(out.resolve("_entente/staging")).doesNotExist();
  }

  @Test
  void killedWhileTheManifestWasWrittenNothingIsLeft() throws IOException {
    open();
    stage();
    Files.writeString(out.resolve("_entente/batches/000001.json.half"), "{\"batch\":");
    assertThat(open().batches()).isEmpty();
    assertThat(out.resolve("_entente/batches")).isEmptyDirectory();
  }

  @Test
  void killedBehindTheManifestTheMovesAreFinished() throws IOException {
    open().commit(manifest(Map.of()));
    stage();
    Path path = out.resolve("_entente/batches/000001.json");
    Files.delete(path.resolveSibling(".000001.json.crc"));
    Files.writeString(
        path,
        Files.readString(path)
            .replace("\"files\" : { }", "\"files\" : { \"" + FROM + "\" : \"" + TO + "\" }"));
    assertThat(open().batches()).hasSize(1);
    assertThat(out.resolve(TO)).hasContent("events");
    assertThat(open().batches()).hasSize(1);
  }

  @Test
  void filesOfBatchesThatDoNotCountAreDeleted() throws IOException {
    open();
    Path left = out.resolve("events/month=2015-02/b000009-00000.parquet");
    Path other = out.resolve("events/month=2015-02/notes.txt");
    Files.createDirectories(left.getParent());
    Files.writeString(left, "left");
    Files.writeString(other, "somebody's");
    open();
    assertThat(left).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("thesis.txt"), "mine");
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not empty, and no output of Entente");
    Files.delete(out.resolve("thesis.txt"));
    Ledger ledger = open();
    stage();
    Manifest manifest = manifest(ledger.moves(1));
    ledger.commit(manifest);
    assertThatThrownBy(() -> ledger.commit(manifest)).hasMessageContaining("another run");
    Files.delete(out.resolve(TO));
    assertThatThrownBy(this::open).hasMessageContaining("batch 1 is gone");
    Files.delete(out.resolve("_entente/batches/.000001.json.crc"));
    Files.writeString(out.resolve("_entente/batches/000001.json"), "[]");
    assertThatThrownBy(this::open).hasMessageContaining("not a manifest of this version");
  }
}
