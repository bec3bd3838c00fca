package hallmonitor.moderation.console.authors;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.Block;
import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.authors.AuthorRecord.AuthorAppeal;
import hallmonitor.moderation.console.authors.AuthorRecord.AuthorBlock;
import hallmonitor.moderation.console.authors.AuthorRecord.AuthorStrike;
import hallmonitor.moderation.console.authors.AuthorRecord.StrikeCount;
import hallmonitor.moderation.store.objections.BlockTable;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads strikes, blocks, appeals and tips of authors, within the viewer's sight. */
final class AuthorRecordQueries {
  private static final String THEIR_STRIKES =
      """
      from unnest(:key_accounts, :keys) as k(account, author_key)
      join strike s on s.account = k.account and s.author_key = k.author_key
      join review_case rc on rc.case_id = s.case_id
      where <in_scope>
      """;

  private static final String COUNTS =
      """
      select s.account,
        (array_agg((select c.author_name from comment c where c.account = rc.account and c.comment_id = rc.comment_id)
          order by s.at desc))[1] as name,
        count(*) filter (where %s) as counting, count(*) as number
      %s
      group by s.account, s.author_key order by s.account, s.author_key
      """
          .formatted(BlockTable.COUNTS, THEIR_STRIKES);

  private static final String STRIKES =
      """
      select s.case_id, s.account, s.clause, rc.category, rc.state, s.at, coalesce(%s, false) as counts, s.voided_at
      %s
      order by s.at desc, s.case_id limit :most
      """
          .formatted(BlockTable.COUNTS, THEIR_STRIKES);

  private static final String BY_HAND =
      """
      from unnest(:key_accounts, :keys) as k(account, author_key)
      join hand_block h on h.account = k.account and h.author_key = k.author_key
      """;

  private static final String OWN_ACCOUNT =
      "(:everywhere or h.account = any(:accounts) or h.account = any(:own_accounts))";

  private static final String BLOCKS =
      """
      select b.block_id, false as by_hand, b.case_id, b.account, b.state, b.proposed_at as since, b.last_day
      from unnest(:key_accounts, :keys) as k(account, author_key)
      join author_block b on b.account = k.account and b.author_key = k.author_key
      join review_case rc on rc.case_id = b.case_id
      where <in_scope>
      union all
      select h.hand_block_id, true, null, h.account, case when h.gone_at is null then 'active' else 'ended' end,
        h.first_seen_at, h.last_day
      %s
      where %s
      order by since desc, block_id limit :most
      """
          .formatted(BY_HAND, OWN_ACCOUNT);

  private static final String APPEALS =
      """
      select a.appeal_id, a.about, a.state, a.received_at, a.decided_at
      from appeal a join review_case rc on rc.case_id = a.case_id
      where a.case_id = any(:cases) and <in_scope>
      union all
      select a.appeal_id, 'block', a.state, a.received_at, a.decided_at
      %s
      join hand_block_appeal a on a.hand_block_id = h.hand_block_id
      where %s
      order by received_at desc, appeal_id limit :most
      """
          .formatted(BY_HAND, OWN_ACCOUNT);

  private AuthorRecordQueries() {}

  /**
   * Reads everything.
   *
   * @param cases ids of the authors' cases
   * @param limits which strikes count
   */
  static AuthorRecord read(
      Handle h, List<AuthorKey> keys, List<UUID> cases, Block.Limits limits, Sight sight) {
    return new AuthorRecord(
        BlockTable.bind(query(h, COUNTS, keys, sight), limits).map(rows(StrikeCount.class)).list(),
        BlockTable.bind(query(h, STRIKES, keys, sight), limits)
            .bind("most", AuthorRecord.MOST)
            .map(rows(AuthorStrike.class))
            .list(),
        query(h, BLOCKS, keys, sight)
            .bind("most", AuthorRecord.MOST)
            .map(rows(AuthorBlock.class))
            .list(),
        query(h, APPEALS, keys, sight)
            .bindArray("cases", UUID.class, cases)
            .bind("most", AuthorRecord.MOST)
            .map(rows(AuthorAppeal.class))
            .list(),
        h.createQuery("select count(*) from tip where case_id = any(:cases)")
            .bindArray("cases", UUID.class, cases)
            .mapTo(long.class)
            .one());
  }

  private static Query query(Handle h, String sql, List<AuthorKey> keys, Sight sight) {
    return sight.bind(AuthorStretch.bindKeys(h.createQuery(sql), keys));
  }
}
