package hallmonitor.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.CommentSeen;
import hallmonitor.contract.event.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

  @Test
  void aRecordIsPutAsideWholeWithItsErrorAndItsOrigin() {
    byte[] torn = "{\"text\": \"a secret".getBytes(UTF_8);
    Exception error = unreadable(torn);

    new DeadLetters(broker, "moderation")
        .add(new ConsumerRecord<>("t.v1", 2, 40, "k".getBytes(UTF_8), torn), error);

    ProducerRecord<byte[], byte[]> letter = broker.history().get(0);
    assertThat(letter.topic()).isEqualTo("t.v1.dlq");
    assertThat(letter.value()).isEqualTo(torn);
    assertThat(header(letter, DeadLetters.ORIGIN_TOPIC)).isEqualTo("t.v1");
    assertThat(header(letter, DeadLetters.ORIGIN_POSITION)).isEqualTo("2/40");
    assertThat(header(letter, DeadLetters.CONSUMER)).isEqualTo("moderation");
  }

  @Test
  void theErrorNamesThePlaceAndNeverTheText() {
    String words = DeadLetters.describe(unreadable("{\"text\": \"a secret".getBytes(UTF_8)));

    assertThat(words)
        .contains("not a readable CommentSeen")
        .contains("line 1")
        .doesNotContain("secret");
  }

  private static Exception unreadable(byte[] json) {
    try {
      EventJson.read(json, CommentSeen.class);
      throw new AssertionError("this was readable");
    } catch (EventJson.UnreadableEvent e) {
      return e;
    }
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
