package hallmonitor.moderation.console.pictures;

import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.PictureType;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.PictureGap;
import hallmonitor.moderation.store.archive.RemovedPicture;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader sees in place of a linked picture. */
public sealed interface PictureResult {
  /**
   * A picture.
   *
   * @param evidence whether it is the one that was sealed
   * @param keptAt since when the archive has it
   */
  record Picture(byte[] content, PictureType type, boolean evidence, Instant keptAt)
      implements PictureResult {
    /** Returns what is shown before the reader asks for the picture. */
    public PicturePlaceholder getVeil() {
      return PicturePlaceholder.of(content);
    }

    /** Returns its size in kilobytes; at least 1. */
    public long getKilobytes() {
      return Math.max(1, content.length / 1024);
    }
  }

  /**
   * A video: some still frames of it.
   *
   * @param frames at least one
   * @param rest why there are no more of them; absent if these are all
   * @param later a picture that its address showed later; absent if none is kept
   */
  record Frames(List<Frame> frames, @Nullable Missing rest, @Nullable Picture later)
      implements PictureResult {
    public Frames {
      frames = List.copyOf(frames);
    }

    /** Returns the same with what became of the wish to have the rest. */
    Frames lacking(Missing why) {
      return new Frames(frames, why, later);
    }

    /** Returns whether a person may ask for the rest. */
    public boolean isAskable() {
      return rest != null && rest.again();
    }

    Frames and(Picture shownLater) {
      return new Frames(frames, rest, shownLater);
    }

    /** Returns the one at a second. */
    public Optional<Picture> at(int second) {
      return frames.stream()
          .filter(frame -> frame.second() == second)
          .map(Frame::picture)
          .findFirst();
    }
  }

  /**
   * One frame.
   *
   * @param second of the video, from 0
   */
  record Frame(int second, Picture picture) {
    static Frame of(CommentFrames.Frame kept) {
      return new Frame(
          kept.second(), new Picture(kept.content(), PictureType.JPEG, false, kept.keptAt()));
    }

    /** Returns its time as players show it, such as 1:05. */
    public String getTime() {
      return time(second);
    }

    /** Returns a time as players show it. */
    public static String time(int second) {
      return "%d:%02d".formatted(second / 60, second % 60);
    }
  }

  /**
   * No picture.
   *
   * @param again whether another attempt may succeed; the person who wants it asks for it
   */
  record Missing(Sentence why, boolean again) implements PictureResult {
    static final Missing NO_PICTURE =
        new Missing(
            Sentence.of("It isn't a picture that can be shown here (JPEG, PNG, GIF, or WebP)."),
            false);

    static final Missing NO_FRAMES = new Missing(PictureReasons.of(PictureGap.NO_FRAMES), false);

    static final Missing FAILED = new Missing(PictureReasons.of(PictureGap.FAILED), true);

    static final Missing ONCE_MORE =
        new Missing(
            Sentence.of("It is a video that took too long to check. It is tried again."), true);

    static final Missing NO_FRAME_TAKER =
        new Missing(PictureReasons.of(PictureGap.NO_FRAME_TAKER), false);

    static final Missing NOT_FETCHED =
        new Missing(
            Sentence.of("This server is set up not to fetch pictures from other sites."), false);

    static final Missing FULL =
        new Missing(
            Sentence.of(
                "The archive has no room for more pictures, so it isn't fetched. The person who runs"
                    + " this server can give it more."),
            true);

    static final Missing BUSY =
        new Missing(
            Sentence.of("Several pictures are being fetched right now. Try again in a moment."),
            true);

    static final Missing BUSY_VIDEO =
        new Missing(
            Sentence.of("A video is being looked at right now. Try again in a moment."), true);

    static final Missing IN_WORK =
        new Missing(
            Sentence.of("This video is being looked at right now. Try again in a moment."), true);

    static final Missing HELD_VIDEO =
        new Missing(
            Sentence.of(
                "It is a video, and it isn't known yet whether ffmpeg can be kept away from the"
                    + " network on this server. Try again in a minute."),
            true);

    static final Missing HOURLY =
        new Missing(
            Sentence.of(
                "In the last hour, this server fetched as many pictures for people as it may. Try"
                    + " again later."),
            true);

    static final Missing HOURLY_OF_ONE =
        new Missing(
            Sentence.of(
                "In the last hour, this server fetched as many pictures for you as it may for one"
                    + " person. Others can still ask. Try again later."),
            true);

    static final Missing NOT_KEPT =
        new Missing(
            Sentence.of("It isn't kept here. This server can fetch it from its site."), true);

    static final Missing HAD_NO_ROOM =
        new Missing(
            Sentence.of(
                "It was read and compared when it came, but there was no room to keep it. This"
                    + " server can fetch it from its site again."),
            true);

    static final Missing REST_HAD_NO_ROOM =
        new Missing(
            Sentence.of(
                "All of its frames were looked at when it came, but only these found room. This"
                    + " server can fetch the rest from its site again."),
            true);

    static final Missing ANOTHER_VIDEO =
        new Missing(
            Sentence.of(
                "Its site has another video now, so there is no rest of this one. The other one is"
                    + " read, too."),
            false);

    static Missing of(RemovedPicture removed) {
      String by = DisplayLabels.person(removed.removedBy());
      String day = DisplayLabels.moment(removed.removedAt());
      return new Missing(
          removed.approvedBy() == null
              ? Sentence.of("It was removed on {1} by {2}: {3}", day, by, removed.removedBecause())
              : Sentence.of(
                  "It was removed on {1} by {2}, and {3} approved it: {4}",
                  day, by, DisplayLabels.person(removed.approvedBy()), removed.removedBecause()),
          false);
    }

    /** Returns whether the page asks again by itself, because a person asked. */
    public boolean isBusy() {
      return equals(BUSY) || equals(BUSY_VIDEO);
    }

    /** Returns whether nobody asked for it yet. */
    public boolean isAskable() {
      return equals(NOT_KEPT) || equals(HAD_NO_ROOM);
    }

    static Missing of(Nothing nothing) {
      return new Missing(why(nothing), nothing.again());
    }

    private static Sentence why(Nothing nothing) {
      return switch (nothing.cause()) {
        case ADDRESS -> Sentence.of("Its address isn't one that can be fetched safely.");
        case HOST ->
            Sentence.of("Its site is unknown or in a private network, so it isn't fetched.");
        case GONE ->
            Sentence.of("Its site no longer has it, or shows it only to people who are signed in.");
        case TOO_LARGE -> Sentence.of("It is larger than {1} MB.", nothing.bytes() >> 20);
        case TOO_SLOW -> Sentence.of("Its site took too long to answer.");
        case SERVER -> Sentence.of("Its site doesn't answer.");
        case ROOM -> Sentence.of("This server has no room for it right now.");
        case VIDEO -> PictureReasons.of(PictureGap.NO_FRAMES);
      };
    }
  }
}
