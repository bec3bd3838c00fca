package hallmonitor.system.accounts;

import java.time.Duration;

/**
 * A time in which a service was stopped where it was, so that nobody could tell that from a slow
 * one before its lease ended.
 *
 * @param from in milliseconds since 1970
 * @param until in milliseconds since 1970
 */
record Stillness(long from, long until) {
  static Stillness from(long from, Duration length) {
    return new Stillness(from, from + length.toMillis());
  }

  /** Returns whether a comment of that time may not have been read when it began, or later. */
  boolean concerns(long at) {
    return at >= from - AccountsRun.POLLING.toMillis() && at < until;
  }
}
