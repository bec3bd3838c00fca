package hallmonitor.messaging.beat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices that the clock of this machine jumped: between two looks it went on by another amount
 * than a clock that nobody can set. A machine that slept looks the same, and its services did
 * nothing meanwhile.
 */
final class ClockJump {
  /** Network time corrects less than this without notice. */
  private static final Duration TOLERATED = Duration.ofSeconds(30);

  private static final Duration TOLD_FOR = Duration.ofHours(1);

  private Instant wall;
  private long nanos;
  private long jumpedNanos;
  private Optional<String> latest = Optional.empty();

  ClockJump(Instant wall, long nanos) {
    this.wall = wall;
    this.nanos = nanos;
  }

  void look(Instant now, long nowNanos) {
    Duration off = Duration.between(wall, now).minusNanos(nowNanos - nanos);
    wall = now;
    nanos = nowNanos;
    if (off.abs().compareTo(TOLERATED) > 0) {
      jumpedNanos = nowNanos;
      latest =
          Optional.of(
              "The clock of its machine jumped "
                  + (off.isNegative() ? "back" : "forward")
                  + " by "
                  + off.abs().toSeconds()
                  + " seconds.");
    } else if (nowNanos - jumpedNanos > TOLD_FOR.toNanos()) {
      latest = Optional.empty();
    }
  }

  /** Returns a sentence about a jump of the last hour. */
  Optional<String> latest() {
    return latest;
  }
}
