package hallmonitor.moderation.store.escalation;

import hallmonitor.contract.event.Topic;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Events that the broker took in the last day and that nothing came of, by this database's own
 * record. Each is due again after a time that grows with each attempt. On an ordinary day nothing
 * is expected for so long, and the rows of a day are not even read.
 */
public enum UnansweredEvents {
  /** An escalation without a seal: the notifier seals each one before anything else. */
  ESCALATIONS(
      Topic.ESCALATIONS,
      "notifier",
      """
      select e.case_id::text as key, 'escalationId' as name, e.escalation_id as id
      from escalation_state e
      where e.raised_at between now() - interval '1 day' and now() - :patience::interval
        and not exists (select from evidence_seal s where s.capture_id = e.escalation_id)
      """),
  /** Evidence that a person asked for, without a seal. */
  CAPTURES(
      Topic.CASE_EVENTS,
      "notifier-cases",
      """
      select c.case_id::text as key, 'eventId' as name, c.event_id as id
      from case_capture c
      where c.at between now() - interval '1 day' and now() - :patience::interval
        and not exists (select from evidence_seal s where s.capture_id = c.event_id)
      """),
  /** The newest order of a comment without a word about it: an older one may undo what it does. */
  ORDERS(
      Topic.ACTIONS,
      "ingest",
      """
      select c.account || '/' || c.comment_id as key, 'actionId' as name, o.action_id as id
      from ordered_action o
      join review_case c on c.case_id = o.case_id and c.action_id = o.action_id
      where o.state = 'ordered'
        and o.ordered_at between now() - interval '1 day' and now() - :patience::interval
      """);

  /** So that a round neither fills the heap nor adds much to a flood. */
  private static final int MOST_AT_ONCE = 100;

  private final Topic topic;
  private final String readers;
  private final String expected;

  UnansweredEvents(Topic topic, String readers, String expected) {
    this.topic = topic;
    this.readers = readers;
    this.expected = expected;
  }

  public Topic topic() {
    return topic;
  }

  /** Returns the group of those who should have read them. */
  public String readers() {
    return readers;
  }

  /** Returns whether the notifier seals what comes of them. */
  public boolean areSealed() {
    return this != ORDERS;
  }

  /**
   * Locks those that are due, oldest first. Another instance gets others.
   *
   * @param patience from when the broker took an event until it is due; five times as long after
   *     each attempt
   * @return their ids in {@code outbox_published}
   */
  public List<Long> due(Handle transaction, Duration patience) {
    return transaction
        .createQuery(
            """
            with expected as (%s)
            select p.id
            from outbox_published p
            join expected e on p.key = e.key
            where p.topic = :topic
              and greatest(p.published_at, p.again_at)
                < now() - :patience::interval * power(5, p.again)
              and convert_from(p.payload, 'UTF8')::json ->> e.name = e.id::text
            order by p.id
            limit :most
            for update of p skip locked
            """
                .formatted(expected))
        .bind("topic", topic.topicName())
        .bind("patience", patience.toString())
        .bind("most", MOST_AT_ONCE)
        .mapTo(Long.class)
        .list();
  }
}
