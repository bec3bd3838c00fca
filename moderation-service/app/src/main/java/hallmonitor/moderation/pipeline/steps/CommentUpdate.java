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
 * @param after the comment's new state
 * @param newRevision whether the record's revision goes to the archive
 * @param changed the new visibility, if it changed
 * @param parent the comment that it answers, if known
 * @param beside what its author wrote under the same post shortly before, oldest first; for an edit
 *     also what they wrote in between
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

  /** Returns false for a deletion, which has no text. */
  boolean toJudge() {
    return newRevision && !CommentTranslation.isDeletion(seen);
  }

  Optional<String> parentText() {
    return parent.map(CommentRow::latestText);
  }

  /** Returns the texts beside it that were first seen before it, oldest first. */
  List<String> earlier() {
    return beside.stream().filter(c -> !isLater(c)).map(CommentRow::latestText).toList();
  }

  /** Returns the texts beside it that were first seen after it, oldest first. */
  List<String> later() {
    return beside.stream().filter(this::isLater).map(CommentRow::latestText).toList();
  }

  private boolean isLater(CommentRow other) {
    return other.firstSeenAt().isAfter(after.firstSeenAt());
  }
}
