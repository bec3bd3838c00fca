package hallmonitor.notifier.answer;

import java.util.function.LongSupplier;

/**
 * Limits attempts to guess links, by address. Behind a proxy all staff share one address, so each
 * valid link has its own limit.
 */
public final class LinkLimits {
  private static final int MOST_OF_AN_ADDRESS = 120;
  private static final int MOST_OF_A_LINK = 60;

  private final AnswerRateLimit strangers;
  private final AnswerRateLimit links;

  /**
   * Creates the limits.
   *
   * @param nanos a monotonic count, such as {@link System#nanoTime}
   */
  public LinkLimits(LongSupplier nanos) {
    this.strangers = new AnswerRateLimit(MOST_OF_AN_ADDRESS, nanos);
    this.links = new AnswerRateLimit(MOST_OF_A_LINK, nanos);
  }

  /**
   * Returns whether this request exceeds the limit.
   *
   * @param ours whether the link was made here
   */
  public boolean isTooMany(boolean ours, String token, String address) {
    return ours ? links.isTooMany(token) : strangers.isTooMany(address);
  }
}
