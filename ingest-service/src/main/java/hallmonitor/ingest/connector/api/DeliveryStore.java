package hallmonitor.ingest.connector.api;

import hallmonitor.ingest.connector.api.DeliveredRow.CommentRow;
import hallmonitor.ingest.connector.api.DeliveredRow.PostRow;
import hallmonitor.ingest.connector.api.DeliveryWriter.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Stores what one account's system delivers. An account's transactions run one after the other, so
 * that a reader who follows the sequence of changes skips none.
 */
final class DeliveryStore {
  /** The outcome of a row. */
  enum Fate {
    NEWS,
    /** Known, older than what is known, or about a deleted comment. */
    NO_NEWS,
    /** It is about a comment that was never delivered. */
    UNKNOWN,
    /** It changes a comment that was deleted. */
    TOO_LATE;

    static Fate of(boolean news) {
      return news ? NEWS : NO_NEWS;
    }
  }

  private final Jdbi database;
  private final String account;
  private final DailyLimit limit;

  /**
   * Creates a store.
   *
   * @param limit on what the system may have stored in a day
   */
  DeliveryStore(Jdbi database, String account, DailyLimit limit) {
    this.database = database;
    this.account = account;
    this.limit = limit;
  }

  /**
   * Stores rows in their order, all or none, and returns what became of each.
   *
   * @param history whether they come out of the system's history
   * @throws DailyLimit.Reached if they would be more than a day may have; then none is stored
   */
  List<Fate> store(Collection<DeliveredRow> rows, boolean history) throws DailyLimit.Reached {
    return alone(
        t -> {
          DeliveryWriter writer = new DeliveryWriter(t, account, history);
          List<PostRow> posts = of(PostRow.class, rows);
          List<Boolean> newPosts = writer.posts(posts);
          Iterator<Boolean> next = newPosts.iterator();
          Map<String, DeliveredState> standing =
              standing(t, rows.stream().map(DeliveredRow::id).toList());
          List<Change> changes = new ArrayList<>();
          List<Fate> fates = new ArrayList<>();
          for (DeliveredRow row : rows) {
            fates.add(row instanceof PostRow ? Fate.of(next.next()) : take(row, standing, changes));
          }
          OptionalLong first = writer.write(changes);
          limit.count(t, account, first, news(posts, newPosts));
          return fates;
        });
  }

  private static List<PostRow> news(List<PostRow> posts, List<Boolean> news) {
    return IntStream.range(0, posts.size()).filter(news::get).mapToObj(posts::get).toList();
  }

  private static <T> List<T> of(Class<T> kind, Collection<DeliveredRow> rows) {
    return rows.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Fate take(
      DeliveredRow row, Map<String, DeliveredState> standing, List<Change> changes) {
    DeliveredState known = standing.get(row.id());
    Optional<CommentRow> text = Optional.empty();
    DeliveredState after = known;
    if (row instanceof CommentRow comment) {
      after = known == null ? DeliveredState.first(comment) : known.after(comment);
      text = Optional.of(comment);
    } else if (known != null) {
      after = known.after(row);
    }
    if (after == null) {
      return Fate.UNKNOWN;
    }
    if (known != null && known.isTooLate(row)) {
      return Fate.TOO_LATE;
    }
    boolean news = !after.equals(known);
    if (news) {
      standing.put(row.id(), after);
      changes.add(new Change(after, text.map(CommentRow::raw)));
    }
    return Fate.of(news);
  }

  private <T, X extends Exception> T alone(HandleCallback<T, X> work) throws X {
    return database.inTransaction(
        t -> {
          t.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "delivered " + account);
          return work.withHandle(t);
        });
  }

  Optional<DeliveredState> standing(String comment) {
    return database.withHandle(
        h -> Optional.ofNullable(standing(h, List.of(comment)).get(comment)));
  }

  private Map<String, DeliveredState> standing(Handle h, List<String> comments) {
    Map<String, DeliveredState> found = new HashMap<>();
    h.createQuery(
            """
            select * from delivered_comment
            where account = :account and comment_id = any(:comments)
            """)
        .bind("account", account)
        .bindArray("comments", String.class, comments.toArray())
        .map(ConstructorMapper.of(DeliveredState.class))
        .forEach(one -> found.put(one.commentId(), one));
    return found;
  }

  /** Records that an act succeeded in its system, as if the system had reported it. */
  void acted(String comment, UnaryOperator<DeliveredState> act) {
    alone(
        t -> {
          Optional<DeliveredState> before =
              Optional.ofNullable(standing(t, List.of(comment)).get(comment));
          Optional<DeliveredState> after = before.map(act).filter(one -> !one.equals(before.get()));
          new DeliveryWriter(t, account, false)
              .write(after.stream().map(one -> new Change(one, Optional.empty())).toList());
          return after;
        });
  }
}
