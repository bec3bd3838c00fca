package hallmonitor.notifier.queue;

import hallmonitor.notifier.mail.MailAttempt;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that was handed over, or could not be.
 *
 * @param begun the attempt that {@link NoticeAttempts} has on record; empty if there was no mail to
 *     hand over
 * @param notices that it carries
 * @param outcome how it ended
 * @param at when it ended
 * @param trace that it belongs to
 */
record AttemptedMail(
    Optional<UUID> begun,
    List<QueuedNotice> notices,
    MailAttempt outcome,
    Instant at,
    Context trace) {
  AttemptedMail {
    notices = List.copyOf(notices);
  }

  /** Returns the attempt if its outcome is known, so that its record can go. */
  Optional<UUID> known() {
    boolean unknown = outcome instanceof MailAttempt.Delayed delayed && delayed.mayHaveArrived();
    return unknown ? Optional.empty() : begun;
  }
}
