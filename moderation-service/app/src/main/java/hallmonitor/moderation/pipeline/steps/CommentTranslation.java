package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.finding.together.JoinedComments;
import hallmonitor.moderation.store.archive.AuthorThread;
import hallmonitor.moderation.store.archive.CommentRow;
import hallmonitor.moderation.store.archive.PostRow;
import java.util.Optional;

/** Translates what ingest publishes into the types of the archive and of casework. */
final class CommentTranslation {
  private CommentTranslation() {}

  static CommentKey key(CommentSeen seen) {
    return new CommentKey(seen.comment().account(), seen.comment().id());
  }

  static Optional<CommentKey> parent(CommentSeen seen) {
    return seen.parent().map(id -> new CommentKey(seen.comment().account(), id));
  }

  static AuthorThread thread(CommentSeen seen) {
    return new AuthorThread(seen.comment().account(), seen.post().id(), seen.author().key());
  }

  static boolean isDeletion(CommentSeen seen) {
    return seen.kind() == CommentSeen.Kind.DELETED;
  }

  /** Whether it was read with an account's history, so that the time of writing is unknown. */
  static boolean isFromHistory(CommentSeen seen) {
    return seen.lane() == CommentSeen.Lane.BACKFILL;
  }

  /** Returns whether its author may have continued it in other comments. */
  static boolean isPiece(CommentSeen seen) {
    return !isFromHistory(seen)
        && thread(seen).hasOneAuthor()
        && JoinedComments.isPiece(seen.text());
  }

  static Visibility visibility(CommentSeen seen) {
    if (isDeletion(seen)) {
      return Visibility.DELETED;
    }
    return switch (seen.visibility()) {
      case VISIBLE -> Visibility.VISIBLE;
      case HIDDEN -> Visibility.HIDDEN;
      case DELETED -> Visibility.DELETED;
    };
  }

  static PostRow post(CommentSeen seen) {
    CommentSeen.Post post = seen.post();
    return new PostRow(
        seen.comment().account(),
        post.id(),
        post.title(),
        post.text(),
        post.permalink().orElse(null));
  }

  /** Returns a comment that was not archived before. */
  static CommentRow comment(CommentSeen seen) {
    return new CommentRow(
        key(seen),
        seen.comment().platform(),
        seen.post().id(),
        seen.parent().orElse(null),
        seen.author().key(),
        seen.author().name(),
        seen.permalink().orElse(null),
        visibility(seen),
        seen.observedAt(),
        seen.revision(),
        seen.text(),
        seen.observedAt(),
        seen.observedAt(),
        isFromHistory(seen),
        false);
  }
}
