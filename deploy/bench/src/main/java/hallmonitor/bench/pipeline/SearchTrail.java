package hallmonitor.bench.pipeline;

import hallmonitor.embedded.DatabaseRole;
import hallmonitor.system.ScratchStack;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The index of the search behind the pipeline: turned off, or awaited. */
final class SearchTrail {
  /** What keeps the job of the search from running. */
  static final String OFF = "off";

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final List<String> WITHOUT_TRIGGERS =
      List.of(
          "alter table revision disable trigger revision_is_searched",
          "alter table revision disable trigger judgment_is_searched",
          "alter table comment disable trigger visibility_is_searched",
          "alter table review_case disable trigger case_is_searched",
          "alter table review_case disable trigger decision_is_searched",
          "alter table post_version disable trigger post_version_is_searched");

  private SearchTrail() {}

  /** Lets nothing be noted for the search. */
  static void turnOff(ScratchStack stack) {
    Jdbi.create(stack.stack().database().dataSource(DatabaseRole.MODERATION))
        .useHandle(h -> WITHOUT_TRIGGERS.forEach(h::execute));
  }

  /** Waits until the search has all, and returns how many seconds that took. */
  static double awaitAll(ScratchStack stack) throws InterruptedException {
    long start = System.nanoTime();
    while (stack.archive().count("select count(*) from search_due where not failed") > 0) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException("the search does not catch up; see the services' logs");
      }
      Thread.sleep(200);
    }
    return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
  }
}
