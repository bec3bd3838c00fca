package hallmonitor.ingest.connector.bluesky;

import hallmonitor.ingest.connector.Recent;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What was read at the live edge up to a cursor. None of Bluesky's times can be a cursor, because
 * authors type them. So this is kept in memory: any cursor but the last one (after a restart, or
 * after a read that was not committed) means that everything recent is read again.
 */
final class LiveReading {
  private static final int REMEMBERED = 50_000;

  private final String run = UUID.randomUUID().toString();
  private long turns;
  private String cursor = "";

  /** The account's posts as they were when their threads were read: uri to number of replies. */
  private final Map<String, Long> posts = new HashMap<>();

  /** The versions of comments, and notifications about them. */
  private Recent<String> seen = new Recent<>(REMEMBERED);

  /** Threads where a sweep found something that was not read yet. */
  private final Set<String> due = new LinkedHashSet<>();

  void from(String at) {
    if (!at.equals(cursor)) {
      posts.clear();
      seen = new Recent<>(REMEMBERED);
    }
  }

  boolean knows(PostView post) {
    return Long.valueOf(post.replies()).equals(posts.get(post.uri()));
  }

  boolean hasSeen(String uri, String cid) {
    return seen.get(uri).filter(cid::equals).isPresent();
  }

  Set<String> due() {
    return Set.copyOf(due);
  }

  /** Asks for a thread to be read at the next turn. */
  void ask(String root) {
    due.add(root);
  }

  /** Records what existed before, so that it is not news. */
  void hasBeenThere(List<PostThreads.Found> comments) {
    comments.forEach(c -> seen.put(c.sighting().id(), c.cid()));
  }

  /**
   * Records what a turn read.
   *
   * @param readPosts own posts with threads that are not read again until they change
   * @param readThreads first posts of the threads that were read
   * @param versions by uri
   * @return the cursor after it
   */
  String advance(List<PostView> readPosts, Set<String> readThreads, Map<String, String> versions) {
    boolean news = !versions.isEmpty() || cursor.isEmpty();
    readPosts.forEach(p -> posts.put(p.uri(), p.replies()));
    due.removeAll(readThreads);
    versions.forEach(seen::put);
    if (news) {
      turns++;
    }
    cursor = run + "-" + turns;
    return cursor;
  }
}
