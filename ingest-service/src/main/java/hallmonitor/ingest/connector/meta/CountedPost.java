package hallmonitor.ingest.connector.meta;

import hallmonitor.contract.event.CommentSeen.Post;
import hallmonitor.ingest.connector.PostSighting;
import java.time.Instant;
import java.util.Optional;

/**
 * A post of an account with what its list says about the comments.
 *
 * @param comments how many there are
 * @param newest something that changes with the newest comment
 */
public record CountedPost(PostSighting whole, long comments, String newest) {
  String id() {
    return whole.id();
  }

  /** Returns the part of it that its comments carry. */
  public Post post() {
    return whole.beginning();
  }

  /** Returns when it was posted. */
  Optional<Instant> at() {
    return whole.claimedAt();
  }

  /** Returns a mark that changes when the number or the newest comment does. */
  String mark() {
    return Integer.toHexString((id() + ":" + comments + ":" + newest).hashCode());
  }
}
