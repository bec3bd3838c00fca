package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.api.DeliveredRow.PostRow;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes one account's changes in few statements, because their sender waits for the answer. */
final class DeliveryWriter {
  /**
   * A change of a comment.
   *
   * @param raw the row as received, if its text changed
   */
  record Change(DeliveredState after, Optional<String> raw) {}

  private final Handle transaction;
  private final String account;
  private final boolean history;

  /**
   * Creates a writer.
   *
   * @param history whether the texts come out of the system's history
   */
  DeliveryWriter(Handle transaction, String account, boolean history) {
    this.transaction = transaction;
    this.account = account;
    this.history = history;
  }

  /**
   * Writes changes in their order.
   *
   * @return the place of the first one; empty if there is none
   */
  OptionalLong write(List<Change> changes) {
    if (changes.isEmpty()) {
      return OptionalLong.empty();
    }
    List<Long> sequences = sequences(changes.size());
    Map<String, DeliveredState> newest = new HashMap<>();
    try (PreparedBatch texts = texts();
        PreparedBatch states = states()) {
      for (int i = 0; i < changes.size(); i++) {
        DeliveredState after = changes.get(i).after();
        String id = after.commentId();
        DeliveredState before = newest.getOrDefault(id, after);
        changes
            .get(i)
            .raw()
            .map(raw -> texts.bind("raw", raw.getBytes(UTF_8)).bind("history", history))
            .orElseGet(() -> states.bind("before", before.newest()))
            .bind("sequence", sequences.get(i))
            .bind("account", account)
            .bind("comment", id)
            .bind("post", after.postId())
            .bind("hidden", after.hidden())
            .bind("gone", after.gone())
            .add();
        newest.put(id, after.at(sequences.get(i)));
      }
      execute(texts);
      execute(states);
    }
    standing(newest);
    return OptionalLong.of(sequences.get(0));
  }

  private static void execute(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private List<Long> sequences(int count) {
    return transaction
        .createQuery(
            """
            select nextval(pg_get_serial_sequence('delivered_row', 'sequence')) as next
            from generate_series(1, :count)
            order by next
            """)
        .bind("count", count)
        .mapTo(Long.class)
        .list();
  }

  private PreparedBatch texts() {
    return transaction.prepareBatch(
        """
        insert into delivered_row (sequence, account, comment_id, post_id, raw, hidden, gone, history)
        overriding system value
        values (:sequence, :account, :comment, :post, :raw, :hidden, :gone, :history)
        """);
  }

  /** Repeats the newest text in another state; does nothing if the text is no longer kept. */
  private PreparedBatch states() {
    return transaction.prepareBatch(
        """
        insert into delivered_row (sequence, account, comment_id, post_id, raw, hidden, gone, history)
        overriding system value
        select :sequence, :account, :comment, :post, raw, :hidden, :gone, history
        from delivered_row where sequence = :before
        """);
  }

  private void standing(Map<String, DeliveredState> newest) {
    try (PreparedBatch batch =
        transaction.prepareBatch(
            """
            insert into delivered_comment (account, comment_id, post_id, author_id, written_at, changed_at,
              digest, timed, untimed, hidden, hidden_at, gone, newest)
            values (:account, :commentId, :postId, :authorId, :writtenAt, :text.changedAt,
              :text.digest, :text.timed, :text.untimed, :hidden, :hiddenAt, :gone, :newest)
            on conflict (account, comment_id) do update
            set post_id = excluded.post_id, author_id = excluded.author_id, changed_at = excluded.changed_at,
              digest = excluded.digest, timed = excluded.timed, untimed = excluded.untimed, hidden = excluded.hidden, hidden_at = excluded.hidden_at,
              gone = excluded.gone, newest = excluded.newest
            """)) {
      newest.values().forEach(one -> batch.bindMethods(one).bind("account", account).add());
      batch.execute();
    }
  }

  /** Writes posts, and returns for each whether it was news. */
  List<Boolean> posts(List<PostRow> posts) {
    if (posts.isEmpty()) {
      return List.of();
    }
    try (PreparedBatch batch =
        transaction.prepareBatch(
            """
            insert into delivered_post (account, post_id, raw, changed_at, digest)
            values (:account, :post, :raw, :changedAt, :digest)
            on conflict (account, post_id) do update
            set raw = excluded.raw, changed_at = excluded.changed_at, digest = excluded.digest,
              sequence = default
            where delivered_post.changed_at <= excluded.changed_at
              and delivered_post.digest <> excluded.digest
            """)) {
      for (PostRow row : posts) {
        batch
            .bind("account", account)
            .bind("post", row.id())
            .bind("raw", row.raw().getBytes(UTF_8))
            .bind("changedAt", row.changedAt())
            .bind("digest", row.digest())
            .add();
      }
      return Arrays.stream(batch.execute()).mapToObj(rows -> rows == 1).toList();
    }
  }
}
