package hallmonitor.moderation.store.archive;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.EventJson.UnreadableEvent;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.ColumnArrays;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The comments that wait for their second look, most dangerous first. An instance claims some,
 * reads them without a transaction, and takes them out in the transaction that writes the verdicts.
 * If it dies, its claim ends by itself.
 */
public final class SecondLookQueue {
  private static final System.Logger LOG = System.getLogger(SecondLookQueue.class.getName());

  /**
   * A revision that waits.
   *
   * @param danger how dangerous the first look thought it, from 0 to 1
   * @param seen the event as ingest published it
   * @param traceparent the trace that it belongs to
   * @param deaths how often an instance that had claimed it came to no end
   */
  public record Waiting(
      CommentKey key, double danger, CommentSeen seen, Optional<String> traceparent, int deaths) {

    /** A revision that no one has claimed yet. */
    public Waiting(CommentKey key, double danger, CommentSeen seen, Optional<String> traceparent) {
      this(key, danger, seen, traceparent, 0);
    }

    /** Returns their events, in the same order. */
    public static List<CommentSeen> events(List<Waiting> waiting) {
      return waiting.stream().map(Waiting::seen).toList();
    }

    /** Returns the accounts that they were written on. */
    public static Set<String> accounts(List<Waiting> waiting) {
      return waiting.stream().map(one -> one.key().account()).collect(Collectors.toSet());
    }
  }

  private record Numbered(long id, Waiting waiting) {}

  private final Connection connection;

  /**
   * Opens the queue.
   *
   * @param connection in a transaction
   */
  public SecondLookQueue(Connection connection) {
    this.connection = connection;
  }

  /** Adds revisions, in the order in which those of one comment are to be read. */
  public void add(Collection<Waiting> revisions, Instant now) throws SQLException {
    ColumnArrays.of(revisions)
        .text(w -> w.key().account())
        .text(w -> w.key().id())
        .text(w -> w.seen().revision())
        .real(Waiting::danger)
        .time(w -> now)
        .text(w -> new String(EventJson.write(w.seen()), StandardCharsets.UTF_8))
        .text(w -> w.traceparent().orElse(null))
        .execute(
            connection,
            """
            insert into second_look (account, comment_id, revision, danger, since, seen, traceparent)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """);
  }

  /**
   * Returns those of these comments that have a revision here, and locks those: while this
   * transaction judges an edit, no second verdict is written on what was there before.
   */
  public Set<CommentKey> among(Set<CommentKey> comments) throws SQLException {
    return new HashSet<>(
        ColumnArrays.of(comments)
            .text(CommentKey::account)
            .text(CommentKey::id)
            .query(
                connection,
                """
                select account, comment_id
                from second_look
                where (account, comment_id) in (select * from unnest(?, ?))
                order by id
                for update
                """,
                SecondLookQueue::key));
  }

  /**
   * Claims the most dangerous, with all revisions of their comments. A claim that was neither
   * released nor taken out counts as a death. One that cannot be read, as after an unwise
   * downgrade, stays where it is and holds up no other.
   *
   * @param comments most comments
   * @param lease time after which another instance may claim them
   * @return in the order in which they arrived
   */
  public List<Waiting> claim(int comments, Duration lease) throws SQLException {
    List<Optional<Numbered>> claimed =
        ColumnArrays.of(List.of(lease))
            .text(Duration::toString)
            .query(
                connection,
                """
                with due as (
                  select account, comment_id
                  from second_look w
                  where (claimed_until is null or claimed_until < clock_timestamp())
                    and (not_before is null or not_before < clock_timestamp())
                    and not exists (
                      select from second_look o
                      where (o.account, o.comment_id) = (w.account, w.comment_id)
                        and o.claimed_until >= clock_timestamp())
                  order by (failures > 0), danger desc, id
                  limit %d
                  for update skip locked)
                update second_look s
                set claimed_until = clock_timestamp() + lease::interval,
                  deaths = deaths + (s.claimed_until is not null)::int
                from due cross join unnest(?) as l(lease)
                where s.account = due.account and s.comment_id = due.comment_id
                returning s.id, s.account, s.comment_id, s.danger, s.seen, s.traceparent, s.deaths
                """
                    .formatted(comments),
                SecondLookQueue::numbered);
    return claimed.stream()
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingLong(Numbered::id))
        .map(Numbered::waiting)
        .toList();
  }

  private static CommentKey key(ResultSet row) throws SQLException {
    return new CommentKey(row.getString("account"), row.getString("comment_id"));
  }

  private static Optional<Numbered> numbered(ResultSet row) throws SQLException {
    CommentKey key = key(row);
    try {
      return Optional.of(new Numbered(row.getLong("id"), waiting(key, row)));
    } catch (UnreadableEvent e) {
      LOG.log(
          System.Logger.Level.ERROR, "The second look cannot read the stored comment {0}.", key);
      return Optional.empty();
    }
  }

  private static Waiting waiting(CommentKey key, ResultSet row) throws SQLException {
    return new Waiting(
        key,
        row.getDouble("danger"),
        EventJson.read(row.getString("seen").getBytes(StandardCharsets.UTF_8), CommentSeen.class),
        Optional.ofNullable(row.getString("traceparent")),
        row.getInt("deaths"));
  }

  /** Ends the claim on these, so that they can be claimed again at once. */
  public void release(List<Waiting> claimed) throws SQLException {
    if (claimed.isEmpty()) {
      return;
    }
    ColumnArrays.of(claimed)
        .text(w -> w.key().account())
        .text(w -> w.key().id())
        .text(w -> w.seen().revision())
        .execute(
            connection,
            """
            update second_look
            set claimed_until = null
            where (account, comment_id, revision) in (select * from unnest(?, ?, ?))
            """);
  }

  /**
   * Renews the claim on these. It passes over what was released or taken out since, and what is
   * locked for that at this moment.
   *
   * @param lease from now on
   */
  public void keep(List<Waiting> claimed, Duration lease) throws SQLException {
    ColumnArrays.of(claimed)
        .text(w -> w.key().account())
        .text(w -> w.key().id())
        .text(w -> w.seen().revision())
        .text(w -> lease.toString())
        .execute(
            connection,
            """
            with present as (
              select s.account, s.comment_id, s.revision, c.lease
              from second_look s join unnest(?, ?, ?, ?) as c(account, comment_id, revision, lease)
                on (s.account, s.comment_id, s.revision) = (c.account, c.comment_id, c.revision)
              where s.claimed_until is not null
              for update of s skip locked)
            update second_look s
            set claimed_until = clock_timestamp() + p.lease::interval
            from present p
            where (s.account, s.comment_id, s.revision) = (p.account, p.comment_id, p.revision)
            """);
  }

  /**
   * Lets no one claim a comment for a while.
   *
   * @param wait from now on
   */
  public void postpone(List<Waiting> comment, Duration wait) throws SQLException {
    ColumnArrays.of(comment)
        .text(w -> w.key().account())
        .text(w -> w.key().id())
        .text(w -> wait.toString())
        .execute(
            connection,
            """
            update second_look s
            set not_before = clock_timestamp() + c.wait::interval
            from unnest(?, ?, ?) as c(account, comment_id, wait)
            where (s.account, s.comment_id) = (c.account, c.comment_id)
            """);
  }

  /**
   * Counts that a comment failed alone. From then on it waits behind the others.
   *
   * @return how often it has failed
   */
  public int failed(List<Waiting> comment) throws SQLException {
    return ColumnArrays.of(comment)
        .text(w -> w.key().account())
        .text(w -> w.key().id())
        .query(
            connection,
            """
            update second_look
            set failures = failures + 1
            where (account, comment_id) in (select * from unnest(?, ?))
            returning failures
            """,
            row -> row.getInt("failures"))
        .stream()
        .mapToInt(times -> times)
        .max()
        .orElse(0);
  }

  /** Takes these out, and returns those that no one else took out before, in the same order. */
  public List<Waiting> take(List<Waiting> claimed) throws SQLException {
    record Revision(CommentKey key, String revision) {
      static Revision of(Waiting waiting) {
        return new Revision(waiting.key(), waiting.seen().revision());
      }
    }
    Set<Revision> taken =
        new HashSet<>(
            ColumnArrays.of(claimed)
                .text(w -> w.key().account())
                .text(w -> w.key().id())
                .text(w -> w.seen().revision())
                .query(
                    connection,
                    """
                    delete from second_look
                    where (account, comment_id, revision) in (select * from unnest(?, ?, ?))
                    returning account, comment_id, revision
                    """,
                    row -> new Revision(key(row), row.getString("revision"))));
    List<Waiting> present = new ArrayList<>(claimed);
    present.removeIf(waiting -> !taken.contains(Revision.of(waiting)));
    return present;
  }
}
