package hallmonitor.moderation.store.cases;

import hallmonitor.moderation.casework.ActionState;
import hallmonitor.moderation.casework.Case;
import hallmonitor.moderation.casework.CaseChange;
import hallmonitor.moderation.casework.CaseChange.Decided;
import hallmonitor.moderation.casework.CaseSituation;
import hallmonitor.moderation.casework.CaseState;
import hallmonitor.moderation.casework.CaseSubject;
import hallmonitor.moderation.casework.CaseVerdict;
import hallmonitor.moderation.casework.CaseVersion;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Disagreement;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.QueuePlace;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.policy.Clause.Urgency;
import hallmonitor.moderation.policy.PolicyOutcome;
import hallmonitor.moderation.store.ColumnArrays;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link Case}s in batches. Cases to be changed are locked first, in id order. */
public final class CaseTable {
  private static final String SELECT =
      """
      select v.case_id, v.account, v.comment_id, v.building,
             v.revision, v.outcome, v.clause, v.category, v.strikes, v.seen_at,
             v.urgency, v.opened_at,
             v.state, v.action_state, c.visibility,
             v.action_id, v.harmless_revision, v.version, v.same_since, v.lane_since,
             v.disagreement, v.hidden_again
      from review_case v join comment c using (account, comment_id)
      """;
  private static final String LOCK =
      """
      select v.case_id
      from review_case v
      """;

  private static final String PUT =
      """
      insert into review_case as old (case_id, account, comment_id, building, revision, outcome,
        clause, category, urgency, strikes, state, action_state, action_id, opened_at, seen_at,
        harmless_revision, version, same_since, lane_since, disagreement, hidden_again, evidence,
        decided_by, decided_at, decision_note, decision_clause, platform, language, text_key, words_key, searched)
      select n.*, c.platform, coalesce(r.language, ''), r.text_key, r.words_key,
        lower(c.author_name || e'\\n' || c.latest_text)
      from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        as n(case_id, account, comment_id, building, revision, outcome, clause, category, urgency,
          strikes, state, action_state, action_id, opened_at, seen_at, harmless_revision, version,
          same_since, lane_since, disagreement, hidden_again, evidence, decided_by, decided_at,
          decision_note, decision_clause)
      join comment c using (account, comment_id)
      left join revision r using (account, comment_id, revision)
      on conflict (case_id) do update
      set revision = excluded.revision, outcome = excluded.outcome, clause = excluded.clause,
          category = excluded.category, urgency = excluded.urgency, strikes = excluded.strikes,
          state = excluded.state, action_state = excluded.action_state,
          action_id = excluded.action_id, opened_at = excluded.opened_at,
          seen_at = excluded.seen_at, version = excluded.version, same_since = excluded.same_since,
          lane_since = excluded.lane_since, disagreement = excluded.disagreement,
          hidden_again = excluded.hidden_again,
          harmless_revision = excluded.harmless_revision, language = excluded.language,
          text_key = excluded.text_key, words_key = excluded.words_key,
          searched = excluded.searched,
          evidence = old.evidence or excluded.evidence,
          set_back = old.set_back and old.revision = excluded.revision,
          action_note = case when excluded.action_id is distinct from old.action_id
            then '' else old.action_note end,
          decided_by = case when excluded.state <> 'open'
            then coalesce(excluded.decided_by, old.decided_by) end,
          decided_at = case when excluded.state <> 'open'
            then coalesce(excluded.decided_at, old.decided_at) end,
          decision_note = case when excluded.state = 'open' then ''
            when excluded.decided_by is null then old.decision_note else excluded.decision_note end,
          decision_clause = case when excluded.state = 'open' then ''
            when excluded.decided_by is null then old.decision_clause
            else excluded.decision_clause end
      """;

  private final Connection connection;

  public CaseTable(Connection connection) {
    this.connection = connection;
  }

  public List<Case> lockByComments(Collection<CommentKey> keys) throws SQLException {
    return lock(
        ColumnArrays.of(keys).text(CommentKey::account).text(CommentKey::id),
        "where (v.account, v.comment_id) in (select * from unnest(?, ?))");
  }

  public List<Case> lockByIds(Collection<UUID> ids) throws SQLException {
    return lock(ColumnArrays.of(ids).uuid(id -> id), "where v.case_id = any(?)");
  }

  /**
   * Locks first and then reads. A single statement for both would see the locked case as the
   * previous transaction left it, but the joined comment as it was before the wait.
   */
  private List<Case> lock(ColumnArrays<?> of, String which) throws SQLException {
    of.query(connection, LOCK + which + " order by v.case_id for update", row -> row.getObject(1));
    return of.query(connection, SELECT + which + " order by v.case_id", CaseTable::read);
  }

  private static Case read(ResultSet row) throws SQLException {
    return new Case(
        new CaseSubject(
            row.getObject(1, UUID.class),
            new CommentKey(row.getString(2), row.getString(3)),
            row.getString(4)),
        new CaseVerdict(
            row.getString(5),
            EnumCodes.read(PolicyOutcome.class, row.getString(6)),
            row.getString(7),
            row.getString(8),
            row.getBoolean(9),
            row.getTimestamp(10).toInstant()),
        new QueuePlace(
            EnumCodes.read(Urgency.class, row.getString(11)),
            row.getTimestamp(12).toInstant(),
            Optional.ofNullable(row.getTimestamp(20)).map(Timestamp::toInstant)),
        new CaseSituation(
            EnumCodes.read(CaseState.class, row.getString(13)),
            EnumCodes.read(ActionState.class, row.getString(14)),
            EnumCodes.read(Visibility.class, row.getString(15))),
        Optional.ofNullable(row.getObject(16, UUID.class)),
        Optional.ofNullable(row.getString(17)),
        new Disagreement(
            EnumCodes.read(Disagreement.Kind.class, row.getString(21)), row.getBoolean(22)),
        new CaseVersion(row.getInt(18), row.getInt(19)));
  }

  /**
   * A case to write.
   *
   * @param decided its new decision; empty to keep the current one, which is dropped when the case
   *     waits for a person again
   * @param evidence whether evidence is kept from now on; once kept, it stays
   */
  record Row(Case after, Optional<Decided> decided, boolean evidence) {
    static Row of(CaseChange change) {
      return new Row(change.after(), change.decided(), change.escalation().isPresent());
    }

    /** Combines both changes. */
    Row then(Row next) {
      return new Row(next.after, next.decided.or(() -> decided), evidence || next.evidence);
    }

    private String decision(Function<Decided, String> part) {
      return decided.map(part).orElse("");
    }
  }

  /** Writes cases without changing their decision and evidence. */
  public void put(Collection<Case> cases) throws SQLException {
    put(cases.stream().map(c -> new Row(c, Optional.empty(), false)).toList(), null);
  }

  /**
   * Writes cases, at most one row each, with the data of their archived comments and revisions that
   * the queue needs.
   *
   * @param decidedAt time of their decisions
   */
  void put(Collection<Row> rows, @Nullable Instant decidedAt) throws SQLException {
    ColumnArrays.of(rows)
        .uuid(r -> r.after().id())
        .text(r -> r.after().comment().account())
        .text(r -> r.after().comment().id())
        .text(r -> r.after().subject().building())
        .text(r -> r.after().verdict().revision())
        .text(r -> EnumCodes.of(r.after().verdict().outcome()))
        .text(r -> r.after().verdict().clause())
        .text(r -> r.after().verdict().category())
        .text(r -> EnumCodes.of(r.after().place().urgency()))
        .flag(r -> r.after().verdict().strikes())
        .text(r -> EnumCodes.of(r.after().state()))
        .text(r -> EnumCodes.of(r.after().action()))
        .uuid(r -> r.after().actionId().orElse(null))
        .time(r -> r.after().place().openedAt())
        .time(r -> r.after().verdict().seenAt())
        .text(r -> r.after().harmless().orElse(null))
        .number(r -> r.after().version().number())
        .number(r -> r.after().version().sameSince())
        .time(r -> r.after().place().laneSince().orElse(null))
        .text(r -> EnumCodes.of(r.after().disagreement().newest()))
        .flag(r -> r.after().disagreement().hiddenAgain())
        .flag(Row::evidence)
        .text(r -> r.decided().map(Decided::by).orElse(null))
        .time(r -> r.decided().isPresent() ? decidedAt : null)
        .text(r -> r.decision(Decided::note))
        .text(r -> r.decision(Decided::clause))
        .execute(connection, PUT);
  }
}
