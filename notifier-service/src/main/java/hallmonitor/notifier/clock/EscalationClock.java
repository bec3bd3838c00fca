package hallmonitor.notifier.clock;

import hallmonitor.messaging.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Checks once a second for due escalations, and advances each in its own transaction. */
public final class EscalationClock implements AutoCloseable {
  /** This many failures in one check mean that something else is wrong, such as the database. */
  private static final int MOST_STUCK = 20;

  private final Jdbi database;
  private final InstantSource clock;
  private final EscalationService steps;
  private final LatestClockReading reading;
  private final Runnable afterEach;
  private final Worker worker = new Worker("escalation clock", this::tick).essential();

  /**
   * Creates a clock.
   *
   * @param clock the database's
   * @param afterEach called after each commit that may have queued something
   */
  public EscalationClock(
      Jdbi database, InstantSource clock, EscalationService steps, Runnable afterEach) {
    this.database = database;
    this.clock = clock;
    this.steps = steps;
    this.reading = new LatestClockReading(database, clock, steps);
    this.afterEach = afterEach;
  }

  public EscalationClock start() {
    worker.start();
    return this;
  }

  public boolean alive() {
    return worker.alive();
  }

  /** Returns what stops the clock, or a single escalation, in words. */
  public Optional<String> fault() {
    return worker.fault();
  }

  /** Each one separately, so that one failure does not delay the others. */
  private Duration tick() {
    if (clock instanceof DatabaseClock ours) {
      ours.refresh();
    }
    Instant now = reading.take();
    List<UUID> stuck = new ArrayList<>();
    Optional<RuntimeException> why = Optional.empty();
    for (UUID id : database.withHandle(handle -> Conversations.due(handle, now))) {
      if (worker.closing() || stuck.size() == MOST_STUCK) {
        break;
      }
      try {
        move(id, now);
      } catch (RuntimeException e) {
        stuck.add(id);
        why = Optional.of(e);
      }
      worker.progressed();
    }
    if (why.isPresent()) {
      throw new Worker.Trouble(
          "these escalations cannot be moved on, tell their people in another way: " + stuck,
          why.get());
    }
    return Worker.IDLE;
  }

  private void move(UUID id, Instant now) {
    boolean moved =
        database.inTransaction(
            transaction -> {
              Optional<Conversation> due = Conversations.lockDue(transaction, id, now);
              due.ifPresent(c -> steps.timePassed(transaction, c, now));
              return due.isPresent();
            });
    if (moved) {
      afterEach.run();
    }
  }

  /** Finishes the current step. */
  @Override
  public void close() {
    worker.close();
  }
}
