package hallmonitor.ingest.connector.mastodon;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A position at the live edge: the newest mention that was read, and for each of the account's
 * newest posts a mark of how many replies it had.
 *
 * <p>Neither alone is enough. Not every reply mentions the account, and snac lists only 64
 * notifications; the number of replies counts the first level only.
 */
record LiveCursor(String mention, Set<String> marks) {
  static final LiveCursor START = new LiveCursor("", Set.of());

  LiveCursor {
    marks = Set.copyOf(marks);
  }

  static LiveCursor parse(String cursor) {
    String[] parts = cursor.split("\\|", 2);
    Set<String> marks = new HashSet<>(Arrays.asList(parts[1].split(",")));
    marks.remove("");
    return new LiveCursor(parts[0], marks);
  }

  /** Returns the position after reading these posts, as they were then. */
  static LiveCursor at(String mention, List<Status> read) {
    return new LiveCursor(mention, read.stream().map(LiveCursor::mark).collect(Collectors.toSet()));
  }

  String text() {
    return mention + "|" + marks.stream().sorted().collect(Collectors.joining(","));
  }

  private static String mark(Status post) {
    return Integer.toHexString((post.id() + ":" + post.replies()).hashCode());
  }

  boolean knows(Status post) {
    return marks.contains(mark(post));
  }

  /** Ids are numbers in text; they grow. */
  static String newer(String one, String other) {
    if (one.length() != other.length()) {
      return one.length() > other.length() ? one : other;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }
}
