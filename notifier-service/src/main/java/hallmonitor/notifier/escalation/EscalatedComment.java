package hallmonitor.notifier.escalation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The comment behind an escalation, with what is needed to decide on it.
 *
 * @param postTitle may be empty if the platform has no titles
 * @param parent the words of the comment that it answers
 * @param reasons what was found in it
 * @param english its machine translation to English, if it is Spanish
 */
public record EscalatedComment(
    Escalation escalation,
    String postTitle,
    Optional<String> parent,
    List<Reason> reasons,
    Optional<String> english) {
  /**
   * What was found.
   *
   * @param category such as {@code threat}
   * @param quoted the words of the comment that caused it
   * @param why one English sentence; may be empty
   */
  public record Reason(String category, List<String> quoted, String why) {
    public Reason {
      quoted = List.copyOf(quoted);
    }
  }

  public EscalatedComment {
    Objects.requireNonNull(escalation, "escalation");
    reasons = List.copyOf(reasons);
  }
}
