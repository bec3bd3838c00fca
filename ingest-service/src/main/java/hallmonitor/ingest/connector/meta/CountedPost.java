package hallmonitor.ingest.connector.meta;

import hallmonitor.contract.event.CommentSeen.Post;
import java.time.Instant;
import java.util.Optional;

/**
 * A post of an account with what its list says of the comments.
 *
 * @param comments how many there are
 * @param newest something that changes with the newest comment
 * @param at when it was posted
 */
public record CountedPost(Post post, long comments, String newest, Optional<Instant> at) {
  String id() {
    return post.id();
  }

  /** Returns a mark that changes when the number or the newest comment does. */
  String mark() {
    return Integer.toHexString((id() + ":" + comments + ":" + newest).hashCode());
  }
}
