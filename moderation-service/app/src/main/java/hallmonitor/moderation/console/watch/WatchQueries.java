package hallmonitor.moderation.console.watch;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.watch.CommentPast;
import hallmonitor.moderation.console.ConsoleDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the archive says of the watch of accounts. Comments of the history do not count. */
@ApplicationScoped
public class WatchQueries {
  /**
   * An account.
   *
   * @param waitingSince when the oldest comment arrived that nobody looked at; null for none
   * @param latest when the newest comment arrived; null if there never was one
   */
  public record Watched(String account, @Nullable Instant waitingSince, @Nullable Instant latest) {}

  /** The pauses between an account's comments; the longest in seconds. */
  public record Pauses(long comments, double longest) {}

  private final ConsoleDatabase database;

  WatchQueries(ConsoleDatabase database) {
    this.database = database;
  }

  /** Starts the watch of accounts that have none: what was read before counts as looked at. */
  void start(List<String> accounts, Instant now) {
    database.write(
        h ->
            h.createUpdate(
                    """
                    insert into account_look (account, through_at, looked_at)
                    select account, :now, :now from unnest(:accounts) a(account) on conflict do nothing
                    """)
                .bindArray("accounts", String.class, accounts)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Returns those of these accounts that are watched. */
  public List<Watched> of(List<String> accounts) {
    return database.read(
        h ->
            h.createQuery(
                    """
                    select l.account,
                      (select c.first_seen_at from comment c
                       where c.account = l.account and not c.from_history and c.visibility <> 'deleted'
                         and (c.first_seen_at, c.comment_id) > (l.at, l.comment_id)
                       order by c.first_seen_at, c.comment_id limit 1) as waiting_since,
                      (select max(c.first_seen_at) from comment c
                       where c.account = l.account and not c.from_history) as latest
                    from account_looked l where l.account = any(:accounts) order by l.account
                    """)
                .bindArray("accounts", String.class, accounts)
                .map(rows(Watched.class))
                .list());
  }

  /** Returns how an account's comments came in the 90 days before its newest one. */
  CommentPast past(String account, Instant latest) {
    Pauses found =
        database.read(
            h ->
                h.createQuery(
                        """
                        select count(*) as comments, coalesce(extract(epoch from max(pause)), 0) as longest
                        from (select first_seen_at - lag(first_seen_at) over (order by first_seen_at) as pause
                              from comment
                              where account = :account and not from_history
                                and first_seen_at > cast(:latest as timestamptz) - interval '90 days') p
                        """)
                    .bind("account", account)
                    .bind("latest", latest.atOffset(ZoneOffset.UTC))
                    .map(rows(Pauses.class))
                    .one());
    return new CommentPast(found.comments(), Duration.ofSeconds((long) found.longest()), latest);
  }
}
