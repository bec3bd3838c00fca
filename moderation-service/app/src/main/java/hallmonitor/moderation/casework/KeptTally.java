package hallmonitor.moderation.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How many records of a kind are kept at one place.
 *
 * @param account empty for what belongs to no account
 * @param n all
 * @param first those that nothing keeps, last changed before the first day that was asked for
 * @param second the same before the second day
 * @param held those under a hold or found by a request
 * @param heldFirst of these, last changed before the first day and kept by nothing else
 * @param other those kept for another reason, such as an open case or evidence
 * @param oldest when the first of them came
 * @param newest when the last of them came
 * @param holders how many are held by each hold or request; a record that several hold counts once
 */
public record KeptTally(
    RecordKind kind,
    String account,
    long n,
    long first,
    long second,
    long held,
    long heldFirst,
    long other,
    Instant oldest,
    Instant newest,
    Map<UUID, Long> holders) {
  public KeptTally {
    holders = Map.copyOf(holders);
  }

  /**
   * What to count.
   *
   * @param first empty if no record counts, as where all are kept forever
   */
  public record Cell(
      RecordKind kind, String account, Optional<LocalDate> first, Optional<LocalDate> second) {}
}
