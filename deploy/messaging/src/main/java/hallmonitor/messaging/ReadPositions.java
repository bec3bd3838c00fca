package hallmonitor.messaging;

import hallmonitor.messaging.ReadStart.Noted;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * How far each reader of a service has come, in the service's own table {@code read_position}: the
 * broker may forget it, or lose its log and fill it with other records. One object serves all
 * readers of a service, one after the other: together they would take a connection to the database
 * each. Thread-safe.
 *
 * <p>A position is noted after what it stands for is durable, and later than the broker's own: what
 * is behind it has been handled.
 */
public final class ReadPositions {
  private static final System.Logger LOG = System.getLogger(ReadPositions.class.getName());
  private static final long ANSWER_SECONDS = 10;

  /** All readers of a service ask at its start, so that one question serves them. */
  private static final Duration IDS_ARE_FRESH = Duration.ofSeconds(5);

  /** Long enough for people to be told, and for the trouble to be over when nothing follows. */
  private static final Duration ALARM_FOR = Duration.ofMinutes(10);

  private record Lost(String sentence, long nanos) {}

  private final Jdbi database;
  private final Map<String, Object> kafka;
  private final Map<String, String> ids = new HashMap<>();
  private long idsAt = System.nanoTime() - IDS_ARE_FRESH.toNanos();
  private volatile @Nullable Lost latest;

  /**
   * Creates it.
   *
   * @param kafka connection to the brokers
   */
  public ReadPositions(Jdbi database, Map<String, Object> kafka) {
    this.database = database;
    this.kafka = Map.copyOf(kafka);
  }

  /**
   * Returns the ids of topics as the broker has them now. It gives another one to a topic that was
   * deleted and created again.
   */
  public synchronized Map<String, String> topicIds(Set<String> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (System.nanoTime() - idsAt > IDS_ARE_FRESH.toNanos()) {
      ids.clear();
      idsAt = System.nanoTime();
    }
    List<String> missing = topics.stream().filter(topic -> !ids.containsKey(topic)).toList();
    if (!missing.isEmpty()) {
      try (Admin admin = Admin.create(kafka)) {
        admin
            .describeTopics(missing)
            .allTopicNames()
            .get(ANSWER_SECONDS, TimeUnit.SECONDS)
            .forEach((topic, known) -> ids.put(topic, known.topicId().toString()));
      }
    }
    return Map.copyOf(ids);
  }

  /** Returns what was noted of a group's partitions. */
  synchronized Map<TopicPartition, Noted> of(String group, Collection<TopicPartition> partitions) {
    Map<TopicPartition, Noted> noted = new HashMap<>();
    database.useHandle(
        h ->
            h.createQuery(
                    "select topic, partition, topic_id, next from read_position where reader = :group")
                .bind("group", group)
                .map(
                    (row, context) ->
                        Map.entry(
                            new TopicPartition(row.getString("topic"), row.getInt("partition")),
                            new Noted(row.getString("topic_id"), row.getLong("next"))))
                .forEach(
                    one -> {
                      if (partitions.contains(one.getKey())) {
                        noted.put(one.getKey(), one.getValue());
                      }
                    }));
    return noted;
  }

  /**
   * Notes positions. Does not wait for the disk: after a crash of the database, older positions do
   * as well.
   */
  synchronized void note(String group, Map<TopicPartition, Noted> positions) {
    database.useTransaction(
        t -> {
          t.execute("set local synchronous_commit = off");
          write(t, group, positions);
        });
  }

  private static void write(Handle t, String group, Map<TopicPartition, Noted> positions) {
    try (PreparedBatch batch =
        t.prepareBatch(
            """
            insert into read_position (reader, topic, partition, topic_id, next)
            values (:group, :topic, :partition, :id, :next)
            on conflict (reader, topic, partition) do update
            set topic_id = excluded.topic_id, next = excluded.next, at = now()
            """)) {
      positions.forEach(
          (partition, noted) ->
              batch
                  .bind("group", group)
                  .bind("topic", partition.topic())
                  .bind("partition", partition.partition())
                  .bind("id", noted.topicId())
                  .bind("next", noted.next())
                  .add());
      batch.execute();
    }
  }

  /**
   * Returns which topic the broker had when that was noted last; empty if it never was.
   *
   * @param purpose names who noted it
   */
  public Optional<String> notedId(String purpose, String topic) {
    TopicPartition first = new TopicPartition(topic, 0);
    return Optional.ofNullable(of(purpose, Set.of(first)).get(first)).map(Noted::topicId);
  }

  /** Notes which topic the broker has. */
  public void noteId(String purpose, String topic, String id) {
    note(purpose, Map.of(new TopicPartition(topic, 0), new Noted(id, 0)));
  }

  /** Says that the broker lost something: in the log, and for some minutes to people. */
  public void lost(String sentence) {
    LOG.log(System.Logger.Level.ERROR, sentence);
    latest = new Lost(sentence, System.nanoTime());
  }

  /** Returns what the broker lost in the last minutes, in one sentence; empty if nothing. */
  public Optional<String> alarm() {
    return Optional.ofNullable(latest)
        .filter(lost -> System.nanoTime() - lost.nanos() < ALARM_FOR.toNanos())
        .map(Lost::sentence);
  }
}
