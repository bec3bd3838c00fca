package hallmonitor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the unit of the services, and which of their users may read and write what. */
class SystemdUnitTest {
  private static final Path SHIPPED = ShippedFiles.ROOT.resolve("deploy/systemd");
  private static final List<String> SERVICES = List.of("moderation", "notifier", "ingest");
  private static final String CONFIG = "etc/hall-monitor/config/policy.yaml";

  /** Of the one user that all services once shared. */
  private static final int FORMER_USER = 987;

  @TempDir private Path root;

  @BeforeEach
  void systemdIsHere() throws IOException {
    for (String program : List.of("systemd-analyze", "systemd-sysusers", "systemd-tmpfiles")) {
      assumeTrue(
          Files.isExecutable(Path.of("/usr/bin", program)),
          program + " is missing; in Debian: apt-get install systemd");
    }
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"moderation", "notifier", "ingest"})
  void systemdAcceptsTheUnitAndFindsItWellClosed(String service) throws IOException {
    Path unit = root.resolve("hall-monitor@" + service + ".service");
    Files.copy(SHIPPED.resolve("hall-monitor@.service"), unit);
    Path more = SHIPPED.resolve("hall-monitor@" + service + ".service.d");
    if (Files.exists(more)) {
      Path folder = Files.createDirectory(root.resolve(more.getFileName()));
      try (Stream<Path> files = Files.list(more)) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(file.getFileName()));
        }
      }
    }

    assertThat(ShippedFiles.run("systemd-analyze", "verify", unit.toString())).isEmpty();
    // Tenths of points: 10 is all open. It fails above.
    assertThat(
            ShippedFiles.run(
                "systemd-analyze", "security", "--offline=true", "--threshold=20", unit.toString()))
        .contains("Overall exposure level");
  }

  @Test
  void theUnitRunsEachServiceAsItsOwnUser() throws IOException {
    assertThat(Files.readAllLines(SHIPPED.resolve("hall-monitor@.service")))
        .contains("User=hall-monitor-%i", "Group=hall-monitor-%i", "StateDirectoryMode=0700");
  }

  @Test
  void onlyModerationMakesNamespacesAndAProgramThatIsEndedForItsMemoryEndsNoService()
      throws IOException {
    assertThat(Files.readAllLines(SHIPPED.resolve("hall-monitor@.service")))
        .contains("RestrictNamespaces=yes", "OOMPolicy=continue");
    assertThat(
            Files.readAllLines(SHIPPED.resolve("hall-monitor@moderation.service.d/programs.conf")))
        .containsSubsequence("RestrictNamespaces=", "RestrictNamespaces=user net");
  }

  @Test
  void noServiceReadsTheSecretsOfAnother() throws IOException {
    installed();

    for (String service : SERVICES) {
      String secret = secretOf(service);
      assertThat(SERVICES).filteredOn(each -> may(each, "cat", secret)).containsExactly(service);
    }
  }

  @Test
  void allReadTheDistrictsFilesAndOnlyModerationWritesThem() throws IOException {
    installed();

    assertThat(SERVICES).allMatch(each -> may(each, "cat", CONFIG));
    assertThat(SERVICES)
        .filteredOn(each -> may(each, "touch", "etc/hall-monitor/config/" + each))
        .containsExactly("moderation");
    assertThat(SERVICES)
        .filteredOn(each -> may(each, "touch", CONFIG))
        .containsExactly("moderation");
  }

  @Test
  void theStrictUmaskOfARootWhoInstalledLocksNoServiceOut() throws IOException {
    Path folder = Files.createDirectories(root.resolve("etc/hall-monitor"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

    installed();

    assertThat(SERVICES).allMatch(each -> may(each, "cat", CONFIG));
  }

  @Test
  void whatModerationPublishesIsReadByTheOthers() throws IOException {
    installed();
    String published = "etc/hall-monitor/config/policy.yaml.new";

    // As the console does: a file that is nobody else's gets the rights of the former one.
    assertThat(
            may("moderation", "cp", "--preserve=mode", root.resolve(CONFIG).toString(), published))
        .isTrue();
    assertThat(SERVICES).allMatch(each -> may(each, "cat", published));
  }

  @Test
  void evidenceIsTheNotifiersAloneAndPasswordsAreOfNone() throws IOException {
    installed();

    assertThat(SERVICES)
        .filteredOn(each -> may(each, "touch", "var/lib/hall-monitor/evidence/checkpoint"))
        .containsExactly("notifier");
    assertThat(SERVICES)
        .noneMatch(each -> may(each, "cat", "etc/hall-monitor/start/database-" + each));
  }

  @Test
  void aSecretThatRootAddsIsGivenToItsService() throws IOException {
    installed();
    String added = "var/lib/hall-monitor/secrets/notifier/mail";
    written(added, 0);
    assertThat(may("notifier", "cat", added)).isFalse();

    ShippedFiles.run("systemd-tmpfiles", "--root=" + root, "--create");

    assertThat(SERVICES).filteredOn(each -> may(each, "cat", added)).containsExactly("notifier");
  }

  @Test
  void aLinkThatModerationLeavesBesideTheDistrictsFilesLeadsRootNowhere() throws IOException {
    Path foreign = Files.writeString(root.resolve("foreign"), "of root");
    Path config = Files.createDirectories(root.resolve("machine/etc/hall-monitor/config"));
    Files.createSymbolicLink(config.resolve("policy.yaml.new"), foreign);
    Files.createSymbolicLink(config.resolve("replies.yaml"), root.resolve("nothing"));

    ShippedFiles.run(
        builtWithEmptyPrograms().resolve("deploy/systemd/install").toString(),
        "--root=" + root.resolve("machine"));

    assertThat(foreign).hasContent("of root");
    assertThat(root.resolve("nothing")).doesNotExist();
    assertThat(config.resolve("policy.yaml")).isRegularFile();
  }

  /** Returns a folder with what is shipped and stand-ins of what Maven builds. */
  private Path builtWithEmptyPrograms() throws IOException {
    Path built = root.resolve("built");
    for (String program :
        List.of(
            "moderation-service/app/target/quarkus-app/quarkus-run.jar",
            "notifier-service/target/quarkus-app/quarkus-run.jar",
            "ingest-service/target/quarkus-app/quarkus-run.jar",
            "deploy/local/target/hall-monitor.jar")) {
      Files.createDirectories(built.resolve(program).getParent());
      Files.createFile(built.resolve(program));
    }
    for (String shipped : List.of("systemd", "config", "images")) {
      ShippedFiles.run(
          "cp",
          "-r",
          ShippedFiles.ROOT.resolve("deploy/" + shipped).toString(),
          built.resolve("deploy").toString());
    }
    return built;
  }

  private static String secretOf(String service) {
    return "var/lib/hall-monitor/secrets/" + service + "/key";
  }

  /** An installation of services that shared one user, given over to a user for each. */
  private void installed() throws IOException {
    assumeTrue(
        "root".equals(System.getProperty("user.name")), "only root can give files to other users");
    for (String service : SERVICES) {
      written(secretOf(service), FORMER_USER);
      written("etc/hall-monitor/start/database-" + service, 0);
    }
    written(CONFIG, FORMER_USER);
    copied("users.conf", "sysusers.d");
    copied("folders.conf", "tmpfiles.d");
    assertThat(ShippedFiles.run("systemd-sysusers", "--root=" + root))
        .doesNotContain("not a valid");
    ShippedFiles.run("systemd-tmpfiles", "--root=" + root, "--create");
  }

  private void written(String name, int owner) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "text");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.setAttribute(file, "unix:uid", owner);
    if (owner != 0) {
      Files.setAttribute(file.getParent(), "unix:uid", owner);
      Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void copied(String shipped, String folder) throws IOException {
    Path target = root.resolve("etc").resolve(folder).resolve("hall-monitor.conf");
    Files.createDirectories(target.getParent());
    Files.copy(SHIPPED.resolve(shipped), target);
  }

  /** Returns whether a program succeeds on a file as a service's user, with its groups. */
  private boolean may(String service, String... command) {
    Map<String, String> groups = ids("etc/group");
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of(
            "setpriv",
            "--reuid=" + ids("etc/passwd").get("hall-monitor-" + service),
            "--regid=" + groups.get("hall-monitor-" + service),
            "--groups=" + groups.get("hall-monitor-config")));
    words.addAll(List.of(command).subList(0, command.length - 1));
    words.add(root.resolve(command[command.length - 1]).toString());
    try {
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Returns the number of each name, from lines such as {@code name:x:998:...}. */
  private Map<String, String> ids(String file) {
    Map<String, String> ids = new HashMap<>();
    try {
      for (String line : Files.readAllLines(root.resolve(file))) {
        String[] parts = line.split(":", -1);
        ids.put(parts[0], parts[2]);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return ids;
  }
}
