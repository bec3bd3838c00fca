package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.FetchOutcome.Video;
import hallmonitor.messaging.picture.video.FrameTaker;
import hallmonitor.messaging.picture.video.VideoFile;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Later;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Read;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.ToVideos;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Unread;
import hallmonitor.moderation.store.archive.ClaimedPicture;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.PictureEnds;
import hallmonitor.moderation.store.archive.PictureGap;
import hallmonitor.moderation.store.archive.PictureQueue;
import hallmonitor.moderation.store.archive.PicturesAgain;
import hallmonitor.moderation.store.archive.PicturesToJudge;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds known pictures in comments and reads the words in all, one picture at a time; several
 * threads and instances may share the queue. A try is counted before anything else, so that a
 * picture that ends the process is given up after some tries, too. Nothing kept is fetched twice:
 * what the archive has, from evidence or from an earlier fetch, is read. What was fetched stays if
 * the comment has a case and there is room, and is otherwise deleted once it is judged.
 */
public final class PictureReading {
  private static final System.Logger LOG = System.getLogger(PictureReading.class.getName());

  private final Jdbi database;
  private final PictureLook look;
  private final FrameTaker frames;
  private final VideoReading videos;
  private final PictureFetching fetching;
  private final ReadingSettings settings;
  private final Runnable handedOver;

  /**
   * Creates it.
   *
   * @param handedOver called after a commit that left something to the second look
   */
  public PictureReading(
      Jdbi database,
      PictureLook look,
      FrameTaker frames,
      PictureSite site,
      ReadingSettings settings,
      VideoSettings ofVideos,
      Runnable handedOver) {
    this.database = database;
    this.look = look;
    this.frames = frames;
    this.videos = new VideoReading(database, frames, look, settings.room());
    this.fetching = new PictureFetching(database, site, settings, ofVideos);
    this.settings = settings;
    this.handedOver = handedOver;
  }

  /** Returns whether pictures can be read here. */
  public boolean isReady() {
    return look.isReady();
  }

  /** Returns whether videos can be looked at here. */
  public boolean takesFrames() {
    return frames.isReady();
  }

  /** Returns whether what takes their frames could reach the network. */
  public boolean isNetworkOpen() {
    return frames.isReady() && !frames.isUndecided() && !frames.isIsolated();
  }

  /**
   * Returns whether pictures wait, because it is not known whether a program that is needed can be
   * kept away from the network. They wait without being tried, so none is given up for that.
   */
  public boolean isHeld(FetchKind kind) {
    return look.isUndecided() || (kind == FetchKind.VIDEO && frames.isUndecided());
  }

  /** Returns whether the reader fails with each picture. */
  public boolean isFailing() {
    return look.isFailing();
  }

  /** Returns whether frames can be taken of no video, though the program is installed. */
  public boolean isFailingForVideos() {
    return videos.isFailing();
  }

  /** Lets pictures be read that could not be while a program was not installed. */
  public void readAtLast(PictureGap lacked) {
    database.useTransaction(t -> new PicturesAgain(t).readAtLast(lacked));
  }

  /**
   * Reads the picture that is due first.
   *
   * @return false if none is due, or all are held
   */
  public boolean readNext() throws SQLException, InterruptedException {
    return readNext(FetchKind.PICTURE);
  }

  /**
   * Looks at the video that is due first.
   *
   * @return false if none is due, or all are held
   */
  public boolean readNextVideo() throws SQLException, InterruptedException {
    return readNext(FetchKind.VIDEO);
  }

  private boolean readNext(FetchKind kind) throws SQLException, InterruptedException {
    if (isHeld(kind)) {
      return false;
    }
    Optional<ClaimedPicture> claimed =
        database.inTransaction(
            t -> new PictureQueue(t).claim(PictureClaim.LEASE, kind, fetching.hourly(kind)));
    if (claimed.isEmpty()) {
      return false;
    }
    PictureClaim claim = new PictureClaim(database, claimed.get());
    ReadingEnd end = tried(claim);
    database.useTransaction(t -> write(t, claim.now(), end));
    handOver();
    return true;
  }

  /**
   * Gives the second look what it has not heard of: also what it took up a moment too early, or
   * what another instance left.
   */
  public void handOver() throws SQLException {
    if (database.inTransaction(PicturesToJudge::handOver) > 0) {
      handedOver.run();
    }
  }

  private ReadingEnd tried(PictureClaim claim) throws InterruptedException {
    ClaimedPicture picture = claim.now();
    if (picture.tooMany()) {
      return new Unread(PictureGap.TOO_MANY);
    }
    if (look.isBlind()) {
      return new Unread(PictureGap.NO_READER);
    }
    if (picture.tries() > ReadingEnd.WAITS.size() + 1) {
      return new Unread(PictureGap.FAILED);
    }
    try {
      if (VideoReading.isGivenUp(picture)) {
        return videos.read(claim, kept(picture), false);
      }
      Optional<CommentPictures.Kept> kept =
          database.withHandle(h -> CommentPictures.find(h, picture.key(), picture.url()));
      if (kept.isPresent()) {
        return read(picture, kept.get().content());
      }
      List<CommentFrames.Frame> forPeople = picture.noRoom() ? List.of() : forPeople(picture);
      return forPeople.isEmpty() ? fetched(claim) : videos.read(claim, forPeople, true);
    } catch (IOException e) { // it is tried again, and holds up no other
      LOG.log(
          System.Logger.Level.WARNING,
          "A picture of comment {0} could not be read: {1}.",
          picture.key(),
          e.getMessage());
      return ReadingEnd.failed(PictureGap.FAILED, picture.tries());
    }
  }

  private ReadingEnd read(ClaimedPicture picture, byte[] content)
      throws IOException, InterruptedException {
    look.comparison(database).see(picture, CommentPictures.contentKey(content), content);
    return look.isReady() ? ReadingEnd.of(look.words(content)) : new Unread(PictureGap.NO_READER);
  }

  private ReadingEnd fetched(PictureClaim claim) throws IOException, InterruptedException {
    ClaimedPicture picture = claim.now();
    if (!settings.fetch()) {
      return new Unread(PictureGap.NOT_FETCHED);
    }
    FetchOutcome outcome = fetching.fetch(picture);
    if (outcome instanceof Nothing nothing) {
      return nothing.cause() == Cause.VIDEO ? new ToVideos() : missing(claim, nothing);
    }
    if (outcome instanceof Video video) {
      try (VideoFile file = video.file()) {
        return videos.read(claim, file);
      }
    }
    return read(picture, ((FetchOutcome.Body) outcome).content());
  }

  /** A try that was cut short may have kept some frames of a video. */
  private ReadingEnd missing(PictureClaim claim, Nothing nothing)
      throws IOException, InterruptedException {
    List<CommentFrames.Frame> kept = kept(claim.now());
    return kept.isEmpty()
        ? ReadingEnd.of(nothing, claim.now().tries())
        : videos.read(claim, kept, false);
  }

  private List<CommentFrames.Frame> kept(ClaimedPicture video) {
    return database.withHandle(h -> CommentFrames.of(h, video.key(), video.url()));
  }

  private List<CommentFrames.Frame> forPeople(ClaimedPicture video) {
    return database.withHandle(h -> CommentFrames.forPeople(h, video.key(), video.url()));
  }

  private void write(Handle transaction, ClaimedPicture picture, ReadingEnd end) {
    PictureEnds ends = new PictureEnds(transaction);
    if (end instanceof Read read) {
      boolean whole = read.gap() == PictureGap.NONE;
      ends.read(picture, read.words(), read.gap(), !whole && settings.unreadForPeople());
    } else if (end instanceof Later later) {
      ends.later(picture, later.why(), later.pause());
    } else if (end instanceof ToVideos) {
      ends.isVideo(picture);
    } else if (end instanceof Unread unread) {
      ends.unread(picture, unread.why(), settings.unreadForPeople());
    }
  }
}
