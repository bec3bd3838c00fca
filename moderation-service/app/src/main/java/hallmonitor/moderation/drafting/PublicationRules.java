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
                  "This draft was published and no longer changes. Begin another from it.")
              : Sentence.of(
                  "This draft was discarded and no longer changes. Begin another from it."));
    }
    if (draft.revision() != seen) {
      return Optional.of(
          Sentence.of(
              "Somebody else changed this draft after you opened it, so nothing of yours was saved."
                  + " Look at what it says now, and make your change again."));
    }
    return Optional.empty();
  }

  static Optional<Sentence> againstProposal(Draft draft, int seen, String note, int mistakes) {
    return againstChange(draft, seen)
        .or(
            () ->
                when(
                    mistakes > 0,
                    Sentence.of("Mend the draft's mistakes first; then it can be proposed.")))
        .or(
            () ->
                when(
                    note.isBlank(),
                    Sentence.of(
                        "Say in a sentence why the change is made: it stays with the version.")))
        .or(
            () ->
                when(
                    draft.isProposed(),
                    Sentence.of("It is proposed already; another person approves it.")));
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
                        "Another version came into force after you opened this page. Read the"
                            + " differences again, and then approve.")))
        .or(
            () ->
                when(
                    mistakes > 0,
                    Sentence.of(
                        "The draft has mistakes by now, because another file has changed. Mend them"
                            + " and propose it again.")));
  }

  private static Optional<Sentence> when(boolean so, Sentence sentence) {
    return so ? Optional.of(sentence) : Optional.empty();
  }
}
