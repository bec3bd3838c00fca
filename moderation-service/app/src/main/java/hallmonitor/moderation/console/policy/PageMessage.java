package hallmonitor.moderation.console.policy;

import hallmonitor.moderation.wording.Sentence;

/**
 * A message at the top of a page.
 *
 * @param kind {@code done} or {@code problem}
 * @param lost text that could not be saved; empty for none
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
