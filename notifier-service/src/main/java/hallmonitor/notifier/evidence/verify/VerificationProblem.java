package hallmonitor.notifier.evidence.verify;

import hallmonitor.contract.event.EvidenceResult.ProblemKind;
import hallmonitor.notifier.evidence.ledger.Chain;
import java.util.Optional;

/**
 * A problem.
 *
 * @param where a record or a file, in words
 * @param why in words for a person
 * @param sequence of the record; empty for a file
 * @param whole whether it is the verified file itself
 */
public record VerificationProblem(
    ProblemKind kind, String where, String why, Optional<Long> sequence, boolean whole) {
  /** Returns a problem with a file in what is verified. */
  public static VerificationProblem of(String file, ProblemKind kind, String why) {
    return new VerificationProblem(kind, file, why, Optional.empty(), false);
  }

  /**
   * Returns a problem with all that is verified.
   *
   * @param what it is, such as a package
   */
  public static VerificationProblem ofWhole(String what, ProblemKind kind, String why) {
    return new VerificationProblem(kind, what, why, Optional.empty(), true);
  }

  /** Returns a problem with a record. */
  public static VerificationProblem ofRecord(long sequence, ProblemKind kind, String why) {
    return new VerificationProblem(kind, "record " + sequence, why, Optional.of(sequence), false);
  }

  /** Returns a problem with a record that does not continue the chain, or no checkpoint. */
  static VerificationProblem inChain(long sequence, String why) {
    return ofRecord(
        sequence, why.equals(Chain.CHANGED) ? ProblemKind.CHANGED_RECORD : ProblemKind.OTHER, why);
  }

  @Override
  public String toString() {
    return where + ": " + why;
  }
}
