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
  /** Usually it takes less than a second. Old comments of the history may take longer. */
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  /**
   * A backlog.
   *
   * @param comments how many wait, 10,000 at most
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
                    select (select count(*) from (select 1 from second_look limit 10000) few) as comments, since
                    from (select since from second_look where danger > 0 order by since limit 1) oldest
                    where since < clock_timestamp() - make_interval(secs => :after)
                    """)
                .bind("after", TOO_LONG.toSeconds())
                .map(rows(Backlog.class))
                .list());
  }
}
