package hallmonitor.moderation.console.objections;

import java.time.Instant;
import java.util.UUID;

/**
 * A violation that counts against an author.
 *
 * @param blockId of the proposal that counted it; absent for one that stands now
 * @param stands whether it still counts
 * @param sequence of the newest record of it in the ledger; absent where none is sealed
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
