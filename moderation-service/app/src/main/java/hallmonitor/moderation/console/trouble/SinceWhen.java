package hallmonitor.moderation.console.trouble;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Since when something has been so without a pause. */
final class SinceWhen {
  private volatile @Nullable Instant since;

  /** Learns whether it is so now. */
  void note(boolean holds, Instant now) {
    if (!holds) {
      since = null;
    } else if (since == null) {
      since = now;
    }
  }

  /** Returns when it began; empty if it is not so. */
  Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  boolean isLongerThan(Duration time, Instant now) {
    return since().filter(began -> began.plus(time).isBefore(now)).isPresent();
  }
}
