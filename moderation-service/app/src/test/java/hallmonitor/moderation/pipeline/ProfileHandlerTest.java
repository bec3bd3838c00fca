package hallmonitor.moderation.pipeline;

import static hallmonitor.moderation.pipeline.SeenComment.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EventJson;
import hallmonitor.contract.event.ProfileRead;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Tests what is kept of what accounts say about themselves. */
class ProfileHandlerTest {
  private static final String HOSTILE = "'); drop table comment; -- \"\\u0000 <script>";

  private final Stage stage = new Stage();

  @Test
  void theNewestProfileIsKeptAndItsWordsAreOnlyText() throws Exception {
    stage.handlers.accountProfiles().handle(List.of(profile(9), profile(7)));
    stage.handlers.accountProfiles().handle(List.of(profile(3), profile(9)));

    assertThat(
            stage.database.rows("select account, profile ->> 'text' as text from account_profile"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("text")).isEqualTo("9 " + HOSTILE));
  }

  private static ConsumerRecord<byte[], byte[]> profile(int second) {
    ProfileRead read =
        new ProfileRead(
            "practice",
            "mastodon",
            "",
            second + " " + HOSTILE,
            List.of(),
            true,
            true,
            Optional.empty(),
            NOON.plusSeconds(second),
            List.of());
    return new ConsumerRecord<>("profiles", 0, 0, null, EventJson.write(read));
  }
}
