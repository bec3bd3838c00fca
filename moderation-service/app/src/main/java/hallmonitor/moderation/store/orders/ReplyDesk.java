package hallmonitor.moderation.store.orders;

import hallmonitor.contract.event.PlatformAction;
import hallmonitor.moderation.casework.Decisions.CaseChanged;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.wording.Sentence;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Orders replies as the organization, one for each case and template, or for each text in a
 * person's own words. Some wait for a second person first.
 */
public final class ReplyDesk {
  private final CommandTransaction deeds;

  public ReplyDesk(Jdbi database, Runnable relay) {
    this.deeds = new CommandTransaction(database, relay);
  }

  /**
   * Sends a reply.
   *
   * @throws NotLegal if the case has had this reply
   */
  public void send(ReplyDraft draft) {
    deeds.in(
        t -> {
          CaseCitation facts = cited(t, draft.caseId());
          UUID actionId = add(t, draft, "ordered");
          order(t, facts, actionId, draft, draft.by(), draft.reason());
          return true;
        });
  }

  /**
   * Proposes a reply to a second person.
   *
   * @param reason why it should go out; not blank
   * @throws NotLegal if the case has had this reply, or if it waits already
   */
  public void propose(ReplyDraft draft, String reason) {
    deeds.in(
        t -> {
          cited(t, draft.caseId());
          UUID actionId = add(t, draft, "proposed");
          Instant now = CommandTransaction.now(t);
          new Proposals(t)
              .propose(
                  Proposal.of(
                      UUID.randomUUID(),
                      Kind.REPLY,
                      actionId.toString(),
                      draft.objections().stream().findFirst().orElse(""),
                      draft.by(),
                      reason,
                      "{}",
                      now));
          note(t, draft.caseId(), draft.by(), "reply-proposed", reason, actionId);
          return true;
        });
  }

  /**
   * Answers a proposed reply; an approved one is ordered in the same transaction.
   *
   * @param note why; may be empty
   * @throws NotLegal if it no longer waits, or if this person may not give this answer
   */
  public void answer(UUID caseId, UUID actionId, Answer answer, String by, String note) {
    deeds.in(
        t -> {
          CaseCitation facts = cited(t, caseId);
          ReplyDraft draft =
              find(t, caseId, actionId)
                  .orElseThrow(() -> new NotLegal(Sentence.of("That reply does not exist.")));
          Proposals proposals = new Proposals(t);
          Proposal waiting =
              proposals.about(Kind.REPLY, actionId.toString()).stream()
                  .findFirst()
                  .flatMap(found -> proposals.lock(found.id()))
                  .orElseThrow(() -> new NotLegal(Sentence.of("That reply does not exist.")));
          proposals.answer(waiting, answer, by, note, CommandTransaction.now(t));
          boolean approved = answer == Answer.APPROVE;
          t.execute(
              "update case_reply set state = ?, ordered_at = clock_timestamp() where action_id = ?",
              approved ? "ordered" : "refused",
              actionId);
          if (approved) {
            order(t, facts, actionId, draft, by, draft.approvedReason());
          } else {
            String kind = answer == Answer.REFUSE ? "reply-refused" : "reply-withdrawn";
            note(t, caseId, by, kind, note, actionId);
          }
          return true;
        });
  }

  private static CaseCitation cited(Handle t, UUID caseId) {
    return CaseCitation.lock(t, caseId)
        .orElseThrow(
            () -> new CaseChanged(Sentence.of("That case does not exist. Reload the queue.")));
  }

  private static UUID add(Handle t, ReplyDraft draft, String state) {
    endExpired(t, draft.caseId());
    UUID actionId = draft.actionId(failed(t, draft));
    int added =
        t.execute(
            """
            insert into case_reply (action_id, case_id, template, language, text, objections, ordered_by, state)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """,
            actionId,
            draft.caseId(),
            draft.template(),
            draft.language(),
            draft.text(),
            String.join(", ", draft.objections()),
            draft.by(),
            state);
    if (added == 0) {
      throw new NotLegal(
          draft.template().isEmpty()
              ? Sentence.of(
                  "This reply was already sent or proposed for this case. Nothing was sent again.")
              : Sentence.of(
                  "This template was already used to reply to this case. Each template is posted"
                      + " once, so nothing was sent."));
    }
    return actionId;
  }

  /** One that nobody answered in time can be sent again. */
  private static void endExpired(Handle t, UUID caseId) {
    t.execute(
        """
        update case_reply y set state = 'refused'
        where case_id = ? and state = 'proposed' and not exists (
          select from proposal p where p.kind = 'reply' and p.subject = y.action_id::text
            and p.state = 'proposed' and p.expires_at > now())
        """,
        caseId);
  }

  private static void order(
      Handle t, CaseCitation facts, UUID actionId, ReplyDraft draft, String by, String reason)
      throws SQLException {
    note(t, draft.caseId(), by, "reply-ordered", reason, actionId);
    AuditLog.add(t, by, "reply", "case " + draft.caseId(), reason);
    CommandTransaction.publish(
        t,
        facts.order(
            actionId,
            PlatformAction.REPLY,
            facts.clause(),
            by,
            reason,
            CommandTransaction.now(t),
            Optional.of(draft.text())));
  }

  private static void note(
      Handle t, UUID caseId, String by, String kind, String detail, UUID actionId)
      throws SQLException {
    String once =
        kind.equals("reply-ordered") ? "reply/" + actionId : "reply/" + actionId + "/" + kind;
    CommandTransaction.note(t, caseId, by, kind, detail, once);
  }

  private static Optional<ReplyDraft> find(Handle t, UUID caseId, UUID actionId) {
    return t.createQuery(
            """
            select case_id, template, language, text, ordered_by as by, string_to_array(objections, ', ') as objections
            from case_reply where case_id = :case and action_id = :id for update
            """)
        .bind("case", caseId)
        .bind("id", actionId)
        .map(ConstructorMapper.of(ReplyDraft.class))
        .findOne();
  }

  private static int failed(Handle t, ReplyDraft draft) {
    return t.createQuery(
            """
            select count(*) from case_reply
            where case_id = :case and template = :template and (template <> '' or text = :text)
              and state in ('failed', 'refused')
            """)
        .bind("case", draft.caseId())
        .bind("template", draft.template())
        .bind("text", draft.text())
        .mapTo(Integer.class)
        .one();
  }
}
