package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what makes the folder of an installation. */
class ShippedScriptsTest {
  private static final int SERVICES_USER = 10001;

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void asRoot() {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root can give folders to the services' user");
    home = folder.resolve("installation");
  }

  private void newInstallation() {
    ShippedFiles.run("deploy/new-installation", home.toString());
  }

  private void renewCertificates() {
    ShippedFiles.run("deploy/new-installation", "--renew-certificates", home.toString());
  }

  private List<String> passwords() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("secrets/start"))) {
      return files.sorted().map(ShippedScriptsTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void everyPasswordIsLongAndAnother() throws IOException {
    newInstallation();

    assertThat(passwords())
        .hasSize(5)
        .doesNotHaveDuplicates()
        .allMatch(text -> text.matches("[0-9a-f]{48}"));
  }

  @Test
  void noOneButRootComesNearTheSecretsAndTheServicesOwnWhatTheyWrite() throws IOException {
    newInstallation();

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets"))))
        .isEqualTo("rwx------");
    for (String written :
        List.of("config", "evidence", "secrets/moderation", "secrets/notifier", "secrets/ingest")) {
      assertThat(Files.getAttribute(home.resolve(written), "unix:uid", LinkOption.NOFOLLOW_LINKS))
          .as(written)
          .isEqualTo(SERVICES_USER);
    }
  }

  @Test
  void eachPartHasACertificateThatOnlyItAndRootCanReadAndNoOneCanMakeAnother() throws IOException {
    newInstallation();

    for (String service : List.of("moderation", "notifier", "ingest")) {
      Path own = home.resolve("secrets").resolve(service).resolve("kafka.pem");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
          .isEqualTo("r--------");
      assertThat(Files.getAttribute(own, "unix:uid")).isEqualTo(SERVICES_USER);
    }
    try (Stream<Path> files = Files.list(home.resolve("secrets/broker"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("the authority's key was thrown away")
          .containsExactlyInAnyOrder(
              "authorities.pem", "authority.pem", "broker.pem", "owner.pem", "owner.properties");
    }
    assertThat(read(home.resolve("secrets/broker/authority.pem"))).doesNotContain("PRIVATE KEY");
  }

  @Test
  void certificatesThatWereLeftHalfMadeAreMadeAgainTogether() throws IOException {
    newInstallation();
    Path authority = home.resolve("secrets/broker/authority.pem");
    String former = read(authority);
    Files.delete(authority);

    newInstallation();

    assertThat(read(authority))
        .isNotEqualTo(former)
        .isEqualTo(read(home.resolve("secrets/ingest/kafka-authority.pem")));
  }

  @Test
  void aLinkThatAServiceLeavesInItsFolderLeadsRootNowhere() throws IOException {
    newInstallation();
    Path foreign = Files.writeString(folder.resolve("foreign"), "of root");
    Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rw-r--r--"));
    List<Path> planted =
        Stream.of("secrets/ingest/kafka.pem", "secrets/ingest/kafka-authority.pem")
            .map(home::resolve)
            .toList();
    for (Path file : planted) {
      Files.delete(file);
      Files.createSymbolicLink(file, foreign);
    }
    Files.delete(home.resolve("config/policy.yaml"));
    Files.createSymbolicLink(home.resolve("config/policy.yaml.new"), foreign);

    newInstallation();
    renewCertificates();

    assertThat(foreign).hasContent("of root");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(foreign)))
        .isEqualTo("rw-r--r--");
    assertThat(Files.getAttribute(foreign, "unix:uid")).isEqualTo(0);
    assertThat(planted).allMatch(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aFolderThatAServiceLeavesInPlaceOfItsKeyIsNamed() throws IOException {
    newInstallation();
    Path key = home.resolve("secrets/ingest/kafka.pem");
    Files.delete(key);
    Files.createDirectory(key);

    assertThatThrownBy(this::renewCertificates).hasMessageContaining(key + " is a folder");

    assertThat(key).isEmptyDirectory();
    Files.delete(key);
    newInstallation();
    assertThat(key).isRegularFile();
  }

  @Test
  void aSecondRunChangesNothing() throws IOException {
    newInstallation();
    List<String> before = passwords();
    String certificate = read(home.resolve("secrets/ingest/kafka.pem"));
    Files.writeString(home.resolve("settings.env"), "HALLMONITOR_MAIL_HOST=mail.example.org\n");
    Files.writeString(home.resolve("config/district.yaml"), "edited");

    newInstallation();

    assertThat(passwords()).isEqualTo(before);
    assertThat(read(home.resolve("secrets/ingest/kafka.pem"))).isEqualTo(certificate);
    assertThat(home.resolve("settings.env")).hasContent("HALLMONITOR_MAIL_HOST=mail.example.org");
    assertThat(home.resolve("config/district.yaml")).hasContent("edited");
  }
}
