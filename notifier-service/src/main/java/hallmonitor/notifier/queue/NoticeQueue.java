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
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Fills the tables of escalations and notices. All methods work in the caller's transaction; {@link
 * DueNotices} hands out what is queued.
 */
public final class NoticeQueue {
  private NoticeQueue() {}

  /** Stores an escalation; returns false if it was stored before; then nothing else must happen. */
  public static boolean keep(
      Handle transaction,
      Escalation escalation,
      boolean nobodyTold,
      byte[] event,
      Optional<String> traceparent) {
    return transaction
            .createUpdate(
                """
                insert into escalation (escalation_id, case_id, urgency, nobody_told, event, traceparent,
                  hide_ordered, raised_at)
                values (:id, :case, :urgency, :nobody, :event, :trace, :hide, :raised)
                on conflict do nothing
                """)
            .bind("id", escalation.id())
            .bind("case", escalation.caseId())
            .bind("urgency", nameOf(escalation.urgency()))
            .bind("nobody", nobodyTold)
            .bind("event", event)
            .bind("trace", traceparent.orElse(null))
            .bind("hide", escalation.hideOrdered())
            .bind("raised", time(escalation.raisedAt()))
            .execute()
        == 1;
  }

  /**
   * Queues a notice. Its id is derived from conversation, step and person, so that a repetition
   * changes nothing. A person with a waiting notice of this conversation gets no second one.
   *
   * @param about the escalation that the notice describes
   */
  public static void add(
      Handle transaction,
      UUID conversation,
      UUID about,
      Urgency urgency,
      EscalationEffect.Tell tell) {
    String name = conversation + "/" + tell.step() + "/" + tell.to().person();
    transaction
        .createUpdate(
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
            """)
        .bind("id", UUID.nameUUIDFromBytes(("notice/" + name).getBytes(UTF_8)))
        .bind("about", about)
        .bind("conversation", conversation)
        .bind("step", tell.step())
        .bind("person", tell.to().person())
        .bind("role", tell.to().role())
        .bind("urgency", nameOf(urgency))
        .bind("due", time(tell.dueAt()))
        .bind(
            "occasion",
            EventJson.write(new NoticeReason(tell.occasion(), tell.others(), tell.minutes())))
        .execute();
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
