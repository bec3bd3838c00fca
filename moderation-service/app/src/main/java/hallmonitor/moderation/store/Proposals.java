package hallmonitor.moderation.store;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Acts that wait for a second person, with their audit. An approved act is carried out in the
 * transaction of {@link #answer}, so that nothing is approved but not done.
 */
public final class Proposals {
  private static final String COLUMNS =
      """
      select proposal_id as id, kind, subject, clause, proposed_by, reason, terms::text, state, proposed_at,
        expires_at
      from proposal
      """;

  private final Handle transaction;

  public Proposals(Handle transaction) {
    this.transaction = transaction;
  }

  /**
   * Adds a proposal.
   *
   * @return whether it is new: the same id twice is one proposal, and an act on a subject can be
   *     proposed only once at a time
   */
  public boolean propose(Proposal proposal) {
    expire(proposal.proposedAt());
    int added =
        transaction.execute(
            """
            insert into proposal (proposal_id, kind, subject, clause, proposed_by, reason, terms,
              proposed_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
            """,
            proposal.id(),
            EnumCodes.of(proposal.kind()),
            proposal.subject(),
            proposal.clause(),
            proposal.proposedBy(),
            proposal.reason(),
            proposal.terms(),
            proposal.proposedAt(),
            proposal.expiresAt());
    if (added > 0) {
      audit(proposal.proposedBy(), "propose", proposal, proposal.reason());
    }
    return added > 0;
  }

  /**
   * Adds a proposal.
   *
   * @throws NotLegal if this act on this subject is proposed already
   */
  public void proposeOnce(Proposal proposal) {
    if (!propose(proposal)) {
      throw new NotLegal(Sentence.of("This is already proposed and needs a second person."));
    }
  }

  /** Locks it until the transaction ends. */
  public Optional<Proposal> lock(UUID id) {
    return transaction
        .createQuery(COLUMNS + "where proposal_id = :id for update")
        .bind("id", id)
        .map(ConstructorMapper.of(Proposal.class))
        .findOne();
  }

  /**
   * Locks a proposal that someone answers, until the transaction ends.
   *
   * @throws NotLegal if there is none of this kind
   */
  public Proposal toAnswer(UUID id, Kind kind) {
    return lock(id).filter(p -> p.kind() == kind).orElseThrow(Proposals::unknown);
  }

  /**
   * Does the same with a proposal about one subject.
   *
   * @throws NotLegal if there is none of this kind about it
   */
  public Proposal toAnswer(UUID id, Kind kind, String subject) {
    return lock(id)
        .filter(p -> p.kind() == kind && p.subject().equals(subject))
        .orElseThrow(Proposals::unknown);
  }

  /** Returns the refusal of an answer to a proposal that is not there, or not for this person. */
  public static NotLegal unknown() {
    return new NotLegal(Sentence.of("That proposal does not exist."));
  }

  /** Returns waiting proposals of a kind, oldest first; at most 500. */
  public List<Proposal> waiting(Kind kind, Instant now) {
    return transaction
        .createQuery(
            COLUMNS
                + """
                where kind = :kind and state = 'proposed' and expires_at > :now
                order by proposed_at limit 500
                """)
        .bind("kind", EnumCodes.of(kind))
        .bind("now", now)
        .map(ConstructorMapper.of(Proposal.class))
        .list();
  }

  /** Returns all about one subject, newest first. */
  public List<Proposal> about(Kind kind, String subject) {
    return transaction
        .createQuery(
            COLUMNS
                + "where kind = :kind and subject = :subject order by proposed_at desc limit 50")
        .bind("kind", EnumCodes.of(kind))
        .bind("subject", subject)
        .map(ConstructorMapper.of(Proposal.class))
        .list();
  }

  /**
   * Answers a locked proposal.
   *
   * @param note why; may be empty
   * @throws NotLegal if it no longer waits, or if this person may not give this answer
   */
  public Proposal answer(Proposal locked, Answer answer, String by, String note, Instant now) {
    Proposal answered = locked.answered(answer, by, now);
    if (answer == Answer.APPROVE) {
      TwoPersons.approve(
          transaction,
          locked.proposedBy(),
          by,
          act(answer, locked),
          target(locked),
          locked.kind().isGrave());
    }
    transaction.execute(
        """
        update proposal set state = ?, answered_by = ?, answered_at = ?, answer_note = ?
        where proposal_id = ?
        """,
        EnumCodes.of(answered.state()),
        by,
        now,
        note,
        answered.id());
    audit(by, EnumCodes.of(answer), answered, note);
    return answered;
  }

  /** Expires proposals that no one answered in time. */
  public void expire(Instant now) {
    transaction
        .createQuery(
            """
            update proposal set state = 'expired' where state = 'proposed' and expires_at <= :now
            returning proposal_id as id, kind, subject, clause, proposed_by, reason, terms::text, state,
              proposed_at, expires_at
            """)
        .bind("now", now)
        .map(ConstructorMapper.of(Proposal.class))
        .list()
        .forEach(p -> audit("clock", "expire", p, ""));
  }

  private void audit(String by, String act, Proposal proposal, String detail) {
    // What is said of authors may name them. It stands in the proposal and goes with their
    // comments; the log is kept for good.
    boolean named = proposal.kind() == Kind.MERGE_AUTHORS;
    AuditLog.add(
        transaction,
        by,
        act + "-" + EnumCodes.of(proposal.kind()),
        target(proposal),
        named ? "" : detail);
  }

  private static String act(Answer answer, Proposal proposal) {
    return EnumCodes.of(answer) + "-" + EnumCodes.of(proposal.kind());
  }

  private static String target(Proposal proposal) {
    return "proposal " + proposal.id() + " on " + proposal.subject();
  }
}
