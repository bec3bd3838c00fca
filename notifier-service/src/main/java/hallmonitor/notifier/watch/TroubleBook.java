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
import java.util.Set;
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

  /** Another notifier may have died and left a trouble, or ended one. */
  private static final Duration WRITTEN_AGAIN = Duration.ofMinutes(1);

  /** What was last written of each subject; empty if it is well. */
  private final Map<String, String> written = new HashMap<>();

  private volatile List<WatchFinding> latest = List.of();
  private long forgotAtNanos = System.nanoTime();
  private volatile Standing standing = new Standing(List.of(), Set.of());
  private volatile long workedAtNanos = System.nanoTime();
  private volatile long missedAtNanos = workedAtNanos - SETTLES.toNanos();

  /**
   * What the book says.
   *
   * @param damped subjects of those that someone was told of shortly before they came back
   */
  private record Standing(List<Trouble> troubles, Set<String> damped) {}

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
    return standing.troubles();
  }

  /** Returns whether people know of it: they were told, or its letter waits because they were. */
  boolean isKnown(Trouble trouble) {
    return trouble.told() > 0 || standing.damped().contains(trouble.subject());
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
    long now = System.nanoTime();
    if (now - forgotAtNanos > WRITTEN_AGAIN.toNanos()) {
      written.clear();
      forgotAtNanos = now;
    }
    standing =
        database.inTransaction(
            transaction -> {
              findings.forEach(finding -> write(transaction, finding));
              return new Standing(
                  Troubles.standing(transaction), Troubles.damped(transaction, clock.instant()));
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
