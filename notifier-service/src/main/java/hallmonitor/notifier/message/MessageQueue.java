package hallmonitor.notifier.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.notifier.escalation.Contact;
import hallmonitor.notifier.gateway.GatewayMessage.Act;
import hallmonitor.settings.escalation.Gateway;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Fills the queue of messages, in the transaction of the step that asks for them. */
final class MessageQueue {
  private MessageQueue() {}

  /**
   * Queues a message. Its id is derived from gateway, conversation, step, act and person, so that a
   * repetition changes nothing. Nobody who still waits to be told gets a second one, and nobody is
   * told of the end of something that they were not told of.
   *
   * @param to empty where several people read
   */
  static void add(
      Handle transaction,
      Gateway gateway,
      UUID conversation,
      int step,
      Act act,
      MessageOccasion occasion,
      Optional<Contact> to,
      Instant now) {
    transaction
        .createUpdate(
            """
            insert into message (message_id, gateway, kind, conversation_id, step, act, occasion, person, role,
              next_attempt_at, created_at)
            select :id, :gateway, :kind, :conversation, :step, :act, :occasion, :person, :role, :now, :now
            where (:act = 'tell') <> exists (
              select 1
              from message o
              where o.gateway = :gateway
                and o.conversation_id = :conversation
                and o.person is not distinct from :person
                and o.act = 'tell'
                and (o.state = 'queued' or :act <> 'tell'))
            on conflict do nothing
            """)
        .bind("id", id(gateway.id(), conversation, step, act, occasion, to))
        .bind("gateway", gateway.id())
        .bind("kind", nameOf(gateway.kind()))
        .bind("conversation", conversation)
        .bind("step", step)
        .bind("act", nameOf(act))
        .bind("occasion", nameOf(occasion))
        .bind("person", to.map(Contact::person).orElse(null))
        .bind("role", to.map(Contact::role).orElse(null))
        .bind("now", time(now))
        .execute();
  }

  private static UUID id(
      String gateway,
      UUID conversation,
      int step,
      Act act,
      MessageOccasion occasion,
      Optional<Contact> to) {
    List<String> parts =
        List.of(
            gateway,
            conversation.toString(),
            Integer.toString(step),
            nameOf(act),
            nameOf(occasion),
            to.map(Contact::person).orElse(""));
    return UUID.nameUUIDFromBytes(("message/" + String.join("/", parts)).getBytes(UTF_8));
  }

  /**
   * Returns whether the last thing that a gateway was told of a conversation is that someone has
   * it.
   */
  static boolean isTaken(Handle transaction, Gateway gateway, UUID conversation) {
    return transaction
        .createQuery(
            """
            select act = 'take'
            from message
            where gateway = :gateway
              and conversation_id = :conversation
            order by position desc limit 1
            """)
        .bind("gateway", gateway.id())
        .bind("conversation", conversation)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  /** Removes what must no longer be sent. What is being sent is left to its sender. */
  static void withdraw(Handle transaction, UUID conversation, int belowStep) {
    transaction
        .createUpdate(
            """
            update message
            set state = 'withdrawn', next_attempt_at = null
            where conversation_id = :conversation
              and state = 'queued'
              and act = 'tell'
              and step < :below
            """)
        .bind("conversation", conversation)
        .bind("below", belowStep)
        .execute();
  }

  /**
   * Returns how long the oldest one has been due, in seconds; 0 if none is. One that waits for
   * another of its conversation is not due.
   */
  static double lateSeconds(Handle handle) {
    return handle
        .createQuery(
            """
            select coalesce(greatest(0, extract(epoch from clock_timestamp() - min(q.next_attempt_at))), 0)
            from message q
            where q.next_attempt_at is not null
              and not exists (
                select 1
                from message o
                where o.gateway = q.gateway
                  and o.conversation_id = q.conversation_id
                  and o.state = 'queued'
                  and o.position < q.position)
            """)
        .mapTo(Double.class)
        .one();
  }

  static String nameOf(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
