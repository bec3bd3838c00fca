package hallmonitor.moderation.casework;

/** Groups of records with a common retention period. */
public enum RecordKind {
  /** Comments that the policy allowed and that never had a case. */
  ALLOWED_COMMENTS,
  /** Comments with a case that was decided, and what people wrote about them. */
  DECIDED_CASES,
  /** Blocks that someone made by hand and that are over, with the appeals against them. */
  HAND_BLOCKS,
  /** What staff attested to, and when. */
  ATTESTATIONS,
  /** Requests for public records that are closed: who asked for what, and its history. */
  RECORDS_REQUESTS;

  /** Returns whether its records belong to an account; the others belong to the district. */
  public boolean isOfAccounts() {
    return this != ATTESTATIONS && this != RECORDS_REQUESTS;
  }
}
