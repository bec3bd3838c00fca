package hallmonitor.moderation.pipeline.pictures;

import hallmonitor.messaging.picture.PdqHash;
import hallmonitor.messaging.picture.PictureHashes;
import hallmonitor.moderation.pipeline.pictures.KnownPictureLists.ListedMatch;
import hallmonitor.moderation.store.archive.ClaimedPicture;
import hallmonitor.moderation.store.archive.CommentPictures;
import hallmonitor.moderation.store.archive.KnownInPicture;
import hallmonitor.moderation.store.archive.ListedPictures;
import hallmonitor.moderation.store.archive.PictureProgress;
import hallmonitor.moderation.store.archive.ReadPictureHashes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Compares what one address of a comment shows with what is listed, and keeps its hashes for what
 * is listed later: a picture, or frames of a video one after the other. A listing between the two
 * makes it compare again, so that no listing misses it.
 */
final class PictureComparison {
  private final Jdbi database;
  private final KnownPictureLists lists;
  private final List<PdqHash> hashes = new ArrayList<>();
  private KnownInPicture known = KnownInPicture.NONE;

  PictureComparison(Jdbi database, KnownPictureLists lists) {
    this.database = database;
    this.lists = lists;
  }

  /**
   * Records what the picture, or one more frame, is. Of several known ones, the one with the
   * highest score counts.
   *
   * @param contentKey see {@link CommentPictures#contentKey}; empty if it is recorded already
   * @throws IOException if it trips the comparison; another picture does not
   */
  void see(ClaimedPicture picture, String contentKey, byte[] content) throws IOException {
    try {
      Optional<PictureHashes> kept = PictureHashes.kept(content).filter(PictureHashes::isTellable);
      boolean written;
      do {
        ListedMatch match = lists.compare(content);
        written = database.inTransaction(t -> isWritten(t, picture, contentKey, match, kept));
      } while (!written);
    } catch (JdbiException e) {
      throw e; // the database failed, whatever the picture is
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException(e.getClass().getSimpleName(), e);
    }
  }

  private boolean isWritten(
      Handle transaction,
      ClaimedPicture picture,
      String contentKey,
      ListedMatch match,
      Optional<PictureHashes> kept) {
    if (!ListedPictures.isStill(transaction, match.version())) {
      return false;
    }
    boolean better = isBetter(match.found());
    if (picture.changed()) {
      if (better) {
        new PictureProgress(transaction).seenToo(picture, known);
      }
      // A frame that is no known picture leaves what a search found in those before it.
    } else if (better || !contentKey.isEmpty()) {
      new PictureProgress(transaction).seen(picture, contentKey, known);
    }
    if (kept.isPresent()) {
      if (picture.changed() && hashes.isEmpty()) {
        hashes.addAll(
            ReadPictureHashes.of(transaction, picture.key(), CommentPictures.key(picture.url())));
      }
      hashes.addAll(kept.get().hashes());
      ReadPictureHashes.keep(
          transaction, picture.key(), CommentPictures.key(picture.url()), hashes);
    }
    return true;
  }

  private boolean isBetter(KnownInPicture found) {
    if (found.key().isEmpty() || (!known.key().isEmpty() && found.score() <= known.score())) {
      return false;
    }
    known = found;
    return true;
  }
}
