package hallmonitor.moderation.store.archive;

import org.jdbi.v3.core.Handle;

/** Records how far the work on a claimed picture, or video, is. */
public final class PictureProgress {
  private final Handle transaction;

  public PictureProgress(Handle transaction) {
    this.transaction = transaction;
  }

  /** Records that it is fetched now. */
  public void fetching(ClaimedPicture picture) {
    picture
        .update(
            transaction,
            "update picture_reading set fetched_at = clock_timestamp(), no_room = no_room and other_key <> ''")
        .execute();
  }

  /** Records that it is not kept for lack of room. It is looked at all the same. */
  public void hasNoRoom(ClaimedPicture picture) {
    picture.update(transaction, "update picture_reading set no_room = true").execute();
  }

  /** Lets its host be asked for others, while this one is worked on. */
  public void hostIsFree(ClaimedPicture picture) {
    picture.update(transaction, "update picture_reading set asking = false").execute();
  }

  /**
   * Records what a video is, and deletes frames of an earlier one of the same address: what is read
   * and what a case shows are of one video. A known picture that was found stays.
   *
   * @param contentKey see {@link CommentPictures#contentKey}
   */
  public void isContent(ClaimedPicture video, String contentKey) {
    CommentFrames.deleteOthers(transaction, video, contentKey);
    video
        .update(transaction, "update picture_reading set content_key = :content")
        .bind("content", contentKey)
        .execute();
  }

  /** Counts that frames of it are taken now, before the first one. */
  public void looking(ClaimedPicture video) {
    video.update(transaction, "update picture_reading set looks = looks + 1").execute();
  }

  /** Takes that back: what takes frames failed, whatever the video is. */
  public void notLooked(ClaimedPicture video) {
    video
        .update(transaction, "update picture_reading set looks = greatest(looks - 1, 0)")
        .execute();
  }

  /**
   * Records what was seen in other bytes of the same address. A known picture that was found before
   * stays, unless this one has a higher score.
   *
   * @param known a known picture
   */
  public void seenToo(ClaimedPicture picture, KnownInPicture known) {
    picture
        .update(
            transaction,
            """
            update picture_reading
            set to_judge = true, (known_key, known_category, known_score, known_why) = (
              select k.listed, k.category, k.score, k.why
              from (values (known_key, known_category, known_score, known_why), (:known, :category, :score, :reason))
                k (listed, category, score, why)
              order by k.listed = '', k.score desc limit 1)
            """)
        .bind("known", known.key())
        .bind("category", known.category())
        .bind("score", known.score())
        .bind("reason", known.why())
        .execute();
  }

  /**
   * Records what was seen in it. The comment is judged with a known picture, whatever its words
   * say.
   *
   * @param contentKey see {@link CommentPictures#contentKey}; empty if it is recorded already
   * @param known the known picture that it is, or {@link KnownInPicture#NONE}
   */
  public void seen(ClaimedPicture picture, String contentKey, KnownInPicture known) {
    picture
        .update(
            transaction,
            """
            update picture_reading
            set content_key = coalesce(nullif(:content, ''), content_key), known_key = :known, known_category = :category, known_score = :score,
              known_why = :reason, to_judge = to_judge or :known <> ''
            """)
        .bind("content", contentKey)
        .bind("known", known.key())
        .bind("category", known.category())
        .bind("score", known.score())
        .bind("reason", known.why())
        .execute();
  }
}
