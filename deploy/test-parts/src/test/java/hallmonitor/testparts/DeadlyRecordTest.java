package hallmonitor.testparts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.DeadLetters;
import hallmonitor.messaging.KafkaClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
  private final List<String> said = new ArrayList<>();

  @BeforeEach
  void make() throws Exception {
    try (Admin admin = Admin.create(broker)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(topic, 1, (short) 1), new NewTopic(topic + ".dlq", 1, (short) 1)))
          .all()
          .get();
    }
  }

  @Test
  void aRecordThatKillsTheProcessThreeTimesIsSetAsideAndTheOthersAreHandled() throws Exception {
    send("a", "b", "kills", "c", "d");

    assertThat(deaths()).containsExactly(KILLED, KILLED, KILLED);

    assertThat(said).contains("handled a", "handled b", "handled c", "handled d");
    assertThat(setAside()).contains("the process ended 3 times");
  }

  @Test
  void aRecordThatFillsTheMemoryThreeTimesIsSetAsideAndTheOthersAreHandled() throws Exception {
    send("a", "fills the memory", "d");

    assertThat(deaths()).containsExactly(ENDED_ITSELF, ENDED_ITSELF, ENDED_ITSELF);

    assertThat(said).contains("handled a", "handled d");
    assertThat(setAside()).contains("the process ended 3 times");
  }

  private void send(String... texts) throws Exception {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(broker)) {
      for (String text : texts) {
        producer.send(new ProducerRecord<>(topic, text.getBytes(UTF_8))).get();
      }
    }
  }

  /** Starts the process, as a launcher does, until it handles the last record. */
  private List<Integer> deaths() throws Exception {
    List<Integer> deaths = new ArrayList<>();
    while (deaths.size() < 10) {
      Process process = ReaderProcess.start(bootstrap, topic);
      try {
        if (handlesTheLast(process)) {
          return deaths;
        }
        deaths.add(process.waitFor());
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    throw new AssertionError("it dies again and again: " + said);
  }

  private boolean handlesTheLast(Process process) throws IOException {
    BufferedReader lines = process.inputReader(UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.equals("handled d")) {
        return true;
      }
    }
    return false;
  }

  private String setAside() {
    try (Consumer<byte[], byte[]> consumer =
        KafkaClients.consumer(broker, topic + "-letters", 10)) {
      consumer.subscribe(List.of(topic + ".dlq"));
      List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
      while (letters.isEmpty()) {
        consumer.poll(Duration.ofSeconds(1)).forEach(letters::add);
      }
      assertThat(letters).hasSize(1);
      return new String(letters.get(0).headers().lastHeader(DeadLetters.ERROR).value(), UTF_8);
    }
  }
}
