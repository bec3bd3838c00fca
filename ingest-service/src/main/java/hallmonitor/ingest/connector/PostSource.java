package hallmonitor.ingest.connector;

import java.util.List;

/** Lists one account's own posts. Called by the thread that reads its comments. */
@FunctionalInterface
public interface PostSource {
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
}
