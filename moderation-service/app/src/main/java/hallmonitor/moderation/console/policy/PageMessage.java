package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.wording.Sentence;

/**
 * What to tell at the top of a page.
 *
 * @param kind {@code done} or {@code problem}
 * @param lost what somebody wrote that could not be saved; empty for nothing
 */
public record PageMessage(String kind, Sentence sentence, String lost) {
  static final PageMessage NONE = new PageMessage("", Sentence.NONE, "");

  static PageMessage problem(Sentence sentence) {
    return new PageMessage("problem", sentence, "");
  }

  static PageMessage problem(Sentence sentence, String lost) {
    return new PageMessage("problem", sentence, lost);
  }

  boolean isProblem() {
    return kind.equals("problem");
  }
}
