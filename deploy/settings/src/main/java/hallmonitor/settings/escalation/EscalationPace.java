package hallmonitor.settings.escalation;

import java.time.Duration;
import java.util.Objects;

/**
 * How fast an escalation goes on while nobody answers.
 *
 * @param remindAfter from when somebody was told to the reminder
 * @param passOnAfter from when somebody was told to the next contact; not shorter than {@code
 *     remindAfter}
 * @param rounds how often the contacts are gone through before those who are told last; from 1
 * @param undeliveredAfter how long a notice may wait for a mail server before that is an alarm
 * @param followUpEvery least time between two mails about comments that joined
 */
public record EscalationPace(
    Duration remindAfter,
    Duration passOnAfter,
    int rounds,
    Duration undeliveredAfter,
    Duration followUpEvery) {
  public EscalationPace {
    Objects.requireNonNull(undeliveredAfter, "undeliveredAfter");
    Objects.requireNonNull(followUpEvery, "followUpEvery");
    if (remindAfter.compareTo(passOnAfter) > 0 || remindAfter.toMillis() < 1 || rounds < 1) {
      throw new IllegalArgumentException("no pace: " + remindAfter + ", " + passOnAfter);
    }
  }
}
