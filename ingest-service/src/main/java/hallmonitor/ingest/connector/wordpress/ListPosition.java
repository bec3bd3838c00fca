package hallmonitor.ingest.connector.wordpress;

import java.time.Duration;
import java.time.Instant;

/**
 * A place in the list of all comments written after a time, oldest first.
 *
 * <p>WordPress can list comments after a time, of which it keeps whole seconds, and pass over a
 * number of them; it cannot list those after an id, and knows no time of change. A burst puts
 * hundreds into one second, so time alone cannot name the place: it is the number of comments read
 * since {@code after}, and the id of the last of them, by which the next read sees whether the list
 * still is what it was.
 *
 * @param after exclusive
 * @param read how many comments were read since then
 * @param last id of the last one; empty when none was read
 */
record ListPosition(Instant after, long read, String last) {
  /** A list this long is begun anew, so that few comments are passed over at each read. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** What is read once more then: rows of transactions that ended late stand in here. */
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

  /** Begins a new list shortly before the newest comment once this one has grown long. */
  ListPosition movedOn(Instant newest) {
    return newest.isAfter(after.plus(LONGEST)) ? after(newest.minus(OVERLAP)) : this;
  }
}
