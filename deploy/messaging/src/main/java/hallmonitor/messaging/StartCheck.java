package hallmonitor.messaging;

import hallmonitor.messaging.ReadStart.Noted;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Compares what a reader gets with what the database noted of it, before the first record is
 * handled; and notes how far it comes, at most once a second. Not thread-safe, as its consumer.
 */
final class StartCheck {
  private static final long BETWEEN_NOTES_NANOS = Duration.ofSeconds(1).toNanos();

  private final Consumer<byte[], byte[]> consumer;
  private final ReadPositions positions;
  private final String group;
  private final Map<TopicPartition, Noted> noted = new HashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private long notedAt = System.nanoTime() - BETWEEN_NOTES_NANOS;

  StartCheck(Consumer<byte[], byte[]> consumer, ReadPositions positions) {
    this.consumer = consumer;
    this.positions = positions;
    this.group = consumer.groupMetadata().groupId();
  }

  /**
   * Looks at partitions that this reader was given, and commits where reading of them begins if the
   * broker is wrong about it.
   *
   * @param given emptied when they were looked at
   * @return whether there were any: the reader then goes back to what is committed
   */
  boolean look(Set<TopicPartition> given) throws Exception {
    if (given.isEmpty()) {
      return false;
    }
    Set<TopicPartition> now = Set.copyOf(given);
    ids.putAll(
        positions.topicIds(now.stream().map(TopicPartition::topic).collect(Collectors.toSet())));
    noted.keySet().retainAll(consumer.assignment());
    noted.putAll(positions.of(group, now));
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(now);
    Map<TopicPartition, Long> first = consumer.beginningOffsets(now);
    Map<TopicPartition, Long> end = consumer.endOffsets(now);
    Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
    for (TopicPartition partition : now) {
      OffsetAndMetadata at = committed.get(partition);
      ReadStart start =
          ReadStart.of(
              Optional.ofNullable(noted.get(partition)),
              new ReadStart.Log(
                  id(partition),
                  first.getOrDefault(partition, 0L),
                  end.getOrDefault(partition, 0L),
                  at == null ? OptionalLong.empty() : OptionalLong.of(at.offset())));
      start.from().ifPresent(from -> moved.put(partition, new OffsetAndMetadata(from)));
      start.loss().ifPresent(loss -> say(partition, loss, start.from().orElse(0)));
    }
    if (!moved.isEmpty()) {
      consumer.commitSync(moved);
      write(
          moved.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, at -> at.getValue().offset())));
    }
    given.removeAll(now);
    return true;
  }

  private void say(TopicPartition partition, String loss, long from) {
    positions.lost(
        "Kafka's %s %s: %s reads on at %d. Check Kafka's log and its disk."
            .formatted(partition, loss, group, from));
  }

  private String id(TopicPartition partition) {
    return Objects.requireNonNull(ids.get(partition.topic()), "every topic was asked for");
  }

  /**
   * Notes how far everything was handled, if that has changed and it is time.
   *
   * @param done what the broker knows already: the database must not know more
   */
  void note(Map<TopicPartition, Long> done) {
    if (System.nanoTime() - notedAt >= BETWEEN_NOTES_NANOS) {
      write(done);
      notedAt = System.nanoTime();
    }
  }

  private void write(Map<TopicPartition, Long> offsets) {
    Map<TopicPartition, Noted> changed = new HashMap<>();
    offsets.forEach(
        (partition, offset) -> {
          Noted now = new Noted(id(partition), offset);
          if (!now.equals(noted.get(partition))) {
            changed.put(partition, now);
          }
        });
    if (!changed.isEmpty()) {
      positions.note(group, changed);
      noted.putAll(changed);
    }
  }
}
