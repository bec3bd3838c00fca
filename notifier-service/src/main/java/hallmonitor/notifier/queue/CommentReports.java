package hallmonitor.notifier.queue;

import hallmonitor.notifier.notice.CommentReport;
import hallmonitor.notifier.notice.CommentStanding;
import hallmonitor.notifier.notice.CommentStanding.Ask;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The tables of requests from the answer page, and of what happened to a comment. */
public final class CommentReports {
  private CommentReports() {}

  /** Stores a report, unless a newer one is stored. */
  public static void put(Handle transaction, UUID caseId, CommentReport report) {
    transaction
        .createUpdate(
            """
            insert into comment_report as old (case_id, kind, detail, at)
            values (:case, :kind, :detail, :at)
            on conflict (case_id) do update
            set kind = excluded.kind, detail = excluded.detail, at = excluded.at
            where old.at <= excluded.at
            """)
        .bind("case", caseId)
        .bind("kind", report.kind())
        .bind("detail", report.detail().replace('\0', '\uFFFD'))
        .bind("at", report.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Stores a person's request. */
  public static void ask(Handle transaction, UUID askId, UUID caseId, Ask ask) {
    transaction
        .createUpdate(
            """
            insert into action_ask (ask_id, case_id, person, action, at)
            values (:id, :case, :person, :action, :at)
            """)
        .bind("id", askId)
        .bind("case", caseId)
        .bind("person", ask.person())
        .bind("action", ask.hide() ? "hide" : "restore")
        .bind("at", ask.at().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /**
   * Returns the standing of a case's comment.
   *
   * @param hideOrdered whether its escalation ordered a hide
   */
  public static CommentStanding of(Handle handle, UUID caseId, boolean hideOrdered) {
    return new CommentStanding(
        newestAsk(handle, caseId),
        handle
            .createQuery("select kind, detail, at from comment_report where case_id = :case")
            .bind("case", caseId)
            .map(ConstructorMapper.of(CommentReport.class))
            .findOne(),
        CommentDecisions.isHidden(handle, caseId),
        hideOrdered);
  }

  private static Optional<Ask> newestAsk(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            """
            select person, action = 'hide' as hide, at
            from action_ask
            where case_id = :case
            order by at desc, ask_id limit 1
            """)
        .bind("case", caseId)
        .map(
            (row, ctx) ->
                new Ask(
                    row.getString("person"),
                    row.getBoolean("hide"),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .findOne();
  }
}
