package hallmonitor.moderation.casework.register;

import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;

/** What a person may do with an account in the register, and the only changes of its state. */
public enum RegisterAct {
  APPROVE(RegisterState.REQUESTED, RegisterState.REGISTERED, false),
  REFUSE(RegisterState.REQUESTED, RegisterState.REFUSED, true),
  ADOPT(RegisterState.REPORTED, RegisterState.REGISTERED, false),
  CLEAR(RegisterState.REPORTED, RegisterState.CLOSED, true),
  CLOSE(RegisterState.REGISTERED, RegisterState.CLOSED, true);

  /** Thrown if an act is not possible; the sentence says why, or what is missing. */
  public static final class NotPossible extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotPossible(Sentence sentence) {
      super(sentence);
    }
  }

  private final RegisterState from;
  private final RegisterState to;
  private final boolean needsReason;

  RegisterAct(RegisterState from, RegisterState to, boolean needsReason) {
    this.from = from;
    this.to = to;
    this.needsReason = needsReason;
  }

  public RegisterState from() {
    return from;
  }

  public RegisterState to() {
    return to;
  }

  /**
   * Checks that a person may do this.
   *
   * @param filedBy the user name of who requested or reported the account; empty for none
   * @param watched whether the account is connected
   * @throws NotPossible if it is in another state, if a reason is missing, if it is the person's
   *     own request, or if an account is closed that is still connected
   */
  public void check(RegisterState now, String filedBy, boolean watched, String by, String reason) {
    if (now != from) {
      throw new NotPossible(
          Sentence.of("Someone else has decided this meanwhile. Reload the page to see it."));
    }
    if (from == RegisterState.REQUESTED && filedBy.equals(by)) {
      throw new NotPossible(
          Sentence.of("You asked for this account, so another person must decide."));
    }
    if (needsReason && reason.isEmpty()) {
      throw new NotPossible(
          Sentence.of("Enter a reason. The person who asked for the account can read it."));
    }
    if (this == CLOSE && watched) {
      throw new NotPossible(
          Sentence.of(
              "This account is connected. Take it out of the district's accounts first, then close"
                  + " its entry."));
    }
  }
}
