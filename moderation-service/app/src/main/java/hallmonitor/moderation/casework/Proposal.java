package hallmonitor.moderation.casework;

import hallmonitor.moderation.wording.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * An act that no one can do alone: one person proposes it with a reason, and another approves or
 * refuses it. An approved act becomes a separate order.
 *
 * @param subject the id of a case, an author or a policy
 * @param clause that it rests on; empty for acts without one
 * @param proposedBy a user name
 * @param reason in words; not blank
 * @param terms further data of the act, in a form specific to its kind
 * @param expiresAt when it can no longer be approved
 */
public record Proposal(
    UUID id,
    Kind kind,
    String subject,
    String clause,
    String proposedBy,
    String reason,
    String terms,
    State state,
    Instant proposedAt,
    Instant expiresAt) {
  /** How long a proposal waits for its second person. */
  public static final Duration OPEN_FOR = Duration.ofDays(14);

  public enum Kind {
    DELETE_COMMENT,
    BLOCK_AUTHOR,
    DISPOSE_RECORDS,
    LIFT_HOLD,
    PUBLISH_POLICY,
    /** Only where the district asks for a second person. */
    CHANGE_ACCESS,
    /**
     * A reply that the policy objects to, or on a kind of account where the district asks for it.
     */
    REPLY,
    /** The answer to a request for records, only where the district asks for a second person. */
    RELEASE_RECORDS,
    /** To show two authors as one person. Only where the district asks for a second person. */
    MERGE_AUTHORS,
    /** To remove a kept picture of a post. Like a disposal, only where the district names who. */
    REMOVE_PICTURE;

    /** Returns the act in {@code decisions.yaml} with the second person of this one. */
    public Kind ruledAs() {
      return this == REMOVE_PICTURE ? DISPOSE_RECORDS : this;
    }

    /** Returns whether it is more than everyday work that can be undone. */
    public boolean isGrave() {
      return this != REPLY && this != MERGE_AUTHORS;
    }
  }

  public enum State {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN,
    EXPIRED
  }

  /** An answer to a proposal. */
  public enum Answer {
    /** By a person other than the proposer. */
    APPROVE,
    /** By a person other than the proposer. */
    REFUSE,
    /** By the proposer. */
    WITHDRAW
  }

  public Proposal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(clause, "clause");
    Objects.requireNonNull(proposedBy, "proposedBy");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(state, "state");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a proposal needs a reason");
    }
    if (!expiresAt.isAfter(proposedAt)) {
      throw new IllegalArgumentException("a proposal needs time to be approved in");
    }
  }

  /** Creates a proposal that waits for its second person. */
  public static Proposal of(
      UUID id,
      Kind kind,
      String subject,
      String clause,
      String by,
      String reason,
      String terms,
      Instant now) {
    return new Proposal(
        id, kind, subject, clause, by, reason, terms, State.PROPOSED, now, now.plus(OPEN_FOR));
  }

  public boolean waits(Instant now) {
    return state == State.PROPOSED && now.isBefore(expiresAt);
  }

  /** Returns the state at a time: an unanswered proposal expires. */
  public State stateAt(Instant now) {
    return state == State.PROPOSED && !now.isBefore(expiresAt) ? State.EXPIRED : state;
  }

  /** Returns whether this person may give this answer. */
  public boolean allows(Answer answer, String by, Instant now) {
    boolean own = by.equals(proposedBy);
    return waits(now) && own == (answer == Answer.WITHDRAW);
  }

  /**
   * Answers the proposal.
   *
   * @throws Decisions.NotLegal if it no longer waits, if the proposer approves or refuses it, or if
   *     another person withdraws it
   */
  public Proposal answered(Answer answer, String by, Instant now) {
    State next =
        switch (answer) {
          case APPROVE -> State.APPROVED;
          case REFUSE -> State.REFUSED;
          case WITHDRAW -> State.WITHDRAWN;
        };
    if (!waits(now)) {
      throw new Decisions.NotLegal(
          Sentence.of(
              "The proposal is '{1}', so it can't become '{2}'. Nothing was changed.",
              stateAt(now), next));
    }
    if (!allows(answer, by, now)) {
      throw new Decisions.NotLegal(
          answer == Answer.WITHDRAW
              ? Sentence.of(
                  "Only the person who made a proposal can withdraw it. You can reject it.")
              : Sentence.of(
                  "You proposed this. Another person must approve or reject it. You can withdraw"
                      + " it."));
    }
    return in(next);
  }

  /** Returns the expired proposal once its time has run out; unchanged before. */
  public Proposal expired(Instant now) {
    return in(stateAt(now));
  }

  private Proposal in(State next) {
    return new Proposal(
        id, kind, subject, clause, proposedBy, reason, terms, next, proposedAt, expiresAt);
  }
}
