package hallmonitor.bench;

import hallmonitor.system.PracticeSite;
import hallmonitor.system.ScratchStack;
import hallmonitor.system.ServiceTables;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Measures the time from the read of a threat by the connector until the mail server accepts its
 * first notice, at a steady rate of escalations. Every threat has its own author and wording, and
 * comments under one post are not folded, so that each has its own notice.
 */
final class SeenToTold {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration SETTLE = Duration.ofSeconds(5);
  private static final int POSTS = 3;

  private static final List<String> WORDINGS =
      List.of(
          "I am bringing a gun to school %d and shooting everyone in hallway %d",
          "tomorrow at lunch I will stab somebody in room %d, table %d",
          "there is a bomb under bus %d and it goes off at stop %d",
          "me and my brother are coming to shoot up gym %d after game %d");

  private SeenToTold() {}

  static List<Long> measure(ScratchStack stack, int escalations, int perMinute)
      throws InterruptedException {
    stack.changeEscalations(text -> text.replace("by: [post, author, text]", "by: [text]"));
    Thread.sleep(SETTLE.toMillis());
    PracticeSite site = stack.practice();
    long start = System.nanoTime();
    int first = 0;
    int last = 0;
    for (int i = 0; i < escalations; i++) {
      String wording = WORDINGS.get(i % WORDINGS.size()).formatted(100 + i, 7000 - i);
      last = site.post(1 + i % POSTS, "neighbor " + i, wording);
      first = i == 0 ? last : first;
      long due = start + (i + 1) * Duration.ofMinutes(1).toNanos() / perMinute;
      Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
    }
    return told(stack.archive(), first, last, escalations);
  }

  /** Returns the times of escalated comments; their number is reported beside the times. */
  private static List<Long> told(ServiceTables archive, int first, int last, int written)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      List<Long> times = times(archive, first, last);
      long judged = count(archive, "comment", first, last);
      long escalated = count(archive, "review_case where outcome = 'escalate'", first, last);
      if (judged >= written && times.size() == escalated) {
        return times;
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "of %d comments %d were judged, %d escalated, and of %d somebody was told"
                .formatted(written, judged, escalated, times.size()));
      }
      Thread.sleep(500);
    }
  }

  private static long count(ServiceTables archive, String rows, int first, int last) {
    return archive.count(
        "select count(*) from (select * from %s) r where comment_id::bigint between %d and %d"
            .formatted(rows, first, last));
  }

  private static List<Long> times(ServiceTables archive, int first, int last) {
    return archive
        .rows(
            """
            select (extract(epoch from min(e.at) - c.seen_at) * 1000)::bigint as millis
              from review_case c join case_event e using (case_id)
             where e.kind = 'notice-sent' and c.comment_id::bigint between %d and %d
             group by c.case_id, c.seen_at\
            """
                .formatted(first, last))
        .stream()
        .map(row -> (Number) Objects.requireNonNull(row.get("millis"), "every group has a time"))
        .map(Number::longValue)
        .toList();
  }
}
