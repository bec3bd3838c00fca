package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.api.DeliveredRow.CommentRow;
import hallmonitor.ingest.connector.api.DeliveredRow.DeletionRow;
import hallmonitor.ingest.connector.api.DeliveredRow.PostRow;
import hallmonitor.ingest.connector.api.DeliveredRow.VisibilityRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Writes what one account's system delivers. One transaction of an account follows the other, so
 * that who reads the rows by their sequence passes over none.
 */
final class DeliveryStore {
  /** What became of a row. */
  enum Fate {
    NEWS,
    /** Known, older than what is known, or of a comment that was deleted. */
    NO_NEWS,
    /** It is about a comment that was never delivered. */
    UNKNOWN
  }

  /** How a comment stands. */
  public record Standing(
      String postId,
      Optional<String> authorId,
      Instant changedAt,
      byte[] digest,
      boolean hidden,
      Instant hiddenAt,
      boolean gone) {
    Standing shown(boolean visible) {
      return new Standing(postId, authorId, changedAt, digest, !visible, hiddenAt, gone);
    }

    Standing deleted() {
      return new Standing(postId, authorId, changedAt, digest, hidden, hiddenAt, true);
    }
  }

  private final Jdbi database;
  private final String account;

  DeliveryStore(Jdbi database, String account) {
    this.database = database;
    this.account = account;
  }

  /** Stores rows in their order, all or none, and returns what became of each. */
  List<Fate> store(Collection<DeliveredRow> rows) {
    return alone(t -> rows.stream().map(row -> store(t, row)).toList());
  }

  private <T> T alone(Function<Handle, T> work) {
    return database.inTransaction(
        t -> {
          t.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "delivered " + account);
          return work.apply(t);
        });
  }

  private Fate store(Handle t, DeliveredRow row) {
    if (row instanceof PostRow post) {
      return post(t, post);
    }
    Optional<Standing> known = standing(t, row.id());
    if (row instanceof CommentRow comment) {
      return comment(t, known, comment);
    }
    if (known.isEmpty()) {
      return Fate.UNKNOWN;
    }
    if (row instanceof VisibilityRow visibility) {
      return visibility(t, known.get(), visibility);
    }
    return row instanceof DeletionRow && !known.get().gone()
        ? news(t, row.id(), known.get().hidden(), known.get().hiddenAt(), true)
        : Fate.NO_NEWS;
  }

  Optional<Standing> standing(String comment) {
    return database.withHandle(h -> standing(h, comment));
  }

  private Optional<Standing> standing(Handle h, String comment) {
    return h.createQuery(
            """
            select post_id, author_id, changed_at, digest, hidden, hidden_at, gone
            from delivered_comment
            where account = :account and comment_id = :comment
            """)
        .bind("account", account)
        .bind("comment", comment)
        .map(ConstructorMapper.of(Standing.class))
        .findFirst();
  }

  /** Notes that an act succeeded in its system, as if the system had told. */
  void acted(String comment, UnaryOperator<Standing> act, Instant now) {
    alone(
        t -> {
          Optional<Standing> before = standing(t, comment);
          Optional<Standing> after = before.map(act);
          if (before.isPresent() && !isSame(before.get(), after.get())) {
            return news(t, comment, after.get().hidden(), now, after.get().gone());
          }
          return Fate.NO_NEWS;
        });
  }

  private static boolean isSame(Standing one, Standing other) {
    return one.hidden() == other.hidden() && one.gone() == other.gone();
  }

  private Fate comment(Handle t, Optional<Standing> known, CommentRow row) {
    boolean news =
        known
            .map(
                k ->
                    !k.gone()
                        && !row.changedAt().isBefore(k.changedAt())
                        && !Arrays.equals(k.digest(), row.digest()))
            .orElse(true);
    if (!news) {
      return Fate.NO_NEWS;
    }
    t.createUpdate(
            """
            with added as (
              insert into delivered_row (account, comment_id, post_id, raw, hidden, gone)
              values (:account, :comment, :post, :raw, :hidden, false)
              returning sequence)
            insert into delivered_comment (account, comment_id, post_id, author_id, written_at, changed_at,
              digest, hidden, hidden_at, newest)
            select :account, :comment, :post, :author, :writtenAt, :changedAt, :digest, :hidden, :writtenAt, sequence
            from added
            on conflict (account, comment_id) do update
            set post_id = excluded.post_id, author_id = excluded.author_id, changed_at = excluded.changed_at,
              digest = excluded.digest, newest = excluded.newest
            """)
        .bind("account", account)
        .bind("comment", row.id())
        .bind("post", row.post())
        .bind("raw", row.raw().getBytes(UTF_8))
        .bind("author", row.author().id().orElse(null))
        .bind("writtenAt", row.writtenAt())
        .bind("changedAt", row.changedAt())
        .bind("digest", row.digest())
        .bind("hidden", known.map(Standing::hidden).orElse(row.hidden()))
        .execute();
    return Fate.NEWS;
  }

  private Fate visibility(Handle t, Standing known, VisibilityRow row) {
    boolean news =
        !known.gone() && row.hidden() != known.hidden() && row.at().isAfter(known.hiddenAt());
    return news ? news(t, row.id(), row.hidden(), row.at(), false) : Fate.NO_NEWS;
  }

  /** Adds the newest text once more, in another state. */
  private Fate news(Handle t, String comment, boolean hidden, Instant hiddenAt, boolean gone) {
    t.createUpdate(
            """
            with added as (
              insert into delivered_row (account, comment_id, post_id, raw, hidden, gone)
              select r.account, r.comment_id, r.post_id, r.raw, :hidden, :gone
              from delivered_comment c join delivered_row r on r.sequence = c.newest
              where c.account = :account and c.comment_id = :comment
              returning sequence)
            update delivered_comment
            set hidden = :hidden, hidden_at = :hiddenAt, gone = :gone,
              newest = coalesce((select sequence from added), newest)
            where account = :account and comment_id = :comment
            """)
        .bind("account", account)
        .bind("comment", comment)
        .bind("hidden", hidden)
        .bind("hiddenAt", hiddenAt)
        .bind("gone", gone)
        .execute();
    return Fate.NEWS;
  }

  private Fate post(Handle t, PostRow row) {
    int changed =
        t.createUpdate(
                """
                insert into delivered_post (account, post_id, raw, changed_at, digest)
                values (:account, :post, :raw, :changedAt, :digest)
                on conflict (account, post_id) do update
                set raw = excluded.raw, changed_at = excluded.changed_at, digest = excluded.digest,
                  sequence = default
                where delivered_post.changed_at <= excluded.changed_at
                  and delivered_post.digest <> excluded.digest
                """)
            .bind("account", account)
            .bind("post", row.id())
            .bind("raw", row.raw().getBytes(UTF_8))
            .bind("changedAt", row.changedAt())
            .bind("digest", row.digest())
            .execute();
    return changed == 1 ? Fate.NEWS : Fate.NO_NEWS;
  }
}
