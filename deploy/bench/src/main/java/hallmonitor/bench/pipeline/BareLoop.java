package hallmonitor.bench.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.messaging.KafkaClients;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The least that any pipeline does with these comments on this machine: the same bytes to the same
 * broker, read with the same client, copied into the same database, committed with fsync.
 */
final class BareLoop {
  private static final String TOPIC = "bench.bare-loop";
  private static final int PARTITIONS = 6;
  private static final int MOST_AT_ONCE = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Map<String, Object> brokers;
  private final DataSource database;

  BareLoop(Map<String, Object> brokers, DataSource database) {
    this.brokers = brokers;
    this.database = database;
  }

  /** Returns the comments a second from the first one sent to the last one committed. */
  double perSecond(CommentRecords records, int comments)
      throws InterruptedException, ExecutionException, SQLException, IOException {
    try (Admin admin = Admin.create(brokers)) {
      admin.createTopics(Set.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
    }
    try (Connection connection = database.getConnection();
        Consumer<byte[], byte[]> consumer =
            KafkaClients.consumer(connection(), TOPIC, MOST_AT_ONCE)) {
      run(connection, "create table bare_loop (id text, seen text, at timestamptz default now())");
      connection.setAutoCommit(false);
      consumer.subscribe(List.of(TOPIC));
      long start = System.nanoTime();
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(
              () -> new CommentSender(brokers, records).send(TOPIC, comments, 0));
      int read = 0;
      while (read < comments) {
        ConsumerRecords<byte[], byte[]> batch = consumer.poll(PATIENCE);
        copy(connection.unwrap(PGConnection.class), batch);
        connection.commit();
        consumer.commitSync();
        read += batch.count();
        if (sending.isCompletedExceptionally()) {
          sending.join(); // says why, instead of waiting for what never comes
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      sending.join();
      run(connection, "drop table bare_loop");
      connection.commit();
      return comments / seconds;
    }
  }

  /** A reader that did not see the new topic at once would look for it again only after minutes. */
  private Map<String, Object> connection() {
    Map<String, Object> connection = new HashMap<>(brokers);
    connection.put("metadata.max.age.ms", 1_000);
    return connection;
  }

  private static void copy(PGConnection to, ConsumerRecords<byte[], byte[]> batch)
      throws SQLException {
    CopyIn copy = to.getCopyAPI().copyIn("copy bare_loop (id, seen) from stdin with (format csv)");
    for (ConsumerRecord<byte[], byte[]> record : batch) {
      byte[] line =
          (new String(record.key(), UTF_8)
                  + ",\""
                  + new String(record.value(), UTF_8).replace("\"", "\"\"")
                  + "\"\n")
              .getBytes(UTF_8);
      copy.writeToCopy(line, 0, line.length);
    }
    copy.endCopy();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
