package hallmonitor.messaging;

import hallmonitor.contract.event.EventJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The transactional outbox: an event is written in the same transaction as the state change that
 * causes it.
 *
 * <p>Each service that publishes from its database has this table in its schema:
 *
 * <pre>
 * create table outbox (
 *   id          bigint generated always as identity primary key,
 *   topic       text        not null,
 *   key         text        not null,
 *   payload     bytea       not null,
 *   traceparent text,
 *   created_at  timestamptz not null default now()
 * );
 * </pre>
 */
public final class Outbox {
  /**
   * An event to publish.
   *
   * @param event written as JSON
   * @param traceparent the trace that it belongs to
   */
  public record Entry(String topic, String key, Object event, Optional<String> traceparent) {}

  private Outbox() {}

  /** Adds one event under the current trace. */
  public static void add(Handle transaction, String topic, String key, Object event) {
    addAll(transaction, List.of(new Entry(topic, key, event, TraceHeaders.current())));
  }

  /**
   * Adds events in order. The handle must be in the transaction of the state change that causes
   * them.
   */
  public static void addAll(Handle transaction, List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedBatch batch =
        transaction.prepareBatch(
            "insert into outbox (topic, key, payload, traceparent) values (?, ?, ?, ?)")) {
      for (Entry entry : entries) {
        batch
            .bind(0, entry.topic())
            .bind(1, entry.key())
            .bind(2, EventJson.write(entry.event()))
            .bind(3, entry.traceparent().orElse(null))
            .add();
      }
      batch.execute();
    }
  }
}
