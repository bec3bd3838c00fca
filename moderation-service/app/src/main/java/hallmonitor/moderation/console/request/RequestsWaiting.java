package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The requests with a deadline that runs, for the home page of those who see requests. */
@RequestScoped
@Named("requestsWaiting")
public class RequestsWaiting {
  private final ConsoleDatabase database;
  private final RequestOffice office;
  private final Viewer viewer;

  RequestsWaiting(ConsoleDatabase database, RequestOffice office, Viewer viewer) {
    this.database = database;
    this.office = office;
    this.viewer = viewer;
  }

  /**
   * How many wait.
   *
   * @param next the first deadline; null if none waits
   */
  public record OpenCount(long open, long late, @Nullable LocalDate next) {}

  /** Returns how many wait; none for those who do not see requests. */
  public OpenCount getNow() {
    return viewer.isAudits() ? count() : new OpenCount(0, 0, null);
  }

  private OpenCount count() {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select count(*) as open, count(*) filter (where due < :today) as late, min(due) as next
                    from records_request where state in ('received', 'in-review')
                    """)
                .bind("today", office.today())
                .map(rows(OpenCount.class))
                .one());
  }
}
