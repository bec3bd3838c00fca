package hallmonitor.ingest.connector;

import java.time.Duration;

/**
 * Why a platform did not do what was asked. Sealed, because the engine handles each case and no
 * other.
 */
public sealed interface Fault {
  /** Returns one sentence for people that says what is wrong and what to do. */
  String sentence();

  /**
   * Too many requests.
   *
   * @param retryAfter how long to send no requests
   */
  record Throttled(String sentence, Duration retryAfter) implements Fault {}

  /** The credential is missing, wrong, or may not moderate. Only a person can fix it. */
  record AuthLost(String sentence) implements Fault {}

  /** The comment no longer exists. */
  record Gone(String sentence) implements Fault {}

  /** The platform refused; a retry changes nothing. */
  record Rejected(String sentence) implements Fault {}

  /** Unreachable, broken, or no answer in time. The request may or may not have taken effect. */
  record Transient(String sentence) implements Fault {}
}
