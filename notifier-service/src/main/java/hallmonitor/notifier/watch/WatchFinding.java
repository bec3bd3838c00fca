package hallmonitor.notifier.watch;

import java.time.Duration;

/**
 * What a look says about one subject.
 *
 * @param subject as in {@link hallmonitor.notifier.trouble.Trouble}
 * @param after how long it must be wrong before someone is told
 * @param why one sentence in English; empty unless it is wrong
 */
record WatchFinding(String subject, State state, boolean urgent, Duration after, String why) {
  /** What is known. */
  enum State {
    WELL,
    WRONG,
    /** Neither is known, so that what stood before stands. */
    UNKNOWN
  }

  static WatchFinding well(String subject) {
    return new WatchFinding(subject, State.WELL, false, Duration.ZERO, "");
  }

  static WatchFinding unknown(String subject) {
    return new WatchFinding(subject, State.UNKNOWN, false, Duration.ZERO, "");
  }

  static WatchFinding urgent(String subject, Duration after, String why) {
    return new WatchFinding(subject, State.WRONG, true, after, why);
  }

  static WatchFinding ordinary(String subject, Duration after, String why) {
    return new WatchFinding(subject, State.WRONG, false, after, why);
  }

  boolean isWrong() {
    return state == State.WRONG;
  }
}
