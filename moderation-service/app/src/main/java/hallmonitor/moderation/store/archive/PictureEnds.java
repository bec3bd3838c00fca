package hallmonitor.moderation.store.archive;

import hallmonitor.messaging.picture.words.PictureWords;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Records how the work on a claimed picture, or video, ended, which ends its claim. */
public final class PictureEnds {
  private final Handle transaction;

  public PictureEnds(Handle transaction) {
    this.transaction = transaction;
  }

  /**
   * Records what was read, and that the comment is to be judged with it.
   *
   * @param words may be empty
   * @param gap what was not read of it
   * @param forPeople whether a person must look at it for that
   */
  public void read(ClaimedPicture picture, String words, PictureGap gap, boolean forPeople) {
    end(picture, "read", gap, words, forPeople);
  }

  /**
   * Records that it is not read.
   *
   * @param forPeople whether a person must look at it for that
   */
  public void unread(ClaimedPicture picture, PictureGap why, boolean forPeople) {
    end(picture, "unread", why, "", forPeople);
  }

  /** What was found in other bytes of the same address stands beside what was found before. */
  private void end(
      ClaimedPicture picture, String state, PictureGap why, String words, boolean forPeople) {
    picture
        .update(
            transaction,
            """
            update picture_reading
            set state = case when other_key <> '' and (words <> '' or known_key <> '') then 'read' else :state end,
              why = case when other_key = '' then :why else 'changed' end,
              words = case when other_key = '' or words = '' then :words
                when strpos(words, :words) > 0 then words
                else left(words || chr(10) || :words, :most) end, for_people = :people,
              to_judge = to_judge or :words <> '' or :people, claimed_until = null, asking = false, done_at = clock_timestamp()
            """)
        .bind("state", state)
        .bind("why", why.code())
        .bind("words", words)
        .bind("most", PictureWords.LONGEST)
        .bind("people", forPeople)
        .execute();
    transaction
        .createUpdate(CommentPictures.NOT_NEEDED + " and r.id = :id")
        .bind("id", picture.id())
        .execute();
  }

  /**
   * Records that it is tried again.
   *
   * @param wait from now on
   */
  public void later(ClaimedPicture picture, PictureGap why, Duration wait) {
    picture
        .update(
            transaction,
            """
            update picture_reading
            set why = :why, due_at = clock_timestamp() + cast(:wait as interval), claimed_until = null, asking = false
            """)
        .bind("why", why.code())
        .bind("wait", wait.toString())
        .execute();
  }

  /** Puts it among the videos. What was no try of a video does not count as one. */
  public void isVideo(ClaimedPicture picture) {
    picture
        .update(
            transaction,
            """
            update picture_reading
            set video = true, tries = 0, due_at = clock_timestamp(), claimed_until = null, asking = false
            """)
        .execute();
  }
}
