package hallmonitor.moderation.console.pictures;

import hallmonitor.messaging.picture.video.FrameTaker;
import hallmonitor.messaging.picture.video.VideoFile;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.pictures.PictureResult.Frames;
import hallmonitor.moderation.console.pictures.PictureResult.Missing;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Videos of comments: still frames of them, from the archive, or taken now and then kept there. */
@ApplicationScoped
class VideoStore {
  private static final System.Logger LOG = System.getLogger(VideoStore.class.getName());

  private final ConsoleDatabase database;
  private final FrameTaker taker;

  VideoStore(ConsoleDatabase database, FrameTaker taker) {
    this.database = database;
    this.taker = taker;
  }

  /** Returns the frames that the archive has; empty if there are none. */
  Optional<PictureResult> kept(CommentKey of, PictureLink link) {
    List<CommentFrames.Frame> kept = database.read(h -> CommentFrames.of(h, of, link.url()));
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new Frames(kept.stream().map(PictureResult.Frame::of).toList()));
  }

  /** Takes frames; what was taken before it took too long is kept, too. */
  PictureResult taken(CommentKey of, PictureLink link, VideoFile video) {
    if (!taker.isReady()) {
      return Missing.NO_FRAME_TAKER;
    }
    try {
      for (int second : taker.seconds(video)) {
        Optional<byte[]> frame = taker.frame(video, second);
        frame.ifPresent(jpeg -> keep(of, link, second, jpeg));
      }
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Frames of a video of comment {0} could not be taken: {1}.",
          of,
          e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return kept(of, link).orElse(Missing.NO_FRAMES);
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
