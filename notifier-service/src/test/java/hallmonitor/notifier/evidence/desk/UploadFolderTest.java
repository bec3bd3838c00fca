package hallmonitor.notifier.evidence.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {
  @TempDir private Path checkpoints;

  @AfterEach
  void remove() throws IOException {
    Path path = new UploadFolder(checkpoints).path();
    if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
      new UploadFolder(checkpoints).empty();
    }
    Files.deleteIfExists(path);
  }

  @Test
  void whatAKilledServiceLeftBehindIsGoneAfterTheNextStart() throws IOException {
    Path left = new UploadFolder(checkpoints).file();
    assertThat(left).exists();

    new UploadFolder(checkpoints).empty();

    assertThat(left).doesNotExist();
  }

  @Test
  void nobodyElseMayOpenTheFolder() throws IOException {
    Path path = new UploadFolder(checkpoints).path();
    Files.createDirectory(path);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));

    Path file = new UploadFolder(checkpoints).file();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aLinkThatStandsInItsPlaceIsNotFollowed() throws IOException {
    Files.createSymbolicLink(new UploadFolder(checkpoints).path(), checkpoints);

    assertThatThrownBy(() -> new UploadFolder(checkpoints).file())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("remove it");
  }
}
