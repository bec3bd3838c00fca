package hallmonitor.local;

import hallmonitor.messaging.broker.BrokerRights;
import hallmonitor.messaging.broker.BrokerUser;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Topics and users as resources of the Strimzi operator (kafka.strimzi.io/v1, see
 * https://strimzi.io/docs/operators/latest/configuring). It makes each user's password or
 * certificate itself, as a secret of the user's name.
 */
final class StrimziText {
  private static final String TOPIC =
      """
      ---
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaTopic
      metadata:
        name: %1$s
        labels: {strimzi.io/cluster: %2$s}
      spec:
        partitions: %3$d
        replicas: %4$d
        config:
      %5$s
      """;

  private static final String USER =
      """
      ---
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaUser
      metadata:
        name: %1$s
        labels: {strimzi.io/cluster: %2$s}
      spec:
        authentication: {type: %3$s}
        authorization:
          type: simple
          acls:
      %4$s
      """;

  private StrimziText() {}

  static String topics(String cluster, List<NewTopic> topics) {
    return topics.stream()
        .map(
            topic ->
                TOPIC.formatted(
                    topic.name(),
                    cluster,
                    topic.numPartitions(),
                    topic.replicationFactor(),
                    configs(topic)))
        .collect(Collectors.joining());
  }

  private static String configs(NewTopic topic) {
    return new TreeMap<>(topic.configs())
        .entrySet().stream()
            .map(config -> "    %s: \"%s\"".formatted(config.getKey(), config.getValue()))
            .collect(Collectors.joining("\n"));
  }

  static String users(String cluster, List<BrokerUser> users, boolean certificates) {
    return users.stream()
        .map(
            user ->
                USER.formatted(
                    user.userName(),
                    cluster,
                    certificates ? "tls" : "scram-sha-512",
                    BrokerRights.of(user, "User:" + user.userName()).stream()
                        .map(StrimziText::rule)
                        .collect(Collectors.joining("\n"))))
        .collect(Collectors.joining());
  }

  private static String rule(AclBinding rule) {
    return "      - {resource: {type: %s, name: %s, patternType: %s}, operations: [%s], host: \"*\"}"
        .formatted(
            type(rule.pattern().resourceType()),
            rule.pattern().name(),
            pattern(rule.pattern().patternType()),
            KafkaScript.word(rule.entry().operation()));
  }

  private static String pattern(PatternType pattern) {
    return pattern == PatternType.PREFIXED ? "prefix" : "literal";
  }

  private static String type(ResourceType kind) {
    return switch (kind) {
      case TOPIC -> "topic";
      case GROUP -> "group";
      case TRANSACTIONAL_ID -> "transactionalId";
      default -> throw new IllegalArgumentException("no rule is about " + kind);
    };
  }
}
