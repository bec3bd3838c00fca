package hallmonitor.moderation.console.escalations;

import java.time.Instant;

/**
 * One capture of a case, and its seal.
 *
 * @param what {@code escalation}, or {@code person} if someone asked for it
 * @param sequence its number in the ledger; absent until it is sealed
 * @param hash SHA-256 of the sealed record; absent until it is sealed
 */
public record SealView(
    String what,
    String askedBy,
    String askedByName,
    String reason,
    Instant askedAt,
    Long sequence,
    String hash,
    Instant sealedAt) {
  public boolean isSealed() {
    return sequence != null;
  }

  public boolean isByPerson() {
    return what.equals("person");
  }
}
