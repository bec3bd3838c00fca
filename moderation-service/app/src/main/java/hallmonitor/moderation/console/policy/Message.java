package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.wording.Sentence;

/**
 * What to tell at the top of a page.
 *
 * @param kind {@code done} or {@code problem}
 * @param lost what somebody wrote that could not be saved; empty for nothing
 */
public record Message(String kind, Sentence sentence, String lost) {
  static final Message NONE = new Message("", Sentence.NONE, "");

  static Message problem(Sentence sentence) {
    return new Message("problem", sentence, "");
  }

  static Message problem(Sentence sentence, String lost) {
    return new Message("problem", sentence, lost);
  }

  boolean isProblem() {
    return kind.equals("problem");
  }
}
