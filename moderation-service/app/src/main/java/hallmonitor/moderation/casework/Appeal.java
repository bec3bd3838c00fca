package hallmonitor.moderation.casework;

import hallmonitor.moderation.wording.Sentence;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An appeal against a hide or a block. It is open until a person who was not involved decides it
 * with a reason; a decision is final.
 *
 * @param behind user names of the people who made or confirmed the hide, or proposed or approved
 *     the block; empty if only the policy caused it
 */
public record Appeal(UUID id, UUID caseId, About about, State state, Set<String> behind) {
  /** The subject of an appeal. */
  public enum About {
    HIDE,
    BLOCK
  }

  public enum State {
    OPEN,
    /** The action stands. */
    UPHELD,
    /** The action was wrong and is undone. */
    OVERTURNED
  }

  /** A person's decision. */
  public enum Ruling {
    UPHOLD(State.UPHELD),
    OVERTURN(State.OVERTURNED);

    private final State after;

    Ruling(State after) {
      this.after = after;
    }
  }

  /**
   * What follows from a ruling.
   *
   * @param onCase the resulting decision on the case, with its order
   * @param voidsStrike whether the violation no longer counts against the author
   * @param endsBlock whether the block ends now
   */
  public record Settled(
      Appeal after, Optional<Decision.Kind> onCase, boolean voidsStrike, boolean endsBlock) {}

  public Appeal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caseId, "caseId");
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(state, "state");
    behind = Set.copyOf(behind);
  }

  /**
   * Decides the appeal. Upholding a hide that no one has confirmed yet confirms it; overturning
   * restores a hidden comment.
   *
   * @param by the user name of the person who decides
   * @param situation of the case
   * @throws Decisions.NotLegal if it is already decided, if this person may not decide it, or if
   *     there is no reason
   */
  public Settled decide(Ruling ruling, String by, String reason, CaseSituation situation) {
    State next = ruled(state, behind, ruling, by, reason);
    Appeal after = new Appeal(id, caseId, about, next, behind);
    boolean overturned = ruling == Ruling.OVERTURN;
    return about == About.BLOCK
        ? new Settled(after, Optional.empty(), false, overturned)
        : new Settled(after, onCase(ruling, situation), overturned, false);
  }

  /**
   * Returns the state after a ruling, whatever is appealed.
   *
   * @param behind user names of the people who stand behind what is appealed
   * @throws Decisions.NotLegal as in {@link #decide}
   */
  public static State ruled(
      State state, Set<String> behind, Ruling ruling, String by, String reason) {
    if (state != State.OPEN) {
      throw new Decisions.NotLegal(
          Sentence.of(
              "The appeal is already '{1}', so it can't become '{2}'.", state, ruling.after));
    }
    if (behind.contains(by)) {
      throw new Decisions.NotLegal(
          Sentence.of(
              "You took part in the decision being appealed. Another person must decide it."));
    }
    if (reason.isBlank()) {
      throw new Decisions.NotLegal(
          Sentence.of("Enter a reason. The person who appealed can read it."));
    }
    return ruling.after;
  }

  private static Optional<Decision.Kind> onCase(Ruling ruling, CaseSituation situation) {
    if (ruling == Ruling.OVERTURN) {
      return Optional.of(Decision.Kind.RESTORE).filter(situation::allows);
    }
    return Optional.of(Decision.Kind.CONFIRM)
        .filter(kind -> situation.endsHidden() && situation.allows(kind));
  }
}
