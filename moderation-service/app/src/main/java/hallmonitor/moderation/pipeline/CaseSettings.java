package hallmonitor.moderation.pipeline;

import java.time.Duration;

/**
 * What cases depend on beside the policy.
 *
 * @param longPast from what age on a comment out of an account's history is never hidden or
 *     escalated without a person
 * @param sealWait how long a hide waits for the seal of its evidence at most
 */
public record CaseSettings(Duration longPast, Duration sealWait) {
  public static final CaseSettings DEFAULT =
      new CaseSettings(Duration.ofDays(30), Duration.ofSeconds(30));

  public CaseSettings {
    if (sealWait.isNegative()) {
      throw new IllegalArgumentException("a hide cannot wait for " + sealWait);
    }
  }
}
