package hallmonitor.moderation.console.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Cause;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.FetchOutcome.Video;
import hallmonitor.messaging.http.PictureType;
import hallmonitor.messaging.picture.video.VideoFile;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.RecentValues;
import hallmonitor.moderation.console.pictures.PictureResult.Frames;
import hallmonitor.moderation.console.pictures.PictureResult.Missing;
import hallmonitor.moderation.console.pictures.PictureResult.Picture;
import hallmonitor.moderation.pipeline.wiring.PicturesConfig;
import hallmonitor.moderation.store.archive.CommentFrames;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.PictureShelf;
import hallmonitor.moderation.store.archive.PicturesAgain;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Pictures of comments and of posts: from the evidence, from the archive, or fetched by this server
 * for a person who asked for that, and then kept in the archive. A reader's browser never contacts
 * a stranger's host, and what a page shows by itself contacts none.
 */
@ApplicationScoped
public class PictureStore {
  /** A slow host must not take the threads that answer everybody else. */
  private static final int AT_ONCE = 4;

  /** An old post has ten pictures: those of cases do not wait for them. */
  private static final int OF_POSTS_AT_ONCE = 2;

  private final ConsoleDatabase database;
  private final PicturesConfig config;
  private final PictureQuota quota;
  private final VideoStore videos;
  private final FetchesForPeople fetches;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Semaphore placesOfPosts = new Semaphore(OF_POSTS_AT_ONCE);
  private final RecentValues<Missing> failed = new RecentValues<>(500, Duration.ofSeconds(15));

  PictureStore(
      ConsoleDatabase database,
      PicturesConfig config,
      PictureQuota quota,
      VideoStore videos,
      FetchesForPeople fetches) {
    this.database = database;
    this.videos = videos;
    this.config = config;
    this.quota = quota;
    this.fetches = fetches;
  }

  /**
   * Returns the picture if it is kept here, or why it is not. Fetches nothing.
   *
   * @param of the comment, or the post, that shows it
   */
  public PictureResult get(PictureShelf shelf, CommentKey of, PictureLink link) {
    return here(shelf, of, link)
        .orElseGet(() -> obstacle(shelf).orElseGet(() -> notKept(shelf, of, link)));
  }

  /**
   * Returns the picture for a person who asked to fetch it if it is not kept here; takes up to the
   * time limit then.
   *
   * @param of the comment, or the post, that shows it
   */
  public PictureResult fetch(PictureShelf shelf, CommentKey of, PictureLink link) {
    Optional<PictureResult> here = here(shelf, of, link);
    if (here.isPresent() && here.get() instanceof Frames frames && frames.isAskable()) {
      PictureResult brought =
          obstacle(shelf).<PictureResult>map(r -> r).orElseGet(() -> video(of, link));
      return brought instanceof Missing missing ? frames.lacking(missing) : brought;
    }
    return here.orElseGet(
        () ->
            obstacle(shelf)
                .map(PictureResult.class::cast)
                .orElseGet(() -> fetched(shelf, of, link)));
  }

  /**
   * Returns one frame of a video of a comment. If it is kept, nothing else is read; else it is what
   * {@link #get} returns.
   */
  public PictureResult frame(CommentKey of, PictureLink link, int second) {
    return database
        .read(h -> CommentFrames.at(h, of, link.url(), second))
        .<PictureResult>map(frame -> new Frames(List.of(PictureResult.Frame.of(frame)), null, null))
        .orElseGet(() -> get(PictureShelf.COMMENTS, of, link));
  }

  /** What is kept, what people removed, and what was just asked for in vain. */
  private Optional<PictureResult> here(PictureShelf shelf, CommentKey of, PictureLink link) {
    Optional<PictureResult> picture =
        database
            .read(h -> shelf.find(h, of, link.url()))
            .map(found -> result(found.content(), found.evidence(), found.keptAt()));
    return (shelf == PictureShelf.COMMENTS ? videos.kept(of, link) : Optional.<Frames>empty())
        .<PictureResult>map(
            frames ->
                picture
                    .filter(Picture.class::isInstance)
                    .map(p -> frames.and((Picture) p))
                    .orElse(frames))
        .or(() -> picture)
        .or(() -> database.read(h -> shelf.removed(h, of, link.url())).map(Missing::of))
        .or(() -> failed.get(link.getKey()));
  }

  private static PictureResult result(byte[] content, boolean evidence, Instant keptAt) {
    return PictureType.of(content)
        .<PictureResult>map(type -> new Picture(content, type, evidence, keptAt))
        .orElse(Missing.NO_PICTURE);
  }

  /** What keeps it from being fetched. */
  private Optional<Missing> obstacle(PictureShelf shelf) {
    if (!config.fetch()) {
      return Optional.of(Missing.NOT_FETCHED);
    }
    if (quota.getNow().isFullFor(shelf)) {
      return Optional.of(Missing.FULL);
    }
    return fetches.obstacle();
  }

  private Missing notKept(PictureShelf shelf, CommentKey of, PictureLink link) {
    if (shelf == PictureShelf.POSTS) {
      return Missing.NOT_KEPT;
    }
    Optional<Missing> ofVideo =
        videos.isKnown(of, link) ? videos.obstacle(of, link) : Optional.empty();
    return ofVideo.orElseGet(
        () -> database.read(h -> NoRoom.was(h, of, link)) ? Missing.HAD_NO_ROOM : Missing.NOT_KEPT);
  }

  private PictureResult fetched(PictureShelf shelf, CommentKey of, PictureLink link) {
    if (shelf == PictureShelf.COMMENTS && videos.isKnown(of, link)) {
      return video(of, link);
    }
    Semaphore free = shelf == PictureShelf.POSTS ? placesOfPosts : places;
    if (!free.tryAcquire()) {
      return Missing.BUSY;
    }
    Optional<FetchOutcome> outcome;
    try {
      outcome =
          fetches.fetch(shelf == PictureShelf.POSTS ? FetchKind.POST : FetchKind.PICTURE, of, link);
    } finally {
      free.release();
    }
    return outcome
            .filter(o -> o instanceof Nothing nothing && nothing.cause() == Cause.VIDEO)
            .isPresent()
        ? video(of, link)
        : result(shelf, of, link, outcome);
  }

  private PictureResult video(CommentKey of, PictureLink link) {
    return videos.inTurn(
        of,
        link,
        () -> result(PictureShelf.COMMENTS, of, link, fetches.fetch(FetchKind.VIDEO, of, link)));
  }

  private PictureResult result(
      PictureShelf shelf, CommentKey of, PictureLink link, Optional<FetchOutcome> outcome) {
    if (outcome.isEmpty()) {
      return fetches.obstacle().orElse(Missing.BUSY);
    }
    PictureResult result = brought(shelf, of, link, outcome.get());
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
            if (shelf == PictureShelf.COMMENTS) {
              new PicturesAgain(transaction)
                  .personCame(of, link.url(), CommentPictures.contentKey(content));
            }
            return content;
          });
      return here(shelf, of, link).orElse(result);
    }
    return result;
  }
}
