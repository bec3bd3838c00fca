package hallmonitor.notifier.watch;

import hallmonitor.messaging.Worker;
import hallmonitor.notifier.trouble.Trouble;
import hallmonitor.notifier.trouble.Troubles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes findings into the database, on a thread of its own: a database that does not answer must
 * not keep the watch from noticing that.
 */
final class TroubleBook implements AutoCloseable {
  private static final Duration MISSED = Duration.ofSeconds(10);

  /** The services take so long to work again after the database was gone. */
  private static final Duration SETTLES = Duration.ofMinutes(1);

  private final Jdbi database;
  private final InstantSource clock;
  private final Worker worker;

  /** What was last written of each subject; empty if it is well. */
  private final Map<String, String> written = new HashMap<>();

  private volatile List<WatchFinding> latest = List.of();
  private volatile List<Trouble> standing = List.of();
  private volatile long workedAtNanos = System.nanoTime();
  private volatile long missedAtNanos = workedAtNanos - SETTLES.toNanos();

  TroubleBook(Jdbi database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    this.worker = new Worker("book of troubles", this::write);
  }

  TroubleBook start() {
    worker.start();
    return this;
  }

  boolean alive() {
    return worker.alive();
  }

  void note(List<WatchFinding> findings) {
    latest = findings;
    worker.wake();
  }

  /** Returns the troubles that stand, as last read. */
  List<Trouble> standing() {
    return standing;
  }

  /** Returns how long the database has not answered; zero while it does. */
  Duration unansweredFor() {
    return Duration.ofNanos(Math.max(0, System.nanoTime() - workedAtNanos));
  }

  /** Returns whether the database answers, and has for long enough that everything works again. */
  boolean isSettled() {
    long now = System.nanoTime();
    if (now - workedAtNanos > MISSED.toNanos()) {
      missedAtNanos = now;
    }
    return now - missedAtNanos >= SETTLES.toNanos();
  }

  private Duration write() {
    List<WatchFinding> findings = latest;
    standing =
        database.inTransaction(
            transaction -> {
              findings.forEach(finding -> write(transaction, finding));
              return Troubles.standing(transaction);
            });
    findings.forEach(
        finding -> words(finding).ifPresent(why -> written.put(finding.subject(), why)));
    workedAtNanos = System.nanoTime();
    return Worker.IDLE;
  }

  private void write(Handle transaction, WatchFinding finding) {
    Optional<String> words = words(finding);
    if (words.isEmpty() || words.get().equals(written.get(finding.subject()))) {
      return;
    }
    if (finding.isWrong()) {
      Troubles.note(
          transaction, finding.subject(), finding.why(), finding.urgent(), clock.instant());
    } else {
      Troubles.over(transaction, finding.subject(), clock.instant());
    }
  }

  private static Optional<String> words(WatchFinding finding) {
    return switch (finding.state()) {
      case WELL -> Optional.of("");
      case WRONG -> Optional.of(finding.why());
      case UNKNOWN -> Optional.empty();
    };
  }

  @Override
  public void close() {
    worker.close();
  }
}
