package hallmonitor.moderation.console.queue;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.proposals.PendingProposal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The amount of waiting work beside the queue, for the navigation of every page. */
@RequestScoped
@Named("work")
public class WaitingWork {
  /**
   * The counts.
   *
   * @param appeals undecided appeals
   * @param proposals what waits for a second person
   * @param letters messages that no service could read
   */
  public record Counts(long appeals, long proposals, long letters) {}

  private final ConsoleDatabase database;
  private final Viewer viewer;
  private Counts now;

  WaitingWork(ConsoleDatabase database, Viewer viewer) {
    this.database = database;
    this.viewer = viewer;
  }

  /** Returns the counts, read once per page. */
  public Counts getNow() {
    if (now == null) {
      now =
          database.read(
              h ->
                  viewer
                      .scope()
                      .bind(
                          h.createQuery(
                              """
                              select
                                (select count(*) from appeal a join review_case rc using (case_id)
                                  where a.state = 'open' and <in_scope>) as appeals,
                                (select count(*) from (%s) w) as proposals,
                                (select count(*) from dead_letter where state = 'open') as letters
                              """
                                  .formatted(PendingProposal.SQL)))
                      .bind("audits", viewer.isAudits())
                      .map(rows(Counts.class))
                      .one());
    }
    return now;
  }
}
