package hallmonitor.notifier.gateway;

import java.time.Duration;
import java.util.Optional;

/** What became of a message. */
public sealed interface GatewayResult {
  /**
   * The provider has taken responsibility for it.
   *
   * @param reference by which the provider can be asked what became of it; empty if it cannot
   */
  record Taken(Optional<String> reference) implements GatewayResult {}

  /** It has reached its phone. */
  record Arrived() implements GatewayResult {}

  /** The provider has taken it and does not know more yet. */
  record Underway() implements GatewayResult {}

  /**
   * No attempt can succeed.
   *
   * @param why one sentence that says what is wrong and what to do
   */
  record Refused(String why, Cause cause) implements GatewayResult {}

  /** What a refusal is due to. */
  enum Cause {
    /** It takes no message for anyone. */
    GATEWAY,
    /** The number, or its owner's wish. */
    NUMBER,
    /** Nobody picked up. */
    NOT_ANSWERED
  }

  /**
   * A later attempt can succeed.
   *
   * @param why one sentence that says what is wrong
   * @param after how long the provider wants to be left alone
   * @param mayHaveArrived whether the provider may have taken the message all the same
   */
  record Later(String why, Optional<Duration> after, boolean mayHaveArrived)
      implements GatewayResult {}
}
