package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.PictureHashes;
import hallmonitor.moderation.pipeline.pictures.KnownPictureLists.ListedMatch;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.ListedPictures;
import hallmonitor.moderation.store.archive.PictureQueue;
import hallmonitor.moderation.store.archive.PictureQueue.Claimed;
import hallmonitor.moderation.store.archive.ReadPictureHashes;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Compares a picture of a comment with what is listed, and keeps its hashes for what is listed
 * later. One that is listed between the two makes it compare again, so that no listing misses it.
 */
final class PictureComparison {
  private final Jdbi database;
  private final KnownPictureLists known;

  PictureComparison(Jdbi database, KnownPictureLists known) {
    this.database = database;
    this.known = known;
  }

  /** Records what the picture is. */
  void see(Claimed picture, byte[] content) {
    Optional<PictureHashes> hashes = PictureHashes.kept(content).filter(PictureHashes::isTellable);
    String contentKey = CommentPictures.contentKey(content);
    boolean written;
    do {
      ListedMatch match = known.compare(content);
      written =
          database.inTransaction(
              t -> {
                boolean still = ListedPictures.isStill(t, match.version());
                if (still) {
                  new PictureQueue(t).seen(picture, contentKey, match.found());
                  hashes.ifPresent(
                      kept ->
                          ReadPictureHashes.keep(
                              t, picture.key(), CommentPictures.key(picture.url()), kept.hashes()));
                }
                return still;
              });
    } while (!written);
  }
}
