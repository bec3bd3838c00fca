package hallmonitor.notifier.watch;

import hallmonitor.notifier.trouble.Trouble;
import hallmonitor.notifier.trouble.TroubleTeller;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells that the database does not answer. The book is in the database, so this is kept in memory:
 * each notifier tells it once, again after hours, and when it is over.
 */
final class DatabaseAlarm {
  private static final Duration AGAIN = Duration.ofHours(2);
  private static final Duration RETRY = Duration.ofMinutes(1);

  private final TroubleTeller teller;
  private final Duration limit;
  private Optional<Trouble> standing = Optional.empty();
  private Instant due = Instant.MIN;

  DatabaseAlarm(TroubleTeller teller, Duration limit) {
    this.teller = teller;
    this.limit = limit;
  }

  Optional<Trouble> standing() {
    return standing;
  }

  void look(Duration unansweredFor, Instant now) {
    boolean wrong = unansweredFor.compareTo(limit) > 0;
    if (wrong && standing.isEmpty()) {
      standing = Optional.of(trouble(now.minus(unansweredFor), 0, false));
      due = now;
    }
    if (standing.isEmpty() || due.isAfter(now) && wrong) {
      return;
    }
    Trouble known = standing.get();
    if (wrong) {
      boolean told = teller.tell(known, now).anyone();
      standing = Optional.of(trouble(known.beganAt(), known.told() + (told ? 1 : 0), false));
      due = now.plus(told ? AGAIN : RETRY);
    } else {
      standing = Optional.empty();
      if (known.told() > 0) {
        teller.tell(trouble(known.beganAt(), known.told(), true), now);
      }
    }
  }

  private static Trouble trouble(Instant beganAt, int told, boolean over) {
    return new Trouble(
        "database", "The notifier gets no answer from its database.", true, beganAt, told, over);
  }
}
