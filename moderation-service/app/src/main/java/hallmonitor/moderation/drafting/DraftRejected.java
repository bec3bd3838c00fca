package hallmonitor.moderation.drafting;

import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;

/** Something that was refused, in a sentence that says what to do; nothing was changed. */
public final class DraftRejected extends Refusal {
  public DraftRejected(Sentence sentence) {
    super(sentence);
  }
}
