package hallmonitor.local;

import static hallmonitor.local.ShippedFiles.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a fault in one of many districts holds up no other, with a stand-in of Docker that
 * fails for the first.
 */
class DistrictFaultsTest {
  private static final String OAK =
      "oak comments.oak.example.org 8100 hm@oak.example.org Oak Creek Schools\n";
  private static final String MAPLE =
      "maple comments.maple.example.org 8110 hm@maple.example.org Maple Valley District\n";

  /** Notes what it is asked for, and what certificates there are when it first stops something. */
  private static final String DOCKER =
      """
      #!/bin/sh
      here=$(dirname "$0")
      echo "$*" >>"$here/asked"
      case "$*" in
        *--project-name\\ hall-monitor-oak*\\ up\\ --detach) echo "prepare failed" >&2; exit 17 ;;
        *\\ stop) [ -e "$here/at-stop" ] || cat "$HALL_MONITOR_HOME"/../*/secrets/ingest/kafka.pem >"$here/at-stop" ;;
        *pg_dump*hallmonitor_oak) exit 1 ;;
        *pg_dump*) echo dump ;;
      esac
      """;

  @TempDir private Path folder;
  private Path programs;

  @BeforeEach
  void twoDistricts() throws IOException {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root can give the installations' folders to the services' user");
    programs = Files.createDirectory(folder.resolve("programs"));
    program("docker", DOCKER);
    lines(OAK, MAPLE);
    districts("make");
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(programs.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void lines(String... lines) throws IOException {
    Files.writeString(folder.resolve("districts.txt"), String.join("", lines));
  }

  private String districts(String command, String... variables) {
    return ShippedFiles.run(
        Stream.of(
                Stream.of("env", "PATH=" + programs + ":" + System.getenv("PATH")),
                Stream.of(variables),
                Stream.of("deploy/districts", command, folder.resolve("districts.txt").toString()))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  /** Returns what Docker was asked for a district. */
  private List<String> asked(String district) throws IOException {
    return Files.readAllLines(programs.resolve("asked")).stream()
        .filter(line -> line.contains("--project-name hall-monitor-" + district + " "))
        .toList();
  }

  @Test
  void aDistrictThatDoesNotStartIsNamedAndTheOthersStart() throws IOException {
    assertThatThrownBy(() -> districts("up"))
        .hasMessageContaining("prepare failed")
        .hasMessageContaining("maple: started")
        .hasMessageContaining("up failed in oak.");

    assertThat(asked("maple")).singleElement().asString().endsWith(" up --detach");
  }

  @Test
  void aDistrictWithoutADumpIsNamedAndTheOthersAreBackedUp() throws IOException {
    Path former = Files.createDirectory(folder.resolve("backup")).resolve("oak.dump");
    Files.writeString(former, "former");

    assertThatThrownBy(() -> districts("backup")).hasMessageContaining("backup failed in oak.");

    assertThat(former).hasContent("former");
    assertThat(folder.resolve("backup/maple.dump")).hasContent("dump");
    assertThat(folder.resolve("maple/backed-up")).exists();
    assertThat(folder.resolve("oak/backed-up")).doesNotExist();
  }

  @Test
  void aLineThatIsNotMadeYetStopsNoBackup() throws IOException {
    lines("elm elm.example.org 8120 hm@elm.example.org Elm\n", MAPLE);

    assertThatThrownBy(() -> districts("backup"))
        .hasMessageContaining("elm is not made yet: deploy/districts make")
        .hasMessageContaining("backup failed in elm.");

    assertThat(folder.resolve("backup/maple.dump")).hasContent("dump");
  }

  @Test
  void aFileThatChangesWhileItIsReadIsNoFaultOfABackupButAFullDiskIs() throws IOException {
    lines(MAPLE);
    program("tar", "#!/bin/sh\n/usr/bin/tar \"$@\"\nexit 1\n");

    assertThat(districts("backup")).contains("maple: ");

    program("tar", "#!/bin/sh\nexit 2\n");
    assertThatThrownBy(() -> districts("backup")).hasMessageContaining("backup failed in maple.");
  }

  @Test
  void nothingStopsBeforeAllCertificatesAreMade() throws IOException {
    lines(MAPLE);
    Path certificate = folder.resolve("maple/secrets/ingest/kafka.pem");
    String former = Files.readString(certificate);

    districts("renew");

    assertThat(programs.resolve("at-stop"))
        .content()
        .contains(Files.readString(certificate))
        .doesNotContain(former);
    assertThat(asked("maple"))
        .satisfiesExactly(
            first -> assertThat(first).endsWith(" stop"),
            second -> assertThat(second).endsWith(" up --detach"));
  }

  @Test
  void aDistrictWithoutNewCertificatesIsNamedAndTheOthersGetTheirs() throws IOException {
    Path blocked = folder.resolve("oak/secrets/ingest/kafka.pem");
    Files.delete(blocked);
    Files.createDirectory(blocked);
    Path other = folder.resolve("maple/secrets/ingest/kafka.pem");
    String former = Files.readString(other);

    assertThatThrownBy(() -> districts("renew"))
        .hasMessageContaining(blocked + " is a folder")
        .hasMessageContaining("renew failed in oak.");

    assertThat(other).content().isNotEqualTo(former);
    assertThat(blocked).isEmptyDirectory();
  }

  @Test
  void thePracticePagesOfADistrictHaveNoConnectionOfTheBrokersOwner() throws IOException {
    lines(MAPLE);
    String practice = ShippedFiles.ROOT + "/deploy/compose.practice.yaml";

    districts("up", "HALL_MONITOR_MORE_FILES=" + practice);

    assertThat(asked("maple"))
        .singleElement()
        .asString()
        .endsWith(
            "--file=%s --file=%s up --detach"
                .formatted(practice, practice.replace(".yaml", ".district.yaml")));
    String overlay = ShippedFiles.text("deploy/compose.practice.district.yaml");
    assertThat(overlay).contains("secrets: !override", "command: !override");
    var pages =
        map(
            ShippedFiles.documents(overlay.replace("!override", "")).get(0),
            "services",
            "practice");
    assertThat(pages).containsEntry("secrets", List.of());
    assertThat(pages.get("command").toString()).contains("Practice").doesNotContain("kafka");
  }
}
