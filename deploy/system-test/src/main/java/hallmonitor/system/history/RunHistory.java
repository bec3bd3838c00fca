package hallmonitor.system.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a run left behind once it had come to rest.
 *
 * @param outages those that overlap count twice, so none may
 * @param readAt when all of this was read
 * @param compared whether the texts have the verdicts of a run without faults
 */
public record RunHistory(
    List<CommentHistory> comments,
    List<ClockHistory> escalations,
    List<Outage> outages,
    Instant readAt,
    boolean compared,
    Promises promises) {

  /**
   * The longest times that are allowed where nothing is disturbed. Time within an outage does not
   * count.
   *
   * @param read from written to archived
   * @param hidden from written to hidden on the platform, for what the policy hides
   * @param told from escalated until a mail server has taken a notice
   * @param step from when a step of an escalation's clock is due until it is taken
   */
  public record Promises(Duration read, Duration hidden, Duration told, Duration step) {}

  public RunHistory {
    comments = List.copyOf(comments);
    escalations = List.copyOf(escalations);
    outages = List.copyOf(outages);
  }

  /** Returns how much of a time was disturbed by nothing. */
  Duration undisturbed(Instant from, Instant until) {
    Duration left = until.isAfter(from) ? Duration.between(from, until) : Duration.ZERO;
    for (Outage outage : outages) {
      left = left.minus(outage.within(from, until));
    }
    return left;
  }
}
