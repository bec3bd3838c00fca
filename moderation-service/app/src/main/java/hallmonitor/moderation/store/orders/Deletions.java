package hallmonitor.moderation.store.orders;

import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.OnDeletion;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.store.cases.CaseHistory;
import hallmonitor.moderation.store.cases.CaseWriter;
import hallmonitor.moderation.store.cases.LockedCase;
import hallmonitor.moderation.store.evidence.ArchivedComment;
import hallmonitor.moderation.store.evidence.ManualCapture;
import hallmonitor.moderation.wording.Sentence;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * Deletes a comment on its platform: one person proposes it, which captures evidence; another
 * approves it, which orders the deletion. It is ordered only after that evidence is sealed, and
 * only for the text in the evidence.
 */
public final class Deletions {
  private final Jdbi database;
  private final Clock clock;
  private final Runnable relay;

  /**
   * Creates the service.
   *
   * @param relay called after a commit that must be published
   */
  public Deletions(Jdbi database, Clock clock, Runnable relay) {
    this.database = database;
    this.clock = clock;
    this.relay = relay;
  }

  /**
   * Proposes a deletion.
   *
   * @param id given with the form, so that sending it twice is one proposal; its evidence has the
   *     same id
   * @param clause that it rests on; not empty
   * @throws NotLegal if the comment cannot be deleted, or if that is already proposed
   */
  public void propose(UUID id, UUID caseId, String clause, String by, String reason) {
    inTransaction(
        t -> {
          Case now = LockedCase.of(t, caseId).now();
          Proposals proposals = new Proposals(t);
          if (proposals.lock(id).isPresent()) {
            return null;
          }
          OnDeletion.refusal(now).ifPresent(Deletions::refuse);
          Instant at = clock.instant();
          String revision = ArchivedComment.present(t.getConnection(), caseId).seen().revision();
          Proposal proposal =
              Proposal.of(
                  id,
                  Kind.DELETE_COMMENT,
                  caseId.toString(),
                  clause,
                  by,
                  reason,
                  terms(t, revision),
                  at);
          proposals.proposeOnce(proposal);
          new CaseHistory(t)
              .addTo(caseId, event(by, "delete-proposed", "Clause " + clause + ". " + reason, id));
          ManualCapture.ask(t, id, caseId, by, "Before it is deleted: " + reason, at);
          return null;
        });
  }

  private static String terms(Handle t, String revision) {
    return t.createQuery("select jsonb_build_object('revision', :revision::text)::text")
        .bind("revision", revision)
        .mapTo(String.class)
        .one();
  }

  /**
   * Answers a proposal.
   *
   * @throws NotLegal if this person may not give this answer, if the evidence is not sealed yet, or
   *     if the comment was edited or deleted since
   */
  public void answer(UUID id, Answer answer, String by, String note) {
    inTransaction(
        t -> {
          Proposals proposals = new Proposals(t);
          Proposal proposal = proposals.toAnswer(id, Kind.DELETE_COMMENT);
          Instant at = clock.instant();
          UUID caseId = UUID.fromString(proposal.subject());
          LockedCase locked = LockedCase.of(t, caseId);
          if (answer == Answer.APPROVE && proposal.allows(answer, by, at)) {
            sealed(t, proposal);
            unchanged(t, proposal, caseId);
          }
          Proposal answered = proposals.answer(proposal, answer, by, note, at);
          if (answer == Answer.APPROVE) {
            order(t, locked, answered, by, at);
          } else {
            String kind = answer == Answer.REFUSE ? "delete-refused" : "delete-withdrawn";
            new CaseHistory(t).addTo(caseId, event(by, kind, note, id));
          }
          return null;
        });
  }

  private static void sealed(Handle t, Proposal proposal) {
    boolean sealed =
        t.createQuery("select exists (select from evidence_seal where capture_id = :id)")
            .bind("id", proposal.id())
            .mapTo(Boolean.class)
            .one();
    if (!sealed) {
      refuse(
          Sentence.of(
              "Evidence must be sealed before anything is deleted. Wait a moment and try again."));
    }
  }

  private static void unchanged(Handle t, Proposal proposal, UUID caseId) {
    boolean same =
        t.createQuery(
                """
                select exists (select from proposal p, review_case rc join comment c using (account, comment_id)
                  where p.proposal_id = :id and rc.case_id = :case and c.latest_revision = p.terms->>'revision')
                """)
            .bind("id", proposal.id())
            .bind("case", caseId)
            .mapTo(Boolean.class)
            .one();
    if (!same) {
      refuse(
          Sentence.of(
              "The comment was edited after this was proposed, so the evidence is of the earlier"
                  + " text. Reject the proposal and make a new one."));
    }
  }

  private static void order(Handle t, LockedCase locked, Proposal approved, String by, Instant at)
      throws SQLException {
    CaseChange change = OnDeletion.change(locked.now(), approved, by);
    new CaseWriter(t).write(List.of(locked.write(change)), at);
    AuditLog.add(t, by, "delete", "case " + locked.now().id(), change.orders().get(0).reason());
  }

  private static CaseChange.Event event(String by, String kind, String detail, UUID proposal) {
    return new CaseChange.Event(by, kind, detail, "proposal/" + proposal + "/" + kind);
  }

  private static void refuse(Sentence why) {
    throw new NotLegal(why);
  }

  private void inTransaction(HandleCallback<Void, SQLException> work) {
    try {
      database.inTransaction(work);
      relay.run();
    } catch (SQLException e) {
      throw new IllegalStateException("this is not written", e);
    }
  }
}
