package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.video.FrameTaker;
import hallmonitor.messaging.picture.video.VideoFile;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Unread;
import hallmonitor.moderation.store.archive.ClaimedPicture;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.PictureGap;
import hallmonitor.moderation.store.archive.PictureProgress;
import hallmonitor.moderation.store.archive.PictureRoom;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks at a video as at pictures: each of some still frames is compared with known pictures and
 * read. What stands between two frames, and what is said, is not judged, so a video never counts as
 * read as a whole.
 */
final class VideoReading {
  private static final System.Logger LOG = System.getLogger(VideoReading.class.getName());

  /**
   * So often ffmpeg begins with a video. A machine may have been busy, or stopped, once; a video
   * that is made to take long, or to end the process, is not tried on.
   */
  private static final int MOST_LOOKS = 2;

  private final Jdbi database;
  private final FrameTaker taker;
  private final PictureLook look;
  private final PictureRoom room;
  private volatile boolean failing;

  VideoReading(Jdbi database, FrameTaker taker, PictureLook look, PictureRoom room) {
    this.database = database;
    this.taker = taker;
    this.look = look;
    this.room = room;
  }

  /** Takes frames, keeps them while there is room, and looks at each before the next one. */
  ReadingEnd read(PictureClaim claim, VideoFile video) throws IOException, InterruptedException {
    // Frames of two videos do not mix, and those stay that something was found in before.
    boolean another = claim.now().changed();
    if (!another) {
      database.useTransaction(t -> new PictureProgress(t).isContent(claim.now(), video.sha256()));
    }
    if (!taker.isReady()) {
      return new Unread(PictureGap.NO_FRAME_TAKER);
    }
    database.useTransaction(t -> new PictureProgress(t).looking(claim.now()));
    PictureComparison comparison = look.comparison(database);
    FramesSaid said = new FramesSaid();
    boolean all = true;
    try {
      for (int second : taker.seconds(video)) {
        claim.prolong();
        Optional<byte[]> frame = taker.frame(video, second);
        if (frame.isPresent()) {
          if (!another) {
            keep(claim, second, frame.get());
          }
          lookAt(claim, frame.get(), comparison, said);
        }
      }
    } catch (FrameTaker.TooLong e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "A video of comment {0} took too long to look at: {1}.",
          claim.now().key(),
          e.getMessage());
      if (said.isEmpty()) {
        return late(claim.now());
      }
      all = false;
    }
    return said.isUnseen() ? unseen(claim) : seen(said, all);
  }

  private ReadingEnd seen(FramesSaid said, boolean all) throws IOException {
    failing = false;
    return said.end(look.isReady(), all);
  }

  /** Nothing came out: the video is broken, or ffmpeg is, or it was removed meanwhile. */
  private ReadingEnd unseen(PictureClaim claim) throws IOException {
    if (taker.isWorking()) {
      failing = false;
      return new Unread(PictureGap.NO_FRAMES);
    }
    if (!taker.isReady()) {
      return new Unread(PictureGap.NO_FRAME_TAKER);
    }
    failing = true;
    database.useTransaction(t -> new PictureProgress(t).notLooked(claim.now()));
    throw new IOException("ffmpeg takes no frames, of no video");
  }

  /** Returns whether ffmpeg, which is installed, took no frame of a good video when last tried. */
  boolean isFailing() {
    return failing;
  }

  private static ReadingEnd late(ClaimedPicture before) {
    return before.looks() + 1 < MOST_LOOKS
        ? ReadingEnd.failed(PictureGap.NO_FRAMES, before.tries())
        : new Unread(PictureGap.NO_FRAMES);
  }

  /** Returns whether ffmpeg began with it often enough, whatever became of that. */
  static boolean isGivenUp(ClaimedPicture video) {
    return video.looks() >= MOST_LOOKS;
  }

  private void keep(PictureClaim claim, int second, byte[] frame) {
    database.useTransaction(
        t -> {
          if (room.isFullForReading(PictureRoom.used(t))) {
            new PictureProgress(t).hasNoRoom(claim.now());
          } else {
            CommentFrames.keep(t, claim.now().key(), claim.now().url(), second, frame);
          }
        });
  }

  /**
   * Looks at the frames that are kept: of a video that its site no longer has, or that ffmpeg does
   * not begin with again, or that were taken for a person.
   *
   * @param kept may be empty
   * @param all whether these are all that are taken of it
   */
  ReadingEnd read(PictureClaim claim, List<CommentFrames.Frame> kept, boolean all)
      throws IOException, InterruptedException {
    PictureComparison comparison = look.comparison(database);
    FramesSaid said = new FramesSaid();
    for (CommentFrames.Frame frame : kept) {
      claim.prolong();
      lookAt(claim, frame.content(), comparison, said);
    }
    return said.end(look.isReady(), all);
  }

  /** A frame that takes too long to read, or that trips something, hides no other. */
  private void lookAt(
      PictureClaim claim, byte[] frame, PictureComparison comparison, FramesSaid said)
      throws IOException, InterruptedException {
    try {
      comparison.see(claim.now(), "", frame);
      said.add(look.isReady() ? look.words(frame).words() : "");
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "A frame of a video of comment {0} could not be read: {1}.",
          claim.now().key(),
          e.getMessage());
      said.failed(e);
    }
  }
}
