package hallmonitor.moderation.console.operations;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The comments that wait too long for their second look, for the frame around every page. */
@RequestScoped
@Named("secondLookBacklog")
public class SecondLookBacklog {
  /** Usually it takes less than a second. */
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  /**
   * A backlog.
   *
   * @param comments how many wait
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
                    select count(*) as comments, min(since) as since from second_look
                    having min(since) < clock_timestamp() - make_interval(secs => :after)
                    """)
                .bind("after", TOO_LONG.toSeconds())
                .map(rows(Backlog.class))
                .list());
  }
}
