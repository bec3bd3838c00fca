package hallmonitor.moderation.pipeline.steps;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.store.archive.CommentRow;
import java.util.List;
import java.util.Optional;

/**
 * What one record of the comments topic adds to the archive.
 *
 * @param seen the comment as the connector read it
 * @param after the comment as it is known from now on
 * @param newRevision whether the record's revision goes to the archive
 * @param changed the visibility, when it changed
 * @param parent the comment that it answers, when that is known
 * @param beside what its author wrote under the same post shortly before, oldest first; for an edit
 *     also what they wrote between
 */
public record CommentUpdate(
    CommentSeen seen,
    CommentRow after,
    boolean newRevision,
    Optional<Visibility> changed,
    Optional<CommentRow> parent,
    List<CommentRow> beside) {

  CommentKey key() {
    return after.key();
  }

  /** A deletion has no text to judge. */
  boolean toJudge() {
    return newRevision && !CommentTranslation.isDeletion(seen);
  }

  Optional<String> parentText() {
    return parent.map(CommentRow::latestText);
  }

  /** The texts beside it, oldest first, that were first seen before it. */
  List<String> earlier() {
    return beside.stream().filter(c -> !isLater(c)).map(CommentRow::latestText).toList();
  }

  /** The texts beside it, oldest first, that were first seen after it. */
  List<String> later() {
    return beside.stream().filter(this::isLater).map(CommentRow::latestText).toList();
  }

  private boolean isLater(CommentRow other) {
    return other.firstSeenAt().isAfter(after.firstSeenAt());
  }
}
