package hallmonitor.moderation.pipeline.metrics;

import hallmonitor.moderation.store.archive.WaitingRows;
import hallmonitor.moderation.store.search.SearchIndex.Trail;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The amounts of waiting work in the database: the queue, second looks, the outbox, held hides,
 * what the search lacks, dead letters. Refreshed every few seconds, so no count but that of the
 * search reads more than {@value WaitingRows#MOST} rows.
 */
public final class BacklogGauges {
  /** An index has each part in the order in which its cases were opened. */
  private static final Map<String, String> QUEUE =
      Map.of(
          "immediate", "urgency = 'immediate' and lane_since is null",
          "soon", "urgency = 'soon' and lane_since is null",
          "digest", "urgency = 'digest' and lane_since is null",
          "danger-lane", "lane_since is not null");

  private static final List<String> ROWS =
      Stream.concat(
              QUEUE.entrySet().stream().map(part -> cases(part.getKey(), part.getValue())),
              Stream.of(
                  WaitingRows.LIVE_LOOKS,
                  WaitingRows.HISTORY_LOOKS,
                  WaitingRows.DEAD_LETTERS,
                  WaitingRows.OUTBOX,
                  WaitingRows.of("held", "held_action", "release_at", "held_at")))
          .toList();

  private record Waiting(double count, double oldestSeconds) {
    static final Waiting NOTHING = new Waiting(0, 0);
  }

  private final Jdbi database;
  private volatile Map<String, Waiting> waiting = Map.of();

  public BacklogGauges(Jdbi database, MeterRegistry registry) {
    this.database = database;
    for (String part : QUEUE.keySet()) {
      Tags urgency = Tags.of("urgency", part);
      gauge(registry, "hallmonitor.queue.open", "queue/" + part, false, urgency);
      gauge(registry, "hallmonitor.queue.oldest.seconds", "queue/" + part, true, urgency);
    }
    looks(registry, "live", "second-look");
    looks(registry, "history", "second-look/history");
    gauge(registry, "hallmonitor.outbox.depth", "outbox", false, Tags.empty());
    gauge(registry, "hallmonitor.outbox.oldest.seconds", "outbox", true, Tags.empty());
    gauge(registry, "hallmonitor.hides.held", "held", false, Tags.empty());
    gauge(registry, "hallmonitor.hides.held.oldest.seconds", "held", true, Tags.empty());
    gauge(registry, "hallmonitor.search.waiting", "search", false, Tags.empty());
    gauge(registry, "hallmonitor.search.oldest.seconds", "search", true, Tags.empty());
    gauge(registry, "hallmonitor.dead.letters.open", "failed-message", false, Tags.empty());
  }

  private static String cases(String part, String condition) {
    String rows = "review_case where state = 'open' and " + condition;
    return WaitingRows.of("queue/" + part, rows, "opened_at", "opened_at");
  }

  private void looks(MeterRegistry registry, String of, String what) {
    gauge(registry, "hallmonitor.second.look.waiting", what, false, Tags.of("of", of));
    gauge(registry, "hallmonitor.second.look.oldest.seconds", what, true, Tags.of("of", of));
  }

  private void gauge(MeterRegistry registry, String name, String what, boolean age, Tags tags) {
    Gauge.builder(
            name,
            this,
            s -> {
              Waiting waits = s.waiting.getOrDefault(what, Waiting.NOTHING);
              return age ? waits.oldestSeconds() : waits.count();
            })
        .tags(tags)
        .register(registry);
  }

  /** Reads the database. */
  public void refresh() {
    waiting = database.withHandle(BacklogGauges::read);
  }

  private static Map<String, Waiting> read(Handle handle) {
    Map<String, Waiting> found = new TreeMap<>();
    handle
        .createQuery(
            """
            select what, count as waiting, extract(epoch from clock_timestamp() - since) as oldest
            from (%s) w
            """
                .formatted(String.join(" union all ", ROWS)))
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("what"),
                    new Waiting(row.getDouble("waiting"), row.getDouble("oldest"))))
        .forEach(e -> found.put(e.getKey(), e.getValue()));
    found.put("search", search(Trail.of(handle), Instant.now()));
    return found;
  }

  private static Waiting search(Trail trail, Instant now) {
    return trail.oldest() == null
        ? Waiting.NOTHING
        : new Waiting(trail.waiting(), Duration.between(trail.oldest(), now).toMillis() / 1_000.0);
  }
}
