package hallmonitor.ingest.connector.meta;

import hallmonitor.ingest.connector.Fault;
import hallmonitor.ingest.connector.PlatformException;
import hallmonitor.ingest.connector.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the comments of posts, and remembers their state at the last read, to save requests. */
final class PostReader {
  private static final int REMEMBERED = 20_000;

  /** Most pages of one post in one turn. */
  private static final int PAGES = 50;

  /** The clocks of several servers differ slightly. */
  private static final Duration OVERLAP = Duration.ofHours(1);

  /**
   * The number and the newest comment alone do not show that one comment was removed and another
   * added.
   */
  private static final Duration READ_AGAIN = Duration.ofHours(1);

  /** How a post was when it was last read. */
  private record Read(String mark, Instant newest, Instant at) {}

  private final GraphAccount account;
  private final InstantSource clock;
  private final Map<String, Read> read = new HashMap<>();

  PostReader(GraphAccount account, InstantSource clock) {
    this.account = account;
    this.clock = clock;
  }

  /** Returns whether comments written or changed after a time may be under a post. */
  boolean mayHold(CountedPost post, Instant after) {
    Read known = read.get(post.id());
    if (known == null || !known.mark().equals(post.mark())) {
      return post.comments() > 0 || known != null;
    }
    return known.newest().isAfter(after)
        || post.comments() > 0 && known.at().isBefore(clock.instant().minus(READ_AGAIN));
  }

  /** Reads what is new under a post since it was last read, and a little more. */
  List<Sighting> newest(CountedPost post) throws PlatformException {
    Read known = read.get(post.id());
    return downTo(post, known == null ? Instant.EPOCH : known.newest().minus(OVERLAP));
  }

  /** Reads the comments under a post that were written after a time. None if it is gone. */
  List<Sighting> downTo(CountedPost post, Instant time) throws PlatformException {
    List<Sighting> found = new ArrayList<>();
    String after = "";
    for (int pages = 0; pages < PAGES; pages++) {
      GraphPage<GraphComment> page;
      try {
        page = account.comments(post, after);
      } catch (PlatformException e) {
        if (e.fault() instanceof Fault.Gone) {
          return List.of();
        }
        throw e;
      }
      page.items().forEach(one -> found.add(one.seen()));
      after = page.after();
      if (after.isEmpty() || account.sortsReplies() && !reaches(page, time)) {
        break;
      }
    }
    remember(post, found);
    return found;
  }

  private static boolean reaches(GraphPage<GraphComment> page, Instant time) {
    return page.items().isEmpty()
        || page.last().seen().claimedAt().map(time::isBefore).orElse(true);
  }

  private void remember(CountedPost post, List<Sighting> found) {
    Instant newest =
        found.stream()
            .flatMap(one -> one.claimedAt().stream())
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    if (read.size() > REMEMBERED) {
      read.clear(); // forgotten posts are read again
    }
    read.put(post.id(), new Read(post.mark(), newest, clock.instant()));
  }
}
