package hallmonitor.notifier.evidence.verify;

import hallmonitor.notifier.evidence.checkpoint.Checkpoint;
import hallmonitor.notifier.evidence.ledger.Chain;
import hallmonitor.notifier.evidence.ledger.Sealed;
import hallmonitor.notifier.evidence.ledger.Unchecked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves a whole ledger, record by record, against its chain and its checkpoints. */
public final class LedgerProof {
  private final Trust trust;
  private final Chain chain = new Chain();
  private final List<Problem> problems;

  public LedgerProof(Trust trust) {
    this.trust = trust;
    this.problems = new ArrayList<>(trust.problems());
  }

  /**
   * Takes the next record.
   *
   * @return whether it is right; after a wrong one nothing that follows can be judged
   */
  public boolean next(Unchecked found) {
    long sequence = chain.head().sequence() + 1;
    Optional<String> wrong = chain.next(found);
    if (wrong.isEmpty()) {
      wrong = trust.compare(chain.head());
    }
    wrong.ifPresent(why -> problems.add(bad(sequence, why)));
    return wrong.isEmpty();
  }

  /** Something around the record taken last is wrong. */
  public void disagrees(String why) {
    problems.add(bad(chain.head().sequence(), why));
  }

  /** The next record cannot even be taken apart. */
  public void unreadable(String why) {
    problems.add(bad(chain.head().sequence() + 1, why));
  }

  private static Problem bad(long sequence, String why) {
    return new Problem("record " + sequence, why);
  }

  /** Call after the last record. */
  public Outcome end() {
    boolean whole = problems.size() == trust.problems().size();
    Optional<Checkpoint> newest = trust.newest();
    if (whole && newest.isPresent() && newest.get().head().sequence() > chain.head().sequence()) {
      problems.add(
          bad(
              chain.head().sequence() + 1,
              "it is missing, with all that follow: the checkpoint signed at "
                  + newest.get().at()
                  + " covers "
                  + newest.get().head().sequence()
                  + " records"));
    }
    return new Outcome(chain.head(), newest.map(Checkpoint::head), problems);
  }

  /**
   * How the proof ended.
   *
   * @param head the end of what is proven
   * @param signed the newest checkpoint's
   * @param problems empty when everything is right
   */
  public record Outcome(Sealed.Head head, Optional<Sealed.Head> signed, List<Problem> problems) {
    public Outcome {
      problems = List.copyOf(problems);
    }

    /** Records that are chained and not signed yet. */
    public long unsigned() {
      return head.sequence() - signed.map(Sealed.Head::sequence).orElse(0L);
    }
  }
}
