package hallmonitor.local;

import static hallmonitor.local.ShippedFiles.map;
import static hallmonitor.local.ShippedFiles.maps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hallmonitor.embedded.PipelineTopics;
import hallmonitor.messaging.broker.BrokerRights;
import hallmonitor.messaging.broker.BrokerUser;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the manifests as {@code kubectl kustomize} renders them; no cluster is needed. */
class KubernetesManifestsTest {
  private static final short BROKERS = 3;

  /** Made by the operators of Kafka, PostgreSQL and certificates. */
  private static final String OF_OPERATORS = "hall-monitor-(kafka-.*|cluster-ca-cert|tls)";

  @TempDir private Path folder;

  @BeforeAll
  static void kubectlIsHere() {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(path -> Path.of(path, "kubectl").toFile().canExecute()),
        "kubectl is missing; in Debian: apt-get install kubernetes-client");
  }

  private static List<Map<String, Object>> example() {
    return ShippedFiles.documents(
        ShippedFiles.run("kubectl", "kustomize", "deploy/kubernetes/example"));
  }

  private static List<Map<String, Object>> of(List<Map<String, Object>> all, String kind) {
    return all.stream().filter(each -> kind.equals(each.get("kind"))).toList();
  }

  private static String name(Map<String, Object> object) {
    return map(object, "metadata").get("name").toString();
  }

  private static Map<String, Object> pod(Map<String, Object> workload) {
    return map(workload, "spec", "template", "spec");
  }

  private static List<Map<String, Object>> workloads(List<Map<String, Object>> all) {
    return Stream.concat(of(all, "Deployment").stream(), of(all, "Job").stream()).toList();
  }

  @Test
  void theTopicsAreThoseOfTheProgramWithTheSameSettings() {
    Map<String, String> shipped = new TreeMap<>();
    for (Map<String, Object> topic : of(example(), "KafkaTopic")) {
      Map<String, Object> spec = map(topic, "spec");
      Map<String, String> config = new TreeMap<>();
      map(spec, "config").forEach((key, value) -> config.put(key, value.toString()));
      shipped.put(name(topic), spec.get("partitions") + " " + spec.get("replicas") + " " + config);
    }

    assertThat(shipped)
        .isEqualTo(
            PipelineTopics.all(BROKERS).stream()
                .collect(
                    Collectors.toMap(
                        topic -> topic.name(),
                        topic ->
                            topic.numPartitions()
                                + " "
                                + topic.replicationFactor()
                                + " "
                                + new TreeMap<>(topic.configs()))));
  }

  @Test
  void whatAUserOfKafkaMayUseExists() {
    List<Map<String, Object>> all = example();
    Set<String> topics =
        of(all, "KafkaTopic").stream()
            .map(KubernetesManifestsTest::name)
            .collect(Collectors.toSet());

    assertThat(of(all, "KafkaUser"))
        .hasSize(4)
        .flatExtracting(user -> maps(map(user, "spec", "authorization").get("acls")))
        .extracting(rule -> map(rule, "resource"))
        .filteredOn(resource -> "topic".equals(resource.get("type")))
        .filteredOn(resource -> "literal".equals(resource.get("patternType")))
        .extracting(resource -> resource.get("name").toString())
        .isSubsetOf(topics);
  }

  @Test
  void eachUserHasTheRightsOfTheTable() {
    Map<String, Set<String>> shipped = new TreeMap<>();
    for (Map<String, Object> user : of(example(), "KafkaUser")) {
      Set<String> rights = new TreeSet<>();
      for (Map<String, Object> rule : maps(map(user, "spec", "authorization").get("acls"))) {
        Map<String, Object> resource = map(rule, "resource");
        for (Object operation : (List<?>) rule.get("operations")) {
          rights.add(
              "%s %s %s %s"
                  .formatted(
                      operation,
                      resource.get("type"),
                      resource.get("patternType"),
                      resource.get("name")));
        }
      }
      shipped.put(name(user), rights);
    }

    Map<String, Set<String>> table = new TreeMap<>();
    for (BrokerUser user : BrokerUser.values()) {
      table.put(
          "hall-monitor-kafka-" + user.userName(),
          BrokerRights.of(user, "User:any").stream()
              .map(KubernetesManifestsTest::right)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    table.put(
        "hall-monitor-kafka-keda",
        Set.of(
            "Describe topic literal hallmonitor.comments.v1",
            "Describe group literal moderation-comments"));
    assertThat(shipped).isEqualTo(table);
  }

  private static String right(AclBinding rule) {
    ResourcePattern resource = rule.pattern();
    return "%s %s %s %s"
        .formatted(
            switch (rule.entry().operation()) {
              case READ -> "Read";
              case WRITE -> "Write";
              case DESCRIBE -> "Describe";
              default -> rule.entry().operation().toString();
            },
            resource.resourceType() == ResourceType.TRANSACTIONAL_ID
                ? "transactionalId"
                : resource.resourceType().toString().toLowerCase(Locale.ROOT),
            resource.patternType() == PatternType.PREFIXED ? "prefix" : "literal",
            resource.name());
  }

  @Test
  void everyPodKeepsTheRestrictedStandardAndHasALimit() {
    List<Map<String, Object>> workloads = workloads(example());
    assertThat(workloads).hasSize(4);
    for (Map<String, Object> workload : workloads) {
      Map<String, Object> pod = pod(workload);
      assertThat(pod).as(name(workload)).containsEntry("automountServiceAccountToken", false);
      assertThat(map(pod, "securityContext"))
          .containsEntry("runAsNonRoot", true)
          .containsEntry("runAsUser", 10001)
          .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
      for (Map<String, Object> container : maps(pod.get("containers"))) {
        assertThat(map(container, "securityContext"))
            .containsEntry("allowPrivilegeEscalation", false)
            .containsEntry("readOnlyRootFilesystem", true)
            .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        assertThat(map(container, "resources", "limits")).containsKey("memory");
      }
    }
  }

  @Test
  void everyServiceIsProbedKeptApartAndStoppedBeforeItsNewVersionStarts() {
    List<Map<String, Object>> all = example();
    assertThat(of(all, "Deployment"))
        .hasSize(3)
        .allSatisfy(
            deployment -> {
              assertThat(map(deployment, "spec", "strategy")).containsEntry("type", "Recreate");
              assertThat(maps(pod(deployment).get("containers")).get(0))
                  .containsKeys("startupProbe", "readinessProbe", "livenessProbe");
            });
    assertThat(of(all, "PodDisruptionBudget"))
        .extracting(KubernetesManifestsTest::name)
        .containsExactlyInAnyOrder("moderation", "notifier", "ingest");
    assertThat(of(all, "NetworkPolicy"))
        .extracting(KubernetesManifestsTest::name)
        .contains("hall-monitor-closed");
  }

  @Test
  void nothingIsAskedWithoutNamingWho() {
    List<Map<String, Object>> policies = of(example(), "NetworkPolicy");
    assertThat(policies)
        .flatExtracting(policy -> maps(map(policy, "spec").get("egress")))
        .hasSize(5)
        .allSatisfy(rule -> assertThat(maps(rule.get("to"))).isNotEmpty());
    assertThat(policies.toString())
        .contains("cnpg.io/cluster", "strimzi.io/cluster", "100.64.0.0/10");
  }

  @Test
  void temporaryFilesOfModerationHoldAModelTwiceAndUploads() {
    assertThat(of(example(), "Deployment"))
        .filteredOn(deployment -> "moderation".equals(name(deployment)))
        .flatExtracting(deployment -> maps(pod(deployment).get("volumes")))
        .contains(
            Map.of("name", "tmp", "emptyDir", Map.of("medium", "Memory", "sizeLimit", "256Mi")));
  }

  @Test
  void everyImageIsOfTheDistrictsRegistry() {
    assertThat(workloads(example()))
        .flatExtracting(workload -> maps(pod(workload).get("containers")))
        .extracting(container -> container.get("image").toString())
        .hasSize(4)
        .allMatch(image -> image.startsWith("registry.example.org/hall-monitor/"));
  }

  @Test
  void everySecretAndSettingThatAPodReadsIsMadeBySomeone() {
    assumeTrue(
        "root".equals(System.getProperty("user.name")),
        "only root can give the installation's folders to the services' user");
    ShippedFiles.run("deploy/new-installation", folder.toString());
    Set<String> made =
        Stream.concat(
                ShippedFiles.documents(
                    ShippedFiles.run("deploy/kubernetes/objects", folder.toString()))
                    .stream(),
                example().stream())
            .filter(each -> each.get("kind").toString().matches("Secret|ConfigMap"))
            .map(KubernetesManifestsTest::name)
            .collect(Collectors.toSet());
    Set<String> read = new TreeSet<>();
    for (Map<String, Object> workload : workloads(example())) {
      for (Map<String, Object> volume : maps(pod(workload).get("volumes"))) {
        read.add(map(volume, "secret").getOrDefault("secretName", "").toString());
        read.add(map(volume, "configMap").getOrDefault("name", "").toString());
      }
      for (Map<String, Object> container : maps(pod(workload).get("containers"))) {
        maps(container.get("envFrom"))
            .forEach(from -> read.add(map(from, "configMapRef").get("name").toString()));
      }
    }
    read.remove("");
    read.removeIf(name -> name.matches(OF_OPERATORS));

    assertThat(read).isNotEmpty().isSubsetOf(made);
  }
}
