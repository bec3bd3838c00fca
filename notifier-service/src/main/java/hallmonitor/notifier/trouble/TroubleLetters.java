package hallmonitor.notifier.trouble;

import hallmonitor.messaging.Worker;
import hallmonitor.notifier.alarm.AlarmCalls;
import hallmonitor.settings.escalation.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells of the troubles in the book when they are due. One person reached is enough; otherwise it
 * is tried again every minute, and of an urgent one the second channel is told, too.
 */
public final class TroubleLetters implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofMinutes(1);

  /** Longer than all gateways and the mail server together take. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  private final Jdbi database;
  private final TroubleTeller teller;
  private final Supplier<List<Channel>> secondChannel;
  private final InstantSource clock;

  public TroubleLetters(
      Jdbi database,
      TroubleTeller teller,
      Supplier<List<Channel>> secondChannel,
      InstantSource clock) {
    this.database = database;
    this.teller = teller;
    this.secondChannel = secondChannel;
    this.clock = clock;
  }

  /** Tells of the next due trouble. */
  public Duration writeNext() {
    Instant now = clock.instant();
    Optional<Trouble> next =
        database.inTransaction(transaction -> Troubles.claim(transaction, now, now.plus(LEASE)));
    next.ifPresent(trouble -> write(trouble, now));
    return next.isPresent() ? Duration.ZERO : Worker.IDLE;
  }

  private void write(Trouble trouble, Instant now) {
    TroubleTeller.Reached reached = teller.tell(trouble, now);
    database.useTransaction(
        transaction -> {
          if (trouble.urgent() && !trouble.over() && !reached.byMail()) {
            AlarmCalls.add(transaction, secondChannel.get(), teller.alarm(trouble), now);
          }
          if (reached.anyone()) {
            Troubles.told(transaction, trouble, now);
          } else {
            Troubles.tellLater(transaction, trouble, now.plus(AGAIN));
          }
        });
  }

  /** Hangs up. */
  @Override
  public void close() {
    teller.close();
  }
}
