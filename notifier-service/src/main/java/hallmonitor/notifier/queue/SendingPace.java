package hallmonitor.notifier.queue;

import java.time.Duration;

/**
 * How many mails a sender claims at once: as many as it hands over within a quarter of a second. So
 * a fast mail server costs few transactions, and a slow one gets one mail at a time from each
 * sender. For one thread.
 */
final class SendingPace {
  /** A mail of a claim that is not begun by then is left to the next claim. */
  static final Duration LONGEST = Duration.ofSeconds(1);

  private static final Duration AIM = Duration.ofMillis(250);
  private static final int MOST = 20;

  private int most = 1;

  /** Returns the number for the next claim, 1 to 20. */
  int most() {
    return most;
  }

  /** Notes that as many mails as were claimed took so long. */
  void took(int mails, Duration time) {
    if (time.compareTo(AIM) > 0) {
      most = Math.max(1, most / 2);
    } else if (mails == most) {
      most = Math.min(MOST, most * 2);
    }
  }

  /** After a failure mails are claimed one by one, so that one of them does not hold others. */
  void failed() {
    most = 1;
  }
}
