package hallmonitor.moderation.store.cases;

import hallmonitor.moderation.casework.ActionState;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseState;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.store.ColumnArrays;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and writes {@link Case}s, many at a time. Whoever means to change cases locks them first,
 * in the order of their ids.
 */
public final class CaseTable {
  private static final String SELECT =
      """
      select v.case_id, v.account, v.comment_id, v.building, v.revision, v.outcome, v.clause,
             v.category, v.urgency, v.strikes, v.state, v.action_state, v.action_id, c.visibility,
             v.opened_at, v.seen_at, v.harmless_revision, v.version,
             v.same_since
      from review_case v join comment c using (account, comment_id)
      """;
  private static final String LOCK = " order by v.case_id for update of v";

  private final Connection connection;

  public CaseTable(Connection connection) {
    this.connection = connection;
  }

  public List<Case> lockByComments(Collection<CommentKey> keys) throws SQLException {
    return ColumnArrays.of(keys)
        .text(CommentKey::account)
        .text(CommentKey::id)
        .query(
            connection,
            SELECT + "where (v.account, v.comment_id) in (select * from unnest(?, ?))" + LOCK,
            CaseTable::read);
  }

  public List<Case> lockByIds(Collection<UUID> ids) throws SQLException {
    return ColumnArrays.of(ids)
        .uuid(id -> id)
        .query(connection, SELECT + "where v.case_id = any(?)" + LOCK, CaseTable::read);
  }

  private static Case read(ResultSet row) throws SQLException {
    return new Case(
        row.getObject(1, UUID.class),
        new CommentKey(row.getString(2), row.getString(3)),
        row.getString(4),
        row.getString(5),
        EnumCodes.read(PolicyOutcome.class, row.getString(6)),
        row.getString(7),
        row.getString(8),
        EnumCodes.read(Urgency.class, row.getString(9)),
        row.getBoolean(10),
        EnumCodes.read(CaseState.class, row.getString(11)),
        EnumCodes.read(ActionState.class, row.getString(12)),
        Optional.ofNullable(row.getObject(13, UUID.class)),
        EnumCodes.read(Visibility.class, row.getString(14)),
        row.getTimestamp(15).toInstant(),
        row.getTimestamp(16).toInstant(),
        Optional.ofNullable(row.getString(17)),
        row.getInt(18),
        row.getInt(19));
  }

  /**
   * Writes cases as they are from now on; at most one row for each. With them goes what the queue
   * needs of their comments and revisions, which are archived.
   */
  public void put(Collection<Case> cases) throws SQLException {
    ColumnArrays.of(cases)
        .uuid(Case::id)
        .text(c -> c.comment().account())
        .text(c -> c.comment().id())
        .text(Case::building)
        .text(Case::revision)
        .text(c -> EnumCodes.of(c.outcome()))
        .text(Case::clause)
        .text(Case::category)
        .text(c -> EnumCodes.of(c.urgency()))
        .flag(Case::strikes)
        .text(c -> EnumCodes.of(c.state()))
        .text(c -> EnumCodes.of(c.action()))
        .uuid(c -> c.actionId().orElse(null))
        .time(Case::openedAt)
        .time(Case::seenAt)
        .text(c -> c.harmless().orElse(null))
        .number(Case::version)
        .number(Case::sameSince)
        .execute(
            connection,
            """
            insert into review_case as old (case_id, account, comment_id, building, revision, outcome,
              clause, category, urgency, strikes, state, action_state, action_id, opened_at, seen_at,
              harmless_revision, version, same_since, platform, language, text_key, words_key)
            select n.*, c.platform, coalesce(r.language, ''), r.text_key, r.words_key
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              as n(case_id, account, comment_id, building, revision, outcome, clause, category,
                urgency, strikes, state, action_state, action_id, opened_at, seen_at,
                harmless_revision, version, same_since)
            join comment c using (account, comment_id)
            left join revision r using (account, comment_id, revision)
            on conflict (case_id) do update
            set revision = excluded.revision, outcome = excluded.outcome, clause = excluded.clause,
                category = excluded.category, urgency = excluded.urgency, strikes = excluded.strikes,
                state = excluded.state, action_state = excluded.action_state,
                action_id = excluded.action_id, opened_at = excluded.opened_at,
                seen_at = excluded.seen_at, version = excluded.version, same_since = excluded.same_since,
                harmless_revision = excluded.harmless_revision, language = excluded.language,
                text_key = excluded.text_key, words_key = excluded.words_key,
                set_back = old.set_back and old.revision = excluded.revision,
                action_note = case when excluded.action_id is distinct from old.action_id
                  then '' else old.action_note end,
                decided_by = case when excluded.state = 'open' then null else old.decided_by end,
                decided_at = case when excluded.state = 'open' then null else old.decided_at end,
                decision_note = case when excluded.state = 'open' then '' else old.decision_note end,
                decision_clause = case when excluded.state = 'open' then '' else old.decision_clause end
            """);
  }
}
