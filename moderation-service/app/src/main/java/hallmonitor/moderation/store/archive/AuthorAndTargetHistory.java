package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.finding.together.PileOn.Attack;
import hallmonitor.moderation.store.ColumnArrays;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the archive knows beyond a comment: attacks on the same person, and its author's history.
 * Queried only for the few comments with findings.
 */
public final class AuthorAndTargetHistory {
  /** Most attacks on one person that are read; more within the time change nothing. */
  private static final int MOST = 200;

  private final Connection connection;

  /**
   * Opens the history.
   *
   * @param connection in a transaction
   */
  public AuthorAndTargetHistory(Connection connection) {
    this.connection = connection;
  }

  /**
   * Returns known attacks on the targets of these, from the earliest time that counts for them.
   * Comments on one person may be handled at the same time in several partitions; the second
   * transaction waits here until the first commits, so that one of them sees all.
   *
   * @param since the earliest time that counts for an attack
   */
  public List<Attack> attacksLike(Collection<Attack> attacks, Instant since) throws SQLException {
    ColumnArrays.of(attacks)
        .text(Attack::account)
        .text(Attack::target)
        .query(
            connection,
            """
            select pg_advisory_xact_lock(h)
            from (select distinct hashtextextended(account || '/' || target, 1) as h
                  from unnest(?, ?) as a(account, target) order by h) locks
            """,
            row -> 1);
    return ColumnArrays.of(attacks)
        .text(Attack::account)
        .text(Attack::target)
        .time(a -> since)
        .query(
            connection,
            """
            select k.account, k.target, k.comment_id, k.author_key, k.score, k.at
            from (select distinct account, target, since from unnest(?, ?, ?) as a(account, target, since)) t
            cross join lateral (
              select * from attack
              where attack.account = t.account and attack.target = t.target and at >= t.since
              order by at desc limit\
            """
                + " "
                + MOST
                + ") k",
            row ->
                new Attack(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getDouble(5),
                    row.getTimestamp(6).toInstant()));
  }

  /** Stores these; an attack that an edit repeats counts once. */
  public void addAttacks(Collection<Attack> attacks) throws SQLException {
    ColumnArrays.of(attacks)
        .text(Attack::account)
        .text(Attack::comment)
        .text(Attack::target)
        .text(Attack::author)
        .text(a -> Double.toString(a.score()))
        .time(Attack::at)
        .execute(
            connection,
            """
            insert into attack (account, comment_id, target, author_key, score, at)
            select account, comment_id, target, author_key, score::double precision, at
            from unnest(?, ?, ?, ?, ?, ?) as a(account, comment_id, target, author_key, score, at)
            on conflict do nothing
            """);
  }

  /** Returns each author's confirmed strikes; authors without any are missing. */
  public Map<AuthorKey, Integer> confirmedStrikes(Collection<AuthorKey> authors)
      throws SQLException {
    Map<AuthorKey, Integer> strikes = new HashMap<>();
    ColumnArrays.of(authors)
        .text(AuthorKey::account)
        .text(AuthorKey::key)
        .query(
            connection,
            """
            select a.account, a.author_key, count(*)
            from unnest(?, ?) as a(account, author_key)
            join strike s using (account, author_key)
            join review_case v using (case_id)
            where s.voided_at is null and v.state in ('confirmed', 'hidden')
            group by a.account, a.author_key
            """,
            row -> strikes.put(new AuthorKey(row.getString(1), row.getString(2)), row.getInt(3)));
    return strikes;
  }
}
