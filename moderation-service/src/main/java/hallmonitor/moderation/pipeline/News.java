package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.casework.Visibility;
import hallmonitor.moderation.store.CommentRow;
import java.util.Optional;

/**
 * What a record adds to what is known.
 *
 * @param after the comment as it is known from now on
 * @param newRevision whether the record's revision goes to the archive
 * @param seen the visibility, when it changed
 * @param parentText the text of the comment that it answers, when that is known
 */
record News(
    Arrival arrival,
    CommentRow after,
    boolean newRevision,
    Optional<Visibility> seen,
    Optional<String> parentText) {

  /** A deletion has no text to judge. */
  boolean toJudge() {
    return newRevision && !arrival.isDeletion();
  }
}
