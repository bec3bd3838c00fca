package hallmonitor.notifier.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.escalation.Contact;
import hallmonitor.notifier.escalation.DecisionNotification;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationEffect;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.notice.NoticeReason;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Fills the tables of escalations and notices. All methods work in the caller's transaction; {@link
 * DueNotices} hands out what is queued.
 */
public final class NoticeQueue {
  private NoticeQueue() {}

  /**
   * An escalation as it arrived.
   *
   * @param nobodyTold whether no person could be found
   * @param event as received, unchanged
   */
  public record Arrived(
      Escalation escalation, boolean nobodyTold, byte[] event, Optional<String> traceparent) {}

  /**
   * A notice to queue.
   *
   * @param about the escalation that the notice describes
   */
  public record Asked(UUID conversation, UUID about, Urgency urgency, EscalationEffect.Tell tell) {}

  /**
   * Stores escalations and returns the ids of those that were not stored before; with the others
   * nothing else must happen.
   */
  public static Set<UUID> keep(Handle transaction, List<Arrived> arrived) {
    try (PreparedBatch batch =
        transaction.prepareBatch(
            """
            insert into escalation (escalation_id, case_id, urgency, nobody_told, event, traceparent,
              hide_ordered, raised_at)
            values (:id, :case, :urgency, :nobody, :event, :trace, :hide, :raised)
            on conflict do nothing
            """)) {
      for (Arrived one : arrived) {
        batch
            .bind("id", one.escalation().id())
            .bind("case", one.escalation().caseId())
            .bind("urgency", nameOf(one.escalation().urgency()))
            .bind("nobody", one.nobodyTold())
            .bind("event", one.event())
            .bind("trace", one.traceparent().orElse(null))
            .bind("hide", one.escalation().hideOrdered())
            .bind("raised", time(one.escalation().raisedAt()))
            .add();
      }
      int[] stored = batch.execute();
      return IntStream.range(0, stored.length)
          .filter(i -> stored[i] == 1)
          .mapToObj(i -> arrived.get(i).escalation().id())
          .collect(Collectors.toSet());
    }
  }

  /**
   * Queues notices. A notice's id is derived from conversation, step and person, so that a
   * repetition changes nothing. A person with a waiting notice of the conversation gets no second
   * one.
   */
  public static void add(Handle transaction, List<Asked> notices) {
    if (notices.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        transaction.prepareBatch(
            """
            insert into notice (notice_id, escalation_id, conversation_id, step, person, role, urgency,
              due_at, next_attempt_at, occasion)
            select :id, :about, :conversation, :step, :person, :role, :urgency, :due, :due, :occasion
            where not exists (
              select 1
              from notice o
              join conversation c using (conversation_id)
              where o.conversation_id = :conversation
                and o.person = :person
                and o.state = 'queued'
                and o.decision_id is null
                and o.step >= c.withdrawn_below)
            on conflict do nothing
            """)) {
      for (Asked notice : notices) {
        EscalationEffect.Tell tell = notice.tell();
        String name = notice.conversation() + "/" + tell.step() + "/" + tell.to().person();
        batch
            .bind("id", UUID.nameUUIDFromBytes(("notice/" + name).getBytes(UTF_8)))
            .bind("about", notice.about())
            .bind("conversation", notice.conversation())
            .bind("step", tell.step())
            .bind("person", tell.to().person())
            .bind("role", tell.to().role())
            .bind("urgency", nameOf(notice.urgency()))
            .bind("due", time(tell.dueAt()))
            .bind(
                "occasion",
                EventJson.write(new NoticeReason(tell.occasion(), tell.others(), tell.minutes())))
            .add();
      }
      batch.execute();
    }
  }

  /**
   * Queues the news of a decision for each of these people, once for each decision. It is not an
   * alarm unless it says so; notices of danger are sent first.
   *
   * @param about the escalation that the conversation's notices describe
   */
  public static void addNews(
      Handle transaction, UUID conversation, UUID about, UUID decision, DecisionNotification news) {
    byte[] occasion =
        EventJson.write(
            new NoticeReason(
                news.alarming()
                    ? EscalationEffect.Occasion.NOT_HIDDEN
                    : EscalationEffect.Occasion.DECIDED,
                List.of(),
                0));
    for (Contact to : news.to()) {
      String name = decision + "/" + to.person();
      transaction
          .createUpdate(
              """
              insert into notice (notice_id, escalation_id, conversation_id, decision_id, person, role,
                urgency, due_at, next_attempt_at, occasion)
              values (:id, :about, :conversation, :decision, :person, :role, :urgency, :due, :due, :occasion)
              on conflict do nothing
              """)
          .bind("id", UUID.nameUUIDFromBytes(("news/" + name).getBytes(UTF_8)))
          .bind("about", about)
          .bind("conversation", conversation)
          .bind("decision", decision)
          .bind("person", to.person())
          .bind("role", to.role())
          .bind("urgency", nameOf(news.alarming() ? Urgency.IMMEDIATE : Urgency.SOON))
          .bind("due", time(news.dueAt()))
          .bind("occasion", occasion)
          .execute();
    }
  }

  /** Returns who was notified of a conversation, or is about to be, in order. */
  public static List<Contact> told(Handle handle, UUID conversation) {
    return handle
        .createQuery(
            """
            select person, role
            from (
              select distinct on (person) person, role, step
              from notice
              where conversation_id = :id
                and decision_id is null
                and state in ('queued', 'sent')
              order by person, step desc) latest
            order by step, person
            """)
        .bind("id", conversation)
        .map(ConstructorMapper.of(Contact.class))
        .list();
  }

  /** Returns whether a person was ever meant to be notified of a conversation. */
  public static boolean wasAsked(Handle handle, UUID conversation, String person) {
    return handle
        .createQuery(
            """
            select exists (
              select 1
              from notice
              where conversation_id = :id
                and person = :person
                and decision_id is null)
            """)
        .bind("id", conversation)
        .bind("person", person)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Removes notices that must no longer be sent. One that is being sent is left to its sender;
   * {@link DueNotices#claim} does not return notices of an earlier step again.
   */
  public static void withdraw(Handle transaction, UUID conversation, int belowStep) {
    transaction
        .createUpdate(
            """
            update notice
            set state = 'withdrawn', done_at = clock_timestamp()
            where notice_id in (
              select notice_id
              from notice
              where conversation_id = :conversation
                and state = 'queued'
                and decision_id is null
                and step < :below
              for update skip locked)
            """)
        .bind("conversation", conversation)
        .bind("below", belowStep)
        .execute();
  }

  /**
   * Makes queued notices describe another escalation. One that is being sent is left to its sender.
   */
  public static void speakOf(Handle transaction, UUID conversation, UUID about) {
    transaction
        .createUpdate(
            """
            update notice
            set escalation_id = :about
            where notice_id in (
              select notice_id
              from notice
              where conversation_id = :conversation
                and state = 'queued'
              for update skip locked)
            """)
        .bind("about", about)
        .bind("conversation", conversation)
        .execute();
  }

  public static NoticeBacklog state(Handle handle) {
    return handle
        .createQuery(
            """
            select
              (select count(*)
                from notice
                where state = 'queued' and due_at <= clock_timestamp()) as queued,
              (select coalesce(greatest(0, extract(epoch from clock_timestamp() - min(due_at))), 0)
                from notice
                where state = 'queued') as oldest_seconds,
              (select count(*)
                from escalation
                where nobody_told
                  and received_at > now() - interval '24 hours') as nobody_told
            """)
        .map(ConstructorMapper.of(NoticeBacklog.class))
        .one();
  }

  private static String nameOf(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
