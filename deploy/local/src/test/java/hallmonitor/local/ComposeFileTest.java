package hallmonitor.local;

import static hallmonitor.local.ShippedFiles.map;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.embedded.BrokerSettings;
import hallmonitor.embedded.PostgresSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the compose file runs what the local run runs, closed as far as it can be. */
class ComposeFileTest {
  private static final Set<String> OURS = Set.of("prepare", "moderation", "notifier", "ingest");
  private final Map<String, Object> file = ShippedFiles.yaml("deploy/compose.yaml");

  @Test
  void theDatabaseHasTheSettingsOfTheLocalRun() {
    List<String> command =
        strings(service("database").get("command")).stream()
            .map(word -> word.replaceAll("\\$\\{HALL_MONITOR_CONNECTIONS:-(\\d+)}", "$1"))
            .toList();

    assertThat(command.subList(1, command.size()))
        .as("what is needed for backups wins, because it is last")
        .endsWith("-c", "wal_level=replica", "-c", "max_wal_senders=3")
        .containsAll(
            PostgresSettings.inContainer().stream()
                .filter(setting -> !setting.matches("(wal_level|max_wal_senders)=.*"))
                .toList());
    assertThat(map(service("database"), "environment"))
        .containsEntry("POSTGRES_INITDB_ARGS", String.join(" ", PostgresSettings.INITIAL));
  }

  @Test
  void theBrokerHasTheSettingsOfTheLocalRunAndTheVersionOfTheBuild() {
    Map<String, String> expected = new TreeMap<>();
    BrokerSettings.ofOneSmallNode()
        .forEach(
            (name, value) ->
                expected.put("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
    Map<String, String> environment =
        map(service("broker"), "environment").entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toString()));

    assertThat(environment).containsAllEntriesOf(expected);
    String kafka = first("<kafka.version>(.*)</kafka.version>", ShippedFiles.text("pom.xml"));
    assertThat(service("broker").get("image").toString()).endsWith("apache/kafka:" + kafka + "}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"deploy/compose.yaml", "deploy/compose.practice.yaml", "deploy/compose.tls.yaml"})
  void everythingIsPublishedOnThisMachineOnlyExceptTheProxy(String name) {
    map(ShippedFiles.yaml(name), "services")
        .forEach(
            (service, definition) ->
                assertThat(strings(map(definition).get("ports")))
                    .as("%s of %s", service, name)
                    .allMatch(port -> port.startsWith("127.0.0.1:") || service.equals("proxy")));
  }

  @Test
  void noServiceIsRootOrCanWriteItsFilesOrGainsRights() {
    for (String name : OURS) {
      assertThat(service(name))
          .as(name)
          .containsEntry("read_only", true)
          .containsEntry("cap_drop", List.of("ALL"))
          .containsEntry("security_opt", List.of("no-new-privileges:true"))
          .containsKey("mem_limit");
    }
    assertThat(ShippedFiles.text("deploy/images/Containerfile")).contains("\nUSER 10001:10001\n");
  }

  @Test
  void everyServiceThatGoesOnStartsAgainAndSaysWhetherItIsWell() {
    map(file, "services")
        .forEach(
            (name, definition) -> {
              if (!name.equals("prepare")) {
                assertThat(map(definition))
                    .as(name)
                    .containsEntry("restart", "unless-stopped")
                    .containsKeys("healthcheck", "mem_limit", "stop_grace_period");
              }
            });
  }

  @Test
  void secretsAreFilesAndEachServiceSeesItsOwnAlone() {
    map(file, "services")
        .forEach(
            (name, definition) ->
                assertThat(map(definition, "environment").keySet())
                    .as(name)
                    .noneMatch(
                        setting ->
                            setting.matches(".*(PASSWORD|SECRET|KEY)")
                                && !setting.endsWith("_FILE")));
    for (String name : List.of("moderation", "notifier", "ingest")) {
      assertThat(service(name).get("secrets").toString())
          .contains("database-" + name)
          .doesNotContain("database-postgres");
      assertThat(service(name).get("volumes").toString())
          .contains("/secrets/" + name + ":")
          .doesNotContain("/secrets:/");
    }
  }

  @Test
  void databaseAndBrokerAreInANetworkWithoutAWayOut() {
    assertThat(map(file, "networks", "inside")).containsEntry("internal", true);
    assertThat(
            Stream.of("database", "broker", "prepare").map(name -> service(name).get("networks")))
        .allMatch(List.of("inside")::equals);
  }

  @Test
  void temporaryFilesOfModerationHoldAModelTwiceAndUploads() {
    assertThat(service("moderation")).containsEntry("tmpfs", List.of("/tmp:size=256m,mode=1777"));
  }

  @Test
  void noOtherContainerGetsTheAddressOfTheProxy() {
    Map<String, Object> tls = ShippedFiles.yaml("deploy/compose.tls.yaml");
    assertThat(map(tls, "services", "proxy", "networks", "outside"))
        .containsEntry("ipv4_address", "172.30.84.2");
    assertThat(map(tls, "networks", "outside", "ipam").get("config"))
        .isEqualTo(List.of(Map.of("subnet", "172.30.84.0/24", "ip_range", "172.30.84.128/25")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy/compose.yaml",
        "deploy/compose.practice.yaml",
        "deploy/kubernetes/example/kustomization.yaml",
        "deploy/kubernetes/district/kustomization.yaml"
      })
  void theImagesAreOfTheVersionOfTheBuild(String name) {
    String version = first("(?m)^  <version>(.*)</version>", ShippedFiles.text("pom.xml"));

    assertThat(
            Pattern.compile("HALL_MONITOR_VERSION:-([^}]*)}|newTag: ([^ ]*) }")
                .matcher(ShippedFiles.text(name))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1)))
        .isNotEmpty()
        .containsOnly(version);
  }

  private static String first(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
  }

  private Map<String, Object> service(String name) {
    return map(file, "services", name);
  }

  private static List<String> strings(Object node) {
    return node == null ? List.of() : ((List<?>) node).stream().map(Object::toString).toList();
  }
}
