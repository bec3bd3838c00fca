package hallmonitor.moderation.drafting;

import hallmonitor.moderation.wording.Refusal;
import hallmonitor.moderation.wording.Sentence;

/** Something that was refused, in a sentence that says what to do; nothing was changed. */
public final class NotDone extends Refusal {
  public NotDone(Sentence sentence) {
    super(sentence);
  }
}
