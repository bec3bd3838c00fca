package hallmonitor.moderation.casework;

import hallmonitor.moderation.wording.Sentence;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody's objection to a hide or to a block. It is open until another person than those behind
 * what it objects to has decided it, with a reason; what is decided stays decided.
 *
 * @param behind the user names of those who made or confirmed the hide, or proposed or approved the
 *     block; empty while only the policy stands behind it
 */
public record Appeal(UUID id, UUID caseId, About about, State state, Set<String> behind) {
  /** What is objected to. */
  public enum About {
    HIDE,
    BLOCK
  }

  public enum State {
    OPEN,
    /** What was done stands. */
    UPHELD,
    /** What was done was wrong, and is undone. */
    OVERTURNED
  }

  /** What a person decides. */
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
   * @param onCase the decision that is made on the case with it, with its order
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

  /** Whether this person may decide it, as far as who they are goes. */
  public boolean mayBeDecidedBy(String person) {
    return state == State.OPEN && !behind.contains(person);
  }

  /**
   * Upholding a hide that nobody has confirmed yet confirms it; overturning restores the comment
   * where it is hidden.
   *
   * @param by the user name of the person who decides
   * @param situation of the case
   * @throws Decisions.NotLegal when it is decided already, when this person may not decide it, or
   *     when there is no reason
   */
  public Settled decide(Ruling ruling, String by, String reason, CaseSituation situation) {
    if (state != State.OPEN) {
      throw new Decisions.NotLegal(
          Sentence.of(
              "The appeal is '{1}' already, so it cannot become '{2}'.", state, ruling.after));
    }
    if (behind.contains(by)) {
      throw new Decisions.NotLegal(
          Sentence.of(
              "You stand behind what this appeal objects to. Another person must decide it."));
    }
    if (reason.isBlank()) {
      throw new Decisions.NotLegal(
          Sentence.of("Give the reason in words: whoever appealed can read it."));
    }
    Appeal after = new Appeal(id, caseId, about, ruling.after, behind);
    boolean overturned = ruling == Ruling.OVERTURN;
    return about == About.BLOCK
        ? new Settled(after, Optional.empty(), false, overturned)
        : new Settled(after, onCase(ruling, situation), overturned, false);
  }

  private static Optional<Decision.Kind> onCase(Ruling ruling, CaseSituation situation) {
    if (ruling == Ruling.OVERTURN) {
      return Optional.of(Decision.Kind.RESTORE).filter(situation::allows);
    }
    return Optional.of(Decision.Kind.CONFIRM)
        .filter(kind -> situation.endsHidden() && situation.allows(kind));
  }
}
