package hallmonitor.settings.escalation;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How fast an escalation proceeds while no one answers.
 *
 * @param remindAfter time from a notice to its reminder
 * @param passOnAfter time from a notice to the next contact; not shorter than {@code remindAfter}
 * @param rounds how often the chain is repeated before the last roles are notified; from 1
 * @param undeliveredAfter how long a notice may wait for a mail server before this is an alarm
 * @param followUpEvery least time between two mails about comments that joined
 * @param acknowledgedFor how long an acknowledgment or a next step counts without an outcome; empty
 *     if it never runs out
 */
public record EscalationPace(
    Duration remindAfter,
    Duration passOnAfter,
    int rounds,
    Duration undeliveredAfter,
    Duration followUpEvery,
    Optional<Duration> acknowledgedFor) {
  public EscalationPace {
    Objects.requireNonNull(undeliveredAfter, "undeliveredAfter");
    Objects.requireNonNull(followUpEvery, "followUpEvery");
    Objects.requireNonNull(acknowledgedFor, "acknowledgedFor");
    if (remindAfter.compareTo(passOnAfter) > 0 || remindAfter.toMillis() < 1 || rounds < 1) {
      throw new IllegalArgumentException("no pace: " + remindAfter + ", " + passOnAfter);
    }
  }
}
