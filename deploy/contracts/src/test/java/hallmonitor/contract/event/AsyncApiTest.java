package hallmonitor.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Checks that the AsyncAPI description, for readers outside this code, is current. */
class AsyncApiTest {
  @Test
  void everyTopicBetweenServicesAndEveryEventIsDescribed() throws IOException {
    String description = Files.readString(Path.of("asyncapi.yaml"));

    for (Topic topic : Topic.values()) {
      if (topic != Topic.INGEST_CHECKPOINTS) {
        assertThat(description).contains("address: " + topic.topicName() + "\n");
      }
    }
    for (String event : EventExamples.all().keySet()) {
      assertThat(description).contains("#/components/messages/" + event + "'");
      assertThat(description).contains("golden/" + event + ".json");
    }
  }
}
