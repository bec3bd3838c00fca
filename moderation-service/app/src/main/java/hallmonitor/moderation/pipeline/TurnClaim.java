package hallmonitor.moderation.pipeline;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.store.archive.SecondLookQueue;
import hallmonitor.moderation.store.archive.SecondLookQueue.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Claims what the next turn of the second look is about. A comment that may have ended the process
 * twice is looked at alone: only it then counts. Such comments take turns with all others. Not
 * thread-safe.
 */
final class TurnClaim {
  /** A comment that came to no end this often is left to a person. */
  static final int MOST_DEATHS = 3;

  private final Jdbi database;
  private boolean turnOfSuspect;

  TurnClaim(Jdbi database) {
    this.database = database;
  }

  /**
   * Claims the most dangerous.
   *
   * @param comments most comments
   * @param lease time after which another instance may claim them
   */
  List<Waiting> next(int comments, Duration lease) throws SQLException {
    return database.inTransaction(
        t -> {
          SecondLookQueue queue = new SecondLookQueue(t.getConnection());
          List<Waiting> all = queue.claim(comments, lease);
          List<Waiting> now = theTurnOf(all);
          queue.release(all.stream().filter(w -> !now.contains(w)).toList());
          return now;
        });
  }

  private List<Waiting> theTurnOf(List<Waiting> all) {
    Set<CommentKey> suspects =
        all.stream()
            .filter(w -> w.deaths() >= MOST_DEATHS - 1)
            .map(Waiting::key)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (suspects.isEmpty()) {
      return all;
    }
    List<Waiting> others = all.stream().filter(w -> !suspects.contains(w.key())).toList();
    turnOfSuspect = !turnOfSuspect || others.isEmpty();
    CommentKey suspect = suspects.iterator().next();
    return turnOfSuspect ? all.stream().filter(w -> w.key().equals(suspect)).toList() : others;
  }
}
