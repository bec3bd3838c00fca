package hallmonitor.notifier.queue;

import hallmonitor.contract.event.EventJson;
import hallmonitor.notifier.escalation.Urgency;
import hallmonitor.notifier.notice.CommentDecision;
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
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The queue of notices for its senders. All methods work in the sender's transaction.
 *
 * <p>A claim locks a notice's row until the transaction ends: no second sender gets it in the
 * meantime, and PostgreSQL releases it when the sender's process dies.
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
              and m.closed_apart_at is null) - 1) as more,
        (select h.hidden or exists (
            select 1
            from escalation o
            where o.case_id = h.case_id
              and o.hide_ordered
              and o.raised_at > h.at)
          from comment_decision h
          where h.case_id = e.case_id
          order by h.at desc, h.decision_id limit 1) as hidden,
        (select h.kind
          from comment_decision h
          where h.case_id = e.case_id
          order by h.at desc, h.decision_id limit 1) as newest_decision,
        d.case_id as decided_case, d.actor as decided_by, d.kind as decided, d.at as decided_at,
        (select x.event
          from escalation x
          where x.case_id = d.case_id
          order by x.received_at desc, x.escalation_id limit 1) as decided_escalation,
        c.state, c.course
      from notice n
      join escalation e using (escalation_id)
      left join conversation c on c.conversation_id = n.conversation_id
      left join comment_decision d on d.decision_id = n.decision_id
      where n.state = 'queued'
        and (n.decision_id is not null or n.step >= coalesce(c.withdrawn_below, 0))
      """;

  /**
   * Only one row of a person's digest can be claimed first, and only one row of their news about a
   * conversation; the others follow it. So two senders never split one mail.
   */
  private static final String LOCK_FIRST =
      """
      select n.notice_id
      from notice n
      left join conversation c on c.conversation_id = n.conversation_id
      where n.state = 'queued'
        and (n.decision_id is not null or n.step >= coalesce(c.withdrawn_below, 0))
        and n.next_attempt_at <= :now
        and (n.urgency <> 'digest' or not exists (
          select 1
          from notice o
          where o.state = 'queued'
            and o.urgency = 'digest'
            and o.person = n.person
            and o.next_attempt_at <= :now
            and o.notice_id < n.notice_id))
        and (n.decision_id is null or not exists (
          select 1
          from notice o
          where o.state = 'queued'
            and o.decision_id is not null
            and o.conversation_id = n.conversation_id
            and o.person = n.person
            and o.next_attempt_at <= :now
            and o.notice_id < n.notice_id))
      order by array_position(array['immediate', 'soon', 'digest'], n.urgency), n.next_attempt_at
        limit :most
      for update of n skip locked
      """;

  /** A statement of its own after the lock, so that it reads what the lock has waited for. */
  private static final String FIRST =
      COLUMNS
          + """
            and n.notice_id = any(:ids)
          order by array_position(array['immediate', 'soon', 'digest'], n.urgency), n.next_attempt_at
          """;

  private static final String REST_OF_DIGEST =
      COLUMNS
          + """
            and n.next_attempt_at <= :now
            and n.urgency = 'digest'
            and n.person = :person
            and n.notice_id <> :first
          order by n.notice_id
          for update of n skip locked
          """;

  /**
   * News about one conversation that waits for the same person is sent as one mail when the first
   * item is due. It gives the newest state, so a hide and its undo do not arrive separately.
   */
  private static final String REST_OF_NEWS =
      COLUMNS
          + """
            and n.decision_id is not null
            and n.conversation_id = :conversation
            and n.person = :person
            and n.notice_id <> :first
          order by d.at, n.notice_id
          for update of n skip locked
          """;

  private DueNotices() {}

  /**
   * Claims the next mails, the most urgent first: one notice each, all of one person's digest, or
   * all news of one conversation for one person.
   *
   * @param most at least 1
   */
  static List<List<QueuedNotice>> claim(Handle transaction, Instant now, int most) {
    List<UUID> first =
        transaction
            .createQuery(LOCK_FIRST)
            .bind("now", time(now))
            .bind("most", most)
            .mapTo(UUID.class)
            .list();
    return first.isEmpty()
        ? List.of()
        : queued(transaction.createQuery(FIRST).bindArray("ids", UUID.class, first.toArray()))
            .list()
            .stream()
            .map(notice -> withRest(transaction, notice, now))
            .toList();
  }

  private static List<QueuedNotice> withRest(Handle transaction, QueuedNotice first, Instant now) {
    if (!first.isNews() && first.urgency() != Urgency.DIGEST) {
      return List.of(first);
    }
    Query rest =
        transaction
            .createQuery(first.isNews() ? REST_OF_NEWS : REST_OF_DIGEST)
            .bind("person", first.person())
            .bind("first", first.id());
    if (first.isNews()) {
      first.conversation().ifPresent(c -> rest.bind("conversation", c));
    } else {
      rest.bind("now", time(now));
    }
    return Stream.concat(Stream.of(first), queued(rest).list().stream()).toList();
  }

  static void done(Handle transaction, List<QueuedNotice> mail, String state, Instant now) {
    if (mail.isEmpty()) {
      return;
    }
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

  /** A notice that was withdrawn while being sent, or has an alarm that ended, is not retried. */
  static void delay(Handle transaction, List<QueuedNotice> mail, String trouble, Instant until) {
    transaction
        .createUpdate(
            """
            update notice n
            set trouble = :trouble, next_attempt_at = :until, attempts = attempts + 1, state = case when
              withdrawn then 'withdrawn' else state end, done_at = case when withdrawn then
              clock_timestamp() end
            from (
              select q.notice_id, case when q.decision_id is null
                then q.step < coalesce(c.withdrawn_below, 0)
                else d.kind = :alarm and exists (
                  select 1
                  from comment_decision h
                  where h.case_id = d.case_id
                    and h.at >= d.at
                    and h.kind = any(:ends)) end as withdrawn
              from notice q
              left join conversation c using (conversation_id)
              left join comment_decision d on d.decision_id = q.decision_id
              where q.notice_id = any(:ids)) w
            where n.notice_id = w.notice_id
            """)
        .bind("trouble", trouble)
        .bind("until", time(until))
        .bind("alarm", CommentDecision.NOT_HIDDEN)
        .bindArray("ends", String.class, CommentDecision.END_AN_ALARM)
        .bindArray("ids", UUID.class, ids(mail))
        .execute();
  }

  private static ResultIterable<QueuedNotice> queued(Query query) {
    return query.map(DueNotices::read);
  }

  /** Mapped by hand, because several columns make one value. */
  private static QueuedNotice read(ResultSet row, StatementContext context) throws SQLException {
    OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
    byte[] state = row.getBytes("course");
    return new QueuedNotice(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getObject("conversation", UUID.class)),
        row.getString("person"),
        row.getString("role"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("trouble")),
        Optional.ofNullable(row.getString("traceparent")),
        EscalationRecord.read(row.getBytes("escalation")),
        Urgency.valueOf(row.getString("urgency").toUpperCase(Locale.ROOT)),
        reason(row.getBytes("reason")),
        row.getInt("more"),
        Optional.ofNullable((Boolean) row.getObject("hidden")),
        CommentDecision.NOT_HIDDEN.equals(row.getString("newest_decision"))
            && !row.getBoolean("hidden"),
        decidedAt == null
            ? Optional.empty()
            : Optional.of(
                new QueuedNotice.DecisionNotice(
                    row.getObject("decided_case", UUID.class),
                    new CommentDecision(
                        row.getString("decided_by"),
                        row.getString("decided"),
                        decidedAt.toInstant()),
                    permalink(row.getBytes("decided_escalation")))),
        state == null
            ? Optional.empty()
            : Optional.of(EscalationStateReader.read(row.getString("state"), state)));
  }

  private static Optional<String> permalink(byte @Nullable [] escalation) {
    return Optional.ofNullable(escalation).flatMap(json -> EscalationRecord.read(json).permalink());
  }

  /** A notice from before reasons were stored is a first one. */
  private static NoticeReason reason(byte @Nullable [] json) {
    return json == null ? NoticeReason.FIRST : EventJson.read(json, NoticeReason.class);
  }

  static Object[] ids(List<QueuedNotice> mail) {
    return mail.stream().map(QueuedNotice::id).toArray();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
