package hallmonitor.ingest.connector.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.ingest.connector.Sighting;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The state after the last read.
 *
 * @param tag the feed's ETag; empty for none
 * @param modified its Last-Modified; empty for none
 * @param marks of its entries, by id and text
 */
record FeedCursor(String tag, String modified, Set<String> marks) {
  static final FeedCursor START = new FeedCursor("", "", Set.of());

  FeedCursor {
    marks = Set.copyOf(marks);
  }

  static FeedCursor parse(String cursor) {
    String[] parts = cursor.split("\\|", 3);
    Set<String> marks = new HashSet<>(Arrays.asList(parts[2].split(",")));
    marks.remove("");
    return new FeedCursor(
        URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8), marks);
  }

  static FeedCursor of(String tag, String modified, List<Sighting> entries) {
    return new FeedCursor(
        tag, modified, entries.stream().map(FeedCursor::mark).collect(Collectors.toSet()));
  }

  boolean knows(Sighting entry) {
    return marks.contains(mark(entry));
  }

  String text() {
    return URLEncoder.encode(tag, UTF_8)
        + "|"
        + URLEncoder.encode(modified, UTF_8)
        + "|"
        + marks.stream().sorted().collect(Collectors.joining(","));
  }

  private static String mark(Sighting entry) {
    return Integer.toHexString(entry.id().hashCode())
        + Integer.toHexString(entry.text().hashCode());
  }
}
