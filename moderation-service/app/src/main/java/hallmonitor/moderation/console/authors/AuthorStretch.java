package hallmonitor.moderation.console.authors;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.author.AuthorKey;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.comments.PlaceInList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of what authors wrote, from a place back. It has so many comments at most, so a page
 * costs the same for an author of hundreds of thousands.
 *
 * @param after where it begins
 * @param from when the oldest of its comments was seen
 * @param whole whether nothing older follows
 */
record AuthorStretch(List<AuthorKey> keys, PlaceInList after, Instant from, boolean whole) {
  /** Most comments of a stretch, but for those that were seen in the same moment. */
  static final int MOST = 10_000;

  /** Later than all comments. */
  private static final PlaceInList NEWEST =
      PlaceInList.before(Instant.parse("9999-01-01T00:00:00Z"));

  /** The database tells no shorter time. */
  private static final int MICROSECOND = 1_000;

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final String THEIRS =
      """
      from unnest(:key_accounts, :keys) as k(account, author_key)
      join comment c on c.account = k.account and c.author_key = k.author_key
      """;

  /** Reads the index of authors alone, so that the length of texts does not matter. */
  private static final String END =
      """
      select count(*) as number, min(first_seen_at) filter (where place <= :most) as at
      from (
        select first_seen_at, row_number() over (order by first_seen_at desc) as place
        from (
          select c.first_seen_at %s
          where c.first_seen_at <= :until order by c.first_seen_at desc limit :most + 1) newest) numbered
      """
          .formatted(THEIRS);

  /** The comments of the stretch. */
  static final String WALKED =
      """
      with walked as materialized (
        select c.account, c.comment_id, c.first_seen_at, c.visibility, c.parent_id is not null as reply, c.author_name
        %s
        where c.disposal_id is null and c.visibility <> 'elsewhere'
          and c.first_seen_at between :from and :until
          and (c.first_seen_at < :until or (c.account, c.comment_id) > (:last_account, :last_id)))
      """
          .formatted(THEIRS);

  /** How far a stretch goes. */
  public record End(long number, @Nullable Instant at) {}

  /**
   * Finds a stretch.
   *
   * @param after the last comment before it; empty for the newest
   * @param most as many comments at most
   */
  static AuthorStretch of(Handle h, List<AuthorKey> keys, Optional<PlaceInList> after, int most) {
    PlaceInList place = after.orElse(NEWEST);
    End end =
        bindKeys(h.createQuery(END), keys)
            .bind("until", place.at().atOffset(ZoneOffset.UTC))
            .bind("most", most)
            .map(rows(End.class))
            .one();
    boolean whole = end.number() <= most || end.at() == null;
    return new AuthorStretch(keys, place, whole || end.at() == null ? EARLIEST : end.at(), whole);
  }

  static Query bindKeys(Query query, List<AuthorKey> keys) {
    return query
        .bindArray("key_accounts", String.class, keys.stream().map(AuthorKey::account).toList())
        .bindArray("keys", String.class, keys.stream().map(AuthorKey::key).toList());
  }

  /** Returns a query that begins with {@link #WALKED}, with what it and the viewer's sight bind. */
  Query query(Handle h, String sql, Sight sight) {
    return sight
        .bind(bindKeys(h.createQuery(sql), keys))
        .bind("from", from.atOffset(ZoneOffset.UTC))
        .bind("until", after.at().atOffset(ZoneOffset.UTC))
        .bind("last_account", after.comment().account())
        .bind("last_id", after.comment().id());
  }

  /**
   * Returns where it goes on: after the last line, or before everything of the stretch; empty if
   * nothing follows.
   *
   * @param more whether the stretch has more lines than these
   */
  Optional<PlaceInList> next(List<AuthorLine> lines, boolean more) {
    if (more) {
      return Optional.of(lines.get(lines.size() - 1).place());
    }
    return whole ? Optional.empty() : Optional.of(PlaceInList.before(from.minusNanos(MICROSECOND)));
  }
}
