package hallmonitor.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.Topic;
import hallmonitor.messaging.broker.BrokerRights;
import hallmonitor.messaging.broker.BrokerUser;
import hallmonitor.settings.tool.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class BrokerCommandTest {
  @TempDir private Path folder;

  private static String printed(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status =
        Tool.run(new BrokerCommand(), new PrintStream(out), new PrintStream(errors), arguments);
    assertThat(status).as(errors.toString(UTF_8)).isZero();
    return out.toString(UTF_8);
  }

  /** Runs the script with tools that write down their arguments, and returns these. */
  private List<Map<String, String>> run(String script, String tool)
      throws IOException, InterruptedException {
    Path program = folder.resolve(tool);
    Files.writeString(program, "#!/bin/sh\necho \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Path file = Files.writeString(folder.resolve("script"), script);
    ProcessBuilder builder =
        new ProcessBuilder("sh", file.toString(), "kafka:9093", "owner.properties")
            .redirectErrorStream(true);
    builder.environment().merge("PATH", folder.toString(), (old, ours) -> ours + ":" + old);
    Process process = builder.start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    return lines.stream().map(BrokerCommandTest::options).toList();
  }

  private static Map<String, String> options(String line) {
    Map<String, String> options = new HashMap<>();
    String[] words = line.split(" ");
    for (int i = 0; i < words.length; i++) {
      boolean alone = i + 1 == words.length || words[i + 1].startsWith("--");
      options.merge(words[i], alone ? "" : words[i + 1], (first, next) -> first + " " + next);
      i += alone ? 0 : 1;
    }
    return options;
  }

  private static AclBinding rule(Map<String, String> options) {
    Map<String, ResourceType> kinds =
        Map.of(
            "--topic",
            ResourceType.TOPIC,
            "--group",
            ResourceType.GROUP,
            "--transactional-id",
            ResourceType.TRANSACTIONAL_ID);
    String kind = kinds.keySet().stream().filter(options::containsKey).findFirst().orElseThrow();
    return new AclBinding(
        new ResourcePattern(
            kinds.get(kind),
            options.get(kind),
            PatternType.fromString(
                options.get("--resource-pattern-type").toUpperCase(Locale.ROOT))),
        new AccessControlEntry(
            options.get("--allow-principal"),
            "*",
            AclOperation.fromString(options.get("--operation").toUpperCase(Locale.ROOT)),
            AclPermissionType.ALLOW));
  }

  private static Stream<AclBinding> rights(String before) {
    return Stream.of(BrokerUser.values())
        .flatMap(user -> BrokerRights.of(user, before + user.userName()).stream());
  }

  @Test
  void theScriptOfRightsGivesEachUserItsOwn() throws Exception {
    List<Map<String, String>> calls = run(printed("rights"), "kafka-acls.sh");

    assertThat(calls).allMatch(call -> call.get("--bootstrap-server").equals("kafka:9093"));
    assertThat(calls.stream().map(BrokerCommandTest::rule))
        .containsExactlyElementsOf(rights("User:").toList());
  }

  @Test
  void usersWithCertificatesAreKnownByTheirNames() throws Exception {
    assertThat(
            run(printed("rights", "--certificates"), "kafka-acls.sh").stream()
                .map(BrokerCommandTest::rule))
        .containsExactlyElementsOf(rights("User:CN=").toList());
  }

  @Test
  void theScriptOfTopicsMakesAllOfThem() throws Exception {
    List<Map<String, String>> calls = run(printed("topics", "--copies=2"), "kafka-topics.sh");

    assertThat(calls.stream().map(call -> call.get("--topic")))
        .containsExactlyElementsOf(
            Stream.of(Topic.values())
                .flatMap(t -> Stream.of(t.topicName(), t.deadLetters()))
                .toList());
    assertThat(calls)
        .allMatch(call -> call.get("--replication-factor").equals("2"))
        .filteredOn(call -> call.get("--topic").equals(Topic.COMMENTS.topicName()))
        .singleElement()
        .satisfies(
            call ->
                assertThat(call)
                    .containsEntry("--partitions", "6")
                    .extractingByKey("--config")
                    .asString()
                    .contains("cleanup.policy=delete", "retention.ms=2592000000"));
  }

  @Test
  void strimziGetsTheSame() {
    List<Map<String, Object>> topics = resources(printed("topics", "--strimzi=main"));
    assertThat(topics)
        .hasSize(2 * Topic.values().length)
        .allSatisfy(
            topic ->
                assertThat(part(topic, "metadata"))
                    .containsEntry("labels", Map.of("strimzi.io/cluster", "main")))
        .allSatisfy(topic -> assertThat(part(topic, "spec")).containsKeys("partitions", "config"));

    List<String> rules = new ArrayList<>();
    for (Map<String, Object> user : resources(printed("rights", "--strimzi=main"))) {
      assertThat(part(part(user, "spec"), "authentication")).containsEntry("type", "scram-sha-512");
      for (Object rule : (List<?>) part(part(user, "spec"), "authorization").get("acls")) {
        Map<String, Object> acl = map(rule);
        rules.add(
            part(user, "metadata").get("name")
                + " "
                + ((List<?>) acl.get("operations")).get(0)
                + " "
                + part(acl, "resource").get("name"));
      }
    }
    assertThat(rules)
        .hasSize((int) rights("User:").count())
        .contains("moderation Write hallmonitor.actions.v1")
        .doesNotContain("ingest Write hallmonitor.actions.v1");
  }

  private static List<Map<String, Object>> resources(String yaml) {
    return StreamSupport.stream(
            new Load(LoadSettings.builder().build()).loadAllFromString(yaml).spliterator(), false)
        .map(BrokerCommandTest::map)
        .toList();
  }

  private static Map<String, Object> part(Map<String, Object> of, String name) {
    return map(of.get(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }
}
