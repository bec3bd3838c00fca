package hallmonitor.moderation.casework.request;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.wording.Sentence;
import java.util.Optional;

/**
 * What a person decides about an item of a request.
 *
 * @param ground as worded now; of a withheld item only
 * @param note may be empty
 */
public record ItemDecision(Outcome outcome, Optional<LegalGround> ground, String note) {
  /** What happens to an item. */
  public enum Outcome {
    RELEASE,
    /** Goes out with parts blacked out. */
    REDACT,
    WITHHOLD,
    /** Someone comes back to it. */
    LATER
  }

  /**
   * Checks a decision.
   *
   * @throws NotLegal if nothing may be withheld without a ground, or nothing else with one
   */
  public ItemDecision {
    if ((outcome == Outcome.WITHHOLD) == ground.isEmpty()) {
      throw new NotLegal(
          outcome == Outcome.WITHHOLD
              ? Sentence.of("Choose the exemption for which it is withheld.")
              : Sentence.of("An exemption belongs to an item that is withheld."));
    }
  }
}
