package hallmonitor.ingest.connector.wordpress;

import java.time.Duration;
import java.time.Instant;

/**
 * A position in the list of all comments written after a time, oldest first.
 *
 * <p>WordPress can list comments after a time, in whole seconds, and skip a number of them. It
 * cannot list those after an id, and it has no modification time. A burst puts hundreds into one
 * second, so a time alone is not enough. The position is the number of comments read since {@code
 * after}, and the id of the last one, which shows the next read whether the list has changed.
 *
 * @param after exclusive
 * @param read number of comments read since then
 * @param last id of the last one; empty if none was read
 */
record ListPosition(Instant after, long read, String last) {
  /** A list that spans this much time is started again, so that each read skips few comments. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** The part that is then read again: rows of transactions that committed late appear here. */
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  static ListPosition after(Instant after) {
    return new ListPosition(after, 0, "");
  }

  static ListPosition parse(String cursor) {
    String[] parts = cursor.split("\\|", -1);
    return new ListPosition(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
  }

  String cursor() {
    return after + "|" + read + "|" + last;
  }

  boolean isStart() {
    return last.isEmpty();
  }

  ListPosition again() {
    return after(after);
  }

  ListPosition then(int count, String lastId) {
    return new ListPosition(after, read + count, lastId);
  }

  ListPosition at(long position) {
    return new ListPosition(after, position, last);
  }

  /**
   * Returns the start of a new list shortly before the newest comment, if this one has grown long.
   */
  ListPosition movedOn(Instant newest) {
    return newest.isAfter(after.plus(LONGEST)) ? after(newest.minus(OVERLAP)) : this;
  }
}
