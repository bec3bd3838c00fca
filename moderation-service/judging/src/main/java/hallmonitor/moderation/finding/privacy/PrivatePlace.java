package hallmonitor.moderation.finding.privacy;

import hallmonitor.moderation.finding.Span;

/**
 * A place in a text that may be private, for a person who checks each of them.
 *
 * @param span in the original text
 */
public record PrivatePlace(Kind kind, Span span) {
  /** What is there. */
  public enum Kind {
    PHONE,
    ADDRESS,
    EMAIL,
    /** A Social Security number, or the number of a student or an account. */
    NUMBER,
    /** Names and grades in a list. */
    GRADES,
    /** An illness, a suspension, or another matter of a person. */
    MATTER
  }
}
