package hallmonitor.notifier.evidence.verify;

/** What is wrong with a place, as {@code EvidenceResult.ProblemKind} of the contracts names it. */
public enum Flaw {
  CHANGED_FILE,
  CHANGED_SIGNED_FILE,
  OTHER_LIST,
  MISSING,
  ADDED,
  NOT_WHOLE,
  DAMAGED,
  TOO_LARGE,
  NO_RECORD,
  CHANGED_RECORD,
  OTHER_THAN_RECORD,
  OTHER_THAN_LEDGER,
  NOT_IN_LEDGER,
  BAD_SIGNATURE,
  FOREIGN_KEY,
  NO_KEY,
  OTHER
}
