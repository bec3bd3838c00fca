package hallmonitor.testparts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.messaging.KafkaClients;
import hallmonitor.messaging.ReaderLag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReaderLagTest {
  private final Map<String, Object> broker =
      Map.of("bootstrap.servers", Parts.shared().bootstrapServers());
  private final Admin admin = Admin.create(broker);
  private final String topic = "lag-test-" + UUID.randomUUID();
  private final String group = "readers-" + UUID.randomUUID();
  private final TopicPartition first = new TopicPartition(topic, 0);

  @BeforeEach
  void fourRecordsInTwoPartitions() throws Exception {
    admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(broker)) {
      for (int i = 0; i < 4; i++) {
        producer.send(new ProducerRecord<>(topic, i % 2, null, "event".getBytes(UTF_8))).get();
      }
    }
  }

  @AfterEach
  void disconnect() {
    admin.close();
  }

  private long lag() throws Exception {
    return ReaderLag.of(broker, group, topic);
  }

  private void read(long upTo) throws Exception {
    admin.alterConsumerGroupOffsets(group, Map.of(first, new OffsetAndMetadata(upTo))).all().get();
  }

  @Test
  void whatNobodyEverReadIsUnread() throws Exception {
    assertThat(lag()).isEqualTo(4);
  }

  @Test
  void whatWasReadIsNot() throws Exception {
    read(1);
    assertThat(lag()).isEqualTo(3);
  }

  @Test
  void whatTheBrokerNoLongerHasIsNot() throws Exception {
    admin.deleteRecords(Map.of(first, RecordsToDelete.beforeOffset(2))).all().get();
    assertThat(lag()).isEqualTo(2);
  }

  @Test
  void aTopicThatBeganAnewHasNothingUnreadUntilItHasMore() throws Exception {
    read(1_000);
    assertThat(lag()).isEqualTo(2);
  }
}
