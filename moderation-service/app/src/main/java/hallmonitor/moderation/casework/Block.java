package hallmonitor.moderation.casework;

import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A temporary block of an author who broke the policy repeatedly. One person proposes it, another
 * approves it, and it ends automatically: blocking is the riskiest thing that a public body can do
 * to a speaker (Garnier v. O'Connor-Ratcliff, 9th Cir. 2022; Lindke v. Freed, 601 U.S. 187 (2024)).
 *
 * @param approvedBy empty until someone has approved it
 * @param lastDay last day of the block in the district's time zone
 * @param byHand whether a person carries it out, because the platform's interface cannot
 */
public record Block(
    UUID id,
    UUID caseId,
    String proposedBy,
    Optional<String> approvedBy,
    State state,
    LocalDate lastDay,
    boolean byHand) {
  public enum State {
    /** Waits for a second person. */
    PROPOSED,
    /** A second person refused. */
    DECLINED,
    /** The block is ordered. */
    APPROVED,
    /** The platform blocks the author. */
    ACTIVE,
    /** The unblock is ordered. */
    ENDING,
    ENDED,
    /** The platform refused it or cannot do it; no one was blocked. */
    FAILED
  }

  /** What is ordered on the platform. */
  public enum Order {
    BLOCK,
    UNBLOCK
  }

  /**
   * A state transition.
   *
   * @param kind of the entry in the case's history
   */
  public record Step(Block after, Optional<Order> order, String kind) {}

  /**
   * The limits of blocks.
   *
   * @param longestDays most days from the day of the proposal
   * @param leastStrikes fewest confirmed violations
   * @param strikeDays days for which a violation counts
   * @param clauses ids of those under which a violation counts; empty for all that count against
   *     authors
   */
  public record Limits(int longestDays, int leastStrikes, int strikeDays, Set<String> clauses) {
    public Limits {
      clauses = Set.copyOf(clauses);
    }
  }

  public Block {
    Objects.requireNonNull(proposedBy, "proposedBy");
    Objects.requireNonNull(approvedBy, "approvedBy");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(lastDay, "lastDay");
  }

  /** Returns a block that someone wants to propose. */
  public static Block wanted(UUID id, UUID caseId, String by, LocalDate lastDay, boolean byHand) {
    return new Block(id, caseId, by, Optional.empty(), State.PROPOSED, lastDay, byHand);
  }

  /**
   * Proposes a block.
   *
   * @param strikes the author's confirmed strikes
   * @throws Decisions.NotLegal with what is missing
   */
  public Step propose(String reason, LocalDate today, int strikes, Limits limits) {
    need(!reason.isBlank(), Sentence.of("Enter a reason. It stays on record with the block."));
    needStrikes(strikes, limits);
    need(
        lastDay.isAfter(today) && !lastDay.isAfter(today.plusDays(limits.longestDays())),
        Sentence.of(
            "Choose a last day from tomorrow on. A block can last at most {1} days.",
            limits.longestDays()));
    return new Step(this, Optional.empty(), "block-proposed");
  }

  private static void needStrikes(int strikes, Limits limits) {
    need(
        strikes >= limits.leastStrikes(),
        Sentence.of(
            "A block needs at least {1} confirmed violations. There are {2}.",
            limits.leastStrikes(), strikes));
  }

  /** Approves as the second person. */
  public Step approve(String by, LocalDate today, int strikes, Limits limits) {
    mustBe(State.PROPOSED, State.APPROVED);
    needAnother(by);
    needStrikes(strikes, limits);
    need(
        lastDay.isAfter(today),
        Sentence.of("Its last day has passed. Propose the block again if it is still needed."));
    Block after =
        new Block(id, caseId, proposedBy, Optional.of(by), State.APPROVED, lastDay, byHand);
    return new Step(after, Optional.of(Order.BLOCK), "block-approved");
  }

  /** Refuses as the second person, or withdraws as the first. */
  public Step decline(String reason) {
    mustBe(State.PROPOSED, State.DECLINED);
    need(!reason.isBlank(), Sentence.of("Enter a reason. It stays with the proposal."));
    return new Step(in(State.DECLINED), Optional.empty(), "block-declined");
  }

  /** Ends early by a person's decision. */
  public Step endEarly(String reason) {
    need(!reason.isBlank(), Sentence.of("Enter a reason. It stays on record with the block."));
    return end();
  }

  /** Ends after its last day. */
  public Step end() {
    if (!isOn()) {
      throw notLegal(State.ENDING);
    }
    return new Step(in(State.ENDING), Optional.of(Order.UNBLOCK), "unblock-ordered");
  }

  /** Records that a person has blocked the author on the platform. */
  public Step doneByHand(String how) {
    if (!byHand) {
      throw notLegal(State.ACTIVE);
    }
    mustBe(State.APPROVED, State.ACTIVE);
    need(!how.isBlank(), Sentence.of("Enter what you did on the platform."));
    return new Step(in(State.ACTIVE), Optional.empty(), "blocked");
  }

  /** Records that someone lifted it on the platform; empty if it was not known to be active. */
  public Optional<Step> lifted() {
    return state == State.ACTIVE
        ? Optional.of(new Step(in(State.ENDED), Optional.empty(), "block-lifted"))
        : Optional.empty();
  }

  /**
   * Records that a person lifted it on the platform because the order to do so could not be carried
   * out.
   */
  public Step endedByHand(String reason) {
    mustBe(State.ENDING, State.ENDED);
    need(!reason.isBlank(), Sentence.of("Enter how it was lifted."));
    return new Step(in(State.ENDED), Optional.empty(), "unblocked");
  }

  /** Records that the platform did what was ordered; empty if a newer order replaced it. */
  public Optional<Step> taken(Order order) {
    if (order == Order.BLOCK && state == State.APPROVED) {
      return Optional.of(new Step(in(State.ACTIVE), Optional.empty(), "blocked"));
    }
    return order == Order.UNBLOCK && state == State.ENDING
        ? Optional.of(new Step(in(State.ENDED), Optional.empty(), "unblocked"))
        : Optional.empty();
  }

  /**
   * Records that the platform refused or cannot. A failed unblock stays due for a person to handle.
   */
  public Optional<Step> failed(Order order) {
    if (order == Order.BLOCK && state == State.APPROVED) {
      return Optional.of(new Step(in(State.FAILED), Optional.empty(), "block-failed"));
    }
    return order == Order.UNBLOCK && state == State.ENDING
        ? Optional.of(new Step(this, Optional.empty(), "unblock-failed"))
        : Optional.empty();
  }

  /** Returns whether the author is blocked, or will be once all orders are done. */
  public boolean isOn() {
    return state == State.APPROVED || state == State.ACTIVE;
  }

  private void needAnother(String by) {
    need(
        !by.equals(proposedBy),
        Sentence.of("You proposed this block. A second person must review and approve it."));
  }

  private void mustBe(State now, State next) {
    if (state != now) {
      throw notLegal(next);
    }
  }

  private Decisions.NotLegal notLegal(State next) {
    return new Decisions.NotLegal(
        Sentence.of(
            "The block is '{1}', so it can't become '{2}'. Reload the page to see its status.",
            state, next));
  }

  private static void need(boolean met, Sentence otherwise) {
    if (!met) {
      throw new Decisions.NotLegal(otherwise);
    }
  }

  private Block in(State next) {
    return new Block(id, caseId, proposedBy, approvedBy, next, lastDay, byHand);
  }
}
