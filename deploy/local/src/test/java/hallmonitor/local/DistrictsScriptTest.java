package hallmonitor.local;

import static hallmonitor.local.ShippedFiles.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what makes the folders of many districts; the proof of the images starts them. */
class DistrictsScriptTest {
  private static final String MAPLE =
      "maple comments.maple.example.org 8100 hm@maple.example.org Maple & Valley District\n";
  private static final String OAK =
      "oak   comments.oak.example.org   8110 hm@oak.example.org   Oak Creek Schools\n";

  @TempDir private Path folder;

  @BeforeEach
  void asRoot() {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root can give the installations' folders to the services' user");
  }

  private String make(String... lines) throws IOException {
    Path file = folder.resolve("districts.txt");
    Files.writeString(file, String.join("", lines));
    return ShippedFiles.run("deploy/districts", "make", file.toString());
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void eachDistrictHasItsOwnNameAddressesAndSecrets() throws IOException {
    make("# a comment\n", MAPLE, "\n", OAK);

    Properties settings = new Properties();
    try (var in = Files.newBufferedReader(folder.resolve("maple/settings.env"))) {
      settings.load(in);
    }
    assertThat(settings)
        .containsEntry("HALLMONITOR_CONSOLE_URL", "https://comments.maple.example.org")
        .containsEntry("HALLMONITOR_CONSOLE_ALLOWED_HOSTS", "comments.maple.example.org")
        .containsEntry("HALLMONITOR_MAIL_FROM", "Maple & Valley District <hm@maple.example.org>");
    assertThat(text("maple/config/district.yaml"))
        .contains("\ndistrict: \"Maple & Valley District\"\n");
    for (String secret :
        List.of("start/database-moderation", "start/console-session-key", "ingest/kafka.pem")) {
      assertThat(text("maple/secrets/" + secret)).isNotEqualTo(text("oak/secrets/" + secret));
    }
  }

  @Test
  void aServiceSignsInUnderItsDistrictsNameAndTheBrokerTrustsEachDistrict() throws IOException {
    make(MAPLE, OAK);

    for (String district : List.of("maple", "oak")) {
      assertThat(
              ShippedFiles.run(
                  "openssl",
                  "x509",
                  "-noout",
                  "-subject",
                  "-in",
                  folder.resolve(district + "/secrets/ingest/kafka.pem").toString()))
          .isEqualTo("subject=CN=" + district + ".ingest\n");
      assertThat(text("ground/secrets/broker/authorities.pem"))
          .contains(text(district + "/secrets/broker/authority.pem"));
      assertThat(text(district + "/secrets/ingest/kafka-authority.pem"))
          .isEqualTo(text("ground/secrets/broker/authority.pem"));
    }
  }

  @Test
  void aDistrictThatIsAddedLeavesTheOthersAsTheyAre() throws IOException {
    make(MAPLE);
    String certificate = text("maple/secrets/ingest/kafka.pem");
    Files.writeString(folder.resolve("maple/settings.env"), "HALLMONITOR_MAIL_HOST=mail\n");

    assertThat(make(MAPLE, OAK)).contains("oak is new").doesNotContain("maple is new");

    assertThat(text("maple/secrets/ingest/kafka.pem")).isEqualTo(certificate);
    assertThat(text("maple/settings.env")).isEqualTo("HALLMONITOR_MAIL_HOST=mail\n");
  }

  @Test
  void aDistrictThatIsTakenOutOfTheFileIsNoLongerTrustedByTheBroker() throws IOException {
    make(MAPLE, OAK);
    String authority = text("oak/secrets/broker/authority.pem");

    assertThat(make(MAPLE)).contains("oak is no longer in ");

    assertThat(text("ground/secrets/broker/authorities.pem"))
        .doesNotContain(authority)
        .contains(text("maple/secrets/broker/authority.pem"));
    assertThat(folder.resolve("oak/settings.env")).exists();

    make(MAPLE, OAK);
    assertThat(text("ground/secrets/broker/authorities.pem")).contains(authority);
  }

  @Test
  void eachDistrictHasANetworkOfItsOwnToTheDatabaseAndTheBroker() throws IOException {
    make(MAPLE, OAK);

    assertThat(text("ground/networks.yaml"))
        .contains("  database:\n    networks: !override [inside, maple, oak]\n")
        .contains("  broker:\n    networks: !override [inside, maple, oak]\n")
        .contains("  maple: { internal: true }\n", "  oak: { internal: true }\n");
  }

  @Test
  void onKubernetesADistrictIsANamespaceWithoutAnyPasswordOfTheSharedServersOwner()
      throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/kubectl")),
        "kubectl is missing; in Debian: apt-get install kubernetes-client");
    make(MAPLE, OAK);
    String home = folder.resolve("oak").toString();

    var rendered =
        ShippedFiles.documents(ShippedFiles.run("kubectl", "kustomize", home + "/kubernetes"));
    assertThat(rendered)
        .filteredOn(each -> !"Namespace".equals(each.get("kind")))
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(map(each, "metadata")).containsEntry("namespace", "hall-monitor-oak"))
        .noneMatch(each -> "Job".equals(each.get("kind")));
    assertThat(rendered.toString())
        .contains("HALLMONITOR_DISTRICT=oak", "/hallmonitor_oak")
        .doesNotContain("maple");

    var objects = ShippedFiles.documents(ShippedFiles.run("deploy/kubernetes/objects", home));
    assertThat(objects)
        .extracting(each -> map(each, "metadata").get("name").toString())
        .contains("hall-monitor-moderation-start")
        .doesNotContain("hall-monitor-prepare", "hall-monitor-database-postgres");
    assertThat(objects)
        .filteredOn(each -> "hall-monitor-ingest-start".equals(map(each, "metadata").get("name")))
        .singleElement()
        .satisfies(
            each ->
                assertThat(map(each, "data"))
                    .containsEntry(
                        "quarkus.datasource.username",
                        java.util.Base64.getEncoder().encodeToString("oak_ingest".getBytes())));
  }

  @Test
  void allMistakesAreSaidAtOnceWithTheirLines() {
    assertThatThrownBy(
            () ->
                make(
                    "Maple comments.example.org 8100 hm@example.org Maple\n",
                    "oak comments_oak 80 nobody\n",
                    "elm elm.example.org 8104 hm@elm.example.org Elm\n",
                    "elm elm.example.org 8120 hm@elm.example.org Elm\n",
                    "notifier n.example.org 8130 hm@n.example.org N\n"))
        .hasMessageContaining("districts.txt:1: 'Maple' is no id")
        .hasMessageContaining(":2: 'comments_oak' is no host name")
        .hasMessageContaining(":2: '80' is no port")
        .hasMessageContaining(":2: 'nobody' is no mail address")
        .hasMessageContaining(":2: the district's name is missing")
        .hasMessageContaining(":3: the ports from 8104 on meet those of 'Maple'")
        .hasMessageContaining(":4: the id 'elm' is there twice")
        .hasMessageContaining(":5: the name 'notifier' is taken");
    assertThat(folder.resolve("ground")).doesNotExist();
  }

  @Test
  void everyServiceOfADistrictKnowsItAndUsesItsOwnRole() {
    String overlay =
        ShippedFiles.text("deploy/compose.district.yaml").replaceAll("!(reset|override)", "");
    var services = map(ShippedFiles.documents(overlay).get(0), "services");

    for (String service : List.of("moderation", "notifier", "ingest")) {
      assertThat(map(services, service, "environment"))
          .as(service)
          .containsEntry("HALLMONITOR_DISTRICT", "${HALL_MONITOR_DISTRICT}")
          .containsEntry("QUARKUS_DATASOURCE_USERNAME", "${HALL_MONITOR_DISTRICT}_" + service)
          .extractingByKey("QUARKUS_DATASOURCE_JDBC_URL")
          .asString()
          .endsWith("/hallmonitor_${HALL_MONITOR_DISTRICT}");
    }
    assertThat(Stream.of("database", "broker").map(services::get)).allMatch(each -> each == null);
  }
}
