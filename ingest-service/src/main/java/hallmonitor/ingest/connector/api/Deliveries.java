package hallmonitor.ingest.connector.api;

import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.contract.event.CommentSeen.Visibility;
import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.PostSighting;
import hallmonitor.ingest.connector.Sighting;
import hallmonitor.ingest.connector.TimeSpan;
import hallmonitor.ingest.connector.api.DeliveredRow.CommentRow;
import hallmonitor.ingest.connector.api.DeliveredRow.PostRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Reads what one account's system delivered. */
final class Deliveries {
  static final int PAGE = 200;

  /** Most bytes of a page, so that long texts do not fill the memory. */
  private static final int PAGE_BYTES = 1024 * 1024;

  /**
   * A state of a comment, and its place in the order of changes.
   *
   * @param history whether its text comes out of the system's history
   */
  public record Found(
      long sequence,
      String commentId,
      byte[] raw,
      boolean hidden,
      boolean gone,
      boolean history,
      byte @Nullable [] post) {
    /** Empty for a row that cannot be read again. */
    Optional<Sighting> sighting() {
      return RowReader.stored(raw).map(CommentRow.class::cast).map(this::sighting);
    }

    private Sighting sighting(CommentRow row) {
      return new Sighting(
          row.id(),
          Optional.ofNullable(post)
              .flatMap(Deliveries::post)
              .map(PostSighting::beginning)
              .orElseGet(() -> new Post(row.post(), "", "", Optional.empty())),
          row.parent(),
          row.author(),
          row.text(),
          hidden ? Visibility.HIDDEN : Visibility.VISIBLE,
          row.attachments(),
          row.permalink(),
          Optional.of(row.writtenAt()),
          row.raw(),
          history);
    }
  }

  /** A post, and its place in the order of changes. */
  public record FoundPost(long sequence, byte[] raw) {
    Optional<PostSighting> sighting() {
      return post(raw);
    }
  }

  /** The changes after a position. */
  private static final String CHANGES =
      """
      select * from delivered_row
      where account = :account and sequence > :after""";

  /** How one comment stood at a place, unless it was gone then. */
  private static final String ONE_STANDING =
      """
      select * from (
        select * from delivered_row
        where account = :account and comment_id = :comment and sequence <= :at
        order by sequence desc limit 1) latest
      where not gone""";

  /** How the comments of a span stood at a place, without those that were gone then. */
  private static final String STANDING =
      """
      select latest.*
      from delivered_comment c
      cross join lateral (
        select * from delivered_row change
        where change.account = c.account and change.comment_id = c.comment_id and change.sequence <= :at
        order by change.sequence desc limit 1) latest
      where c.account = :account and c.written_at > :from and c.written_at < :until
        and not latest.gone and latest.sequence > :after""";

  private final Jdbi database;
  private final String account;

  Deliveries(Jdbi database, String account) {
    this.database = database;
    this.account = account;
  }

  private static Optional<PostSighting> post(byte[] raw) {
    return RowReader.stored(raw)
        .map(PostRow.class::cast)
        .map(
            row ->
                new PostSighting(
                    row.id(),
                    row.title(),
                    row.text(),
                    row.pictures(),
                    row.permalink(),
                    Optional.of(row.writtenAt())));
  }

  /** Returns the changes after a position, in order, up to one page. */
  List<Found> changesAfter(long sequence) throws PlatformException {
    return page(CHANGES, Map.of("after", sequence));
  }

  /**
   * Returns how comments of a span stood at a place in the changes, as many as one page takes.
   *
   * @param after the sequence of the last one on the previous page
   */
  List<Found> standing(TimeSpan span, long at, long after) throws PlatformException {
    return page(
        STANDING, Map.of("from", span.after(), "until", span.before(), "at", at, "after", after));
  }

  /** Returns how a comment stood at a place; empty if it was gone or not yet delivered. */
  Optional<Found> standing(String comment, long at) throws PlatformException {
    return page(ONE_STANDING, Map.of("comment", comment, "at", at)).stream().findFirst();
  }

  /** Returns rows with their posts; always the first one, and further ones while they are small. */
  private List<Found> page(String rows, Map<String, ?> values) throws PlatformException {
    return asked(
        h ->
            h.createQuery(
                    """
                    with found as (%s),
                    next as (select * from found order by sequence limit :page),
                    joined as (
                      select n.sequence, n.comment_id, n.raw, n.hidden, n.gone, n.history, p.raw as post,
                        octet_length(n.raw) + coalesce(octet_length(p.raw), 0) as bytes
                      from next n left join delivered_post p on p.account = n.account and p.post_id = n.post_id),
                    sized as (
                      select *, sum(bytes) over (order by sequence) - bytes as before from joined)
                    select sequence, comment_id, raw, hidden, gone, history, post
                    from sized where before < :bytes
                    order by sequence
                    """
                        .formatted(rows))
                .bind("account", account)
                .bindMap(values)
                .bind("page", PAGE)
                .bind("bytes", PAGE_BYTES)
                .map(ConstructorMapper.of(Found.class))
                .list());
  }

  /** Asks the database; if it does not answer, it is asked again later, like any platform. */
  private <T> T asked(HandleCallback<T, RuntimeException> question) throws PlatformException {
    try {
      return database.withHandle(question);
    } catch (JdbiException e) {
      throw new PlatformException(
          new Fault.Transient("The database does not answer. It is tried again."), e);
    }
  }

  /** Returns the place of the post that changed last; 0 if there is none. */
  long newestPost() throws PlatformException {
    return asked(
        h ->
            h.createQuery(
                    """
                    select coalesce(max(sequence), 0) as sequence from delivered_post where account = :account
                    """)
                .bind("account", account)
                .mapTo(Long.class)
                .one());
  }

  /** Returns posts, the most recently changed ones first. */
  List<FoundPost> posts(long before) throws PlatformException {
    return asked(
        h ->
            h.createQuery(
                    """
                    with next as (
                      select sequence, raw from delivered_post
                      where account = :account and sequence < :before
                      order by sequence desc limit :page),
                    sized as (
                      select *, sum(octet_length(raw)) over (order by sequence desc) - octet_length(raw) as before
                      from next)
                    select sequence, raw from sized where before < :bytes order by sequence desc
                    """)
                .bind("account", account)
                .bind("before", before)
                .bind("page", PAGE)
                .bind("bytes", PAGE_BYTES)
                .map(ConstructorMapper.of(FoundPost.class))
                .list());
  }

  /** Returns whether more changes than this wait after a place. */
  boolean waitMoreThan(int most, long after) {
    return database.withHandle(
        h ->
            h.createQuery(
                    """
                    select count(*) > :most from (
                      select from delivered_row
                      where account = :account and sequence > :after limit :most + 1) waiting
                    """)
                .bind("account", account)
                .bind("after", after)
                .bind("most", most)
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Deletes what is read and not needed again: all texts but the newest of each comment, after 70
   * days that one, too, which is longer than comments are read again, and after a week how much was
   * stored on a day.
   *
   * @param read the position up to which everything is published
   */
  void forget(long read) {
    database.useTransaction(
        t -> {
          t.createUpdate(
                  """
                  delete from delivered_row r
                  using delivered_comment c
                  where r.account = :account and r.sequence <= :read
                    and c.account = r.account and c.comment_id = r.comment_id
                    and (exists (
                        select from delivered_row later
                        where later.account = r.account and later.comment_id = r.comment_id
                          and later.sequence > r.sequence and later.sequence <= :read)
                      or c.newest = r.sequence and (c.gone
                        or c.written_at < now() - interval '70 days'
                          and r.received_at < now() - interval '70 days'))
                  """)
              .bind("account", account)
              .bind("read", read)
              .execute();
          t.createUpdate(
                  """
                  delete from delivered_day
                  where account = :account and day < (now() at time zone 'UTC')::date - 7
                  """)
              .bind("account", account)
              .execute();
        });
  }
}
