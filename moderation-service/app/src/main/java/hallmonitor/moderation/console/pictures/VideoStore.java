package hallmonitor.moderation.console.pictures;

import hallmonitor.messaging.picture.video.FrameTaker;
import hallmonitor.messaging.picture.video.VideoFile;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RecentValues;
import hallmonitor.moderation.console.pictures.PictureResult.Frames;
import hallmonitor.moderation.console.pictures.PictureResult.Missing;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.PicturesAgain;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Videos of comments: still frames of them, from the archive, or taken now and then kept there. */
@ApplicationScoped
class VideoStore {
  private static final System.Logger LOG = System.getLogger(VideoStore.class.getName());

  /** A reader does not wait longer for one video; frames that were not begun then are left out. */
  private static final Duration ALL_FRAMES = Duration.ofMinutes(1);

  private final ConsoleDatabase database;
  private final FrameTaker taker;

  /** Videos of all cases have one place, and none of those that pictures have. */
  private final Semaphore place = new Semaphore(1);

  /** What turned out to be a video is not asked for again for that. */
  private final RecentValues<Boolean> told = new RecentValues<>(500, Duration.ofMinutes(10));

  /** What is in no queue, and showed nothing, is not fetched by each look. */
  private final RecentValues<Missing> givenUp = new RecentValues<>(500, Duration.ofHours(1));

  VideoStore(ConsoleDatabase database, FrameTaker taker) {
    this.database = database;
    this.taker = taker;
  }

  /** Returns the frames that the archive has; empty if there are none. */
  Optional<Frames> kept(CommentKey of, PictureLink link) {
    return database.read(
        h -> {
          List<CommentFrames.Frame> kept = CommentFrames.of(h, of, link.url());
          return kept.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Frames(
                      kept.stream().map(PictureResult.Frame::of).toList(),
                      NoRoom.was(h, of, link) ? Missing.REST_HAD_NO_ROOM : null,
                      null));
        });
  }

  /** Returns whether it is known to be a video. */
  boolean isKnown(CommentKey of, PictureLink link) {
    return told.get(link.getKey()).isPresent()
        || database.read(h -> VideoInQueue.find(h, of, link)).isPresent();
  }

  /** Returns what is known to keep frames from being taken of it; empty if nothing does. */
  Optional<Missing> obstacle(CommentKey of, PictureLink link) {
    return givenUp
        .get(link.getKey())
        .or(
            () ->
                database
                    .read(h -> VideoInQueue.find(h, of, link))
                    .flatMap(video -> video.obstacle(taker.isReady())))
        .or(() -> taker.isUndecided() ? Optional.of(Missing.HELD_VIDEO) : Optional.empty());
  }

  /**
   * Works on a video, unless there is a reason not to, or another one is being worked on.
   *
   * @param work fetches it, and takes frames
   */
  PictureResult inTurn(CommentKey of, PictureLink link, Supplier<PictureResult> work) {
    told.put(link.getKey(), true);
    Optional<Missing> obstacle = obstacle(of, link);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    if (!place.tryAcquire()) {
      return Missing.BUSY_VIDEO;
    }
    try {
      // Another reader of the case may have had the place just before.
      return kept(of, link)
          .filter(frames -> !frames.isAskable())
          .<PictureResult>map(frames -> frames)
          .orElseGet(work);
    } finally {
      place.release();
    }
  }

  /**
   * Takes frames; what was taken before it took too long is kept, too. If some of another video are
   * kept that had no room for all, these stay, and the queue looks at this one.
   */
  PictureResult taken(CommentKey of, PictureLink link, VideoFile video) {
    if (!taker.isReady()) {
      return Missing.NO_FRAME_TAKER;
    }
    Optional<Frames> before = kept(of, link);
    if (before.isPresent() && database.write(t -> isAnother(t, of, link, video))) {
      return before.get().lacking(Missing.ANOTHER_VIDEO);
    }
    boolean all = false;
    long end = System.nanoTime() + ALL_FRAMES.toNanos();
    try {
      List<Integer> seconds = taker.seconds(video);
      all = !seconds.isEmpty();
      for (int second : seconds) {
        if (System.nanoTime() < end) {
          Optional<byte[]> frame = taker.frame(video, second);
          frame.ifPresent(jpeg -> keep(of, link, second, jpeg));
        } else {
          all = false;
        }
      }
    } catch (IOException e) {
      all = false;
      LOG.log(
          System.Logger.Level.WARNING,
          "Frames of a video of comment {0} could not be taken: {1}.",
          of,
          e.getMessage());
    } catch (InterruptedException e) {
      all = false;
      Thread.currentThread().interrupt();
    }
    if (kept(of, link).isEmpty()) {
      return nothing(link);
    }
    came(of, link, video, all);
    return kept(of, link).<PictureResult>map(frames -> frames).orElse(Missing.FAILED);
  }

  private void came(CommentKey of, PictureLink link, VideoFile video, boolean all) {
    database.write(
        t -> {
          if (all) {
            NoRoom.isOver(t, of, link);
          }
          new PicturesAgain(t).personCame(of, link.url(), video.sha256());
          return all;
        });
  }

  private static boolean isAnother(
      Handle transaction, CommentKey of, PictureLink link, VideoFile video) {
    boolean another =
        VideoInQueue.find(transaction, of, link)
            .filter(queued -> !queued.contentKey().isEmpty())
            .filter(queued -> !queued.contentKey().equals(video.sha256()))
            .isPresent();
    if (another) {
      new PicturesAgain(transaction).personCame(of, link.url(), video.sha256());
    }
    return another;
  }

  private Missing nothing(PictureLink link) {
    if (!taker.isWorking()) {
      return taker.isReady() ? Missing.FAILED : Missing.NO_FRAME_TAKER;
    }
    givenUp.put(link.getKey(), Missing.NO_FRAMES);
    return Missing.NO_FRAMES;
  }

  private void keep(CommentKey of, PictureLink link, int second, byte[] jpeg) {
    database.write(
        transaction -> {
          CommentFrames.keep(transaction, of, link.url(), second, jpeg);
          CommentPictures.stays(transaction, of, link.url());
          return jpeg;
        });
  }
}
