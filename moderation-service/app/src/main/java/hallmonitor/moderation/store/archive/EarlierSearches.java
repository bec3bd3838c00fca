package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.ReadPictureHashes.ReadPicture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * How far listed pictures are looked for in the pictures that were looked at before they were
 * listed. Each step says where it ended, so another instance, or the next start, goes on there.
 */
public final class EarlierSearches {
  /**
   * A listed picture that is still looked for.
   *
   * @param turned PDQ, in eight positions, in hexadecimal digits, with spaces between them
   * @param commentId of the comment that it was listed from, as is the account
   * @param searchedTo number of the picture that was compared last
   * @param searchUntil number of the last one from before it was listed
   * @param sentToReview cases that a person got for it so far
   */
  public record EarlierSearch(
      long id,
      String name,
      String category,
      String turned,
      String account,
      String commentId,
      long searchedTo,
      long searchUntil,
      long sentToReview) {
    /** Returns whether the picture is listed from this comment. */
    public boolean isListedFrom(CommentKey comment) {
      return comment.equals(new CommentKey(account, commentId));
    }
  }

  /**
   * How far it is.
   *
   * @param compared pictures so far
   * @param found those that are the listed one
   * @param sentToReview cases that a person got for it
   * @param endedAt absent while it goes on
   */
  public record EarlierProgress(
      long id, long compared, long found, long sentToReview, @Nullable Instant endedAt) {}

  private EarlierSearches() {}

  /** Locks the oldest search that goes on, until the transaction ends. */
  public static Optional<EarlierSearch> claim(Handle transaction) {
    return transaction
        .createQuery(
            """
            select id, name, category, turned, account, comment_id, searched_to, search_until, sent_to_review
            from known_picture
            where search_ended_at is null and removed_at is null
            order by id limit 1
            for update skip locked
            """)
        .map(ConstructorMapper.of(EarlierSearch.class))
        .findOne();
  }

  /** Returns the pictures that are compared next, in their order. */
  public static List<ReadPicture> next(Handle handle, EarlierSearch search, int most) {
    return ReadPictureHashes.after(handle, search.searchedTo(), search.searchUntil(), most);
  }

  /**
   * Records a step.
   *
   * @param to number of the picture that was compared last
   */
  public static void stepped(
      Handle transaction, EarlierSearch search, long to, int compared, int found, int sent) {
    transaction.execute(
        """
        update known_picture
        set searched_to = ?, compared = compared + ?, found = found + ?, sent_to_review = sent_to_review + ?
        where id = ?
        """,
        to,
        compared,
        found,
        sent,
        search.id());
  }

  public static void ended(Handle transaction, EarlierSearch search) {
    transaction.execute(
        "update known_picture set search_ended_at = clock_timestamp() where id = ?", search.id());
  }

  /**
   * Marks a picture as the listed one. Verdicts stay as they are; an edit is judged with it.
   *
   * @return false if it is known as another one already, or gone
   */
  public static boolean mark(Handle transaction, ReadPicture picture, KnownInPicture known) {
    return transaction
            .createUpdate(
                """
                update picture_reading
                set known_key = :known, known_category = :category, known_score = :score, known_why = :reason
                where account = :account and comment_id = :comment and url_key = :key and known_key = ''
                """)
            .bind("known", known.key())
            .bind("category", known.category())
            .bind("score", known.score())
            .bind("reason", known.why())
            .bind("account", picture.comment().account())
            .bind("comment", picture.comment().id())
            .bind("key", picture.urlKey())
            .execute()
        == 1;
  }

  /** Returns how far each is. */
  public static List<EarlierProgress> all(Handle handle) {
    return handle
        .createQuery(
            """
            select id, compared, found, sent_to_review, search_ended_at as ended_at
            from known_picture
            order by id
            """)
        .map(ConstructorMapper.of(EarlierProgress.class))
        .list();
  }
}
