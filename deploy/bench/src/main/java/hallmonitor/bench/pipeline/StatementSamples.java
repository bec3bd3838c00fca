package hallmonitor.bench.pipeline;

import hallmonitor.messaging.Worker;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** What the connections of a service's role do, looked at many times a second. */
final class StatementSamples implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(25);
  private static final int MOST = 25;

  private static final String SAMPLE =
      """
      select state || ' ' || coalesce(wait_event_type || ':' || wait_event, 'running') || ' '
        || left(regexp_replace(query, '\\s+', ' ', 'g'), 90) as what
      from pg_stat_activity
      where usename = current_user and pid <> pg_backend_pid() and state <> 'idle'""";

  private final DataSource database;
  private final Map<String, Integer> seen = new ConcurrentHashMap<>();
  private final Worker worker = new Worker("statement-samples", this::look);
  private int looks;

  StatementSamples(DataSource database) {
    this.database = database;
    worker.start();
  }

  private Duration look() throws Exception {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      while (!worker.closing()) {
        looks++;
        try (ResultSet rows = statement.executeQuery(SAMPLE)) {
          while (rows.next()) {
            seen.merge(rows.getString("what"), 1, Integer::sum);
          }
        }
        Thread.sleep(EVERY.toMillis());
      }
    }
    return Duration.ZERO;
  }

  /** Returns the commonest, each with its share of the looks. */
  List<String> shares() {
    return seen.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST)
        .map(
            e ->
                String.format(
                    Locale.ROOT, "%5.1f %%  %s", 100.0 * e.getValue() / looks, e.getKey()))
        .toList();
  }

  @Override
  public void close() {
    worker.close();
  }
}
