package hallmonitor.moderation.pipeline;

import hallmonitor.messaging.Worker;
import hallmonitor.moderation.store.archive.SecondLookQueue;
import hallmonitor.moderation.store.archive.SecondLookQueue.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The claim on the comments of one turn, renewed while the turn lasts: otherwise another instance
 * would take over what still gets on. It ends by itself soon after the process does, and after a
 * turn that lasts longer than any can.
 */
final class TurnLease implements AutoCloseable {
  /** A detector that hangs on each comment of a large turn takes less. */
  private static final long LONGEST_TURN_NANOS = Duration.ofMinutes(20).toNanos();

  private record Turn(List<Waiting> claimed, long start) {
    static final Turn NONE = new Turn(List.of(), 0);
  }

  private final Jdbi database;
  private final Duration length;
  private final Worker worker = new Worker("second-look-lease", this::renewWhenDue);
  private volatile Turn turn = Turn.NONE;

  /**
   * Creates it.
   *
   * @param length of the claim, which is renewed four times as often
   */
  TurnLease(Jdbi database, Duration length) {
    this.database = database;
    this.length = length;
  }

  void start() {
    worker.start();
  }

  Duration length() {
    return length;
  }

  /** Signals that a turn begins, with these. */
  void begin(List<Waiting> claimed) {
    turn = new Turn(claimed, System.nanoTime());
  }

  void end() {
    turn = Turn.NONE;
  }

  /** Renews it now, since the turn becomes longer than usual. */
  void renew() throws SQLException {
    List<Waiting> claimed = turn.claimed();
    if (!claimed.isEmpty()) {
      database.useTransaction(t -> new SecondLookQueue(t.getConnection()).keep(claimed, length));
    }
  }

  private Duration renewWhenDue() throws SQLException {
    if (System.nanoTime() - turn.start() < LONGEST_TURN_NANOS) {
      renew();
    }
    return length.dividedBy(4);
  }

  Optional<String> fault() {
    return worker.fault();
  }

  boolean alive() {
    return worker.alive();
  }

  @Override
  public void close() {
    worker.close();
  }
}
