package hallmonitor.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointMirrorTest {
  private static final Instant NOW = Instant.parse("2026-11-30T15:00:00Z");

  @TempDir Path folder;
  private Path from;
  private Path mirror;

  @BeforeEach
  void write() throws IOException {
    from = Files.createDirectories(folder.resolve("checkpoints"));
    mirror = folder.resolve("mirror");
    for (String name :
        List.of(
            "checkpoint-000000000007.json",
            "checkpoint-000000000012.json",
            "checkpoint-000000000012.tsr",
            "key-0123456789abcdef.pem",
            ".checkpoint-000000000013.json.4711")) {
      Files.writeString(from.resolve(name), name);
    }
  }

  @Test
  void completeFilesAreCopiedAndAreNotOverwrittenWhileItRuns() throws Exception {
    CheckpointMirror running = new CheckpointMirror();
    running.copy(from, mirror, NOW);
    Files.writeString(from.resolve("checkpoint-000000000007.json"), "forged");
    running.copy(from, mirror, NOW);

    assertThat(mirror.resolve("checkpoint-000000000007.json"))
        .hasContent("checkpoint-000000000007.json");
    assertThat(mirror.resolve(".checkpoint-000000000013.json.4711")).doesNotExist();
  }

  @Test
  void afterARestoreWhatItTookAwayIsKeptAsideAndTheNextRestoreGetsTheNewOnes() throws Exception {
    new CheckpointMirror().copy(from, mirror, NOW);
    Files.writeString(from.resolve("checkpoint-000000000007.json"), "signed after the restore");
    Files.delete(from.resolve("checkpoint-000000000012.json"));
    Files.delete(from.resolve("checkpoint-000000000012.tsr"));
    new CheckpointMirror().copy(from, mirror, NOW);

    Path aside = mirror.resolve("superseded-20261130T150000.000Z");
    assertThat(aside.toFile().list())
        .containsExactlyInAnyOrder(
            "checkpoint-000000000007.json",
            "checkpoint-000000000012.json",
            "checkpoint-000000000012.tsr");
    assertThat(aside.resolve("checkpoint-000000000007.json"))
        .hasContent("checkpoint-000000000007.json");
    Path restored = folder.resolve("restored");
    CheckpointMirror.restore(mirror, restored, 20);
    assertThat(restored.toFile().list())
        .containsExactlyInAnyOrder("checkpoint-000000000007.json", "key-0123456789abcdef.pem");
    assertThat(restored.resolve("checkpoint-000000000007.json"))
        .hasContent("signed after the restore");
  }

  @Test
  void aShorterLedgerGetsItsKeysAndOnlyTheCheckpointsOfItsRecords() throws Exception {
    new CheckpointMirror().copy(from, mirror, NOW);
    Path restored = folder.resolve("restored");
    CheckpointMirror.restore(mirror, restored, 11);
    assertThat(restored.toFile().list())
        .containsExactlyInAnyOrder("checkpoint-000000000007.json", "key-0123456789abcdef.pem");
  }
}
