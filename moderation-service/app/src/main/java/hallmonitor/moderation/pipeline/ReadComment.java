package hallmonitor.moderation.pipeline;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.finding.together.JoinedComments;
import hallmonitor.moderation.store.archive.AuthorThread;
import hallmonitor.moderation.store.archive.PostRow;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/** One record of the comments topic, readable and fit for the database. */
record ReadComment(CommentSeen seen, Headers headers) {
  CommentKey key() {
    return new CommentKey(seen.comment().account(), seen.comment().id());
  }

  Optional<CommentKey> parent() {
    return seen.parent().map(id -> new CommentKey(seen.comment().account(), id));
  }

  AuthorThread hand() {
    return new AuthorThread(seen.comment().account(), seen.post().id(), seen.author().key());
  }

  /** Whether it is read with an account's history: when it was written is not known then. */
  boolean isFromHistory() {
    return seen.lane() == CommentSeen.Lane.BACKFILL;
  }

  /** Whether its author may have written the rest of it in other comments. */
  boolean isPiece() {
    return !isFromHistory() && hand().isOfOne() && JoinedComments.isPiece(seen.text());
  }

  boolean isDeletion() {
    return seen.kind() == CommentSeen.Kind.DELETED;
  }

  Visibility visibility() {
    if (isDeletion()) {
      return Visibility.DELETED;
    }
    return switch (seen.visibility()) {
      case VISIBLE -> Visibility.VISIBLE;
      case HIDDEN -> Visibility.HIDDEN;
      case DELETED -> Visibility.DELETED;
    };
  }

  PostRow post() {
    CommentSeen.Post post = seen.post();
    return new PostRow(
        seen.comment().account(),
        post.id(),
        post.title(),
        post.text(),
        post.permalink().orElse(null));
  }
}
