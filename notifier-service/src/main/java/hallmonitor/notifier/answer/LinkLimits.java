package hallmonitor.notifier.answer;

import java.util.function.LongSupplier;

/**
 * Holds back whoever tries links out, by address. Behind a proxy all staff have one address, so
 * that a link that was made here has a limit of its own.
 */
public final class LinkLimits {
  private static final int MOST_OF_AN_ADDRESS = 120;
  private static final int MOST_OF_A_LINK = 60;

  private final AnswerRateLimit strangers;
  private final AnswerRateLimit links;

  /**
   * @param nanos a count that only grows, such as {@link System#nanoTime}
   */
  public LinkLimits(LongSupplier nanos) {
    this.strangers = new AnswerRateLimit(MOST_OF_AN_ADDRESS, nanos);
    this.links = new AnswerRateLimit(MOST_OF_A_LINK, nanos);
  }

  /**
   * @param ours whether the link was made here
   */
  public boolean isTooMany(boolean ours, String token, String address) {
    return ours ? links.isTooMany(token) : strangers.isTooMany(address);
  }
}
