package hallmonitor.contract.event;

import java.time.Duration;

/** The topics, their partitions on one machine, and whether they are compacted. */
public enum Topic {
  COMMENTS("hallmonitor.comments.v1", 6, false),
  POSTS("hallmonitor.posts.v1", 3, false),
  BLOCKS("hallmonitor.blocks.v1", 1, true),
  ACTIONS("hallmonitor.actions.v1", 3, false),
  ACTION_RESULTS("hallmonitor.action-results.v1", 3, false),
  ESCALATIONS("hallmonitor.escalations.v1", 3, false),
  CASE_EVENTS("hallmonitor.case-events.v1", 3, false),
  ESCALATION_EVENTS("hallmonitor.escalation-events.v1", 3, false),
  ACCOUNT_STATUS("hallmonitor.account-status.v1", 1, true),
  ACCOUNT_PROFILES("hallmonitor.account-profiles.v1", 1, true),
  ACCOUNT_COMMANDS("hallmonitor.account-commands.v1", 1, false),
  CREDENTIAL_ORDERS("hallmonitor.credential-orders.v1", 1, false),
  CREDENTIAL_RESULTS("hallmonitor.credential-results.v1", 1, false),
  CREDENTIAL_RECEPTION("hallmonitor.credential-reception.v1", 1, true),
  EVIDENCE_ORDERS("hallmonitor.evidence-orders.v1", 1, false),
  EVIDENCE_RESULTS("hallmonitor.evidence-results.v1", 1, false),
  SERVICE_BEATS("hallmonitor.service-beats.v1", 1, true),
  INGEST_CHECKPOINTS("hallmonitor.ingest-checkpoints.v1", 1, true);

  private final String topicName;
  private final int partitions;
  private final boolean compacted;

  Topic(String topicName, int partitions, boolean compacted) {
    this.topicName = topicName;
    this.partitions = partitions;
    this.compacted = compacted;
  }

  /** Returns its name on the Kafka of this process, see {@link TopicPrefix}. */
  public String topicName() {
    return topicName(TopicPrefix.ofProcess());
  }

  public String topicName(TopicPrefix prefix) {
    return prefix.of(topicName);
  }

  public int partitions() {
    return partitions;
  }

  /**
   * Returns how long its records are kept if it is not compacted. Comments must reach someone who
   * returns from vacation; PostgreSQL, not Kafka, is the archive. What people hand over about the
   * evidence is encrypted for a key that stays, and is of no use after a day.
   */
  public Duration retention() {
    return this == EVIDENCE_ORDERS || this == EVIDENCE_RESULTS
        ? Duration.ofDays(1)
        : Duration.ofDays(30);
  }

  public boolean compacted() {
    return compacted;
  }

  /** Returns the topic for records that cannot be read, which carry their error in the headers. */
  public String deadLetters() {
    return deadLetters(TopicPrefix.ofProcess());
  }

  public String deadLetters(TopicPrefix prefix) {
    return topicName(prefix) + ".dlq";
  }
}
