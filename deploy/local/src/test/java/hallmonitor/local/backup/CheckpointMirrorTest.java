package hallmonitor.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointMirrorTest {
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
  void completeFilesAreCopiedAndNeverOverwritten() throws Exception {
    CheckpointMirror.copy(from, mirror);
    Files.writeString(from.resolve("checkpoint-000000000007.json"), "forged");
    Files.delete(from.resolve("checkpoint-000000000012.json"));
    CheckpointMirror.copy(from, mirror);

    assertThat(mirror.resolve("checkpoint-000000000007.json"))
        .hasContent("checkpoint-000000000007.json");
    assertThat(mirror.resolve("checkpoint-000000000012.json")).exists();
    assertThat(mirror.resolve(".checkpoint-000000000013.json.4711")).doesNotExist();
  }

  @Test
  void aShorterLedgerGetsItsKeysAndOnlyTheCheckpointsOfItsRecords() throws Exception {
    CheckpointMirror.copy(from, mirror);
    Path restored = folder.resolve("restored");
    CheckpointMirror.restore(mirror, restored, 11);
    assertThat(restored.toFile().list())
        .containsExactlyInAnyOrder("checkpoint-000000000007.json", "key-0123456789abcdef.pem");
  }
}
