package hallmonitor.moderation.pipeline.metrics;

import hallmonitor.moderation.store.search.SearchIndex.Trail;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of waiting work in the database: the queue, second looks, the outbox, held hides,
 * what the search lacks, dead letters. Refreshed every few seconds.
 */
public final class BacklogGauges {
  private static final String[] URGENCIES = {"immediate", "danger-lane", "soon", "digest"};

  private static final String SECOND_LOOK = "second-look";

  private record Waiting(double count, double oldestSeconds) {
    static final Waiting NOTHING = new Waiting(0, 0);
  }

  private final Jdbi database;
  private volatile Map<String, Waiting> waiting = Map.of();

  public BacklogGauges(Jdbi database, MeterRegistry registry) {
    this.database = database;
    for (String urgency : URGENCIES) {
      gauge(registry, "hallmonitor.queue.open", "queue/" + urgency, false, urgency);
      gauge(registry, "hallmonitor.queue.oldest.seconds", "queue/" + urgency, true, urgency);
    }
    gauge(registry, "hallmonitor.second.look.waiting", SECOND_LOOK, false, null);
    gauge(registry, "hallmonitor.second.look.oldest.seconds", SECOND_LOOK, true, null);
    gauge(registry, "hallmonitor.outbox.depth", "outbox", false, null);
    gauge(registry, "hallmonitor.outbox.oldest.seconds", "outbox", true, null);
    gauge(registry, "hallmonitor.hides.held", "held", false, null);
    gauge(registry, "hallmonitor.hides.held.oldest.seconds", "held", true, null);
    gauge(registry, "hallmonitor.search.waiting", "search", false, null);
    gauge(registry, "hallmonitor.search.oldest.seconds", "search", true, null);
    gauge(registry, "hallmonitor.dead.letters.open", "dead-letters", false, null);
  }

  private void gauge(
      MeterRegistry registry, String name, String what, boolean age, @Nullable String urgency) {
    Gauge.Builder<BacklogGauges> gauge =
        Gauge.builder(
            name,
            this,
            s -> {
              Waiting waits = s.waiting.getOrDefault(what, Waiting.NOTHING);
              return age ? waits.oldestSeconds() : waits.count();
            });
    if (urgency != null) {
      gauge.tag("urgency", urgency);
    }
    gauge.register(registry);
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
            select 'queue/' || case when lane_since is null then urgency else 'danger-lane' end as what,
              count(*) as waiting, extract(epoch from now() - min(opened_at)) as oldest
            from review_case where state = 'open' group by 1
            union all
            select 'second-look', count(*), extract(epoch from clock_timestamp() - min(since)) from second_look
            union all
            select 'outbox', count(*), extract(epoch from now() - min(created_at)) from outbox
            union all
            select 'held', count(*), extract(epoch from clock_timestamp() - min(held_at)) from held_action
            union all
            select 'dead-letters', count(*), extract(epoch from now() - min(at))
            from dead_letter where state = 'open'
            """)
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
