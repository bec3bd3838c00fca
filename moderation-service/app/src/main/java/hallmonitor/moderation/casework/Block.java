package hallmonitor.moderation.casework;

import hallmonitor.moderation.wording.Sentence;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The block of an author who broke the policy repeatedly, for a time. One person proposes it,
 * another approves it, and it ends by itself: blocking is the riskiest thing that a public body can
 * do to a speaker (Garnier v. O'Connor-Ratcliff, 9th Cir. 2022; Lindke v. Freed, 601 U.S. 187
 * (2024)).
 *
 * @param approvedBy empty until somebody has approved it
 * @param lastDay the last day of the block in the district's time zone
 */
public record Block(
    UUID id,
    UUID caseId,
    String proposedBy,
    Optional<String> approvedBy,
    State state,
    LocalDate lastDay) {
  public enum State {
    /** Waits for a second person. */
    PROPOSED,
    /** A second person said no. */
    DECLINED,
    /** The block is ordered. */
    APPROVED,
    /** The platform blocks the author. */
    ACTIVE,
    /** The unblock is ordered. */
    ENDING,
    ENDED,
    /** The platform refused it or cannot do it: nobody was blocked. */
    FAILED
  }

  /** What is ordered on the platform. */
  public enum Order {
    BLOCK,
    UNBLOCK
  }

  /**
   * One step on.
   *
   * @param kind of the entry in the case's history
   */
  public record Step(Block after, Optional<Order> order, String kind) {}

  /**
   * What a block needs.
   *
   * @param longestDays how many days it may last at most, from the day on which it is proposed
   * @param leastStrikes how many violations must stand that a person has confirmed
   */
  public record Limits(int longestDays, int leastStrikes) {}

  public Block {
    Objects.requireNonNull(proposedBy, "proposedBy");
    Objects.requireNonNull(approvedBy, "approvedBy");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(lastDay, "lastDay");
  }

  /**
   * @param strikes that stand
   * @throws Decisions.NotLegal with what is missing
   */
  public static Step propose(
      UUID id,
      UUID caseId,
      String by,
      String reason,
      LocalDate lastDay,
      LocalDate today,
      int strikes,
      Limits limits) {
    need(
        !reason.isBlank(),
        Sentence.of("Give the reason in words: it stands with the block for good."));
    needStrikes(strikes, limits);
    need(
        lastDay.isAfter(today) && !lastDay.isAfter(today.plusDays(limits.longestDays())),
        Sentence.of(
            "A block ends on a day from tomorrow on, and lasts {1} days at most.",
            limits.longestDays()));
    Block block = new Block(id, caseId, by, Optional.empty(), State.PROPOSED, lastDay);
    return new Step(block, Optional.empty(), "block-proposed");
  }

  private static void needStrikes(int strikes, Limits limits) {
    need(
        strikes >= limits.leastStrikes(),
        Sentence.of(
            "A block rests on at least {1} violations that a person has confirmed; {2} stand.",
            limits.leastStrikes(), strikes));
  }

  /** A second person lets it go ahead. */
  public Step approve(String by, LocalDate today, int strikes, Limits limits) {
    mustBe(State.PROPOSED, State.APPROVED);
    needAnother(by);
    needStrikes(strikes, limits);
    need(
        lastDay.isAfter(today),
        Sentence.of("Its last day has come; propose it anew if it is still needed."));
    Block after = new Block(id, caseId, proposedBy, Optional.of(by), State.APPROVED, lastDay);
    return new Step(after, Optional.of(Order.BLOCK), "block-approved");
  }

  /** A second person says no, or the first thinks better of it. */
  public Step decline(String reason) {
    mustBe(State.PROPOSED, State.DECLINED);
    need(!reason.isBlank(), Sentence.of("Give the reason in words: it stays with the proposal."));
    return new Step(in(State.DECLINED), Optional.empty(), "block-declined");
  }

  /** Ends before its time, by a person. */
  public Step endEarly(String reason) {
    need(
        !reason.isBlank(),
        Sentence.of("Give the reason in words: it stands with the block for good."));
    return end();
  }

  /** Its last day is over. */
  public Step end() {
    if (!isOn()) {
      throw notLegal(State.ENDING);
    }
    return new Step(in(State.ENDING), Optional.of(Order.UNBLOCK), "unblock-ordered");
  }

  /** A person lifted it on the platform, where the order to do so could not be carried out. */
  public Step endedByHand(String reason) {
    mustBe(State.ENDING, State.ENDED);
    need(!reason.isBlank(), Sentence.of("Say how it was lifted."));
    return new Step(in(State.ENDED), Optional.empty(), "unblocked");
  }

  /** The platform did what was ordered; empty when a newer order has overtaken it. */
  public Optional<Step> taken(Order order) {
    if (order == Order.BLOCK && state == State.APPROVED) {
      return Optional.of(new Step(in(State.ACTIVE), Optional.empty(), "blocked"));
    }
    return order == Order.UNBLOCK && state == State.ENDING
        ? Optional.of(new Step(in(State.ENDED), Optional.empty(), "unblocked"))
        : Optional.empty();
  }

  /** The platform refused or cannot; an unblock that failed stays due, for a person to see to. */
  public Optional<Step> failed(Order order) {
    if (order == Order.BLOCK && state == State.APPROVED) {
      return Optional.of(new Step(in(State.FAILED), Optional.empty(), "block-failed"));
    }
    return order == Order.UNBLOCK && state == State.ENDING
        ? Optional.of(new Step(this, Optional.empty(), "unblock-failed"))
        : Optional.empty();
  }

  /** Whether the author is blocked, or will be once what was ordered is done. */
  public boolean isOn() {
    return state == State.APPROVED || state == State.ACTIVE;
  }

  private void needAnother(String by) {
    need(
        !by.equals(proposedBy),
        Sentence.of("You proposed this block. A second person must look at it and approve it."));
  }

  private void mustBe(State now, State next) {
    if (state != now) {
      throw notLegal(next);
    }
  }

  private Decisions.NotLegal notLegal(State next) {
    return new Decisions.NotLegal(
        Sentence.of(
            "The block is '{1}', so it cannot become '{2}'; reload the page to see how it stands.",
            state, next));
  }

  private static void need(boolean met, Sentence otherwise) {
    if (!met) {
      throw new Decisions.NotLegal(otherwise);
    }
  }

  private Block in(State next) {
    return new Block(id, caseId, proposedBy, approvedBy, next, lastDay);
  }
}
