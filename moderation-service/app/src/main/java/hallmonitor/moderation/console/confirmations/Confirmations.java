package hallmonitor.moderation.console.confirmations;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.CaseChange.Order;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Automatic hides that wait for a person's confirmation, with the district's time limit. */
@RequestScoped
@Named("confirmations")
public class Confirmations {
  private static final String WAITING =
      """
      where rc.state = 'open' and rc.action_state in ('hide-held', 'hide-ordered', 'hidden')
        and exists (select from ordered_action o where o.action_id = rc.action_id and o.ordered_by = :policy)
        and <in_scope>
      """;

  /** Larger numbers are not counted, because no one needs them. */
  public static final int MOST_COUNTED = 1_000;

  /**
   * The backlog.
   *
   * @param waiting number of waiting hides, up to {@value #MOST_COUNTED} plus one
   * @param overdue how many of them have waited too long
   * @param oldest when the oldest one started to wait; absent if there is none
   */
  public record Backlog(long waiting, long overdue, @Nullable Instant oldest) {
    public boolean isMore() {
      return waiting > MOST_COUNTED;
    }
  }

  private final ConsoleDatabase database;
  private final DecisionSettings settings;
  private final Viewer viewer;
  private @Nullable Backlog now;

  Confirmations(ConsoleDatabase database, DecisionSettings settings, Viewer viewer) {
    this.database = database;
    this.settings = settings;
    this.viewer = viewer;
  }

  /** Returns the backlog, read once per page. */
  public Backlog getNow() {
    if (now == null) {
      now =
          database.read(
              h ->
                  bound(
                          h.createQuery(
                              """
                              select count(*) as waiting,
                                count(*) filter (where w.opened_at < :due) as overdue,
                                min(w.opened_at) as oldest
                              from (select rc.opened_at from review_case rc %s
                                order by rc.opened_at, rc.case_id limit %d) w
                              """
                                  .formatted(WAITING, MOST_COUNTED + 1)))
                      .bind("due", overdueBefore())
                      .map(rows(Backlog.class))
                      .one());
    }
    return now;
  }

  /** Returns the number of hours a person has to review each. */
  public long getHours() {
    return settings.get().confirmWithin().toHours();
  }

  /** Returns the time before which waiting hides are overdue. */
  Instant overdueBefore() {
    return Instant.now().minus(settings.get().confirmWithin());
  }

  private <S extends SqlStatement<S>> S bound(S statement) {
    return viewer.scope().bind(statement).bind("policy", Order.POLICY);
  }
}
