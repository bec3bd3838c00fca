package hallmonitor.ingest.connector.youtube;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A position at the live edge.
 *
 * @param quota the quota's count, so that it outlives a restart
 * @param until a run over several pages ends at threads that were started before this time
 * @param newest when the newest known thread was started
 * @param token the page to read next; empty for the first
 * @param marks what the newest threads looked like, newest first
 */
record ChannelCursor(
    String quota, Instant until, Instant newest, String token, List<String> marks) {
  private static final int MARKS = 300;

  ChannelCursor {
    marks = List.copyOf(marks);
  }

  static ChannelCursor parse(String cursor) {
    if (cursor.isEmpty()) {
      return new ChannelCursor("", Instant.EPOCH, Instant.EPOCH, "", List.of());
    }
    String[] parts = cursor.split("\\|", -1);
    return new ChannelCursor(
        parts[0],
        Instant.parse(parts[1]),
        Instant.parse(parts[2]),
        parts[3],
        parts[4].isEmpty() ? List.of() : Arrays.asList(parts[4].split(",")));
  }

  String text() {
    return String.join(
        "|", quota, until.toString(), newest.toString(), token, String.join(",", marks));
  }

  boolean knows(CommentThread thread) {
    return marks.contains(thread.mark());
  }

  /**
   * Returns the position after a page.
   *
   * @param read those of its threads that were read
   * @param next the page to read next; empty if this run ends
   */
  ChannelCursor after(ThreadReader.Page page, List<CommentThread> read, String next, String count) {
    Set<String> all = new LinkedHashSet<>();
    read.forEach(thread -> all.add(thread.mark()));
    all.addAll(marks);
    Instant seen =
        page.threads().stream()
            .flatMap(thread -> thread.first().publishedAt().stream())
            .max(Instant::compareTo)
            .filter(newest::isBefore)
            .orElse(newest);
    return new ChannelCursor(
        count, next.isEmpty() ? seen : until, seen, next, all.stream().limit(MARKS).toList());
  }
}
