package hallmonitor.moderation.store.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.moderation.casework.CommentKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Pictures of comments in the archive. Those of disposed comments are never kept: the comment is
 * locked, so a running disposal finishes first.
 */
public final class CommentPictures {
  private static final int KEY_SIGNS = 32;

  /**
   * Deletes what was only fetched to be read: neither evidence, nor of a comment with a case, nor
   * found by a request for records, nor asked for by a person; read or given up, and judged. Of a
   * video, its frames. The alias of the reading is {@code r}.
   */
  static final String NOT_NEEDED =
      """
      delete from comment_picture p
      using picture_reading r
      where r.account = p.account and r.comment_id = p.comment_id and r.url_key in (p.url_key, p.video_key)
        and r.fetched_at is not null and r.state <> 'waiting' and not r.to_judge and not p.evidence
        and not p.for_people
        and not exists (
          select from review_case rc where rc.account = p.account and rc.comment_id = p.comment_id)
        and not exists (
          select from records_request_item i
          where i.account = p.account and i.item_id = p.comment_id and i.kind <> 'post')
      """;

  /**
   * One picture.
   *
   * @param evidence whether the same bytes are sealed
   */
  public record Kept(byte[] content, boolean evidence, Instant keptAt) {}

  private CommentPictures() {}

  /** Returns the key of an address, safe in a path: hexadecimal. */
  public static String key(String url) {
    return contentKey(url.getBytes(UTF_8)).substring(0, KEY_SIGNS);
  }

  /** Returns what tells a picture from all others: the SHA-256 of its bytes, hexadecimal. */
  public static String contentKey(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stores a fetched picture, unless there is one already. */
  public static void keep(Handle transaction, CommentKey comment, String url, byte[] content) {
    transaction
        .createUpdate(
            """
            insert into comment_picture (account, comment_id, url_key, content, evidence)
            select c.account, c.comment_id, :key, :content, false
            from comment c
            where c.account = :account and c.comment_id = :comment and c.disposal_id is null
            for share of c
            on conflict do nothing
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("key", key(url))
        .bind("content", content)
        .execute();
  }

  /** Lets a picture, or the frames of a video, stay, because a person asked for it. */
  public static void stays(Handle transaction, CommentKey comment, String url) {
    transaction
        .createUpdate(
            """
            update comment_picture set for_people = true
            where account = :account and comment_id = :comment and :key in (url_key, video_key) and not for_people
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("key", key(url))
        .execute();
  }

  /**
   * Stores a picture from evidence, and replaces a fetched one, but not one with words that a
   * verdict rests on: if evidence's is another one, both stay, evidence's where it is sealed.
   */
  public static void keep(Handle transaction, PictureKept kept) {
    transaction
        .createUpdate(
            """
            insert into comment_picture as old (account, comment_id, url_key, content, evidence)
            select c.account, c.comment_id, :key, :content, true
            from review_case rc join comment c using (account, comment_id)
            where rc.case_id = :case and c.disposal_id is null
            for share of c
            on conflict (account, comment_id, url_key) do update
            set content = excluded.content, evidence = true, kept_at = excluded.kept_at
            where not old.evidence and (old.content = excluded.content or not exists (
              select from picture_reading r
              where r.account = old.account and r.comment_id = old.comment_id and r.url_key = old.url_key
                and (r.words <> '' or r.known_key <> '')))
            """)
        .bind("case", kept.caseId())
        .bind("key", key(kept.url()))
        .bind("content", kept.bytes())
        .execute();
  }

  public static Optional<Kept> find(Handle handle, CommentKey comment, String url) {
    return keyed(handle, comment, key(url));
  }

  /**
   * Returns a picture.
   *
   * @param key of its address, or of a frame
   */
  public static Optional<Kept> keyed(Handle handle, CommentKey comment, String key) {
    return handle
        .createQuery(
            """
            select content, evidence, kept_at
            from comment_picture
            where account = :account and comment_id = :comment and url_key = :key
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("key", key)
        .map(ConstructorMapper.of(Kept.class))
        .findOne();
  }
}
