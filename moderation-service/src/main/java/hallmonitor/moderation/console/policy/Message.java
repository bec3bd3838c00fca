package hallmonitor.moderation.console.policy;

/**
 * What to tell at the top of a page.
 *
 * @param kind {@code done} or {@code problem}
 * @param lost what somebody wrote that could not be saved; empty for nothing
 */
public record Message(String kind, String sentence, String lost) {
  static final Message NONE = new Message("", "", "");

  static Message problem(String sentence) {
    return new Message("problem", sentence, "");
  }

  static Message problem(String sentence, String lost) {
    return new Message("problem", sentence, lost);
  }

  boolean isProblem() {
    return kind.equals("problem");
  }
}
