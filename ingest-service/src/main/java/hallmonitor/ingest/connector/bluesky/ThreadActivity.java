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

  /** An answer to a comment that claims to be old appears only in its thread. */
  private static final Duration LONGEST_UNREAD = Duration.ofHours(1);

  /**
   * The last known state of a thread.
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
   * Returns whether a thread can be skipped: it has no comment after a time, has the same number of
   * direct comments as before, and was read a short time ago.
   */
  boolean isQuiet(PostView post, Instant since, Instant now) {
    return threads
        .get(post.uri())
        .filter(t -> !t.newest().isAfter(since) && t.direct() == post.replies())
        .filter(t -> t.readAt().plus(LONGEST_UNREAD).isAfter(now))
        .isPresent();
  }

  /** Returns the threads with comments written after a time, in the order of their names. */
  Stream<String> since(Instant time) {
    return threads.all().entrySet().stream()
        .filter(e -> e.getValue().newest().isAfter(time))
        .map(Entry::getKey)
        .sorted();
  }
}
