package hallmonitor.moderation.training.backtest;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A count with a few examples. The examples are the same in every run and spread over the history,
 * no matter what order it was read in.
 */
final class ChangedExamples {
  private final int most;
  private final TreeSet<Change> kept =
      new TreeSet<>(
          Comparator.comparingInt((Change c) -> mixed(c.comment().id()))
              .thenComparing(c -> c.comment().id()));
  private long count;

  ChangedExamples(int most) {
    this.most = most;
  }

  void add(Change change) {
    count++;
    kept.add(change);
    if (kept.size() > most) {
      kept.pollLast();
    }
  }

  long count() {
    return count;
  }

  List<Change> kept() {
    return List.copyOf(kept);
  }

  private static int mixed(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
