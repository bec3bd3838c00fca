package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.picture.words.PictureWords;
import hallmonitor.moderation.store.archive.PictureGap;
import java.time.Duration;
import java.util.List;

/** How an attempt to read a picture ended. Pure. */
sealed interface ReadingEnd {
  /**
   * The waits between attempts, while its site may still have it; after the last one it is given
   * up.
   */
  List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(8));

  /** It was read. */
  record Read(String words, PictureGap gap) implements ReadingEnd {}

  /** It is never read. */
  record Unread(PictureGap why) implements ReadingEnd {}

  /** It is a video, which is read in a line of its own. */
  record ToVideos() implements ReadingEnd {}

  /** It is tried again. */
  record Later(PictureGap why, Duration pause) implements ReadingEnd {}

  /**
   * Returns the end of an attempt that another one may follow.
   *
   * @param tries attempts so far, this one included
   */
  static ReadingEnd failed(PictureGap why, int tries) {
    return tries > WAITS.size() ? new Unread(why) : new Later(why, WAITS.get(tries - 1));
  }

  static ReadingEnd of(PictureWords read) {
    if (!read.readable()) {
      return new Unread(PictureGap.NO_PICTURE);
    }
    PictureGap rest = read.cut() ? PictureGap.LONG : PictureGap.NONE;
    return new Read(read.words(), read.moving() ? PictureGap.MOVING : rest);
  }

  static ReadingEnd of(FetchOutcome.Nothing nothing, int tries) {
    PictureGap why = gap(nothing.cause());
    return nothing.again() ? failed(why, tries) : new Unread(why);
  }

  private static PictureGap gap(FetchOutcome.Cause cause) {
    return switch (cause) {
      case ADDRESS -> PictureGap.ADDRESS;
      case HOST -> PictureGap.HOST;
      case GONE -> PictureGap.GONE;
      case TOO_LARGE -> PictureGap.TOO_LARGE;
      case TOO_SLOW -> PictureGap.TOO_SLOW;
      case SERVER -> PictureGap.SERVER;
      case ROOM -> PictureGap.FULL;
      case VIDEO -> PictureGap.NO_FRAMES;
    };
  }
}
