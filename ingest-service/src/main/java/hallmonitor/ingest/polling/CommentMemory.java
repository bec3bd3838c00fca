package hallmonitor.ingest.polling;

import hallmonitor.ingest.account.CommentLog.Batch;
import hallmonitor.ingest.account.CommentLog.Entry;
import hallmonitor.ingest.account.KnownComment;
import hallmonitor.ingest.connector.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The committed comments that may still be edited or deleted. They take about 300 bytes each, so
 * only the newest half million are kept, or fewer if the heap is too small for those of all
 * accounts. An older comment that is read again counts as new, which is harmless because its
 * revision is unchanged.
 */
final class CommentMemory {
  private static final int MOST = 500_000;

  private final Map<String, KnownComment> known;
  private final CommentMemoryLimit room;
  private @Nullable Instant forgotUntil;

  CommentMemory(Map<String, KnownComment> known, CommentMemoryLimit room) {
    this.known = new HashMap<>(known);
    this.room = room;
  }

  Optional<KnownComment> get(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /**
   * Returns the time before which comments were forgotten because there were too many; empty if
   * that never happened.
   */
  Optional<Instant> forgotUntil() {
    return Optional.ofNullable(forgotUntil);
  }

  /** Applies a committed batch. */
  void committed(Batch batch) {
    for (Entry entry : batch.entries()) {
      String id = entry.comment().comment().id();
      entry.remember().ifPresent(k -> known.put(id, k));
    }
    batch.forget().forEach(known::remove);
  }

  /**
   * Returns up to {@code limit} ids to forget: comments written before a time, and the oldest if
   * there are too many.
   */
  List<String> toForget(Instant before, int limit) {
    List<String> ids = new ArrayList<>();
    for (var entry : known.entrySet()) {
      if (ids.size() == limit) {
        return ids;
      }
      if (entry.getValue().claimedAt().isBefore(before)) {
        ids.add(entry.getKey());
      }
    }
    int most = Math.min(MOST, room.most(this, known.size()));
    if (known.size() - ids.size() > most) {
      Set<String> expired = new HashSet<>(ids);
      known.entrySet().stream()
          .filter(e -> !expired.contains(e.getKey()))
          .sorted(Map.Entry.comparingByValue(Comparator.comparing(KnownComment::claimedAt)))
          .limit(Math.min(limit - ids.size(), known.size() - ids.size() - most))
          .forEach(
              e -> {
                ids.add(e.getKey());
                forgotUntil = e.getValue().claimedAt();
              });
    }
    return ids;
  }

  /**
   * Returns the time after which only {@code newest} comments were written; empty if there are
   * fewer.
   */
  Optional<Instant> writtenBefore(int newest) {
    if (known.size() <= newest) {
      return Optional.empty();
    }
    var smallestFirst = new java.util.PriorityQueue<Instant>(newest + 1);
    for (KnownComment one : known.values()) {
      if (smallestFirst.size() <= newest) {
        smallestFirst.add(one.claimedAt());
      } else if (one.claimedAt().isAfter(smallestFirst.peek())) {
        smallestFirst.poll();
        smallestFirst.add(one.claimedAt());
      }
    }
    return Optional.of(smallestFirst.peek());
  }

  /** Returns the known comments of a span. */
  Set<String> writtenIn(TimeSpan span) {
    Set<String> ids = new HashSet<>();
    known.forEach(
        (id, comment) -> {
          if (span.holds(comment.claimedAt())) {
            ids.add(id);
          }
        });
    return ids;
  }
}
