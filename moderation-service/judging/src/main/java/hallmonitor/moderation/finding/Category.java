package hallmonitor.moderation.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a comment can be found to be. The names are fixed: policy files, models and reports use
 * them.
 */
public enum Category {
  PROFANITY,
  THREAT,
  /** Somebody warns that another plans harm. */
  THREAT_REPORT,
  /** Personal attack or harassment. */
  BULLYING,
  /** Attack on an identity. */
  HATE,
  SEXUAL,
  SELF_HARM,
  ABUSE_DISCLOSURE,
  /** A student's or an employee's private information. */
  CONFIDENTIAL,
  /** Signed with somebody else's name. */
  FALSE_SIGNATURE,
  UNSIGNED,
  SPAM,
  /** A detector failed: no clause can name it, and it always leads to review. */
  DETECTOR_FAILURE;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The name as written in files, such as {@code threat-report}. */
  public String label() {
    return label;
  }

  public static Optional<Category> of(String label) {
    return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
  }

  /** The categories that a policy clause may name. */
  public static List<Category> judged() {
    return Arrays.stream(values()).filter(c -> c != DETECTOR_FAILURE).toList();
  }
}
