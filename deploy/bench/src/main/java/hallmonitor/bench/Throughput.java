package hallmonitor.bench;

import hallmonitor.system.PracticeSite;
import hallmonitor.system.ScratchStack;
import hallmonitor.system.ServiceTables;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The rate at which a stream of comments is written to the page, read through the connector, judged
 * and archived with fsync on; and how long its violating comments stayed visible after the
 * connector read them.
 */
final class Throughput {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private Throughput() {}

  /**
   * Measures.
   *
   * @throws IllegalStateException if nothing more is archived or looked at again for ten minutes
   */
  static Figures measure(ScratchStack stack, int rate, int comments) throws InterruptedException {
    ServiceTables archive = stack.archive();
    PracticeSite site = stack.practice();
    long before = archive.count("select count(*) from revision");
    long lastId = archive.count("select coalesce(max(comment_id::bigint), 0) from comment");
    long start = System.nanoTime();
    site.stream(Map.of("rate", rate, "count", comments, "seed", 11, "violating", 0.02, "edits", 0));
    double firstLook = 0;
    double allLooks = 0;
    Patience patience = new Patience(PATIENCE, start);
    while (allLooks == 0) {
      Thread.sleep(200);
      long archived = archive.count("select count(*) from revision") - before;
      long waiting = archive.count("select count(*) from second_look");
      int posted = site.streamProgress().path("posted").asInt();
      double now = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "  %5.1f s  written %6d  archived %6d  waiting for the second look %6d%n",
          now, posted, archived, waiting);
      if (archived >= comments) {
        firstLook = firstLook == 0 ? now : firstLook;
        allLooks = waiting == 0 ? now : 0;
      }
      if (patience.isOver(true, System.nanoTime(), posted, archived, waiting)) {
        throw new IllegalStateException(
            "%d were archived and %d wait for the second look; nothing happened for %s"
                .formatted(archived, waiting, PATIENCE));
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
    return new Figures()
        .add("one stream, comments", comments)
        .each("first look, s", Math.round(firstLook * 100), 100)
        .add("first look, comments a second", Math.round(comments / firstLook))
        .each("all looks, s", Math.round(allLooks * 100), 100)
        .add("all looks, comments a second", Math.round(comments / allLooks))
        .add("one stream, hidden", hidden.size())
        .times("one stream, seen to hidden, ms", hidden);
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
}
