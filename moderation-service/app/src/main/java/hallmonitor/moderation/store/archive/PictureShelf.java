package hallmonitor.moderation.store.archive;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.CommentPictures.Kept;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where the archive keeps pictures. */
public enum PictureShelf {
  COMMENTS,
  POSTS;

  /**
   * Returns a picture that is kept.
   *
   * @param of the comment, or the post
   */
  public Optional<Kept> find(Handle handle, CommentKey of, String url) {
    return this == COMMENTS
        ? CommentPictures.find(handle, of, url)
        : PostPictures.find(handle, of, url);
  }

  /**
   * Returns who removed a picture for good. Those of comments go with their comments only.
   *
   * @param of the comment, or the post
   */
  public Optional<RemovedPicture> removed(Handle handle, CommentKey of, String url) {
    return this == COMMENTS
        ? Optional.empty()
        : RemovedPicture.find(handle, of.account(), of.id(), CommentPictures.key(url));
  }

  /** Keeps a picture that was fetched for a person, unless there is one already. */
  public void keep(Handle transaction, CommentKey of, String url, byte[] content) {
    if (this == COMMENTS) {
      CommentPictures.keep(transaction, of, url, content);
      CommentPictures.stays(transaction, of, url);
    } else {
      PostPictures.keep(transaction, of, url, content);
    }
  }
}
