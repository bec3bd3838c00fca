package hallmonitor.ingest.connector;

import java.time.Duration;

/**
 * Why a platform did not do what was asked. Sealed, because the engine has an answer to each and to
 * nothing else.
 */
public sealed interface Fault {
  /** One sentence for people that says what is wrong and what to do. */
  String sentence();

  /**
   * Too many requests.
   *
   * @param retryAfter how long the platform wants to be left alone
   */
  record Throttled(String sentence, Duration retryAfter) implements Fault {}

  /** The credential is missing, wrong, or may not moderate; only a person can mend it. */
  record AuthLost(String sentence) implements Fault {}

  /** The comment is no longer there. */
  record Gone(String sentence) implements Fault {}

  /** The platform said no; asking again changes nothing. */
  record Rejected(String sentence) implements Fault {}

  /**
   * Not reachable, broken, or no answer in time. What was asked for may or may not have happened.
   */
  record Transient(String sentence) implements Fault {}
}
