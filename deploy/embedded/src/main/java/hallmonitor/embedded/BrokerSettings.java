package hallmonitor.embedded;

import hallmonitor.messaging.KafkaClients;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings of a Kafka broker for one machine; its owner decides where it listens and writes. */
public final class BrokerSettings {
  private static final Map<String, String> ONE_NODE =
      Map.ofEntries(
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("default.replication.factor", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "3"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "3"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // A commit of offsets waits 5 ms for others unless told otherwise, and a comment's way
          // holds two commits for each service that it passes.
          Map.entry("group.coordinator.append.linger.ms", "0"),
          // After a crash the broker waits for its own old session to end: 9 s unless told
          // otherwise.
          Map.entry("broker.session.timeout.ms", "3000"),
          Map.entry("broker.heartbeat.interval.ms", "500"),
          // A producer that died in a transaction blocks readers for at most this long.
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000"));

  private static final Map<String, String> SMALL =
      Map.of(
          "message.max.bytes",
          Integer.toString(KafkaClients.LARGEST_EVENT),
          "num.network.threads",
          "2",
          "num.io.threads",
          "4",
          // Four unless told otherwise, each with buffers of its own.
          "group.coordinator.threads",
          "1",
          "background.threads",
          "2",
          "log.cleaner.dedupe.buffer.size",
          Integer.toString(4 << 20),
          "log.cleaner.io.buffer.size",
          Integer.toString(128 << 10),
          // Kafka removes whole segments, so only small ones make a topic's size limit effective.
          "log.segment.bytes",
          Integer.toString(64 << 20),
          "log.index.size.max.bytes",
          Integer.toString(1 << 20),
          "log.retention.check.interval.ms",
          "60000");

  private BrokerSettings() {}

  /**
   * For a broker that is its own controller and has few clients: names and values as in Kafka's
   * manual.
   */
  public static Map<String, String> ofOneSmallNode() {
    return Stream.of(ONE_NODE, SMALL)
        .flatMap(settings -> settings.entrySet().stream())
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
