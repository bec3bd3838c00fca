package hallmonitor.notifier.watch;

import hallmonitor.messaging.beat.SilenceLimits;
import java.time.Duration;

/**
 * How long something may be wrong before someone is told.
 *
 * @param silence of a service
 * @param fault of a part that says itself that it does not work
 * @param database until it answers again
 * @param mail until the mail server takes a mail again
 * @param reading since any account was read
 * @param firstLook of many comments that wait for it
 * @param secondLook of the oldest doubtful comment that waits for it
 * @param outbox of the oldest order or escalation that waits to leave the moderation service
 * @param seal of the oldest evidence that waits for it
 * @param notice of the oldest notice that is due
 */
public record WatchLimits(
    SilenceLimits silence,
    Duration fault,
    Duration database,
    Duration mail,
    Duration reading,
    Duration firstLook,
    Duration secondLook,
    Duration outbox,
    Duration seal,
    Duration notice) {}
