package hallmonitor.testparts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.DeadLetters;
import hallmonitor.messaging.KafkaClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that end the process which reads them, with real processes and the real broker. */
class DeadlyRecordTest {
  /** 128 and SIGKILL. */
  static final int KILLED = 137;

  /** EX_SOFTWARE in sysexits.h. */
  private static final int ENDED_ITSELF = 70;

  private final String bootstrap = Parts.shared().bootstrapServers();
  private final Map<String, Object> broker = Map.of("bootstrap.servers", bootstrap);
  private final String topic = "deadly-" + UUID.randomUUID();
  private final String healthy = "healthy-" + UUID.randomUUID();
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void make() throws Exception {
    try (Admin admin = Admin.create(broker)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, 2, (short) 1),
                  new NewTopic(topic + ".dlq", 1, (short) 1),
                  new NewTopic(healthy, 1, (short) 1),
                  new NewTopic(healthy + ".dlq", 1, (short) 1)))
          .all()
          .get();
    }
  }

  @Test
  void aRecordThatKillsTheProcessThreeTimesIsSetAsideButNothingThatAnotherReaderHadInHand()
      throws Exception {
    send(topic, 0, "a", "b", "kills while another is in hand", "c", "d");
    send(healthy, 0, "slow 1", "slow 2", "slow 3", "slow 4");

    List<Integer> deaths =
        deathsUntilHandled(
            List.of(topic, healthy), "a", "b", "c", "d", "slow 1", "slow 2", "slow 3", "slow 4");

    assertThat(deaths).containsExactly(KILLED, KILLED, KILLED);
    assertThat(setAside(topic)).singleElement().asString().contains("the process ended 3 times");
    assertThat(setAside(healthy)).isEmpty();
  }

  @Test
  void aRecordThatFillsTheMemoryThreeTimesIsSetAsideButNothingOfOtherPartitions() throws Exception {
    send(topic, 0, "e", "f", "g");
    send(topic, 1, "a", "fills the memory", "d");

    List<Integer> deaths = deathsUntilHandled(List.of(topic), "a", "d", "e", "f", "g");

    assertThat(deaths).containsExactly(ENDED_ITSELF, ENDED_ITSELF, ENDED_ITSELF);
    assertThat(setAside(topic)).singleElement().asString().contains("the process ended 3 times");
  }

  private void send(String to, int partition, String... texts) throws Exception {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(broker)) {
      for (String text : texts) {
        producer.send(new ProducerRecord<>(to, partition, null, text.getBytes(UTF_8))).get();
      }
    }
  }

  /** Starts the process, as a launcher does, until it has handled all of these. */
  private List<Integer> deathsUntilHandled(List<String> topics, String... texts) throws Exception {
    List<String> expected = Arrays.stream(texts).map(text -> "handled " + text).toList();
    List<Integer> deaths = new ArrayList<>();
    while (deaths.size() < 10) {
      Process process = ReaderProcess.start(bootstrap, topics);
      try {
        if (handles(expected, process)) {
          return deaths;
        }
        deaths.add(process.waitFor());
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    throw new AssertionError("it dies again and again: " + said);
  }

  private boolean handles(List<String> expected, Process process) throws IOException {
    BufferedReader lines = process.inputReader(UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (said.containsAll(expected)) {
        return true;
      }
    }
    return false;
  }

  /** Returns why each record was set aside. */
  private List<String> setAside(String from) {
    TopicPartition letters = new TopicPartition(from + ".dlq", 0);
    List<String> why = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = KafkaClients.consumer(broker, from + "-letters", 10)) {
      consumer.assign(List.of(letters));
      consumer.seekToBeginning(List.of(letters));
      long end = consumer.endOffsets(List.of(letters)).get(letters);
      while (consumer.position(letters) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          why.add(new String(record.headers().lastHeader(DeadLetters.ERROR).value(), UTF_8));
        }
      }
    }
    return why;
  }
}
