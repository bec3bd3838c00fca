package hallmonitor.moderation.finding;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of content that a comment can be found to contain. Policy files, models and reports use
 * these names, so they never change.
 */
public enum Category {
  PROFANITY,
  THREAT,
  /** A warning that someone else plans harm. */
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
  /** Signed with another person's name. */
  FALSE_SIGNATURE,
  UNSIGNED,
  SPAM,
  /** A detector failed. No clause can name this category; it always leads to review. */
  DETECTOR_FAILURE;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Returns the name used in files, such as {@code threat-report}. */
  public String label() {
    return label;
  }

  public static Optional<Category> of(String label) {
    return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
  }

  /** Returns the categories in which someone may come to harm. */
  public static Set<Category> danger() {
    return EnumSet.of(THREAT, THREAT_REPORT, SELF_HARM, ABUSE_DISCLOSURE);
  }

  /** Returns the categories that a policy clause may name. */
  public static List<Category> judged() {
    return Arrays.stream(values()).filter(c -> c != DETECTOR_FAILURE).toList();
  }
}
