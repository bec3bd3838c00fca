package hallmonitor.moderation.drafting;

import hallmonitor.moderation.wording.Sentence;
import java.util.Optional;

/** Returns what prevents a step of a draft, in a sentence that says what to do. Pure. */
final class PublicationRules {
  private PublicationRules() {}

  /**
   * Checks a change.
   *
   * @param seen the revision that the editor saw
   */
  static Optional<Sentence> againstChange(Draft draft, int seen) {
    if (!draft.isUnderWork()) {
      return Optional.of(
          draft.state().equals("published")
              ? Sentence.of(
                  "This draft was published and no longer changes. Start another one from it.")
              : Sentence.of(
                  "This draft was discarded and no longer changes. Start another one from it."));
    }
    if (draft.revision() != seen) {
      return Optional.of(
          Sentence.of(
              "Someone else changed this draft after you opened it, so your change was not saved."
                  + " Read the draft as it is now, and make your change again."));
    }
    return Optional.empty();
  }

  static Optional<Sentence> againstProposal(Draft draft, int seen, String note, int mistakes) {
    return againstChange(draft, seen)
        .or(
            () ->
                when(
                    mistakes > 0,
                    Sentence.of("Fix the draft's mistakes first. Then it can be proposed.")))
        .or(
            () ->
                when(
                    note.isBlank(),
                    Sentence.of("Say why in a sentence. It stays with the version.")))
        .or(
            () ->
                when(
                    draft.isProposed(),
                    Sentence.of("It is already proposed. Another person must approve it.")));
  }

  /**
   * Checks an approval.
   *
   * @param seen the revision that the approver read
   * @param readAgainst the current version that the approver compared it with
   * @param inForce the current version now
   */
  static Optional<Sentence> againstApproval(
      Draft draft, int seen, String approver, String readAgainst, String inForce, int mistakes) {
    return againstChange(draft, seen)
        .or(() -> when(!draft.isProposed(), Sentence.of("Nobody has proposed this draft yet.")))
        .or(
            () ->
                when(
                    draft.proposedBy().equals(approver),
                    Sentence.of("You proposed this draft, so another person must approve it.")))
        .or(
            () ->
                when(
                    !readAgainst.equals(inForce),
                    Sentence.of(
                        "Another version was published after you opened this page. Read what"
                            + " changes again, and then approve.")))
        .or(
            () ->
                when(
                    mistakes > 0,
                    Sentence.of(
                        "The draft has mistakes now, because another document has changed. Fix them"
                            + " and propose it again.")));
  }

  private static Optional<Sentence> when(boolean so, Sentence sentence) {
    return so ? Optional.of(sentence) : Optional.empty();
  }
}
