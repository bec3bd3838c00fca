package hallmonitor.moderation.console.pictures;

import static hallmonitor.moderation.console.ConsoleDatabase.rows;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.pictures.PictureResult.Missing;
import hallmonitor.moderation.store.archive.PictureGap;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What the queue knows of a video, so that the console takes no frames of one that was given up.
 *
 * @param why code of the gap
 * @param contentKey SHA-256 of the video that was looked at; empty if none was
 * @param looks how often frames of it were begun to be taken
 * @param inWork whether an instance works on it now
 */
public record VideoInQueue(String state, String why, String contentKey, int looks, boolean inWork) {
  /** Returns it; empty if the queue does not know it, or not as a video. */
  static Optional<VideoInQueue> find(Handle handle, CommentKey comment, PictureLink link) {
    return handle
        .createQuery(
            """
            select state, why, content_key, looks, coalesce(claimed_until >= clock_timestamp(), false) as in_work
            from picture_reading
            where account = :account and comment_id = :comment and url_key = :key and video
            """)
        .bind("account", comment.account())
        .bind("comment", comment.id())
        .bind("key", link.getKey())
        .map(rows(VideoInQueue.class))
        .findOne();
  }

  /**
   * Returns what keeps the console from taking frames of it; empty if nothing does.
   *
   * @param taker whether frames can be taken here
   */
  Optional<Missing> obstacle(boolean taker) {
    if (inWork) {
      return Optional.of(Missing.IN_WORK);
    }
    if (state.equals("waiting")) {
      return looks > 0 ? Optional.of(Missing.ONCE_MORE) : Optional.empty();
    }
    return switch (PictureGap.of(why)) {
      case NO_FRAMES -> Optional.of(Missing.NO_FRAMES);
      case FAILED -> Optional.of(new Missing(PictureReasons.of(PictureGap.FAILED), false));
      // It ended the process, or took too long, each time.
      case SOME_FRAMES -> looks > 1 ? Optional.of(Missing.NO_FRAMES) : Optional.empty();
      case NO_FRAME_TAKER -> taker ? Optional.empty() : Optional.of(Missing.NO_FRAME_TAKER);
      default -> Optional.empty();
    };
  }
}
