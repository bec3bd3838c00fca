package hallmonitor.moderation.pipeline.jobs;

import hallmonitor.moderation.pipeline.metrics.PipelineMetrics;
import hallmonitor.moderation.store.cases.HeldOrders;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Releases hides if their evidence was not sealed in time. Any number of instances may run it at
 * the same time.
 */
public final class HeldHideReleaseJob {
  private static final System.Logger LOG = System.getLogger(HeldHideReleaseJob.class.getName());

  /** Names the cases with hides that cannot be released, and says what to do. */
  public static final class Stuck extends RuntimeException {
    Stuck(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** More failures than this in one round point to another problem, such as the database. */
  private static final int MOST_STUCK = 20;

  private final Jdbi database;
  private final Duration wait;
  private final Clock clock;
  private final Runnable relay;
  private final PipelineMetrics metrics;

  /**
   * Creates the job.
   *
   * @param wait longest wait of a hide
   * @param relay called after something was released
   */
  public HeldHideReleaseJob(
      Jdbi database, Duration wait, Clock clock, Runnable relay, PipelineMetrics metrics) {
    this.database = database;
    this.wait = wait;
    this.clock = clock;
    this.relay = relay;
    this.metrics = metrics;
  }

  /**
   * Releases each case separately, so that one failure does not delay the others.
   *
   * @return number of released hides
   * @throws Stuck if some cannot be released; the others have been released
   */
  public int release() {
    int released = 0;
    List<UUID> stuck = new ArrayList<>();
    Exception why = null;
    for (UUID id : database.inTransaction(t -> new HeldOrders(t).overdue(wait))) {
      try {
        released += release(id);
      } catch (SQLException | RuntimeException e) {
        stuck.add(id);
        why = e;
        if (stuck.size() == MOST_STUCK) {
          break;
        }
      }
    }
    note(released);
    if (why != null) {
      throw new Stuck(
          "the held hides of these cases cannot be released, hide them on the platform by hand: "
              + stuck,
          why);
    }
    return released;
  }

  private int release(UUID id) throws SQLException {
    return database.inTransaction(t -> new HeldOrders(t).releaseOverdue(id, wait, clock.instant()));
  }

  private void note(int released) {
    if (released > 0) {
      metrics.releasedWithoutSeal(released);
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} hide(s) went ahead without a seal: the evidence service did not answer within {1} s",
          released,
          wait.toSeconds());
      relay.run();
    }
  }
}
