package hallmonitor.local;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Topics and rules as a script for {@code kafka-topics.sh} and {@code kafka-acls.sh}. Names have no
 * character that a shell would read otherwise.
 */
final class KafkaScript {
  private static final String HEAD =
      """
      #!/bin/sh
      # Arguments: the broker's address, such as kafka:9093, and a file with the connection of a user that may make %s.
      # Safe to repeat. Needs Kafka's own tools in the path.
      set -eu
      broker=${1:?the broker\\'s address, such as kafka:9093}
      owner=${2:?a file with the connection of a user that may make %s}
      """;

  private KafkaScript() {}

  static String topics(List<NewTopic> topics) {
    return head("topics")
        + topics.stream().map(KafkaScript::line).collect(Collectors.joining("\n", "", "\n"));
  }

  static String rights(List<AclBinding> rules) {
    return head("rules")
        + rules.stream().map(KafkaScript::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String head(String what) {
    return HEAD.formatted(what, what);
  }

  private static String line(NewTopic topic) {
    Stream<String> configs =
        new TreeMap<>(topic.configs())
            .entrySet().stream().map(it -> "--config " + it.getKey() + "=" + it.getValue());
    return Stream.concat(
            Stream.of(
                "kafka-topics.sh --bootstrap-server \"$broker\" --command-config \"$owner\"",
                "--create --if-not-exists --topic " + topic.name(),
                "--partitions " + topic.numPartitions(),
                "--replication-factor " + topic.replicationFactor()),
            configs)
        .collect(Collectors.joining(" "));
  }

  private static String line(AclBinding rule) {
    return String.join(
        " ",
        "kafka-acls.sh --bootstrap-server \"$broker\" --command-config \"$owner\" --add",
        "--allow-principal " + rule.entry().principal(),
        "--operation " + word(rule.entry().operation()),
        option(rule.pattern().resourceType()) + " " + rule.pattern().name(),
        "--resource-pattern-type " + word(rule.pattern().patternType()));
  }

  static String word(AclOperation operation) {
    return switch (operation) {
      case READ -> "Read";
      case WRITE -> "Write";
      case DESCRIBE -> "Describe";
      default -> throw new IllegalArgumentException("no user has the right to " + operation);
    };
  }

  static String word(PatternType pattern) {
    return switch (pattern) {
      case LITERAL -> "literal";
      case PREFIXED -> "prefixed";
      default -> throw new IllegalArgumentException("no rule is about " + pattern);
    };
  }

  private static String option(ResourceType kind) {
    return switch (kind) {
      case TOPIC -> "--topic";
      case GROUP -> "--group";
      case TRANSACTIONAL_ID -> "--transactional-id";
      default -> throw new IllegalArgumentException("no rule is about " + kind);
    };
  }
}
