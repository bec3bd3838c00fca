package hallmonitor.ingest.connector.x;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A position at the live edge. A run goes through all lists once.
 *
 * @param spent the month's spending, so that it outlives a restart
 * @param after the run reads posts with a higher id
 * @param began the id for the start of the run; a later list may contain what an earlier one missed
 * @param newest the highest id that the run has seen
 * @param place what the run reads next
 */
record LivePosition(String spent, long after, long began, long newest, ReplyLists.Place place) {
  /** X's lists get a post some seconds after it was written. Reading it again is free. */
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  /** Starts now; the sweep finds earlier comments. */
  static LivePosition start(Instant now) {
    long after = Snowflake.at(now.minus(OVERLAP));
    return new LivePosition("", after, after, after, ReplyLists.Place.START);
  }

  static LivePosition parse(String cursor) {
    String[] parts = cursor.split("\\|", -1);
    return new LivePosition(
        parts[0],
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        ReplyLists.Place.parse(parts[4]));
  }

  String text() {
    return String.join(
        "|",
        spent,
        String.valueOf(after),
        String.valueOf(began),
        String.valueOf(newest),
        place.text());
  }

  boolean startsRun() {
    return place.equals(ReplyLists.Place.START);
  }

  LivePosition startedAt(Instant now) {
    return new LivePosition(spent, after, Snowflake.at(now), newest, place);
  }

  /** Returns the position after a page. */
  LivePosition read(ReplyLists.Page page, String nowSpent) {
    long seen = newest(page.posts());
    if (page.next().isPresent()) {
      return new LivePosition(nowSpent, after, began, seen, page.next().get());
    }
    Instant reached = Snowflake.timeOf(Math.min(seen, began));
    long from = Math.max(after, Snowflake.at(reached.minus(OVERLAP)));
    return new LivePosition(nowSpent, from, from, seen, ReplyLists.Place.START);
  }

  private long newest(List<XPost> posts) {
    return posts.stream().mapToLong(p -> Long.parseLong(p.id())).reduce(newest, Math::max);
  }
}
