package hallmonitor.notifier.evidence.verify;

/**
 * A problem.
 *
 * @param where a record or a file, in words
 * @param why in words for a person
 */
public record VerificationProblem(String where, String why) {
  @Override
  public String toString() {
    return where + ": " + why;
  }
}
