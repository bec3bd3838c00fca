package hallmonitor.messaging.broker;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import hallmonitor.contract.event.Topic;
import hallmonitor.contract.event.TopicPrefix;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The broker's rules for a {@link BrokerUser}: what is not here is refused. */
public final class BrokerRights {
  private static final String ANY_HOST = "*";

  private BrokerRights() {}

  /**
   * Returns the rules on the Kafka of this process, see {@link #of(BrokerUser, String,
   * TopicPrefix)}.
   */
  public static List<AclBinding> of(BrokerUser user, String principal) {
    return of(user, principal, TopicPrefix.ofProcess());
  }

  /**
   * Returns the rules, each once, in a stable order.
   *
   * @param principal the broker's name for the user, such as {@code User:ingest}, or with client
   *     certificates {@code User:CN=ingest}
   */
  public static List<AclBinding> of(BrokerUser user, String principal, TopicPrefix prefix) {
    Set<AclBinding> rules = new LinkedHashSet<>();
    user.reads().forEach(topic -> rules.add(topic(topic.topicName(prefix), READ, principal)));
    user.writes().forEach(topic -> rules.add(topic(topic.topicName(prefix), WRITE, principal)));
    user.handled().forEach(topic -> rules.add(topic(topic.deadLetters(prefix), WRITE, principal)));
    if (user.handsBack()) {
      Stream.of(Topic.values())
          .forEach(topic -> rules.add(topic(topic.deadLetters(prefix), READ, principal)));
      user.handled().forEach(topic -> rules.add(topic(topic.topicName(prefix), WRITE, principal)));
    }
    rules.add(rule(GROUP, prefix.of(user.userName()), PREFIXED, READ, principal));
    user.watchedGroups()
        .forEach(group -> rules.add(rule(GROUP, prefix.of(group), LITERAL, DESCRIBE, principal)));
    if (user.transactional()) {
      String ids = prefix.of(user.userName()) + "-";
      rules.add(rule(TRANSACTIONAL_ID, ids, PREFIXED, DESCRIBE, principal));
      rules.add(rule(TRANSACTIONAL_ID, ids, PREFIXED, WRITE, principal));
    }
    return List.copyOf(rules);
  }

  private static AclBinding topic(String name, AclOperation operation, String principal) {
    return rule(TOPIC, name, LITERAL, operation, principal);
  }

  private static AclBinding rule(
      ResourceType kind,
      String name,
      PatternType pattern,
      AclOperation operation,
      String principal) {
    return new AclBinding(
        new ResourcePattern(kind, name, pattern),
        new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
  }
}
