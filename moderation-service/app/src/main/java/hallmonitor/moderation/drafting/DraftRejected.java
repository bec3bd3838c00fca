package hallmonitor.moderation.drafting;

import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;

/** Thrown for a refused act, with a sentence that says what to do; nothing was changed. */
public final class DraftRejected extends Refusal {
  public DraftRejected(Sentence sentence) {
    super(sentence);
  }
}
