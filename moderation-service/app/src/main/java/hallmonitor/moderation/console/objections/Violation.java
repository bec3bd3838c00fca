package hallmonitor.moderation.console.objections;

import java.time.Instant;
import java.util.UUID;

/**
 * A violation that counts against an author.
 *
 * @param blockId the proposal that counted it; absent for one that counts now
 * @param stands whether it still counts
 * @param sequence number of its latest record in the ledger; absent if none is sealed
 * @param hash SHA-256 of that record, hex
 */
public record Violation(
    UUID blockId,
    UUID caseId,
    String clause,
    String category,
    Instant at,
    boolean stands,
    Long sequence,
    String hash) {
  public boolean isSealed() {
    return sequence != null;
  }
}
