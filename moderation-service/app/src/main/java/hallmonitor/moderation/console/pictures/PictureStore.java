package hallmonitor.moderation.console.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.FetchOutcome.Video;
import hallmonitor.messaging.http.PictureType;
import hallmonitor.messaging.http.SafeFetch;
import hallmonitor.messaging.picture.video.VideoFile;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RecentValues;
import hallmonitor.moderation.console.pictures.PictureResult.Frames;
import hallmonitor.moderation.console.pictures.PictureResult.Missing;
import hallmonitor.moderation.console.pictures.PictureResult.Picture;
import hallmonitor.moderation.pipeline.pictures.PictureSite;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.pipeline.wiring.PicturesConfig;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.PictureFetches;
import hallmonitor.moderation.store.archive.PictureQueue.HourlyLimit;
import hallmonitor.moderation.store.archive.PictureShelf;
import hallmonitor.moderation.store.archive.PostPictures;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Pictures of comments and of posts: from the evidence, from the archive, or fetched by this server
 * and then kept in the archive. A reader's browser never contacts a stranger's host.
 */
@ApplicationScoped
public class PictureStore {
  /** A slow host must not take the threads that answer everybody else. */
  private static final int AT_ONCE = 4;

  /** An old post asks for ten pictures at once: those of cases do not wait for them. */
  private static final int OF_POSTS_AT_ONCE = 2;

  private final ConsoleDatabase database;
  private final PicturesConfig config;
  private final PictureQuota quota;
  private final VideoStore videos;
  private final SafeFetch fetch;
  private final PictureSite site;
  private final HourlyLimit hourly;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Semaphore placesOfPosts = new Semaphore(OF_POSTS_AT_ONCE);
  private final RecentValues<Missing> failed = new RecentValues<>(500, Duration.ofSeconds(15));

  PictureStore(
      ConsoleDatabase database,
      PicturesConfig config,
      PictureQuota quota,
      VideoStore videos,
      LiveRules rules) {
    this.database = database;
    this.videos = videos;
    this.config = config;
    this.quota = quota;
    this.hourly = new HourlyLimit(config.hourlyPictures(), config.hourlyBytes());
    this.fetch =
        new SafeFetch(InetAddress::getAllByName, new SafeFetch.Caps(config.bytes(), config.time()));
    this.site = PictureSite.of(fetch, rules, config.videoBytes());
  }

  @PreDestroy
  void stop() {
    fetch.close();
  }

  /**
   * Returns the picture; takes up to the time limit if it has to be fetched.
   *
   * @param of the comment, or the post, that shows it
   */
  public PictureResult get(PictureShelf shelf, CommentKey of, PictureLink link) {
    return kept(shelf, of, link)
        .or(() -> removed(shelf, of, link))
        .or(() -> failed.get(link.getKey()).map(PictureResult.class::cast))
        .orElseGet(() -> fetched(shelf, of, link));
  }

  /**
   * Returns one frame of a video of a comment. If it is kept, nothing else is read; else it is what
   * {@link #get} returns.
   */
  public PictureResult frame(CommentKey of, PictureLink link, int second) {
    return database
        .read(h -> CommentFrames.at(h, of, link.url(), second))
        .<PictureResult>map(frame -> new Frames(List.of(PictureResult.Frame.of(frame))))
        .orElseGet(() -> get(PictureShelf.COMMENTS, of, link));
  }

  private Optional<PictureResult> kept(PictureShelf shelf, CommentKey of, PictureLink link) {
    return database
        .read(h -> shelf.find(h, of, link.url()))
        .map(found -> result(found.content(), found.evidence(), found.keptAt()))
        .or(() -> shelf == PictureShelf.COMMENTS ? videos.kept(of, link) : Optional.empty());
  }

  private Optional<PictureResult> removed(PictureShelf shelf, CommentKey of, PictureLink link) {
    return database.read(h -> shelf.removed(h, of, link.url())).<PictureResult>map(Missing::of);
  }

  private static PictureResult result(byte[] content, boolean evidence, Instant keptAt) {
    return PictureType.of(content)
        .<PictureResult>map(type -> new Picture(content, type, evidence, keptAt))
        .orElse(Missing.NO_PICTURE);
  }

  private PictureResult fetched(PictureShelf shelf, CommentKey of, PictureLink link) {
    if (!config.fetch()) {
      return Missing.NOT_FETCHED;
    }
    if (isFull(shelf)) {
      return Missing.FULL;
    }
    if (shelf == PictureShelf.POSTS
        && !database.read(h -> PictureFetches.isWithin(h, FetchKind.POST, hourly))) {
      return Missing.HOURLY;
    }
    if (shelf == PictureShelf.COMMENTS && videos.isKnown(of, link)) {
      return video(of, link);
    }
    Semaphore free = shelf == PictureShelf.POSTS ? placesOfPosts : places;
    if (!free.tryAcquire()) {
      return Missing.BUSY;
    }
    FetchOutcome outcome;
    try {
      outcome = outcome(shelf == PictureShelf.POSTS ? FetchKind.POST : FetchKind.PICTURE, of, link);
    } finally {
      free.release();
    }
    return outcome instanceof Nothing nothing && nothing.cause() == Cause.VIDEO
        ? video(of, link)
        : result(shelf, of, link, outcome);
  }

  private PictureResult video(CommentKey of, PictureLink link) {
    return videos.inTurn(
        of,
        link,
        () -> result(PictureShelf.COMMENTS, of, link, outcome(FetchKind.VIDEO, of, link)));
  }

  private boolean isFull(PictureShelf shelf) {
    return quota.getNow().isFull()
        || shelf == PictureShelf.POSTS
            && !database.read(h -> PostPictures.hasRoom(h, config.total(), config.bytes()));
  }

  private PictureResult result(
      PictureShelf shelf, CommentKey of, PictureLink link, FetchOutcome outcome) {
    PictureResult result = brought(shelf, of, link, outcome);
    if (result instanceof Missing missing) {
      failed.put(link.getKey(), missing);
    }
    return result;
  }

  private PictureResult brought(
      PictureShelf shelf, CommentKey of, PictureLink link, FetchOutcome outcome) {
    if (outcome instanceof Nothing nothing) {
      return Missing.of(nothing);
    }
    if (outcome instanceof Video video) {
      try (VideoFile file = video.file()) {
        return videos.taken(of, link, file);
      }
    }
    byte[] content = ((FetchOutcome.Body) outcome).content();
    PictureResult result = result(content, false, Instant.now());
    if (result instanceof Picture) {
      database.write(
          transaction -> {
            shelf.keep(transaction, of, link.url(), content);
            return content;
          });
    }
    return result;
  }

  /**
   * Each fetch for a post counts, also one that its site refuses, and each of a video, so that the
   * queue leaves a site alone that people look at. A video of a post is not shown.
   */
  private FetchOutcome outcome(FetchKind kind, CommentKey of, PictureLink link) {
    if (kind == FetchKind.PICTURE) {
      return site.fetch(of.account(), link.url(), kind);
    }
    long most = kind == FetchKind.VIDEO ? config.videoBytes() : config.bytes();
    long number = database.write(t -> PictureFetches.start(t, kind, most));
    FetchOutcome outcome = site.fetch(of.account(), link.url(), kind);
    try {
      return database.write(
          t -> {
            PictureFetches.end(t, number, outcome, most);
            return outcome;
          });
    } catch (RuntimeException e) {
      outcome.discard();
      throw e;
    }
  }
}
