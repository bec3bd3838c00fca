package hallmonitor.ingest.connector.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.api.DeliveredRow.CommentRow;
import hallmonitor.ingest.connector.api.DeliveredRow.PostRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads what one account's system delivered. */
final class Deliveries {
  static final int PAGE = 200;
  private static final int PAGE_OF_POSTS = 20;

  /** Bytes of a page, so that long texts do not fill the memory. */
  private static final int PAGE_BYTES = 1024 * 1024;

  /** A state of a comment, and its place in the order of changes. */
  public record Found(
      long sequence,
      String commentId,
      byte[] raw,
      boolean hidden,
      boolean gone,
      byte @Nullable [] post) {
    Sighting sighting() {
      CommentRow row = (CommentRow) RowReader.stored(new String(raw, UTF_8));
      return new Sighting(
          row.id(),
          Optional.ofNullable(post)
              .map(bytes -> Deliveries.post(bytes).beginning())
              .orElseGet(() -> new Post(row.post(), "", "", Optional.empty())),
          row.parent(),
          row.author(),
          row.text(),
          hidden ? Visibility.HIDDEN : Visibility.VISIBLE,
          row.attachments(),
          row.permalink(),
          Optional.of(row.writtenAt()),
          row.raw());
    }
  }

  /** A post, and its place in the order of changes. */
  public record FoundPost(long sequence, byte[] raw) {
    PostSighting sighting() {
      return post(raw);
    }
  }

  private final Jdbi database;
  private final String account;

  Deliveries(Jdbi database, String account) {
    this.database = database;
    this.account = account;
  }

  private static PostSighting post(byte[] raw) {
    PostRow row = (PostRow) RowReader.stored(new String(raw, UTF_8));
    return new PostSighting(
        row.id(),
        row.title(),
        row.text(),
        row.pictures(),
        row.permalink(),
        Optional.of(row.writtenAt()));
  }

  /** Returns every change after a place, in order, as many as one page takes. */
  List<Found> changesAfter(long sequence) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    with next as (
                      select * from delivered_row
                      where account = :account and sequence > :after
                      order by sequence limit :page),
                    sized as (
                      select *, sum(octet_length(raw)) over (order by sequence) - octet_length(raw) as before
                      from next)
                    select r.sequence, r.comment_id, r.raw, r.hidden, r.gone, p.raw as post
                    from sized r left join delivered_post p on p.account = r.account and p.post_id = r.post_id
                    where r.before < :bytes
                    order by r.sequence
                    """)
                .bind("account", account)
                .bind("after", sequence)
                .bind("page", PAGE)
                .bind("bytes", PAGE_BYTES)
                .map(ConstructorMapper.of(Found.class))
                .list());
  }

  /**
   * Returns how comments of a span stand now, without those that are gone.
   *
   * @param after the sequence of the last one of the page before
   */
  List<Found> standing(TimeSpan span, long after) {
    return standing(
        "c.written_at > :from and c.written_at < :until and c.newest > :after",
        Map.of("from", span.after(), "until", span.before(), "after", after));
  }

  /** Returns how a comment stands now; empty if it is gone or was never delivered. */
  Optional<Found> standing(String comment) {
    return standing("c.comment_id = :comment", Map.of("comment", comment)).stream().findFirst();
  }

  private List<Found> standing(String which, Map<String, ?> values) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select r.sequence, r.comment_id, r.raw, r.hidden, r.gone, p.raw as post
                    from delivered_comment c
                      join delivered_row r on r.sequence = c.newest
                      left join delivered_post p on p.account = r.account and p.post_id = r.post_id
                    where c.account = :account and not c.gone and %s
                    order by c.newest limit :page
                    """
                        .formatted(which))
                .bind("account", account)
                .bindMap(values)
                .bind("page", PAGE)
                .map(ConstructorMapper.of(Found.class))
                .list());
  }

  /** Returns posts, those first that were changed last. */
  List<FoundPost> posts(long before) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select sequence, raw from delivered_post
                    where account = :account and sequence < :before
                    order by sequence desc limit :page
                    """)
                .bind("account", account)
                .bind("before", before)
                .bind("page", PAGE_OF_POSTS)
                .map(ConstructorMapper.of(FoundPost.class))
                .list());
  }

  /**
   * Deletes texts that are read and not needed again: all but the newest of each comment, and after
   * 70 days that one, too, which is longer than comments are read again.
   *
   * @param read up to where everything is published
   */
  void forget(long read) {
    database.useHandle(
        h ->
            h.createUpdate(
                    """
                    delete from delivered_row r
                    using delivered_comment c
                    where r.account = :account and r.sequence <= :read
                      and c.account = r.account and c.comment_id = r.comment_id
                      and (c.newest <> r.sequence or c.gone
                        or c.written_at < now() - interval '70 days'
                          and r.received_at < now() - interval '70 days')
                    """)
                .bind("account", account)
                .bind("read", read)
                .execute());
  }
}
