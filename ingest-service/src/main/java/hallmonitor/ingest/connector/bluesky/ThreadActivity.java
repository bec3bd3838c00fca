package hallmonitor.ingest.connector.bluesky;

import hallmonitor.ingest.connector.Recent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;

/** When something was last written in each thread that was read. */
final class ThreadActivity {
  private static final int REMEMBERED = 20_000;

  /** An answer to a comment that claims to be old shows nowhere but in its thread. */
  private static final Duration LONGEST_UNREAD = Duration.ofHours(1);

  /**
   * What was last seen of a thread.
   *
   * @param newest when its newest comment was written
   * @param direct how many comments answer its first post
   */
  private record Seen(Instant newest, long direct, Instant readAt) {}

  private final Recent<Seen> threads = new Recent<>(REMEMBERED);

  void note(String root, List<PostThreads.Found> comments, Instant now) {
    long direct = comments.stream().filter(c -> c.sighting().parent().isEmpty()).count();
    PostThreads.newest(comments).ifPresent(at -> threads.put(root, new Seen(at, direct, now)));
  }

  boolean isUnknown(String root) {
    return threads.get(root).isEmpty();
  }

  /**
   * Returns whether a thread need not be read: it has no comment after a time and as many direct
   * ones as before, and was read a short time ago.
   */
  boolean isQuiet(PostView post, Instant since, Instant now) {
    return threads
        .get(post.uri())
        .filter(t -> !t.newest().isAfter(since) && t.direct() == post.replies())
        .filter(t -> t.readAt().plus(LONGEST_UNREAD).isAfter(now))
        .isPresent();
  }

  /**
   * Returns the threads in which something was written after a time, in the order of their names.
   */
  Stream<String> since(Instant time) {
    return threads.all().entrySet().stream()
        .filter(e -> e.getValue().newest().isAfter(time))
        .map(Entry::getKey)
        .sorted();
  }
}
