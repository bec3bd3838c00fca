package hallmonitor.bench;

import hallmonitor.system.PracticeSite;
import hallmonitor.system.ScratchStack;
import hallmonitor.system.ServiceTables;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rate at which a stream of comments is written to the page, read through the connector,
 * judged, and archived with fsync on; and how long its violating comments stayed visible after the
 * connector read them.
 */
record Throughput(int comments, double seconds, Quantiles seenToHidden) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  static Throughput measure(ScratchStack stack, int rate, int comments)
      throws InterruptedException {
    ServiceTables archive = stack.archive();
    PracticeSite site = stack.practice();
    long before = archive.count("select count(*) from revision");
    long lastId = archive.count("select coalesce(max(comment_id::bigint), 0) from comment");
    long start = System.nanoTime();
    site.stream(Map.of("rate", rate, "count", comments, "seed", 11, "violating", 0.02, "edits", 0));
    long archived = 0;
    while (archived < comments) {
      Thread.sleep(1_000);
      archived = archive.count("select count(*) from revision") - before;
      System.out.printf(
          "  %4.0f s  written %6d  archived %6d%n",
          (System.nanoTime() - start) / 1e9,
          site.streamProgress().path("posted").asInt(),
          archived);
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException("only " + archived + " were archived within " + PATIENCE);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    awaitActions(archive);
    List<Long> hidden =
        archive
            .texts(
                """
                select (extract(epoch from hidden_at - seen_at) * 1000)::bigint::text
                  from review_case
                 where hidden_at is not null and comment_id::bigint > %d"""
                    .formatted(lastId))
            .stream()
            .map(Long::valueOf)
            .toList();
    return new Throughput(comments, seconds, Quantiles.of(hidden));
  }

  private static void awaitActions(ServiceTables archive) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      if (archive.count(
              "select count(*) from ordered_action where state in ('ordered', 'retrying')")
          == 0) {
        return;
      }
      Thread.sleep(1_000);
    }
    throw new IllegalStateException("orders are still open after five minutes");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d comments written, read, judged and archived in %.1f s = %.0f comments/s%n   seen to hidden: %s",
        comments,
        seconds,
        comments / seconds,
        seenToHidden);
  }
}
