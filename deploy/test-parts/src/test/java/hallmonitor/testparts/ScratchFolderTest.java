package hallmonitor.testparts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
  private static final String PREFIX = "hall-monitor-scratch-test-";

  @TempDir Path parent;

  @Test
  void onlyItsOwnerReadsIt() throws IOException {
    Path folder = ScratchFolder.create(PREFIX, parent);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void whatAKilledProcessLeftIsDeletedAndNothingElse() throws Exception {
    Path abandoned = ScratchFolder.create(PREFIX, parent);
    Path another = ScratchFolder.create("another-prefix-", parent);
    Path ours = ScratchFolder.create(PREFIX, parent);
    Path unmarked = Files.createDirectory(parent.resolve(PREFIX + "unmarked"));
    Files.writeString(Files.createDirectory(abandoned.resolve("database")).resolve("file"), "rows");
    belongTo(endedProcess(), abandoned);
    belongTo(endedProcess(), another);

    ScratchFolder.create(PREFIX, parent);

    assertThat(abandoned).doesNotExist();
    assertThat(another).exists();
    assertThat(ours).exists();
    assertThat(unmarked).exists();
  }

  private static void belongTo(long process, Path folder) throws IOException {
    ContainerOwner self = ContainerOwner.thisProcess();
    Files.writeString(
        folder.resolve(ScratchFolder.OWNER),
        new ContainerOwner(self.host(), process, self.started()).label());
  }

  private static long endedProcess() throws Exception {
    Process killed = new ProcessBuilder("sleep", "60").start();
    killed.destroyForcibly().waitFor();
    return killed.pid();
  }
}
