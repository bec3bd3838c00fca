package hallmonitor.notifier.message;

import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.settings.escalation.Gateway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The queue of messages for its senders. A claim is committed before the message is sent and counts
 * as an attempt of unknown outcome until its outcome is recorded: so if the sender died, it is
 * known that the message may have arrived.
 */
final class DueMessages {
  /** How long others leave a claimed message alone; longer than any call takes. */
  static final Duration LEASE = Duration.ofSeconds(45);

  /** Messages of one conversation go to one recipient in their order. */
  private static final String CLAIM =
      """
      update message m
      set attempts = m.attempts + 1,
        unknown = m.unknown + case when m.state = 'queued' then 1 else 0 end,
        next_attempt_at = :until
      from conversation c
      where c.conversation_id = m.conversation_id
        and m.message_id = (
          select q.message_id
          from message q
          where q.next_attempt_at <= :now
            and q.kind = :kind
            and not exists (
              select 1
              from message o
              where o.gateway = q.gateway
                and o.conversation_id = q.conversation_id
                and o.person is not distinct from q.person
                and o.state = 'queued'
                and o.position < q.position)
          order by q.state, q.next_attempt_at limit 1
          for update skip locked)
      returning m.message_id, m.gateway, m.conversation_id, m.act, m.occasion, m.person, m.role, m.attempts,
        m.unknown - case when m.state = 'queued' then 1 else 0 end as unknown, m.reference, m.trouble,
        m.created_at, m.taken_at, c.case_id, c.category, c.building
      """;

  private DueMessages() {}

  /**
   * Claims the next message.
   *
   * @param kind of its gateway
   */
  static Optional<QueuedMessage> claim(Handle transaction, Gateway.Kind kind, Instant now) {
    return transaction
        .createQuery(CLAIM)
        .bind("now", MessageQueue.time(now))
        .bind("until", MessageQueue.time(now.plus(LEASE)))
        .bind("kind", MessageQueue.nameOf(kind))
        .map((row, context) -> message(row))
        .findOne();
  }

  private static QueuedMessage message(ResultSet row) throws SQLException {
    return new QueuedMessage(
        row.getObject("message_id", UUID.class),
        row.getString("gateway"),
        row.getObject("conversation_id", UUID.class),
        Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
        MessageOccasion.valueOf(row.getString("occasion").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("person")),
        Optional.ofNullable(row.getString("role")),
        row.getInt("attempts"),
        row.getInt("unknown"),
        Optional.ofNullable(row.getString("reference")),
        Optional.ofNullable(row.getString("trouble")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("taken_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getObject("case_id", UUID.class),
        row.getString("category"),
        row.getString("building"));
  }

  /** Records that the gateway took it; it is asked after at {@code next}, if it can be. */
  static void taken(
      Handle transaction,
      QueuedMessage message,
      Optional<String> reference,
      Optional<Instant> next,
      Instant now) {
    transaction
        .createUpdate(
            """
            update message
            set state = 'taken', attempts = 0, unknown = :unknown, reference = :reference, taken_at = :now,
              next_attempt_at = :next, trouble = null
            where message_id = :id
            """)
        .bind("unknown", message.unknown())
        .bind("reference", reference.orElse(null))
        .bind("now", MessageQueue.time(now))
        .bind("next", timeOrNull(next))
        .bind("id", message.id())
        .execute();
  }

  /** Records when the gateway is asked again what became of it; never if {@code next} is empty. */
  static void asked(Handle transaction, QueuedMessage message, Optional<Instant> next) {
    transaction
        .createUpdate("update message set next_attempt_at = :next where message_id = :id")
        .bind("next", timeOrNull(next))
        .bind("id", message.id())
        .execute();
  }

  /**
   * Records a failed attempt. One that was withdrawn meanwhile stays withdrawn.
   *
   * @param unknown attempts of unknown outcome, including this one if it is one
   */
  static void again(
      Handle transaction, QueuedMessage message, int unknown, String trouble, Instant next) {
    transaction
        .createUpdate(
            """
            update message
            set unknown = :unknown, trouble = :trouble, next_attempt_at = :next
            where message_id = :id
              and state = 'queued'
            """)
        .bind("unknown", unknown)
        .bind("trouble", trouble)
        .bind("next", MessageQueue.time(next))
        .bind("id", message.id())
        .execute();
  }

  /** Records the end: {@code arrived} or {@code failed}. */
  static void done(Handle transaction, QueuedMessage message, String state) {
    transaction
        .createUpdate(
            "update message set state = :state, next_attempt_at = null where message_id = :id")
        .bind("state", state)
        .bind("id", message.id())
        .execute();
  }

  private static @Nullable OffsetDateTime timeOrNull(Optional<Instant> instant) {
    return instant.map(MessageQueue::time).orElse(null);
  }
}
