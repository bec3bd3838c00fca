package hallmonitor.bench;

import hallmonitor.system.PracticeSite;
import hallmonitor.system.ScratchStack;
import hallmonitor.system.ServiceTables;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The rate at which a stream of comments is written to the page, read through the connector, judged
 * and archived with fsync on; and how long its violating comments stayed visible after the
 * connector read them.
 *
 * @param firstLook seconds until all were archived with the verdict of the first look
 * @param allLooks seconds until no comment waited for its second look
 */
record Throughput(int comments, double firstLook, double allLooks, Quantiles seenToHidden) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  static Throughput measure(ScratchStack stack, int rate, int comments)
      throws InterruptedException {
    ServiceTables archive = stack.archive();
    PracticeSite site = stack.practice();
    long before = archive.count("select count(*) from revision");
    long lastId = archive.count("select coalesce(max(comment_id::bigint), 0) from comment");
    long start = System.nanoTime();
    site.stream(Map.of("rate", rate, "count", comments, "seed", 11, "violating", 0.02, "edits", 0));
    double firstLook = 0;
    double allLooks = 0;
    while (allLooks == 0) {
      Thread.sleep(200);
      long archived = archive.count("select count(*) from revision") - before;
      long waiting = archive.count("select count(*) from second_look");
      double now = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "  %5.1f s  written %6d  archived %6d  waiting for the second look %6d%n",
          now, site.streamProgress().path("posted").asInt(), archived, waiting);
      if (archived >= comments) {
        firstLook = firstLook == 0 ? now : firstLook;
        allLooks = waiting == 0 ? now : 0;
      }
      if (now > PATIENCE.toSeconds()) {
        throw new IllegalStateException("only " + archived + " were archived within " + PATIENCE);
      }
    }
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
    return new Throughput(comments, firstLook, allLooks, Quantiles.of(hidden));
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
        "%d comments written, read, judged and archived: first look in %.1f s = %.0f comments/s,"
            + " all looks in %.1f s = %.0f comments/s%n   seen to hidden: %s",
        comments,
        firstLook,
        comments / firstLook,
        allLooks,
        comments / allLooks,
        seenToHidden);
  }
}
