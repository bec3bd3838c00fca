package hallmonitor.ingest.connector;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lists one account's own posts. Called by the thread that reads its comments. */
@FunctionalInterface
public interface PostSource {
  /** The time between two reads of the newest page of a platform that is asked over the network. */
  Duration USUAL = Duration.ofMinutes(5);

  /**
   * A page of posts.
   *
   * @param next cursor of the older ones; empty at the end
   */
  record PostPage(List<PostSighting> posts, String next) {
    public PostPage {
      posts = List.copyOf(posts);
    }
  }

  /**
   * Reads posts, newest first, as completely as the platform shows them. The empty cursor starts.
   */
  PostPage posts(String cursor) throws PlatformException;

  /** Returns the time between two looks for news. */
  default Duration every() {
    return USUAL;
  }

  /**
   * Returns what is different after each change of the posts, where that costs much less than a
   * page: while it stays the same, no page is read. Empty where a page must be read.
   */
  default Optional<String> stamp() throws PlatformException {
    return Optional.empty();
  }
}
