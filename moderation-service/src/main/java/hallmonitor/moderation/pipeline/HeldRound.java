package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.store.HeldOrders;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets hides go whose evidence was not sealed in time. Any number of instances may do it at the
 * same time.
 */
public final class HeldRound {
  private static final System.Logger LOG = System.getLogger(HeldRound.class.getName());

  private final Jdbi database;
  private final Duration wait;
  private final Clock clock;
  private final Runnable relay;
  private final PipelineMetrics metrics;

  /**
   * @param wait how long a hide waits at most
   * @param relay told when something was released
   */
  public HeldRound(
      Jdbi database, Duration wait, Clock clock, Runnable relay, PipelineMetrics metrics) {
    this.database = database;
    this.wait = wait;
    this.clock = clock;
    this.relay = relay;
    this.metrics = metrics;
  }

  /**
   * @return how many went out
   */
  public int release() throws SQLException {
    int released = 0;
    int some;
    do {
      some = database.inTransaction(t -> new HeldOrders(t).overdue(wait, clock.instant()));
      released += some;
    } while (some > 0);
    if (released > 0) {
      metrics.releasedWithoutSeal(released);
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} hide(s) went ahead without a seal: the evidence service did not answer within {1} s",
          released,
          wait.toSeconds());
      relay.run();
    }
    return released;
  }
}
