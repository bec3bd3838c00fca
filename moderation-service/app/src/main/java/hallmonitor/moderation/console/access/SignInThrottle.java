package hallmonitor.moderation.console.access;

/**
 * How guessing is slowed down, in SQL: an attempt is counted BEFORE what was typed is looked at, so
 * that guesses made at the same time count too. From the fifth on each one is followed by a pause,
 * of 1 minute at first and 15 at most.
 */
final class SignInThrottle {
  /** For {@code set}. */
  static final String COUNT =
      """
      failed_attempts = failed_attempts + 1,
      locked_until = case when failed_attempts + 1 < 5 then null
        else clock_timestamp()
             + interval '1 minute' * least(15, power(2, least(failed_attempts, 10) - 4)) end
      """;

  /** For {@code where}. */
  static final String MAY = "(locked_until is null or locked_until <= clock_timestamp())";

  private SignInThrottle() {}
}
