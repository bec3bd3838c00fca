package hallmonitor.moderation.console.menu;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Scope;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.proposals.PendingProposal;
import hallmonitor.moderation.console.proposals.SecondPerson;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The work that waits for the viewer, for the menu of every page; read once per page. */
@RequestScoped
public class MenuCounts {
  /** Larger numbers are not counted, because no one needs them. */
  public static final int MOST = 999;

  /**
   * The counts, each up to {@value #MOST} plus one.
   *
   * @param urgent open cases that someone must act on now
   * @param unconfirmed automatic hides that no one has confirmed
   * @param overdue clocks that ran out
   * @param appeals undecided appeals
   * @param tips open cases that someone reported
   * @param proposals what waits for a second person
   * @param letters messages that no service could read
   * @param posts posts of the district's own in which something was found
   * @param requests requests for records that nobody has started on
   * @param blocks what a person has to do about blocks: carry out, explain, tell, or lift
   */
  public record Counts(
      long urgent,
      long unconfirmed,
      long overdue,
      long appeals,
      long tips,
      long proposals,
      long letters,
      long posts,
      long requests,
      long blocks) {}

  private static final String SQL =
      """
      select
        (select count(*) from (select from review_case rc
          where rc.state = 'open' and rc.place = 0 and <in_scope> limit :most) a) as urgent,
        (select count(*) from (select from review_case rc
          where rc.unconfirmed and <in_scope> limit :most) b) as unconfirmed,
        (select count(*) from case_clock k join review_case rc using (case_id) left join case_duty d using (clock_id)
          where k.running and d.done_at is null and k.due_at < clock_timestamp() and <in_scope>) as overdue,
        (select count(*) from appeal a join review_case rc using (case_id)
          where a.state = 'open' and <in_scope>)
        + (select count(*) from hand_block_appeal a left join register_entry e using (account)
          where a.state = 'open' and %s) as appeals,
        (select count(distinct rc.case_id) from tip t join review_case rc using (case_id)
          where rc.state = 'open' and <in_scope>) as tips,
        (select count(*) from (%s) w) as proposals,
        (select count(*) from dead_letter where state = 'open') as letters,
        (select count(*) from (select from post_judgment j
          where j.state = 'open' and %s limit :most) p) as posts,
        (select count(*) from records_request where state = 'received' and :audits) as requests,
        (select count(*) from block_task k where %s) as blocks
      """;

  private final ConsoleDatabase database;
  private final SecondPerson second;
  private final Viewer viewer;
  private @Nullable Counts now;

  MenuCounts(ConsoleDatabase database, SecondPerson second, Viewer viewer) {
    this.database = database;
    this.second = second;
    this.viewer = viewer;
  }

  public Counts now() {
    if (now == null) {
      now =
          database.read(
              h ->
                  viewer
                      .scope()
                      .bind(
                          h.createQuery(
                              SQL.formatted(
                                  Scope.of("coalesce(e.building, '')", "a.account"),
                                  PendingProposal.SQL,
                                  Scope.of("j.building", "j.account"),
                                  Scope.of("k.building", "k.account"))))
                      .bind("most", MOST + 1)
                      .bind("audits", viewer.isAudits())
                      .bind("manages", viewer.isAdministrator())
                      .bind("reads_staff", second.isReadsStaff())
                      .map(rows(Counts.class))
                      .one());
    }
    return now;
  }
}
