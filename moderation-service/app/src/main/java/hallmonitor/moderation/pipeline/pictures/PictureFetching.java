package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.http.FetchOutcome;
import hallmonitor.messaging.http.FetchOutcome.Body;
import hallmonitor.messaging.http.PictureType;
import hallmonitor.moderation.store.archive.ClaimedPicture;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.FetchKind;
import hallmonitor.moderation.store.archive.HourlyLimit;
import hallmonitor.moderation.store.archive.PictureFetches;
import hallmonitor.moderation.store.archive.PictureProgress;
import hallmonitor.moderation.store.archive.PictureRoom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Fetches pictures and videos of comments. Each kind has limits of its own. */
final class PictureFetching {
  private final Jdbi database;
  private final PictureSite site;
  private final ReadingSettings settings;
  private final VideoSettings videos;

  PictureFetching(Jdbi database, PictureSite site, ReadingSettings settings, VideoSettings videos) {
    this.database = database;
    this.site = site;
    this.settings = settings;
    this.videos = videos;
  }

  HourlyLimit hourly(FetchKind kind) {
    return kind == FetchKind.VIDEO ? videos.hourly() : settings.hourly();
  }

  private long most(FetchKind kind) {
    return kind == FetchKind.VIDEO ? videos.largest() : settings.largest();
  }

  /**
   * Fetches it, counts that, and keeps a picture if there is room: without, it is looked at all the
   * same. Its host is free afterwards, however long the work on it takes.
   */
  FetchOutcome fetch(ClaimedPicture picture) {
    long most = most(picture.kind());
    long fetch =
        database.inTransaction(
            t -> {
              new PictureProgress(t).fetching(picture);
              return PictureFetches.start(t, picture.kind().hour(), picture.tries() > 1, most);
            });
    FetchOutcome outcome = site.fetch(picture.key().account(), picture.url(), picture.kind());
    try {
      database.useTransaction(
          t -> {
            PictureFetches.end(t, fetch, outcome, most);
            new PictureProgress(t).hostIsFree(picture);
            keep(t, picture, outcome);
          });
    } catch (RuntimeException e) {
      outcome.discard();
      throw e;
    }
    return outcome;
  }

  private void keep(Handle transaction, ClaimedPicture picture, FetchOutcome outcome) {
    if (!(outcome instanceof Body body) || PictureType.of(body.content()).isEmpty()) {
      return;
    }
    if (settings.room().isFullForReading(PictureRoom.used(transaction))) {
      new PictureProgress(transaction).hasNoRoom(picture);
    } else {
      CommentPictures.keep(transaction, picture.key(), picture.url(), body.content());
    }
  }
}
