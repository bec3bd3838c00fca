package hallmonitor.moderation.store.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.casework.request.RequestState;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.store.request.RequestDesk.Locked;
import hallmonitor.moderation.wording.Sentence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers to requests that take two people: one proposes that a request is answered, another
 * approves what they decided and redacted. Notes stand in the history of the request only: the
 * audit log outlives it.
 */
public final class RequestAnswers {
  private final Jdbi database;
  private final Clock clock;

  /** Creates it. */
  public RequestAnswers(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Proposes the answer to a request.
   *
   * @param id of the proposal, given with the form
   * @param version of the request, as the person saw it
   * @throws NotLegal if the request cannot be answered now, or if that is already proposed
   */
  public void propose(UUID id, UUID requestId, int version, String note, String by) {
    database.useTransaction(
        t -> {
          Proposals proposals = new Proposals(t);
          if (proposals.lock(id).isPresent()) {
            return;
          }
          Locked request = RequestDesk.lock(t, requestId, version);
          request.current().to(RequestState.ANSWERED);
          DecidedItems.mustBeAnswerable(t, requestId);
          proposals.proposeOnce(
              Proposal.of(
                  id,
                  Kind.RELEASE_RECORDS,
                  requestId.toString(),
                  "",
                  by,
                  request.number().toString(),
                  items(t, requestId),
                  clock.instant()));
          RequestDesk.tell(t, requestId, request.number(), by, "answer-proposed", note);
        });
  }

  /**
   * Answers a proposal. An approved one answers the request in the same transaction.
   *
   * @throws NotLegal if this person may not give this answer, or if what is approved is no longer
   *     what was proposed
   */
  public void answer(UUID requestId, UUID proposalId, Answer answer, String note, String by) {
    database.useTransaction(
        t -> {
          Proposals proposals = new Proposals(t);
          Proposal proposal =
              proposals.toAnswer(proposalId, Kind.RELEASE_RECORDS, requestId.toString());
          Instant now = clock.instant();
          proposals.answer(proposal, answer, by, "", now);
          Locked request = RequestDesk.lock(t, requestId);
          switch (answer) {
            case APPROVE -> {
              if (!items(t, requestId).equals(proposal.terms())) {
                throw new NotLegal(
                    Sentence.of(
                        "Items changed after this was proposed. Reject the proposal, and have the"
                            + " answer proposed again."));
              }
              RequestDesk.move(t, request, RequestState.ANSWERED, Duration.ZERO, note, by, now);
            }
            case REFUSE ->
                RequestDesk.tell(t, requestId, request.number(), by, "answer-refused", note);
            case WITHDRAW ->
                RequestDesk.tell(t, requestId, request.number(), by, "answer-withdrawn", note);
          }
        });
  }

  /**
   * Returns what was proposed: it changes with each item, each decision, and each redaction, and
   * with the package that goes out, so that its letter is read by two people too.
   */
  private static String items(Handle t, UUID requestId) {
    return t.createQuery(
            """
            select jsonb_build_object('items', count(*), 'changes', coalesce(sum(version), 0), 'package',
              coalesce((select sha256 from records_answer where request_id = :id and state = 'ready'
                order by asked_at desc limit 1), ''))::text
            from records_request_item where request_id = :id
            """)
        .bind("id", requestId)
        .mapTo(String.class)
        .one();
  }
}
