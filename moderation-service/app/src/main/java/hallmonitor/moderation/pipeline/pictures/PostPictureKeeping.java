package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Nothing;
import hallmonitor.messaging.http.PictureType;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Later;
import hallmonitor.moderation.pipeline.pictures.ReadingEnd.Unread;
import hallmonitor.moderation.store.archive.FetchHour;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.PictureFetches;
import hallmonitor.moderation.store.archive.PictureGap;
import hallmonitor.moderation.store.archive.PictureRoom;
import hallmonitor.moderation.store.archive.PostPictures;
import hallmonitor.moderation.store.archive.PostPictures.Claimed;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the pictures of the district's posts as they are when a post is read, one at a time. They
 * are fetched within the limits of comments' pictures, and are not read: the district published
 * them.
 */
public final class PostPictureKeeping {
  /** Longer than a fetch may take. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Jdbi database;
  private final PictureSite site;
  private final ReadingSettings settings;

  public PostPictureKeeping(Jdbi database, PictureSite site, ReadingSettings settings) {
    this.database = database;
    this.site = site;
    this.settings = settings;
  }

  /**
   * Fetches the picture that is due first.
   *
   * @return false if none is due, or none may be fetched
   */
  public boolean keepNext() {
    if (!settings.fetch()) {
      return false;
    }
    Optional<Claimed> claimed =
        database.inTransaction(t -> PostPictures.claim(t, LEASE, settings.hourly()));
    claimed.ifPresent(this::keep);
    return claimed.isPresent();
  }

  private void keep(Claimed picture) {
    if (picture.tries() > ReadingEnd.WAITS.size() + 1) {
      missing(picture, new Unread(PictureGap.FAILED));
    } else if (!hasRoom()) {
      missing(picture, ReadingEnd.failed(PictureGap.FULL, picture.tries()));
    } else {
      fetch(picture);
    }
  }

  private void fetch(Claimed picture) {
    long fetch =
        database.inTransaction(
            t -> PictureFetches.start(t, FetchHour.POST, picture.tries() > 1, settings.largest()));
    FetchOutcome outcome = site.fetch(picture.account(), picture.url(), FetchKind.POST);
    database.useTransaction(t -> PictureFetches.end(t, fetch, outcome, settings.largest()));
    if (outcome instanceof Nothing nothing) {
      missing(picture, ReadingEnd.of(nothing, picture.tries()));
      return;
    }
    byte[] content = ((FetchOutcome.Body) outcome).content();
    if (PictureType.of(content).isEmpty()) {
      missing(picture, new Unread(PictureGap.NO_PICTURE));
      return;
    }
    database.useTransaction(t -> PostPictures.keep(t, picture.post(), picture.url(), content));
  }

  private boolean hasRoom() {
    return !settings.room().isFullForPosts(database.withHandle(PictureRoom::used));
  }

  private void missing(Claimed picture, ReadingEnd end) {
    database.useTransaction(t -> write(t, picture, end));
  }

  private static void write(Handle transaction, Claimed picture, ReadingEnd end) {
    if (end instanceof Later later) {
      PostPictures.missing(transaction, picture, later.why(), Optional.of(later.pause()));
    } else if (end instanceof Unread unread) {
      PostPictures.missing(transaction, picture, unread.why(), Optional.empty());
    }
  }
}
