package hallmonitor.moderation.store.posts;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.PostState;
import hallmonitor.moderation.store.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The tables post_to_judge and post_judgment. */
public final class PostJudgments {
  private static final String TAKE =
      """
      delete from post_to_judge
      where (account, post_id) = (
        select account, post_id from post_to_judge order by queued_at limit 1 for update skip locked)
      returning account, post_id
      """;

  private static final String NEWEST =
      """
      select v.account, v.post_id, v.observed_at, v.title, v.body,
        coalesce(j.state, 'fine') as state, coalesce(j.signs, '{}') as signs
      from post_version v
      left join post_judgment j on j.account = v.account and j.post_id = v.post_id
      where v.account = ?
        and v.post_id = ?
        and v.listed
      order by v.observed_at desc
      limit 1
      """;

  /** What was found before it was fixed stays known by its clauses, without the words. */
  private static final String PUT =
      """
      insert into post_judgment as old (account, post_id, observed_at, building, clauses, findings,
        signs, policy_version, model_version, judged_at, state, found_at, closed_at)
      values (:account, :post, :observed, :building, :clauses, :findings::jsonb, :signs, :policy,
        :model, :at, :state, case when :news then :at end, case when :state = 'mended' then :at end)
      on conflict (account, post_id) do update
      set observed_at = excluded.observed_at, building = excluded.building,
        clauses = case when excluded.state = 'mended' then old.clauses else excluded.clauses end,
        findings = excluded.findings, signs = excluded.signs,
        policy_version = excluded.policy_version, model_version = excluded.model_version,
        judged_at = excluded.judged_at, state = excluded.state,
        found_at = coalesce(excluded.found_at, old.found_at),
        closed_at = case excluded.state
          when old.state then old.closed_at
          else excluded.closed_at end,
        closed_by = case when excluded.state = 'accepted' then old.closed_by else '' end,
        reason = case when excluded.state = 'accepted' then old.reason else '' end
      """;

  private final Jdbi database;

  public PostJudgments(Jdbi database) {
    this.database = database;
  }

  /**
   * Judges the post that waits longest, in one transaction: a crash leaves it in the queue.
   *
   * @return whether there was one
   */
  public boolean judgeNext(Function<QueuedPost, PostJudgment> judge) {
    return database.inTransaction(
        t -> {
          Optional<QueuedPost> next =
              t.createQuery(TAKE)
                  .map(
                      (row, context) -> List.of(row.getString("account"), row.getString("post_id")))
                  .findOne()
                  .flatMap(key -> newest(t, key.get(0), key.get(1)));
          next.map(judge).ifPresent(judgment -> put(t, judgment));
          return next.isPresent();
        });
  }

  private static Optional<QueuedPost> newest(Handle transaction, String account, String post) {
    return transaction.select(NEWEST, account, post).map((row, context) -> queued(row)).findOne();
  }

  private static QueuedPost queued(ResultSet row) throws SQLException {
    return new QueuedPost(
        row.getString("account"),
        row.getString("post_id"),
        row.getObject("observed_at", OffsetDateTime.class).toInstant(),
        row.getString("title"),
        row.getString("body"),
        EnumCodes.read(PostState.class, row.getString("state")),
        Arrays.asList((String[]) row.getArray("signs").getArray()));
  }

  private static void put(Handle transaction, PostJudgment judgment) {
    transaction
        .createUpdate(PUT)
        .bind("account", judgment.post().account())
        .bind("post", judgment.post().postId())
        .bind("observed", time(judgment.post().observedAt()))
        .bind("building", judgment.building())
        .bindArray("clauses", String.class, judgment.clauses())
        .bind("findings", new String(EventJson.write(judgment.findings()), UTF_8))
        .bindArray("signs", String.class, judgment.signs())
        .bind("policy", judgment.policyVersion())
        .bind("model", judgment.modelVersion())
        .bind("at", time(judgment.judgedAt()))
        .bind("state", EnumCodes.of(judgment.state()))
        .bind("news", judgment.isNews())
        .execute();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * Closes a finding with a reason; the same words found again leave it closed.
   *
   * @param observedAt the version that the person saw
   * @return whether it was open in this version
   */
  public boolean accept(
      String account, String post, Instant observedAt, String actor, String reason) {
    return database.inTransaction(
        t -> {
          int closed =
              t.execute(
                  """
                  update post_judgment
                  set state = 'accepted', closed_at = clock_timestamp(), closed_by = ?, reason = ?
                  where account = ?
                    and post_id = ?
                    and observed_at = ?
                    and state = 'open'
                  """,
                  actor,
                  reason,
                  account,
                  post,
                  time(observedAt));
          if (closed == 1) {
            AuditLog.add(t, actor, "post-accepted", "account " + account, reason);
          }
          return closed == 1;
        });
  }
}
