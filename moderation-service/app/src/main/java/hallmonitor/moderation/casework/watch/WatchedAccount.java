package hallmonitor.moderation.casework.watch;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an account's watch.
 *
 * @param kind as in district.yaml
 * @param waitingSince when the oldest comment arrived that nobody has looked at
 * @param faults what its connector reports now
 * @param past absent if it never had comments, or while it is paused
 */
public record WatchedAccount(
    String kind,
    Optional<Instant> waitingSince,
    Set<TroubleCause> faults,
    Optional<CommentPast> past) {
  public WatchedAccount {
    faults = Set.copyOf(faults);
  }
}
