package hallmonitor.notifier.queue;

import hallmonitor.notifier.mail.MailAttempt;
import java.time.Duration;
import java.time.Instant;

/** The wait before a mail is retried. Pure. */
final class MailRetryDelays {
  /** A server that comes back is found within this time, since it serves all mails. */
  static final Duration LONGEST_FOR_SERVER = Duration.ofSeconds(60);

  /** A server that delays a recipient (greylisting) wants fewer attempts. */
  static final Duration LONGEST_FOR_RECIPIENT = Duration.ofMinutes(15);

  /** A mail is given up this long after it was due. */
  static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);

  private static final Duration FIRST_FOR_SERVER = Duration.ofSeconds(1);
  private static final Duration FIRST_FOR_RECIPIENT = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 10;

  private MailRetryDelays() {}

  /**
   * Returns the wait.
   *
   * @param attempts made so far, including the delayed one; from 1
   */
  static Duration after(MailAttempt.Delayed delayed, int attempts) {
    Duration first = delayed.serverWide() ? FIRST_FOR_SERVER : FIRST_FOR_RECIPIENT;
    Duration longest = delayed.serverWide() ? LONGEST_FOR_SERVER : LONGEST_FOR_RECIPIENT;
    Duration wait = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  static boolean givenUp(Instant dueAt, Instant now) {
    return dueAt.plus(GIVEN_UP_AFTER).isBefore(now);
  }
}
