package hallmonitor.notifier.queue;

import hallmonitor.notifier.mail.NoticeMail;
import java.util.List;
import java.util.UUID;

/**
 * A mail that is about to be handed over.
 *
 * @param attempt see {@link NoticeAttempts}
 * @param notices that it carries
 */
record BegunMail(UUID attempt, List<QueuedNotice> notices, NoticeMail mail) {
  BegunMail {
    notices = List.copyOf(notices);
  }
}
