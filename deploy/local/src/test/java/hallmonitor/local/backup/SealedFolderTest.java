package hallmonitor.local.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFolderTest {
  private static final String PASSPHRASE = "correct horse battery";
  @TempDir Path folder;
  private Path secrets;

  @BeforeEach
  void write() throws IOException {
    secrets = folder.resolve("secrets");
    Files.createDirectories(secrets.resolve("accounts"));
    Files.writeString(secrets.resolve("database-postgres"), "a-password");
    Files.writeString(secrets.resolve("accounts/school"), "a-credential");
  }

  @Test
  void whatWasSealedIsOpenedByItsPassphraseAndOnlyTheOwnerCanReadIt() throws Exception {
    Path opened = folder.resolve("opened");
    SealedFolder.open(SealedFolder.seal(secrets, PASSPHRASE), PASSPHRASE, opened);
    assertThat(opened.resolve("accounts/school")).hasContent("a-credential");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(opened.resolve("database-postgres"))))
        .isEqualTo("rw-------");
  }

  @Test
  void neitherNamesNorSecretsCanBeReadInWhatWasSealed() throws Exception {
    String sealed = new String(SealedFolder.seal(secrets, PASSPHRASE), ISO_8859_1);
    assertThat(sealed).doesNotContain("a-password", "a-credential", "database-postgres");
  }

  @Test
  void anotherPassphraseIsRefusedWithASentence() throws Exception {
    byte[] sealed = SealedFolder.seal(secrets, PASSPHRASE);
    assertThatThrownBy(() -> SealedFolder.open(sealed, "another passphrase", folder))
        .isInstanceOf(DamagedBackup.class)
        .hasMessageContaining("passphrase does not open");
  }

  @Test
  void aChangedByteIsNoticed() throws Exception {
    byte[] sealed = SealedFolder.seal(secrets, PASSPHRASE);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> SealedFolder.open(sealed, PASSPHRASE, folder))
        .isInstanceOf(DamagedBackup.class);
  }
}
