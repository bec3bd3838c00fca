package hallmonitor.moderation.store.archive;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.ColumnArrays;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What both looks have to do with the pictures of comments: put them in the queue, and hear of
 * them.
 */
public final class PicturedRevisions {
  /** More pictures of one comment are not read, and are marked so. */
  public static final int MOST_OF_A_COMMENT = 4;

  /**
   * A revision with pictures.
   *
   * @param seen the event as ingest published it
   * @param traceparent the trace that it belongs to
   * @param fromHistory whether it was read with the account's history
   */
  public record Pictured(
      CommentKey key, CommentSeen seen, Optional<String> traceparent, boolean fromHistory) {}

  private record Row(Pictured of, String url, boolean tooMany) {}

  private final Connection connection;

  /**
   * Opens it.
   *
   * @param connection in a transaction
   */
  public PicturedRevisions(Connection connection) {
    this.connection = connection;
  }

  /**
   * Adds the pictures of revisions that this transaction archives. A picture that was read before,
   * in an earlier revision of its comment, is not read again, but its words are judged with the new
   * one; one that was given up is tried again. Without a picture, the database is not asked.
   */
  public void add(List<Pictured> revisions, Instant now) throws SQLException {
    List<Row> rows = rows(revisions);
    forgetGivenUp(rows);
    ColumnArrays.of(rows)
        .text(r -> r.of().key().account())
        .text(r -> r.of().key().id())
        .text(r -> CommentPictures.key(r.url()))
        .text(Row::url)
        .text(r -> host(r.url()))
        .text(r -> r.of().seen().revision())
        .text(r -> new String(EventJson.write(r.of().seen()), StandardCharsets.UTF_8))
        .text(r -> r.of().traceparent().orElse(null))
        .flag(r -> r.of().fromHistory())
        .text(r -> (r.tooMany() ? PictureGap.TOO_MANY : PictureGap.NONE).code())
        .time(r -> now)
        .execute(
            connection,
            """
            insert into picture_reading as old (account, comment_id, url_key, url, host, revision, seen,
              traceparent, from_history, state, why, since, due_at)
            select account, comment_id, url_key, url, host, revision, seen, traceparent, from_history, 'waiting', why, at, at
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              as p(account, comment_id, url_key, url, host, revision, seen, traceparent, from_history, why, at)
            on conflict (account, comment_id, url_key) do update
            set revision = excluded.revision, seen = excluded.seen, traceparent = excluded.traceparent,
              to_judge = old.words <> '' or old.for_people or old.known_key <> ''
            """);
  }

  private void forgetGivenUp(List<Row> rows) throws SQLException {
    ColumnArrays.of(rows)
        .text(r -> r.of().key().account())
        .text(r -> r.of().key().id())
        .text(r -> CommentPictures.key(r.url()))
        .execute(
            connection,
            """
            delete from picture_reading
            where (account, comment_id, url_key) in (select * from unnest(?, ?, ?))
              and (state = 'unread' or why = 'too-many') and known_key = ''
            """);
  }

  /** A batch may bring several revisions of one comment: the last one counts. */
  private static List<Row> rows(List<Pictured> revisions) {
    List<Row> rows = new ArrayList<>();
    for (Pictured pictured : revisions) {
      List<String> urls = pictured.seen().attachments().stream().distinct().toList();
      rows.removeIf(row -> row.of().key().equals(pictured.key()) && urls.contains(row.url()));
      for (int i = 0; i < Math.min(urls.size(), MOST_OF_A_COMMENT + 1); i++) {
        rows.add(new Row(pictured, urls.get(i), i == MOST_OF_A_COMMENT));
      }
    }
    return rows;
  }

  private static String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      return "";
    }
  }

  /** Returns what the second look must hear of the pictures of these comments. */
  public List<PictureHeard> of(Set<CommentKey> comments) throws SQLException {
    return ColumnArrays.of(comments)
        .text(CommentKey::account)
        .text(CommentKey::id)
        .query(
            connection,
            """
            select p.id, p.account, p.comment_id, p.url_key, p.words, p.for_people, p.known_key,
              -- A picture that was removed from the list is found no more, whatever was judged with it before.
              case when k.removed_at is null then p.known_category else '' end as known_category, p.known_score, p.known_why,
              (select case when bool_and(o.content_key <> '') then string_agg(o.content_key, ' ' order by o.content_key) end
               from picture_reading o where o.account = p.account and o.comment_id = p.comment_id) as together
            from picture_reading p left join known_picture k on p.known_key = 'listed/' || k.id
            where (p.account, p.comment_id) in (select * from unnest(?, ?)) and (p.words <> '' or p.for_people or p.known_key <> '')
            order by p.id
            """,
            row ->
                new PictureHeard(
                    row.getLong("id"),
                    new CommentKey(row.getString("account"), row.getString("comment_id")),
                    row.getString("url_key"),
                    row.getString("words"),
                    row.getBoolean("for_people"),
                    new KnownInPicture(
                        row.getString("known_key"),
                        row.getString("known_category"),
                        row.getDouble("known_score"),
                        row.getString("known_why")),
                    Objects.requireNonNullElse(row.getString("together"), "")));
  }

  /**
   * Records that a revision was judged with these pictures, after its case is written. What was
   * read since then, and an edit, is judged, too. The pictures of a comment without a case were
   * only here to be read.
   */
  public void judged(String revision, List<PictureHeard> pictures) throws SQLException {
    ColumnArrays.of(pictures)
        .text(p -> Long.toString(p.id()))
        .text(p -> revision)
        .text(PictureHeard::words)
        .flag(PictureHeard::forPeople)
        .text(p -> p.known().key())
        .execute(
            connection,
            """
            update picture_reading p set to_judge = false
            from unnest(?, ?, ?, ?, ?) as n(id, revision, words, for_people, known_key)
            where p.id = n.id::bigint and p.revision = n.revision
              and p.words = n.words and p.for_people = n.for_people and p.known_key = n.known_key
            """);
    ColumnArrays.of(pictures)
        .text(p -> Long.toString(p.id()))
        .execute(
            connection,
            CommentPictures.NOT_NEEDED
                + " and r.id in (select id::bigint from unnest(?) as n(id))");
  }
}
