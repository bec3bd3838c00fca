package hallmonitor.moderation.store.cases;

import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.QueueDeferral;
import hallmonitor.moderation.store.AuditLog;
import hallmonitor.moderation.store.ColumnArrays;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Texts that people marked harmless. Cases of other authors with the same text, in the same
 * building and under the same clause, go to the end of the queue for {@link QueueDeferral#LASTS}.
 */
public final class HarmlessTexts {
  private final Jdbi database;

  public HarmlessTexts(Jdbi database) {
    this.database = database;
  }

  /**
   * Remembers a case's text, moves waiting cases with the same text back, and adds an audit row.
   *
   * @return whether that is allowed for this kind of case
   */
  public boolean remember(UUID caseId, String by) {
    try {
      return database.inTransaction(
          t -> {
            List<Case> found = new CaseTable(t.getConnection()).lockByIds(List.of(caseId));
            if (found.stream()
                .noneMatch(
                    c ->
                        QueueDeferral.isAllowed(
                            c.verdict().category(), c.place().urgency(), c.verdict().outcome()))) {
              return false;
            }
            t.createUpdate(
                    """
                    insert into harmless_text (building, category, clause, text_key, marked_by, until)
                    select building, category, clause, text_key, :by, clock_timestamp() + :lasts
                    from review_case where case_id = :case and text_key is not null
                    on conflict (text_key, building, category, clause) do update
                    set marked_by = excluded.marked_by, marked_at = excluded.marked_at, until = excluded.until
                    """)
                .bind("by", by)
                .bind("lasts", QueueDeferral.LASTS)
                .bind("case", caseId)
                .execute();
            int waiting =
                t.execute(
                    """
                    update review_case set set_back = true where case_id in (
                      select rc.case_id
                      from review_case known join review_case rc using (text_key, building, category, clause)
                      where known.case_id = ? and rc.state = 'open' and not rc.set_back
                      order by rc.case_id for update of rc skip locked)
                    """,
                    caseId);
            AuditLog.add(t, by, "set-back-same-text", "case " + caseId, waiting + " waiting");
            return true;
          });
    } catch (SQLException e) {
      throw new IllegalStateException("the text of case " + caseId + " is not remembered", e);
    }
  }

  /** Moves new cases back while such a mark applies. */
  static void setBack(Connection connection, Collection<UUID> cases) throws SQLException {
    ColumnArrays.of(cases)
        .uuid(id -> id)
        .execute(
            connection,
            """
            update review_case rc set set_back = true from harmless_text h
            where rc.case_id = any(?) and rc.state = 'open' and not rc.set_back
              and h.text_key = rc.text_key and h.building = rc.building and h.category = rc.category
              and h.clause = rc.clause and h.until > clock_timestamp()
            """);
  }
}
