package hallmonitor.notifier.queue;

import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.escalation.Escalation;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.notice.NoticeReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The queue of notices for its senders. All methods work in the sender's transaction.
 *
 * <p>A claim locks a notice's row until the transaction ends: no second sender gets it meanwhile,
 * and PostgreSQL releases it when the sender's process dies.
 */
final class DueNotices {
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
                and o.notice_id < n.notice_id))
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

  private DueNotices() {}

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

  private static ResultIterable<QueuedNotice> queued(Query query) {
    return query
        .registerColumnMapper(Escalation.class, EscalationRecord.COLUMN)
        .registerColumnMapper(NoticeReason.class, DueNotices::reason)
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

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
