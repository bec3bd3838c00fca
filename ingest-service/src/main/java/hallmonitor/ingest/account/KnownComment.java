package hallmonitor.ingest.account;

import hallmonitor.contract.event.CommentSeen.Visibility;
import java.time.Instant;

/**
 * What is remembered about a comment that may still be edited, deleted, hidden or shown again:
 * enough to distinguish an edit from a re-read, but no text. About 130 bytes in the checkpoint
 * topic.
 *
 * @param previous the revision before this one; empty for the first
 * @param revision the last published revision
 * @param post the platform's post id
 * @param claimedAt when the platform says it was written
 * @param visibility as last published; older records without one count as visible
 */
public record KnownComment(
    String previous, String revision, String post, Instant claimedAt, Visibility visibility) {
  public KnownComment {
    visibility = visibility == null ? Visibility.VISIBLE : visibility;
  }

  /** Returns the same revision, seen in another state. */
  public KnownComment as(Visibility seen) {
    return new KnownComment(previous, revision, post, claimedAt, seen);
  }
}
