package hallmonitor.notifier.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.EscalationEffect;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.notice.NoticeReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The tables of escalations and notices. All methods work in the caller's transaction.
 *
 * <p>A claim locks a notice's row until the transaction ends: no second sender gets it meanwhile,
 * and PostgreSQL releases it when the sender's process dies.
 */
public final class NoticeQueue {
  private static final String COLUMNS =
      """
      select n.notice_id as id, n.conversation_id as conversation, n.person, n.role, n.due_at, n.attempts,
        n.trouble, e.traceparent, e.event as escalation, n.urgency, n.occasion as reason,
        greatest(0,
          (select count(distinct m.case_id)
            from escalation m
            where m.conversation_id = n.conversation_id
              and m.closed_apart_at is null) - 1) as more
      from notice n
      join escalation e using (escalation_id)
      left join conversation c on c.conversation_id = n.conversation_id
      where n.state = 'queued'
        and n.next_attempt_at <= :now
        and n.step >= coalesce(c.withdrawn_below, 0)
      """;

  /** Only one row of a person's digest can be claimed first; the others follow it. */
  private static final String FIRST =
      COLUMNS
          + """
            and (n.urgency <> 'digest' or not exists (
              select 1
              from notice o
              where o.state = 'queued'
                and o.urgency = 'digest'
                and o.person = n.person
                and o.next_attempt_at <= :now
                and o.notice_id < n.notice_id) )
          order by array_position(array['immediate', 'soon', 'digest'], n.urgency), n.next_attempt_at
            limit 1
          for update of n skip locked
          """;

  private static final String REST_OF_DIGEST =
      COLUMNS
          + """
            and n.urgency = 'digest'
            and n.person = :person
            and n.notice_id <> :first
          order by n.notice_id
          for update of n skip locked
          """;

  private NoticeQueue() {}

  /**
   * Stores an escalation; returns false if it was stored before, and then nothing else must be
   * done.
   */
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
                  raised_at)
                values (:id, :case, :urgency, :nobody, :event, :trace, :raised)
                on conflict do nothing
                """)
            .bind("id", escalation.id())
            .bind("case", escalation.caseId())
            .bind("urgency", nameOf(escalation.urgency()))
            .bind("nobody", nobodyTold)
            .bind("event", event)
            .bind("trace", traceparent.orElse(null))
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
   * Removes notices that are no longer to be sent. One that is being sent is left to its sender;
   * {@link #claim} does not return notices of an earlier step again.
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

  /** Claims the next mail: one notice, or all of one person's digest; empty if none is due. */
  static List<QueuedNotice> claim(Handle transaction, Instant now) {
    Optional<QueuedNotice> first =
        queued(transaction.createQuery(FIRST).bind("now", time(now))).findFirst();
    if (first.isEmpty() || first.get().urgency() != Urgency.DIGEST) {
      return first.stream().toList();
    }
    List<QueuedNotice> rest =
        queued(
                transaction
                    .createQuery(REST_OF_DIGEST)
                    .bind("now", time(now))
                    .bind("person", first.get().person())
                    .bind("first", first.get().id()))
            .list();
    return java.util.stream.Stream.concat(first.stream(), rest.stream()).toList();
  }

  static void done(Handle transaction, List<QueuedNotice> mail, String state, Instant now) {
    transaction
        .createUpdate(
            """
            update notice
            set state = :state, done_at = :now, attempts = attempts + 1
            where notice_id = any(:ids)
            """)
        .bind("state", state)
        .bind("now", time(now))
        .bindArray("ids", UUID.class, ids(mail))
        .execute();
  }

  /** A notice that was withdrawn while being sent is not retried. */
  static void delay(Handle transaction, List<QueuedNotice> mail, String trouble, Instant until) {
    transaction
        .createUpdate(
            """
            update notice n
            set trouble = :trouble, next_attempt_at = :until, attempts = attempts + 1, state = case when
              withdrawn then 'withdrawn' else state end, done_at = case when withdrawn then
              clock_timestamp() end
            from (
              select q.notice_id, q.step < coalesce(c.withdrawn_below, 0) as withdrawn
              from notice q
              left join conversation c using (conversation_id)
              where q.notice_id = any(:ids)) w
            where n.notice_id = w.notice_id
            """)
        .bind("trouble", trouble)
        .bind("until", time(until))
        .bindArray("ids", UUID.class, ids(mail))
        .execute();
  }

  public static NoticeBacklog state(Handle handle) {
    return handle
        .createQuery(
            """
            select
              (select count(*) from notice where state = 'queued') as queued,
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

  private static ResultIterable<QueuedNotice> queued(Query query) {
    return query
        .registerColumnMapper(Escalation.class, EscalationRecord.COLUMN)
        .registerColumnMapper(NoticeReason.class, NoticeQueue::reason)
        .map(ConstructorMapper.of(QueuedNotice.class));
  }

  /** A notice from before reasons were kept is a first one. */
  private static NoticeReason reason(ResultSet row, int column, StatementContext context)
      throws SQLException {
    byte[] json = row.getBytes(column);
    return json == null ? NoticeReason.FIRST : EventJson.read(json, NoticeReason.class);
  }

  static Object[] ids(List<QueuedNotice> mail) {
    return mail.stream().map(QueuedNotice::id).toArray();
  }

  private static String nameOf(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
