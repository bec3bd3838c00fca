package hallmonitor.moderation.console.reports;

import java.time.Instant;

/**
 * The district's figures of a period, as the public sees them.
 *
 * @param readAt when the database was asked
 */
record PublicFigures(ReportFigures report, Appeals appeals, long blocks, Instant readAt) {
  /**
   * Appeals that came in the period.
   *
   * @param granted those that showed a comment again or ended a block
   * @param median days until a decision; null if none was made
   */
  public record Appeals(long received, long decided, long granted, Double median) {}
}
