package hallmonitor.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.ingest.push.PushListener.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataRepliesTest {
  private static final Duration WAIT = Duration.ofSeconds(3);

  @ParameterizedTest
  @EnumSource(names = {"NO_KEY", "TOO_LARGE", "TOO_MANY", "FAILED"})
  void whoSendsDataIsToldWhatToDoInJson(Outcome outcome) {
    PushReply reply = DataReplies.refusal(outcome, WAIT);
    assertThat(reply.content().contentType()).isEqualTo("application/json");
    assertThat(reply.content().body()).startsWith("{\"error\":\"").endsWith(".\"}");
  }

  @Test
  void whatMayBeSentAgainSaysWhen() {
    assertThat(DataReplies.refusal(Outcome.TOO_MANY, WAIT).retryAfter()).contains(WAIT);
    assertThat(DataReplies.refusal(Outcome.FAILED, WAIT).retryAfter()).isPresent();
    assertThat(DataReplies.refusal(Outcome.NO_KEY, WAIT).retryAfter()).isEmpty();
    assertThat(DataReplies.refusal(Outcome.TOO_LARGE, WAIT).retryAfter()).isEmpty();
  }
}
