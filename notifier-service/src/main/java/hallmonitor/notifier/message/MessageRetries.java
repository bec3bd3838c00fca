package hallmonitor.notifier.message;

import hallmonitor.settings.escalation.Gateway;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a message is tried, and how long a gateway is asked what became of it. Pure. */
final class MessageRetries {
  /** A message that is older is not worth waking someone for: the escalation has gone on. */
  static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(30);

  /** An attempt of unknown outcome is repeated once, so that a message comes twice at most. */
  static final int MOST_UNKNOWN = 2;

  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration FIRST_QUESTION = Duration.ofSeconds(15);
  private static final Duration LONGEST_QUESTION = Duration.ofMinutes(2);
  private static final Duration ASKED_FOR = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 10;

  private MessageRetries() {}

  /**
   * Returns when to try again; empty if it is given up.
   *
   * @param attempts made so far; from 1
   * @param wanted how long the gateway wants to be left alone
   */
  static Optional<Instant> again(
      Instant createdAt, int attempts, Optional<Duration> wanted, Instant now) {
    Duration own = doubled(FIRST, attempts - 1, LONGEST);
    Instant next = now.plus(wanted.filter(w -> w.compareTo(own) > 0).orElse(own));
    return Optional.of(next).filter(at -> at.isBefore(createdAt.plus(GIVEN_UP_AFTER)));
  }

  /** Returns when to ask again what became of a message; empty if it is no longer asked. */
  static Optional<Instant> ask(Instant takenAt, int attempts, Instant now) {
    Instant next = now.plus(doubled(FIRST_QUESTION, attempts - 1, LONGEST_QUESTION));
    return Optional.of(next).filter(at -> at.isBefore(takenAt.plus(ASKED_FOR)));
  }

  /** Returns whether another attempt could bring a second copy too many. */
  static boolean mayComeTooOften(Gateway.Kind kind, int unknown) {
    return kind != Gateway.Kind.PAGERDUTY && unknown >= MOST_UNKNOWN;
  }

  private static Duration doubled(Duration first, int times, Duration longest) {
    Duration wait = first.multipliedBy(1L << Math.max(0, Math.min(times, MOST_DOUBLINGS)));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }
}
