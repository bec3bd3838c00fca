package hallmonitor.moderation.console.operations;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.store.archive.WaitingRows;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The comments that wait too long for their second look, for the frame around every page. Old
 * comments of the history do not count: they may take longer.
 */
@RequestScoped
@Named("secondLookBacklog")
public class SecondLookBacklog {
  /** Usually it takes less than a second. */
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  /**
   * A backlog.
   *
   * @param comments how many wait, at most {@value WaitingRows#MOST}
   * @param since when the oldest of them was read
   */
  public record Backlog(long comments, Instant since) {}

  private final ConsoleDatabase database;

  SecondLookBacklog(ConsoleDatabase database) {
    this.database = database;
  }

  /** Returns the backlog; empty as long as nothing waits too long. */
  public List<Backlog> getLate() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select count as comments, since
                    from (%s) live
                    where since < clock_timestamp() - make_interval(secs => :after)
                    """
                        .formatted(WaitingRows.LIVE_LOOKS))
                .bind("after", TOO_LONG.toSeconds())
                .map(rows(Backlog.class))
                .list());
  }
}
