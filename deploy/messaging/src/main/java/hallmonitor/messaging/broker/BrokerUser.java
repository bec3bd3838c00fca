package hallmonitor.messaging.broker;

import static hallmonitor.contract.event.Topic.ACCOUNT_COMMANDS;
import static hallmonitor.contract.event.Topic.ACCOUNT_PROFILES;
import static hallmonitor.contract.event.Topic.ACCOUNT_STATUS;
import static hallmonitor.contract.event.Topic.ACTIONS;
import static hallmonitor.contract.event.Topic.ACTION_RESULTS;
import static hallmonitor.contract.event.Topic.BLOCKS;
import static hallmonitor.contract.event.Topic.CASE_EVENTS;
import static hallmonitor.contract.event.Topic.COMMENTS;
import static hallmonitor.contract.event.Topic.CREDENTIAL_ORDERS;
import static hallmonitor.contract.event.Topic.CREDENTIAL_RECEPTION;
import static hallmonitor.contract.event.Topic.CREDENTIAL_RESULTS;
import static hallmonitor.contract.event.Topic.ESCALATIONS;
import static hallmonitor.contract.event.Topic.ESCALATION_EVENTS;
import static hallmonitor.contract.event.Topic.EVIDENCE_ORDERS;
import static hallmonitor.contract.event.Topic.EVIDENCE_RESULTS;
import static hallmonitor.contract.event.Topic.INGEST_CHECKPOINTS;
import static hallmonitor.contract.event.Topic.POSTS;
import static hallmonitor.contract.event.Topic.SERVICE_BEATS;

import hallmonitor.contract.event.Topic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A service's own user on the broker, with the least rights that its work needs. This table is the
 * only place that says them: the broker's rules are made from it, and tests hold it against the
 * contracts and the code.
 *
 * <p>No service may create, change or delete a topic, and none may read what others say to each
 * other. Signs of life are the one topic that all write.
 */
public enum BrokerUser {
  INGEST(
      new Reads(List.of(ACTIONS, ACCOUNT_COMMANDS, CREDENTIAL_ORDERS), List.of(INGEST_CHECKPOINTS)),
      List.of(
          COMMENTS,
          POSTS,
          BLOCKS,
          ACCOUNT_PROFILES,
          ACTION_RESULTS,
          ACCOUNT_STATUS,
          CREDENTIAL_RESULTS,
          CREDENTIAL_RECEPTION,
          INGEST_CHECKPOINTS,
          SERVICE_BEATS),
      // History waits while many comments wait to be judged.
      List.of("moderation-comments")),
  MODERATION(
      new Reads(
          List.of(
              COMMENTS,
              POSTS,
              BLOCKS,
              ACTION_RESULTS,
              ESCALATION_EVENTS,
              ACCOUNT_STATUS,
              ACCOUNT_PROFILES,
              CREDENTIAL_RESULTS,
              CREDENTIAL_RECEPTION,
              EVIDENCE_RESULTS),
          List.of(SERVICE_BEATS)),
      List.of(
          ACTIONS,
          ESCALATIONS,
          CASE_EVENTS,
          ACCOUNT_COMMANDS,
          CREDENTIAL_ORDERS,
          EVIDENCE_ORDERS,
          SERVICE_BEATS),
      // What was read and had no effect was lost.
      List.of("ingest", "notifier", "notifier-cases")),
  NOTIFIER(
      new Reads(List.of(ESCALATIONS, CASE_EVENTS, EVIDENCE_ORDERS), List.of(SERVICE_BEATS)),
      List.of(ESCALATION_EVENTS, EVIDENCE_RESULTS, SERVICE_BEATS),
      List.of());

  /**
   * What a user reads.
   *
   * @param handled in a group; a record that cannot be used goes to the topic's dead letters
   * @param followed without a group, and without dead letters
   */
  private record Reads(List<Topic> handled, List<Topic> followed) {}

  private final Reads reads;
  private final List<Topic> writes;
  private final List<String> watchedGroups;

  BrokerUser(Reads reads, List<Topic> writes, List<String> watchedGroups) {
    this.reads = reads;
    this.writes = writes;
    this.watchedGroups = watchedGroups;
  }

  /** Returns the user's name, which begins its groups and its transactions, too. */
  public String userName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the name of the secret with its password. */
  public String secret() {
    return "kafka-" + userName();
  }

  /** Returns what it reads in a group, with dead letters. */
  public List<Topic> handled() {
    return reads.handled();
  }

  /** Returns the topics that it reads. */
  public List<Topic> reads() {
    return Stream.concat(reads.handled().stream(), reads.followed().stream()).toList();
  }

  /** Returns the topics that it writes of its own accord. */
  public List<Topic> writes() {
    return writes;
  }

  /** Returns groups of others, about which it may ask how far they have read. */
  List<String> watchedGroups() {
    return watchedGroups;
  }

  /**
   * Returns whether it shows the failed messages of all services and hands them back. It then
   * writes to the topics that it reads, too: a record that it forges there reaches only itself.
   */
  boolean handsBack() {
    return this == MODERATION;
  }

  /** Returns whether it writes in transactions. */
  boolean transactional() {
    return this == INGEST;
  }
}
