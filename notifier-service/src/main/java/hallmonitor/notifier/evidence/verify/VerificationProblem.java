package hallmonitor.notifier.evidence.verify;

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
    Flaw flaw, String where, String why, Optional<Long> sequence, boolean whole) {
  /** Returns a problem with a file in what is verified. */
  public static VerificationProblem of(String file, Flaw flaw, String why) {
    return new VerificationProblem(flaw, file, why, Optional.empty(), false);
  }

  /**
   * Returns a problem with all that is verified.
   *
   * @param what it is, such as a package
   */
  public static VerificationProblem ofWhole(String what, Flaw flaw, String why) {
    return new VerificationProblem(flaw, what, why, Optional.empty(), true);
  }

  /** Returns a problem with a record. */
  public static VerificationProblem ofRecord(long sequence, Flaw flaw, String why) {
    return new VerificationProblem(flaw, "record " + sequence, why, Optional.of(sequence), false);
  }

  /** Returns a problem with a record that does not continue the chain, or no checkpoint. */
  static VerificationProblem inChain(long sequence, String why) {
    return ofRecord(sequence, why.equals(Chain.CHANGED) ? Flaw.CHANGED_RECORD : Flaw.OTHER, why);
  }

  @Override
  public String toString() {
    return where + ": " + why;
  }
}
