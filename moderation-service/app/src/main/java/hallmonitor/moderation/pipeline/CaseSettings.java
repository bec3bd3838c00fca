package hallmonitor.moderation.pipeline;

import java.time.Duration;

/**
 * Settings of cases in addition to the policy.
 *
 * @param longPast age at which a comment of an account's history is no longer hidden or escalated
 *     without a person
 * @param sealWait longest wait of a hide for the seal of its evidence
 * @param readPictures whether the words in pictures are read
 */
public record CaseSettings(Duration longPast, Duration sealWait, boolean readPictures) {
  public static final CaseSettings DEFAULT =
      new CaseSettings(Duration.ofDays(30), Duration.ofSeconds(30), true);

  public CaseSettings {
    if (sealWait.isNegative()) {
      throw new IllegalArgumentException("a hide cannot wait for " + sealWait);
    }
  }
}
