package hallmonitor.notifier.evidence.verify;

import hallmonitor.notifier.evidence.checkpoint.LedgerCheckpoint;
import hallmonitor.notifier.evidence.ledger.Chain;
import hallmonitor.notifier.evidence.ledger.SealedRecord;
import hallmonitor.notifier.evidence.ledger.UncheckedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verifies a whole ledger, record by record, against its chain and its checkpoints. */
public final class LedgerVerification {
  private final TrustedCheckpoints trust;
  private final Chain chain = new Chain();
  private final List<VerificationProblem> problems;

  public LedgerVerification(TrustedCheckpoints trust) {
    this.trust = trust;
    this.problems = new ArrayList<>(trust.problems());
  }

  /**
   * Checks the next record.
   *
   * @return whether it is correct; after a wrong one, later records cannot be judged
   */
  public boolean next(UncheckedRecord found) {
    long sequence = chain.head().sequence() + 1;
    Optional<String> wrong = chain.next(found);
    if (wrong.isEmpty()) {
      wrong = trust.compare(chain.head());
    }
    wrong.ifPresent(why -> problems.add(VerificationProblem.inChain(sequence, why)));
    return wrong.isEmpty();
  }

  /** Reports a problem with the surroundings of the last record. */
  public void disagrees(String why) {
    problems.add(VerificationProblem.inChain(chain.head().sequence(), why));
  }

  /** Reports that the next record cannot be parsed. */
  public void unreadable(String why) {
    problems.add(VerificationProblem.inChain(chain.head().sequence() + 1, why));
  }

  /** Returns the outcome; call after the last record. */
  public Outcome end() {
    boolean whole = problems.size() == trust.problems().size();
    Optional<LedgerCheckpoint> newest = trust.newest();
    if (whole && newest.isPresent() && newest.get().head().sequence() > chain.head().sequence()) {
      problems.add(
          VerificationProblem.inChain(
              chain.head().sequence() + 1,
              "it is missing, with all that follow: the checkpoint signed at "
                  + newest.get().at()
                  + " covers "
                  + newest.get().head().sequence()
                  + " records"));
    }
    return new Outcome(chain.head(), newest.map(LedgerCheckpoint::head), problems);
  }

  /**
   * The outcome of a verification.
   *
   * @param head the end of what is verified
   * @param signed number of the newest checkpoint's record
   * @param problems empty if everything is correct
   */
  public record Outcome(
      SealedRecord.Head head,
      Optional<SealedRecord.Head> signed,
      List<VerificationProblem> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }

    /** Returns the number of chained records that are not signed yet. */
    public long unsigned() {
      return head.sequence() - signed.map(SealedRecord.Head::sequence).orElse(0L);
    }
  }
}
